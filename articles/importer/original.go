package importer

import (
	"fmt"

	"lede/articles"
	"lede/articles/importer/filename"
	"lede/articles/importer/links"
)

// Again makes an article again of what it was made of, as this version reads
// it. It stays the same article: its ID, origin and slug are those of before.
func Again(o *articles.Original, before *articles.Article) (*articles.Article, error) {
	s := source{
		name: o.Name, kind: o.Name, origin: before.Origin,
		hint: Hint{URL: o.URL, Charset: o.Charset, WholePage: o.WholePage},
	}
	if articles.IsWeb(s.origin) {
		s.name = s.origin
	}
	a, err := s.again(o.Data, before.ID)
	if err != nil {
		return nil, err
	}
	a.ID, a.Origin, a.Slug, a.Added = before.ID, before.Origin, before.Slug, before.Added
	a.FileTime = before.FileTime
	a.Original, a.Prior, a.Images = nil, nil, nil // kept as they are
	return a, nil
}

// again reads data, and of a file with several articles the one with an ID.
func (s source) again(data string, id articles.ID) (*articles.Article, error) {
	data, err := unpacked(s, data)
	if err != nil {
		return nil, err
	}
	whole := s
	whole.origin = links.FileOrigin(s.name)
	b, err := bundleOf(whole, data)
	switch {
	case err != nil:
		return nil, err
	case b == nil:
		return read(s, data)
	}
	for a := range b.Articles() {
		if a.ID == id {
			return a, nil
		}
	}
	return nil, fmt.Errorf("%s: the article is no longer found in it", filename.Shown(s.name))
}
