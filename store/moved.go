package store

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"lede/articles"
	"lede/store/compress"
)

// How alike two texts must be, as shares of the longer, for a new file to be one
// that was renamed and edited.
const (
	almostSame = 0.9
	sameNamed  = 0.7 // where the title or the name of the file is the same
	// longEnough is how long a text is, in bytes without blanks, that is known
	// by itself. A shorter one needs its title or its name too.
	longEnough = 200
)

// mostFormer is how many former origins an article keeps.
const mostFormer = 20

// vanished are the articles whose files are gone, found once in a run of
// putting articles, when the first new file comes. A file that is still there
// is never among them: a copy is a copy.
type vanished struct {
	looked bool
	texts  map[[16]byte][]*lost // by their whole text
	pieces map[uint64][]*lost   // by their paragraphs
}

// lost is an article that may be found again.
type lost struct {
	key    int64
	id     articles.ID
	origin string
	title  string
	sketch sketch
	found  bool
}

// sketch is what a text is known by: a hash of the whole, and of its paragraphs
// those with the smallest hashes, the same in every text that has them.
type sketch struct {
	whole  [16]byte
	size   int // in bytes, without blanks
	pieces map[uint64]int
	weight int // of the pieces
}

const (
	mostPieces = 64
	mostAlike  = 16 // articles with the same paragraph
)

func sketchOf(text string) sketch {
	s := sketch{pieces: make(map[uint64]int)}
	whole := sha256.New()
	var all []uint64
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		words := strings.Join(strings.Fields(paragraph), "")
		if words == "" {
			continue
		}
		_, _ = whole.Write([]byte(words)) // a hash does not fail
		s.size += len(words)
		sum := sha256.Sum256([]byte(words))
		piece := binary.LittleEndian.Uint64(sum[:8])
		if s.pieces[piece] == 0 {
			all = append(all, piece)
		}
		s.pieces[piece] = len(words)
	}
	copy(s.whole[:], whole.Sum(nil))
	slices.Sort(all)
	for i, piece := range all {
		if i >= mostPieces {
			delete(s.pieces, piece)
			continue
		}
		s.weight += s.pieces[piece]
	}
	return s
}

// move finds the article that a, which is new, was under another name, and
// gives it a's ID; ok is false when there is none.
func (w *writer) move(a *articles.Article) (key int64, ok bool, err error) {
	if w.gone == nil || !strings.HasPrefix(a.Origin, "file:") || isGone(a.Origin) {
		return 0, false, nil // what comes out of an export may have no file either
	}
	if err := w.look(); err != nil {
		return 0, false, err
	}
	l := w.gone.find(a)
	if l == nil {
		return 0, false, nil
	}
	l.found = true
	if w.byHand() || l.sketch.whole != sketchOf(a.Markdown).whole {
		if err := w.keep(l.key, l.title); err != nil {
			return 0, false, err
		}
	}
	_, err = w.exec(`UPDATE article SET id = ? WHERE key = ?`, a.ID, l.key)
	return l.key, true, err
}

// find is the article that a most likely was, or nil.
func (v *vanished) find(a *articles.Article) *lost {
	if len(v.texts) == 0 {
		return nil
	}
	s := sketchOf(a.Markdown)
	if s.size == 0 {
		return nil
	}
	named := func(l *lost) bool { return l.title == a.Title || path.Base(l.origin) == path.Base(a.Origin) }
	var best *lost
	for _, l := range v.texts[s.whole] {
		if l.found || s.size < longEnough && !named(l) {
			continue
		}
		if best == nil || named(l) && !named(best) {
			best = l
		}
	}
	if best != nil || s.size < longEnough {
		return best
	}
	common := make(map[*lost]int)
	for piece, weight := range s.pieces {
		for _, l := range v.pieces[piece] {
			common[l] += weight
		}
	}
	most := 0.0
	for l, weight := range common {
		share := float64(weight) / float64(max(s.weight, l.sketch.weight))
		if l.found || share < sameNamed || share < almostSame && !named(l) {
			continue
		}
		if share > most || share == most && l.key < best.key {
			best, most = l, share
		}
	}
	return best
}

// look finds the articles whose files are gone.
func (w *writer) look() error {
	if w.gone.looked {
		return nil
	}
	keys, err := w.missing()
	if err != nil {
		return err
	}
	texts, pieces := make(map[[16]byte][]*lost), make(map[uint64][]*lost)
	find, err := w.prepare(`SELECT id, title, origin, coalesce(packed, markdown) FROM article JOIN body USING (key) WHERE key = ?`)
	if err != nil {
		return err
	}
	for _, key := range keys {
		l := &lost{key: key}
		var text compress.Text
		if err := find.QueryRowContext(w.ctx, key).Scan(&l.id, &l.title, &l.origin, &text); err != nil {
			return err
		}
		if !isGone(l.origin) {
			continue // what is gone is what it was called before
		}
		l.sketch = sketchOf(string(text))
		texts[l.sketch.whole] = append(texts[l.sketch.whole], l)
		for piece := range l.sketch.pieces {
			if len(pieces[piece]) < mostAlike {
				pieces[piece] = append(pieces[piece], l)
			}
		}
		l.sketch.pieces = nil
	}
	*w.gone = vanished{looked: true, texts: texts, pieces: pieces}
	return nil
}

// missing are the keys of the articles that are known by the name of a file
// that is not there.
func (w *writer) missing() ([]int64, error) {
	find, err := w.prepare(`SELECT value, article FROM trait WHERE kind = ? AND value >= 'file:' AND value < 'file;'`)
	if err != nil {
		return nil, err
	}
	rows, err := find.QueryContext(w.ctx, kindAddress)
	if err != nil {
		return nil, err
	}
	var keys []int64
	for rows.Next() {
		var origin string
		var key int64
		if err := rows.Scan(&origin, &key); err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		if isGone(origin) {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys), errors.Join(rows.Err(), rows.Close())
}

// isGone reports whether the file of an origin is surely not there.
func isGone(origin string) bool {
	file, ok := strings.CutPrefix(origin, "file:")
	if !ok {
		return false
	}
	_, err := os.Lstat(filepath.FromSlash(file))
	return errors.Is(err, fs.ErrNotExist)
}

// formerOf are the names that an article keeps when it is brought up to date
// with one from an origin: those that it had, and if it moves, its origin and
// its ID too.
func formerOf(old *articles.Article, origin string) []string {
	former := old.Former
	if old.Origin != origin {
		former = append([]string{old.Origin, string(articles.NewID(old.Origin))}, former...)
	}
	former = slices.DeleteFunc(slices.Clone(former), func(name string) bool {
		return name == origin || name == string(articles.NewID(origin))
	})
	if len(former) == 0 {
		return nil
	}
	return former[:min(mostFormer, len(former))]
}
