package clipping

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"lede/articles"
)

// everything is all that an article says, its letters and digits alone.
func everything(a *articles.Article) string {
	parts := []string{a.Title, a.Dek, a.Author, a.AuthorBio, a.Site, a.Markdown}
	parts = append(append(parts, a.Notices...), a.Tags...)
	for _, q := range a.Epigraphs {
		parts = append(parts, q.Text, q.By)
	}
	for _, r := range a.Related {
		parts = append(parts, r.Title)
	}
	return bare(strings.Join(parts, "\n"))
}

func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// TestProseIsKept puts paragraphs of words that no lexicon has between the lines
// of real pages: whatever the model takes them for, they are in the article.
func TestProseIsKept(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("testdata: %d, %v", len(files), err)
	}
	rapid.Check(t, func(t *rapid.T) {
		source, err := os.ReadFile(rapid.SampledFrom(files).Draw(t, "file"))
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(source), "\n")
		p := open(plain(articles.Clean(string(source))))
		p.labelLines()
		first, end := p.span()
		if first >= end || end > len(p.lines) {
			return
		}
		from, to := int(p.lines[first].at), int(p.lines[end-1].at)
		at := rapid.IntRange(from, to).Draw(t, "line")
		said := strings.Join(rapid.SliceOfN(rapid.StringMatching(`[b-z]{3,8}`), 24, 40).Draw(t, "words"), " ") + "."
		said = "Q" + said
		text := strings.Join(lines[:at], "\n") + "\n\n" + said + "\n\n" + strings.Join(lines[at:], "\n")
		if a := Parse(text); !strings.Contains(everything(a), bare(said)) {
			t.Errorf("a paragraph is lost: %q", said)
		}
	})
}

// TestWordsOfAnyText looks for every word of a text that is no page.
func TestWordsOfAnyText(t *testing.T) {
	t.Parallel()
	piece := rapid.OneOf(
		rapid.StringMatching(`[A-Za-zäöü ,.;:'-]{0,60}`),
		rapid.StringMatching(`[ \t]{0,8}([-•◦*] |[0-9]{1,3}[.)] ?|[a-d]\) |>{1,3} ?)[A-Za-z0-9 ]{0,12}[.;:]?`),
		rapid.StringMatching(`[ ]{0,3}[a-z]{2,6}(\(\)|\{| = [0-9]{1,3});?`),
		rapid.SampledFrom([]string{"Related", "Share", "Tags: a, b", "By John le Carré", "> said", "- item", "1. one", "\tcell\tcell", "    code();", "---", "Advertisement", "%%i in and %%j", "has changed since publication", "Listen", "Play", "T", "he paper", "SW:", "P.", "R.", "Q: Why?", "01. one", "— Ada Quill", "said:", "See also:", "====="}),
	)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(piece, 1, 20).Draw(t, "lines"), "\n")
		p := open(plain(articles.Clean(text)))
		p.labelLines()
		if p.isPage() || strings.Contains(text, ":") && len(p.header) > 0 {
			return
		}
		out := wordCounts(everythingOf(Parse(text)))
		for word := range wordCounts(text) {
			if out[word] == 0 && !strings.Contains(everything(Parse(text)), word) {
				t.Fatalf("%q is lost from %q", word, text)
			}
		}
	})
}

func everythingOf(a *articles.Article) string { return a.Title + "\n" + a.Markdown }

// TestTurns: the label of who speaks stands with what is said, also where a page
// has it on a line of its own, and no label makes a heading of a question.
func TestTurns(t *testing.T) {
	t.Parallel()
	name := rapid.SampledFrom([]string{"SW:", "LB:", "Hanna:", "P.", "R.", "記者："})
	said := rapid.StringMatching(`[A-Z][a-z]{2,8}( [a-z]{2,8}){3,20}[.?]`)
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfNDistinct(name, 2, 2, rapid.ID[string]).Draw(t, "names")
		gap := rapid.SampledFrom([]string{" ", "\n", "\n\n"}).Draw(t, "gap")
		text, want := "We met on a wet evening in March, and she made us tea before she said a word.\n\n", []string{}
		for i, s := range rapid.SliceOfN(said, 4, 8).Draw(t, "said") {
			text += names[i%2] + gap + s + "\n\n"
			want = append(want, names[i%2]+" "+s)
		}
		got := "\n" + strings.ReplaceAll(Parse(text).Markdown, "\\", "")
		for _, s := range want {
			if !strings.Contains(got, "\n"+s+"\n") {
				t.Fatalf("%q is no paragraph of\n%s", s, got)
			}
		}
	})
}

// TestClosingOfALetter: what stands between the last paragraph and the name under
// it is the letter's.
func TestClosingOfALetter(t *testing.T) {
	t.Parallel()
	a := Parse("Small Lamps\nIssue #42\n\nWhy the lamp smokes\nA short history of the wick\nPaul Docht\nJan 14, 2025\n\n214\n\n37\n\n9\nShare\n\nHello friends,\n\nThis week I took my lamp apart. Inside there is a strip of cotton, and that strip is the whole lamp.\n\nThanks for reading Small Lamps! Subscribe for free to receive new posts and support my work.\n\nSubscribed\n\nA flat wick burns slowly. A round one smokes. The smoke is what you smell.\n\nThings I liked this week\nA museum of wicks in Ghent\nHow lamps lie to you\n\nUntil next week,\nPaul\n\nShare Small Lamps\n\nLike this?\nLeave a comment\n")
	for _, said := range []string{"Until next week", "A museum of wicks in Ghent", "How lamps lie to you"} {
		if !strings.Contains(a.Markdown, said) {
			t.Errorf("%q is lost:\n%s", said, a.Markdown)
		}
	}
	if strings.Contains(a.Markdown, "Leave a comment") {
		t.Errorf("the page's own words stand in the text:\n%s", a.Markdown)
	}
}
