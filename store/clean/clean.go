// Package clean cleans what is read of a library to be shown, like every text from
// outside: a library may come from somebody else, and any program can write to its
// file. What the store itself compares, such as the traits of an article that is
// removed, stays as it is stored.
package clean

import "lede/articles"

// Row cleans a row of the list.
func Row(r *articles.Row) {
	lines((*string)(&r.ID), &r.Title, &r.Dek, &r.Opening, &r.Author, &r.Site)
	linesOf(r.Tags)
}

// Name cleans a name.
func Name(n *articles.Name) {
	lines((*string)(&n.ID), &n.Title, &n.Author)
	linesOf(n.Tags)
}

// Related cleans what is said of a related article.
func Related(r *articles.Related) {
	lines((*string)(&r.ID), &r.Title, &r.Author, &r.Site)
}

// Article cleans a whole article.
func Article(a *articles.Article) {
	lines((*string)(&a.ID), &a.Slug, &a.Title, &a.Dek, &a.Opening, &a.Author, &a.Site, &a.Series)
	for _, list := range [...][]string{a.Tags, a.Own.Add, a.Own.Take, a.Aliases} {
		linesOf(list)
	}
	// An address may have several spaces in a row, and a text several lines.
	texts(&a.Origin, &a.URL, &a.AuthorBio, &a.Markdown)
	for _, list := range [...][]string{a.Notices, a.Links, a.Former} {
		for i := range list {
			texts(&list[i])
		}
	}
	for i := range a.Epigraphs {
		texts(&a.Epigraphs[i].Text)
		lines(&a.Epigraphs[i].By)
	}
	for i := range a.Related {
		lines(&a.Related[i].Title)
		texts(&a.Related[i].Target)
	}
}

func lines(all ...*string) {
	for _, s := range all {
		*s = articles.CleanLine(*s)
	}
}

func linesOf(all []string) {
	for i := range all {
		lines(&all[i])
	}
}

func texts(all ...*string) {
	for _, s := range all {
		*s = articles.Clean(*s)
	}
}

// Feed cleans a subscription.
func Feed(f *articles.Feed) {
	lines(&f.URL, &f.Title, &f.Name, &f.Site, &f.Error, &f.ETag, &f.LastModified)
	for _, path := range f.Folders {
		linesOf(path)
	}
}
