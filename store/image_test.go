package store

import (
	"bytes"
	"errors"
	"testing"

	"lede/articles"
	"lede/store/storetest"
)

// illustrated is the made-up article of number i with images.
func illustrated(i int, images ...articles.Image) *articles.Article {
	a := storetest.Article(i)
	a.Images = images
	return a
}

func TestImagesComeBackAndGoWithTheirArticle(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	data := bytes.Repeat([]byte{0x89, 'P', 0}, 1<<20)
	put(t, s, illustrated(1, articles.Image{Source: "https://example.org/a.png", Data: data}, articles.Image{Source: "b.png", Data: []byte("b")}))
	put(t, s, illustrated(2, articles.Image{Source: "b.png", Data: []byte("other")}))
	a, b := storetest.Article(1).ID, storetest.Article(2).ID
	see := func(id articles.ID, source string, want []byte) {
		t.Helper()
		got, err := s.Image(t.Context(), id, source)
		if want == nil && !errors.Is(err, ErrNotFound) || want != nil && (err != nil || !bytes.Equal(got, want)) {
			t.Errorf("%s of %s: %d bytes, %v", source, id, len(got), err)
		}
	}
	see(a, "https://example.org/a.png", data)
	see(a, "b.png", []byte("b"))
	see(b, "b.png", []byte("other"))
	see(b, "https://example.org/a.png", nil)

	// Without images an article keeps its own; with others it has those alone.
	if got := put(t, s, illustrated(1)); got != articles.Unchanged {
		t.Errorf("the same article without its images: %v", got)
	}
	see(a, "b.png", []byte("b"))
	put(t, s, illustrated(1, articles.Image{Source: "c.png", Data: []byte("c")}))
	see(a, "b.png", nil)
	see(a, "c.png", []byte("c"))

	if _, err := s.Remove(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	see(a, "c.png", nil)
	see(b, "b.png", []byte("other"))
	var left int
	if err := s.read.QueryRowContext(t.Context(), `SELECT count(*) FROM image`).Scan(&left); err != nil || left != 1 {
		t.Errorf("%d images are left, %v", left, err)
	}
}

func TestImagesAreBounded(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	large := articles.Image{Source: "large.png", Data: make([]byte, articles.MaxImage+1)}
	if _, err := s.Put(t.Context(), illustrated(1, large)); err == nil {
		t.Error("an image over the limit is kept")
	}
	var many []articles.Image
	for i := range 6 {
		many = append(many, articles.Image{Source: string(rune('a' + i)), Data: make([]byte, articles.MaxImage)})
	}
	if _, err := s.Put(t.Context(), illustrated(1, many...)); err == nil {
		t.Error("images over the limit of all are kept")
	}
	if _, _, err := s.Article(t.Context(), storetest.Article(1).ID); !errors.Is(err, ErrNotFound) {
		t.Errorf("of what is not kept something is left: %v", err)
	}
}
