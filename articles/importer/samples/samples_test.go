package samples

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
)

func TestSameSeedSamePages(t *testing.T) {
	if !reflect.DeepEqual(Pages(60, 7), Pages(60, 7)) {
		t.Error("the same seed made other pages")
	}
	if reflect.DeepEqual(Pages(60, 7), Pages(60, 8)) {
		t.Error("another seed made the same pages")
	}
}

func TestLayouts(t *testing.T) {
	forms := forms()
	for _, l := range layouts().layouts {
		for _, name := range l.forms {
			if !slices.ContainsFunc(forms, func(f form) bool { return f.name == name }) {
				t.Errorf("layout %s: no form is named %q", l.name, name)
			}
		}
		pages, err := OfLayout(l.name, 30, 5)
		if err != nil {
			t.Error(err)
		}
		titled := 0
		for _, p := range pages {
			if slices.ContainsFunc(p.Lines, func(l Line) bool { return l.Label == Title }) && strings.Contains(p.HTML, LabelAttribute+`="title"`) {
				titled++
			}
		}
		if titled < 20 { // letters and notes may have none
			t.Errorf("layout %s: %d of %d pages have a title", l.name, titled, len(pages))
		}
	}
	if _, err := OfLayout("no such", 1, 1); err == nil {
		t.Error("a layout that there is not made pages")
	}
}

func TestLinesHaveLabels(t *testing.T) {
	slot := regexp.MustCompile(`\{[a-z]`)
	for _, p := range Pages(800, 1) {
		seen := map[Label]bool{}
		for _, l := range p.Lines {
			if (l.Label == "") != (strings.TrimSpace(l.Text) == "") || l.Label != "" && !slices.Contains(Labels(), l.Label) {
				t.Fatalf("%s, %s: line %q has label %q", p.Layout, p.Form, l.Text, l.Label)
			}
			if l.Label != Code && slot.MatchString(l.Text) {
				t.Errorf("%s, %s: a slot stayed empty: %q", p.Layout, p.Language, l.Text)
			}
			seen[l.Label] = true
		}
		if !seen[Prose] {
			t.Errorf("%s: a page without a text", p.Layout)
		}
	}
}

// What the HTML shows and what the lines have are the same letters and digits.
func TestLinesAreThePage(t *testing.T) {
	for _, p := range Pages(800, 2) {
		if !p.Complete || p.Form != "chrome" && p.Form != "firefox" && p.Form != "reader" {
			continue
		}
		tree, err := html.Parse(strings.NewReader(p.HTML))
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, l := range p.Lines {
			lines = append(lines, l.Text)
		}
		got, want := letters(strings.Join(lines, "\n")), letters(shown(tree))
		if p.Form != "chrome" {
			got, want = noDigits(got), noDigits(want) // numbers of items
		}
		if got != want {
			t.Errorf("%s, %s: lines\n%s\nHTML\n%s", p.Layout, p.Form, got, want)
		}
	}
}

func shown(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		hidden := false
		for p := c.Parent; p != nil; p = p.Parent {
			hidden = hidden || slices.Contains([]string{"head", "script"}, p.Data) ||
				slices.ContainsFunc(p.Attr, func(a html.Attribute) bool { return a.Val == "display:none" })
		}
		if c.Type == html.TextNode && !hidden {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

func noDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || r == 'o' { // some bullets are an o
			return -1
		}
		return r
	}, s)
}
