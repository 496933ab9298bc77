package articles

import "slices"

// CleanLines makes every field but the text itself a clean line, see [CleanLine],
// as importers promise. Of tags, notices, epigraphs and links those go of which
// nobody would see anything.
func (a *Article) CleanLines() {
	for _, s := range []*string{&a.Title, &a.Dek, &a.Author, &a.AuthorBio, &a.Site, &a.URL} {
		*s = CleanLine(*s)
	}
	a.Tags, a.Notices = cleanLines(a.Tags), cleanLines(a.Notices)
	for i, q := range a.Epigraphs {
		a.Epigraphs[i] = Quote{Text: CleanLine(q.Text), By: CleanLine(q.By)}
	}
	a.Epigraphs = slices.DeleteFunc(a.Epigraphs, func(q Quote) bool { return q == Quote{} })
	for i, l := range a.Related {
		a.Related[i] = Link{Title: CleanLine(l.Title), Target: CleanLine(l.Target)}
	}
	a.Related = slices.DeleteFunc(a.Related, func(l Link) bool { return l == Link{} })
}

func cleanLines(all []string) []string {
	for i, s := range all {
		all[i] = CleanLine(s)
	}
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}
