package store

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"lede/articles"
	"lede/store/storetest"
)

// asKept is what a library should have of an article: its text, and the original, "none"
// for none. Without a text it is not there.
type asKept struct{ text, original string }

const none = "none"

// shelves is what a library should have, by the number of the article, and how to undo
// the changes of it.
type shelves struct {
	has     map[int]asKept
	changes []map[int][2]asKept // of each article what it was before, and after
}

// put is what putting an article within a change does.
func (m *shelves) put(change map[int][2]asKept, i int, text, original string) {
	was := m.has[i]
	now := asKept{text, original}
	if original == none {
		now.original = was.original
		if was.text == "" {
			now.original = none
			if change != nil {
				now.original = m.trashed(i)
			}
		}
	}
	m.has[i] = now
	if was.text != text { // else only the original is another, which is no change
		m.note(change, i, was, now)
	}
}

// trashed is the original of an article in the trash, which a hand that adds it again
// restores.
func (m *shelves) trashed(i int) string {
	for _, change := range slices.Backward(m.changes) {
		if c, ok := change[i]; ok && c[1].text == "" {
			return c[0].original
		}
	}
	return none
}

func (m *shelves) note(change map[int][2]asKept, i int, was, now asKept) {
	if change == nil {
		return
	}
	if before, noted := change[i]; noted {
		was = before[0]
	}
	change[i] = [2]asKept{was, now}
}

func (m *shelves) undo() {
	if len(m.changes) == 0 {
		return
	}
	last := m.changes[len(m.changes)-1]
	m.changes = m.changes[:len(m.changes)-1]
	for i, c := range last {
		if m.has[i].text == c[1].text {
			m.has[i] = c[0]
		}
	}
}

// TestOriginalsSurvive puts, edits, removes and undoes in any order, by the reader's hand
// and not. Each original is there as it came, byte by byte, for as long as its article.
func TestOriginalsSurvive(t *testing.T) {
	t.Parallel()
	paragraphs := strings.SplitAfter(storetest.Article(7).Markdown, "\n\n")
	texts := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(paragraphs), 1, 3).Draw(t, "paragraphs"), "")
	})
	s := library(t, 0)
	rapid.Check(t, func(rt *rapid.T) {
		for i := range 4 {
			if _, err := s.Remove(context.Background(), storetest.Article(i).ID); err != nil {
				rt.Fatal(err)
			}
		}
		alter(t, s, `DELETE FROM change`)
		m := shelves{has: map[int]asKept{}}
		draw := func() (int, *articles.Article) {
			i := rapid.IntRange(0, 3).Draw(rt, "article")
			a := storetest.Article(i)
			a.Markdown = texts.Draw(rt, "text")
			if was := m.has[i].text; was != "" && rapid.Bool().Draw(rt, "same text") {
				a.Markdown = was
			}
			original := rapid.OneOf(
				rapid.Just(none), rapid.Just("shared"), rapid.Just(a.Markdown), rapid.Just("---\ntitle: A\n---\n\n"+a.Markdown),
				rapid.Just(strings.Join(paragraphs, "")), texts, rapid.String(),
			).Draw(rt, "original")
			if original == none && m.has[i].text == "" {
				original = "shared" // else that of the trash comes back with it
			}
			if original != none {
				a.Original = &articles.Original{Name: "a.md", Data: original}
			}
			return i, a
		}
		put := func(noted bool) {
			var c *articles.Change
			var change map[int][2]asKept
			if noted {
				c, change = &articles.Change{Kind: articles.Adding}, map[int][2]asKept{}
			}
			var all []*articles.Article
			for range rapid.IntRange(1, 3).Draw(rt, "articles") {
				i, a := draw()
				all = append(all, a)
				original := none
				if a.Original != nil {
					original = a.Original.Data
				}
				m.put(change, i, a.Markdown, original)
			}
			if err := s.PutAllWithin(context.Background(), c, slices.Values(all), func(_ *articles.Article, _ articles.Outcome, err error) {
				if err != nil {
					rt.Fatal(err)
				}
			}); err != nil {
				rt.Fatal(err)
			}
			if len(change) > 0 {
				m.changes = append(m.changes, change)
			}
		}
		steps := map[string]func(){
			"put":     func() { put(true) },
			"refresh": func() { put(false) },
			"remove": func() {
				change := map[int][2]asKept{}
				var ids []articles.ID
				for i := range rapid.IntRange(1, 4).Draw(rt, "articles") {
					if was := m.has[i]; was.text != "" {
						m.has[i] = asKept{}
						m.note(change, i, was, asKept{})
					}
					ids = append(ids, storetest.Article(i).ID)
				}
				if _, err := s.Remove(context.Background(), ids...); err != nil {
					rt.Fatal(err)
				}
				if len(change) > 0 {
					m.changes = append(m.changes, change)
				}
			},
			"undo": func() {
				m.undo()
				if _, err := s.Undo(context.Background(), time.Time{}); err != nil {
					rt.Fatal(err)
				}
			},
		}
		names := slices.Sorted(maps.Keys(steps))
		for range rapid.IntRange(1, 16).Draw(rt, "steps") {
			steps[rapid.SampledFrom(names).Draw(rt, "step")]()
			m.check(rt, s)
		}
	})
}

func (m *shelves) check(t *rapid.T, s *Store) {
	for _, i := range slices.Sorted(maps.Keys(m.has)) {
		want, id := m.has[i], storetest.Article(i).ID
		a, _, err := s.Article(context.Background(), id)
		if (err == nil) != (want.text != "") || err == nil && a.Markdown != want.text {
			t.Fatalf("article %d: %v, want %.40q", i, err, want.text)
		}
		if err != nil {
			continue
		}
		o, err := s.Original(context.Background(), id)
		switch {
		case want.original == none && o == nil: // there is none
		case err != nil || o.Data != want.original:
			t.Fatalf("the original of article %d: %v, %+v, want %q", i, err, o, want.original)
		}
	}
}

// TestOriginalOfMarkdownIsSmall: of a file that is the text and little else the library
// keeps what differs alone, and takes it for what the article was made of all the same.
// A text that changes past that is no change at all.
func TestOriginalOfMarkdownIsSmall(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	a := storetest.Article(1)
	a.Original = &articles.Original{Name: "/notes/a.md", Reader: "one", Data: "---\ntitle: A\n---\n\n" + a.Markdown + "\n"}
	put(t, s, a)
	var size int
	if err := s.read.QueryRowContext(t.Context(), `SELECT length(delta) FROM source`).Scan(&size); err != nil || size > 60 {
		t.Errorf("%d bytes are kept of it, %v", size, err)
	}
	if n := originals(t, s); n != 0 {
		t.Errorf("%d originals are kept whole", n)
	}
	for _, id := range []articles.ID{a.ID, ""} {
		if made, err := s.Made(t.Context(), id, a.Original); err != nil || !made {
			t.Errorf("article %q is not made of it: %v", id, err)
		}
	}
	if made, err := s.MadeOf(t.Context(), a.ID, int64(len(a.Original.Data)), strings.NewReader(a.Original.Data)); err != nil || !made {
		t.Errorf("it is not made of it: %v", err)
	}
	for _, change := range []string{`markdown = 'Another text.', packed = NULL`, `packed = x'00'`} {
		if _, err := s.write.ExecContext(t.Context(), `UPDATE body SET `+change); err == nil {
			t.Errorf("%s: the original would be lost, and no error", change)
		}
	}
	alter(t, s, `UPDATE source SET hash = x'00'`)
	if o, err := s.Original(t.Context(), a.ID); err == nil {
		t.Errorf("other bytes come back than those that were kept: %.40q", o.Data)
	}
}
