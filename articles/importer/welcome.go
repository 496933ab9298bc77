package importer

import (
	"lede/articles"
	"lede/articles/importer/filename"
	"lede/articles/welcome"
)

// Welcome returns the articles that a new library starts with.
func Welcome() ([]*articles.Article, error) {
	var out []*articles.Article
	for _, file := range welcome.Files() {
		slug := filename.Slug(file.Name)
		a, err := read(source{name: file.Name, origin: file.Origin()}, string(file.Content))
		if err != nil {
			return nil, err
		}
		a.Slug = slug
		out = append(out, a)
	}
	return out, nil
}
