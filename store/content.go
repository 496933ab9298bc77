package store

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"time"

	"lede/articles"
	"lede/store/tags"
)

// anatomy is the part of an article that is kept as JSON: the list does not
// show it and nothing is looked up by it.
type anatomy struct {
	AuthorBio string           `json:"bio,omitempty"`
	Updated   *stamp           `json:"updated,omitempty"`
	Series    string           `json:"series,omitempty"`
	Part      int              `json:"part,omitempty"`
	Parts     int              `json:"parts,omitempty"`
	Bookmark  bool             `json:"bookmark,omitempty"`
	Aliases   []string         `json:"aliases,omitempty"`
	Former    []string         `json:"former,omitempty"`
	Notices   []string         `json:"notices,omitempty"`
	Epigraphs []articles.Quote `json:"epigraphs,omitempty"`
	Related   []articles.Link  `json:"related,omitempty"`
	Length    articles.Length  `json:"length"`
	Links     []string         `json:"links,omitempty"`
	Terms     []string         `json:"terms,omitempty"`
}

func encodeAnatomy(a *articles.Article) (string, error) {
	x := anatomy{
		AuthorBio: a.AuthorBio, Series: a.Series, Part: a.Part, Parts: a.Parts, Bookmark: a.Bookmark,
		Notices: a.Notices, Epigraphs: a.Epigraphs,
		Related: a.Related, Length: a.Length, Links: a.Links, Terms: a.Terms,
		Aliases: a.Aliases, Former: a.Former,
	}
	if !a.Updated.IsZero() {
		at := stampOf(a.Updated)
		x.Updated = &at
	}
	data, err := json.Marshal(x)
	return string(data), err
}

func decodeAnatomy(data string, a *articles.Article) error {
	var x anatomy
	if err := json.Unmarshal([]byte(data), &x); err != nil {
		return err
	}
	a.AuthorBio, a.Notices, a.Epigraphs = x.AuthorBio, x.Notices, x.Epigraphs
	a.Series, a.Part, a.Parts, a.Bookmark = x.Series, x.Part, x.Parts, x.Bookmark
	a.Related, a.Length, a.Links, a.Terms = x.Related, x.Length, x.Links, x.Terms
	a.Aliases, a.Former = x.Aliases, x.Former
	if x.Updated != nil {
		a.Updated = x.Updated.time()
	}
	return nil
}

// stamp is a time to the millisecond, with the zone that it was written in: an
// article is dated by its author's calendar.
type stamp struct {
	Milli int64 `json:"ms"`
	Zone  int   `json:"zone,omitempty"` // seconds east of UTC
}

func stampOf(t time.Time) stamp {
	_, zone := t.Zone()
	return stamp{t.UnixMilli(), zone}
}

func (s stamp) time() time.Time {
	t := time.UnixMilli(s.Milli).UTC()
	if s.Zone != 0 && !t.IsZero() {
		t = t.In(time.FixedZone("", s.Zone))
	}
	return t
}

// hash covers everything that the source says of an article, so that adding
// it again tells an edited one from one that is as it was. When it was added
// is not the source's to say.
func hash(a *articles.Article, anatomy string) []byte {
	h := sha256.New()
	var size [8]byte
	number := func(n int64) {
		binary.LittleEndian.PutUint64(size[:], uint64(n))
		h.Write(size[:])
	}
	published := stampOf(a.Published)
	number(published.Milli)
	number(int64(published.Zone))
	number(a.SourceViews)
	for _, text := range []string{
		a.Slug, a.Origin, a.Title, a.Dek, a.Author, a.Site, a.URL,
		tags.Join(a.Tags), anatomy, a.Markdown,
	} {
		number(int64(len(text)))
		h.Write([]byte(text))
	}
	return h.Sum(nil)[:16]
}
