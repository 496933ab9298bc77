package facts

import (
	"slices"
	"testing"

	"lede/articles/importer/htmldoc/dom"
)

func TestWhereATextStandsInTheWindow(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ window, text, before, behind string }{
		{"The Pier – Orm News", "the pier", "", " – Orm News"},
		{"Orm News | “The pier’s end”", "The pier's end", "Orm News | “", "”"},
		{"News:\tThe Pier", "The Pier", "News:\t", ""},
	} {
		if before, behind, ok := besides(c.window, c.text); !ok || before != c.before || behind != c.behind {
			t.Errorf("%q has %q and %q beside %q, %v", c.window, before, behind, c.text, ok)
		}
	}
	for _, window := range []string{"By the pier", "The ½ pier", "Pier"} { // within words, with a number in it, less
		if _, _, ok := besides(window, "The pier"); ok {
			t.Errorf("the text stands in %q", window)
		}
	}
}

func TestNamesInMarkup(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]bool{"/author/dora?page=2": true, "https://orm.example/u/dora/": true, "/x/@dora#a": true, "/author/": false, "/pier/dora": false, "dora": false, "?by=/author/dora": false} {
		if isAuthorAddress(address) != want {
			t.Errorf("%s leads to an author: %v", address, !want)
		}
	}
	n := dom.New("p", "")
	dom.Set(n, "class", "post__authorName HTMLBox --a")
	if got := namesOf(n); !slices.EqualFunc(got, [][]string{{"post", "author", "name"}, {"htmlbox"}, {"a"}}, slices.Equal) {
		t.Errorf("the parts of the names are %q", got)
	}
	for line, want := range map[string]string{"QUAY TOWN, 3 May – The wall - it stands.": "QUAY TOWN, 3 May", "Well-known — so far": "Well-known", "A wall": "", " - so": ""} {
		if got := opening(line); got != want {
			t.Errorf("%q opens with %q; want %q", line, got, want)
		}
	}
}
