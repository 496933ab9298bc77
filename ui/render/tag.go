package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/articles"
	"lede/articles/markdown"
)

// tag follows inline HTML: elements that mean a face change it, all others
// leave their text alone.
func (in *inliner) tag(raw string) {
	name := markdown.TagName(raw)
	switch {
	case name == "":
	case markdown.ShowsTag(raw):
		in.say(raw)
	case markdown.TagWords(raw) != "":
		if before, _ := utf8.DecodeLastRune(in.out.words); len(in.out.words) > 0 && !unicode.IsSpace(before) {
			in.say(" ")
		}
		in.say(markdown.TagWords(raw))
	case name == "br":
		in.say("\n")
	case name == "img":
		in.picture(markdown.Attribute(raw, "alt"), markdown.Attribute(raw, "title"), markdown.Attribute(raw, "src"))
	case name == "a":
		in.link, in.at, in.from = "", nil, len(in.out.words)
		if target := articles.CleanLine(markdown.Attribute(raw, "href")); target != "" {
			in.link, in.at = in.href(target), in.newLink(Link{Target: target})
		}
	case name == "/a":
		in.named(in.from)
		in.link, in.at = "", nil
	case name == "q" || name == "/q":
		in.say(map[string]string{"q": "“", "/q": "”"}[name])
	case name[0] == '/':
		if in.tags[name[1:]] > 0 {
			in.tags[name[1:]]--
		}
	case !strings.HasSuffix(raw, "/>"):
		if in.tags == nil {
			in.tags = make(map[string]int)
		}
		in.tags[name]++
	}
}

func (in *inliner) tagFaces() face {
	var f face
	for name, open := range in.tags {
		if open == 0 {
			continue
		}
		switch name {
		case "b", "strong", "mark":
			f |= strong
		case "i", "em", "cite", "var", "dfn":
			f |= emph
		case "s", "del", "strike":
			f |= strike
		case "code", "kbd", "samp", "tt":
			f |= code
		}
	}
	return f
}

const (
	level        = "0123456789+-=()ni"
	superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"
	subscripts   = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢ"
)

// ordinals are the endings that are raised for looks alone.
const ordinals = " st nd rd th e er re o a TM SM "

// shifted is s raised or lowered, when Unicode has all of its characters so, as
// in x²; else with a sign before it, as in e^iπ, but for 1st and its like.
func (in *inliner) shifted(s, row, sign string) string {
	signs := []rune(row)
	var b strings.Builder
	for _, r := range s {
		at := strings.IndexRune(level, r)
		if at < 0 {
			first, _ := utf8.DecodeRuneInString(s)
			if strings.Contains(ordinals, " "+s+" ") || !unicode.IsLetter(first) && !unicode.IsDigit(first) {
				return s
			}
			before, _ := utf8.DecodeLastRune(in.out.words)
			if len(in.out.words) == 0 || unicode.IsSpace(before) {
				return s // nothing to be raised above
			}
			return sign + s
		}
		b.WriteRune(signs[at])
	}
	return b.String()
}
