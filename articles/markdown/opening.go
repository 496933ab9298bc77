package markdown

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"lede/articles"
	"lede/articles/markdown/nodes"
	"lede/articles/markdown/plain"
)

// Opening is the first line of a text in which a reader sees words, cut to the
// length of a title; empty when none of the first lines has any.
func Opening(text string) string {
	const within = 4 << 10 // bytes; a whole book is not looked through
	for line := range strings.Lines(text[:min(len(text), within)]) {
		line = strings.TrimSuffix(strings.TrimRight(line, "\n"), `\`) // of verse: it breaks here
		d := Parse(line)
		for i := range d.Chunks {
			if words := articles.CleanLine(d.Plain(i)); words != "" {
				return articles.Opening(words)
			}
		}
	}
	return ""
}

// ledeLength is how long the opening words of a text are at most, in characters.
const ledeLength = 200

// Lede is the opening words of a text as a reader sees them, for a list: of its first
// paragraphs, lists and quotes, or of whatever has words where there are none of those.
// They end at a word.
func Lede(text string) string {
	const usual, most = 400, 2 << 10 // bytes; all else of a text would be parsed in vain
	words := lede(text, usual)
	if utf8.RuneCountInString(words) <= ledeLength && len(text) > usual {
		words = lede(text, most)
	}
	return cutWords(words, ledeLength)
}

// lede is the words within so many bytes.
func lede(text string, within int) string {
	if len(text) > within {
		text = strings.ToValidUTF8(text[:within], "")
	}
	var prose, others []string
	d := Parse(text)
	for i := range d.Chunks {
		root, src := d.AST(i)
		for n := root.FirstChild(); n != nil; n = n.NextSibling() {
			words := articles.CleanLine(plain.Text(n, src))
			switch n.Kind() {
			case ast.KindParagraph, ast.KindList, ast.KindBlockquote, nodes.KindContainer:
				prose = append(prose, words)
			default:
				others = append(others, words)
			}
		}
	}
	if words := articles.CleanLine(strings.Join(prose, " ")); words != "" {
		return words
	}
	return articles.CleanLine(strings.Join(others, " "))
}

// cutWords is a line in at most so many characters, cut at a word where it has words.
func cutWords(line string, most int) string {
	runes := []rune(line)
	if len(runes) <= most {
		return line
	}
	cut := string(runes[:most-1])
	if at := strings.LastIndexByte(cut, ' '); at > len(cut)/2 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,;:–—-") + "…"
}
