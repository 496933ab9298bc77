package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"lede/articles"
	"lede/store/compress"
	"lede/store/storetest"
)

// madeOf is the made-up article of number i, made of data.
func madeOf(i int, data string) *articles.Article {
	a := storetest.Article(i)
	a.Original = &articles.Original{Name: fmt.Sprintf("%d.html", i), Data: data}
	return a
}

// originals is how many different originals the library holds.
func originals(t *testing.T, s *Store) int {
	t.Helper()
	var n int
	if err := s.read.QueryRowContext(t.Context(), `SELECT count(*) FROM original`).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestOriginalsAreKeptOnce(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	book := strings.Repeat("Call me Ishmael. ", 1000)
	put(t, s, madeOf(1, book))
	put(t, s, madeOf(2, book))
	put(t, s, madeOf(3, "another"))
	if n := originals(t, s); n != 2 {
		t.Errorf("%d originals of two texts", n)
	}
	for i, want := range map[int]string{1: book, 2: book, 3: "another"} {
		o, err := s.Original(t.Context(), storetest.Article(i).ID)
		if err != nil || o.Data != want || o.Name != fmt.Sprintf("%d.html", i) {
			t.Errorf("article %d: %v %+v", i, err, o)
		}
	}
	// What nobody was made of any more goes.
	if got := put(t, s, madeOf(2, "edited")); got != articles.Unchanged {
		t.Errorf("the article is as it was, and yet %v", got)
	}
	if n := originals(t, s); n != 3 {
		t.Errorf("%d originals, want 3", n)
	}
	put(t, s, madeOf(1, "edited"))
	if n := originals(t, s); n != 2 {
		t.Errorf("%d originals, want 2: the book is nobody's", n)
	}
	if _, err := s.Remove(t.Context(), madeOf(1, "").ID, madeOf(3, "").ID); err != nil {
		t.Fatal(err)
	}
	if n := originals(t, s); n != 2 {
		t.Errorf("%d originals, want 2: what was removed can come back", n)
	}
	alter(t, s, `DELETE FROM change`)
	if n := originals(t, s); n != 1 {
		t.Errorf("%d originals, want 1", n)
	}
	sound(t, s)
}

func TestOriginalStaysWhereNoneComes(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	a := madeOf(1, "as it came")
	put(t, s, a)
	a.Original, a.Title = nil, "Edited"
	if got := put(t, s, a); got != articles.Updated {
		t.Errorf("put: %v", got)
	}
	if o, err := s.Original(t.Context(), a.ID); err != nil || o.Data != "as it came" {
		t.Errorf("%+v, %v", o, err)
	}
}

func TestArticleWithoutOriginal(t *testing.T) {
	t.Parallel()
	s := library(t, 1)
	id := storetest.Article(0).ID
	if _, err := s.Original(t.Context(), id); !errors.Is(err, ErrNoOriginal) {
		t.Errorf("got %v", err)
	}
	if _, err := s.Original(t.Context(), "aaaaaaaaaa"); !errors.Is(err, ErrNotFound) {
		t.Errorf("got %v", err)
	}
	// One that comes later, with an article that says nothing new, is kept.
	if got := put(t, s, madeOf(0, "late")); got != articles.Unchanged {
		t.Errorf("put: %v", got)
	}
	if o, err := s.Original(t.Context(), id); err != nil || o.Data != "late" {
		t.Errorf("%+v, %v", o, err)
	}
}

func TestAnyBytesComeBack(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	r := rand.New(rand.NewPCG(1, 2))
	noise := make([]byte, 1<<20)
	for i := range noise {
		noise[i] = byte(r.Uint32())
	}
	for i, data := range []string{"", "\x00", string(noise), strings.Repeat("a", 8<<20), "\xff\xfe\x1b[2J"} {
		put(t, s, madeOf(i, data))
		o, err := s.Original(t.Context(), madeOf(i, "").ID)
		if err != nil || o.Data != data {
			t.Errorf("%d bytes come back as %v %v", len(data), o != nil && len(o.Data) == len(data), err)
		}
	}
}

// TestDamagedOriginal: whatever somebody writes into the library, an original
// ends, and with an error.
func TestDamagedOriginal(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	a := madeOf(1, strings.Repeat("text ", 1000))
	put(t, s, a)
	for _, change := range []string{
		`size = size + 1`, `size = -1`, `size = 1 << 60`, `data = x'ffff'`, `data = substr(data, 1, length(data) - 3)`,
	} {
		if _, err := s.write.ExecContext(t.Context(), `BEGIN; UPDATE original SET `+change); err != nil {
			t.Fatal(err)
		}
		var size int64
		var packed []byte
		if err := s.write.QueryRowContext(t.Context(), `SELECT size, data FROM original`).Scan(&size, &packed); err != nil {
			t.Fatal(err)
		}
		if text, err := compress.Inflate(packed, size); err == nil {
			t.Errorf("%s: %d bytes and no error", change, len(text))
		}
		if _, err := s.write.ExecContext(t.Context(), `ROLLBACK`); err != nil {
			t.Fatal(err)
		}
	}
}

func TestPriorStateIsOfNewArticlesAlone(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	a := whole()
	put(t, s, a)
	if err := s.SetStarred(t.Context(), a.ID, false); err != nil {
		t.Fatal(err)
	}
	a.Title += "!"
	put(t, s, a)
	_, state, err := s.Article(t.Context(), a.ID)
	if err != nil || state.Starred {
		t.Errorf("the reader took the star away, and it is back: %+v, %v", state, err)
	}
	sound(t, s)
}

func BenchmarkKeepOriginal(b *testing.B) {
	s := library(b, 0)
	text := storetest.Article(1).Markdown
	for i := 0; b.Loop(); i++ {
		sum := sha256.Sum256(fmt.Append(nil, i))
		put(b, s, madeOf(i, text+string(sum[:])))
	}
	b.SetBytes(int64(len(text)))
}

// TestMade: the same bytes, known in the same way and read by the same program,
// make the same article; whatever of that is another, they may not.
func TestMade(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	a := whole()
	a.Original = &articles.Original{Name: "/notes/a.md", Data: "text", Reader: "one"}
	put(t, s, a)
	for name, edit := range map[string]func(*articles.Original){
		"": func(*articles.Original) {}, "data": func(o *articles.Original) { o.Data = "other" },
		"name": func(o *articles.Original) { o.Name = "/b.md" }, "url": func(o *articles.Original) { o.URL = "https://example.org/" },
		"charset": func(o *articles.Original) { o.Charset = "latin1" }, "whole": func(o *articles.Original) { o.WholePage = true },
		"reader": func(o *articles.Original) { o.Reader = "two" }, "no reader": func(o *articles.Original) { o.Reader = "" },
	} {
		o := *a.Original
		edit(&o)
		if made, err := s.Made(t.Context(), a.ID, &o); err != nil || made != (name == "") {
			t.Errorf("with another %q it is made: %v, %v", name, made, err)
		}
	}
	if made, err := s.Made(t.Context(), "none", a.Original); err != nil || made {
		t.Error(made, err)
	}
	// An article without a name of its reader may be another program's.
	a.Original.Reader = ""
	put(t, s, a)
	a.Original.Reader = "one"
	if made, err := s.Made(t.Context(), a.ID, a.Original); err != nil || made {
		t.Error(made, err)
	}
}

func TestMadeOf(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	a, bare := madeOf(1, "of this"), storetest.Article(2)
	put(t, s, a)
	put(t, s, bare)
	for _, c := range []struct {
		id   articles.ID
		data string
		made bool
		err  error
	}{
		{a.ID, "of this", true, nil},
		{a.ID, "of that", false, nil},
		{a.ID, "of this and more", false, nil},
		{bare.ID, "of this", false, ErrNoOriginal},
		{"none", "of this", false, ErrNotFound},
	} {
		made, err := s.MadeOf(t.Context(), c.id, int64(len(c.data)), strings.NewReader(c.data))
		if made != c.made || !errors.Is(err, c.err) {
			t.Errorf("%s is made of %q: %v, %v", c.id, c.data, made, err)
		}
	}
}
