package copies

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lede/articles/tokens"
	"lede/articles/welcome"
	"lede/store/storetest"
)

// text is one that others are compared with.
type text struct{ name, words string }

// texts are those of the embedded articles, and made-up ones.
func texts(t *testing.T) []text {
	t.Helper()
	var all []text
	for _, file := range welcome.Files() {
		all = append(all, text{file.Name, wordsOf(string(file.Content))})
	}
	for a := range storetest.Articles(300) {
		all = append(all, text{string(a.ID), wordsOf(a.Markdown)})
	}
	return all
}

func wordsOf(s string) string { return strings.Join(tokens.Of(s), " ") }

// changed is a text of which one word in twenty is another, is gone, or has a new one
// before it.
func changed(r *rand.Rand, words string) string {
	const share = .05
	all := strings.Fields(words)
	var out []string
	for _, word := range all {
		other := all[r.IntN(len(all))]
		if r.Float64() >= share {
			out = append(out, word)
			continue
		}
		switch r.IntN(3) {
		case 0:
			out = append(out, other)
		case 1:
			out = append(out, other, word)
		}
	}
	return strings.Join(out, " ")
}

// found reports whether a library that has a text finds that another is its copy.
func found(a, b string) bool { return haveCommon(Bands(a), Bands(b)) && Same(a, b) }

func haveCommon(a, b []int64) bool {
	return slices.ContainsFunc(a, func(band int64) bool { return slices.Contains(b, band) })
}

// recall is the share of changed copies of some texts that are found.
func recall(all []text, each int) float64 {
	r := rand.New(rand.NewPCG(1, 2)) // the same in every run
	n, got := 0, 0
	for _, t := range all {
		if Bands(t.words) == nil {
			continue
		}
		for range each {
			n++
			if found(t.words, changed(r, t.words)) {
				got++
			}
		}
	}
	return float64(got) / float64(max(1, n))
}

const enough = .95 // copies that are found, at least

func TestCopiesAreFound(t *testing.T) {
	t.Parallel()
	if got := recall(texts(t), 5); got < enough {
		t.Errorf("%.3f of the copies are found", got)
	}
}

func TestOtherStoriesAreNot(t *testing.T) {
	t.Parallel()
	eachPair(texts(t), func(a, b text) { t.Errorf("%s is taken for a copy of %s", a.name, b.name) })
}

// eachPair calls do for each two of some texts that are taken for one story.
func eachPair(all []text, do func(a, b text)) {
	bands := make([][]int64, len(all))
	for i, a := range all {
		bands[i] = Bands(a.words)
		for j, b := range all[:i] {
			if haveCommon(bands[i], bands[j]) && Same(a.words, b.words) {
				do(a, b)
			}
		}
	}
}

// TestTemplates has texts that are the same but for what they are about.
func TestTemplates(t *testing.T) {
	t.Parallel()
	page := func(command string) string {
		var b strings.Builder
		for i := range 20 {
			fmt.Fprintf(&b, "option %d of the program is taken as it stands and has no default in this place ", i)
		}
		return b.String() + strings.Repeat("the command "+command+" prints ", 3)
	}
	if Same(page("sort"), page("uniq")) {
		t.Error("the pages of two commands are taken for one")
	}
	if !Same(page("sort"), page("sort")+" and what it finds") {
		t.Error("a page is not the same as it is with some words more")
	}
}

func TestShortTextsHaveNoCopies(t *testing.T) {
	t.Parallel()
	gone := strings.TrimSpace(strings.Repeat("this page is no longer here ", 8)) // 48 words
	if Bands(gone) != nil {
		t.Error("a notice has copies")
	}
	if len(Bands(gone+" and will not return")) != NumBands {
		t.Error("a text of 52 words has none")
	}
}

// TestCorpus looks at the texts of LEDE_CORPUS, a folder that need not be there, and
// tells which it takes for one story: somebody is to look at them.
func TestCorpus(t *testing.T) {
	t.Parallel()
	root := os.Getenv("LEDE_CORPUS")
	if root == "" {
		t.Skip("LEDE_CORPUS is not set")
	}
	var all []text
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !slices.Contains([]string{".md", ".txt", ".markdown"}, filepath.Ext(path)) {
			return err
		}
		data, err := os.ReadFile(path)
		all = append(all, text{path, wordsOf(string(data))})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	eachPair(all, func(a, b text) { t.Logf("one story: %s and %s", a.name, b.name) })
	got := recall(all, 20)
	if t.Logf("%.3f of the copies are found, of %d texts", got, len(all)); got < enough {
		t.Error("too few copies are found")
	}
}

func BenchmarkBands(b *testing.B) {
	words := wordsOf(storetest.Article(3).Markdown)
	b.SetBytes(int64(len(words)))
	for b.Loop() {
		Bands(words)
	}
}

func BenchmarkSame(b *testing.B) {
	words := wordsOf(storetest.Article(3).Markdown)
	for b.Loop() {
		Same(words, words)
	}
}
