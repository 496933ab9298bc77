package facts

import (
	"net/url"
	"strings"

	"lede/articles/importer/lexicon"
	"lede/articles/importer/webpage/jsonld"
)

// stated notes what the page states of a fact for programs. Of the sources of a
// kind the first that says anything counts most.
func (f *Facts) stated(fact string) {
	notes := func(kind, feature string, says func(name string) []string) {
		for _, name := range vocabulary()[kind+" "+fact] {
			if f.note(fact, says(name), feature) {
				feature = "more"
			}
		}
	}
	notes("ld", "ld", func(key string) []string { return f.ld.Names(f.work[key]) })
	notes("meta", "meta", func(name string) []string { return f.meta[name] })
	for _, o := range f.ld.All {
		kind := "ld"
		switch {
		case fact == site && jsonld.IsType(o, " website newsmediaorganization "):
			kind = "ld-site"
		case fact == site:
		case fact == title || !jsonld.IsType(o, " webpage itempage faqpage videoobject "):
			continue // these say when a page that is no article by its type is from
		}
		notes(kind, "page", func(key string) []string { return f.ld.Names(o[key]) })
	}
}

// statedBeside notes the author that a page states for previews, and whether the
// days that it states are those of something that takes place.
func (f *Facts) statedBeside() {
	for _, n := range [...]string{"1", "2"} {
		label := first(f.meta["twitter:label"+n])
		if kinds, _ := lexicon.Opening(label); (kinds | lexicon.Whole(label)).HasAny(lexicon.By, lexicon.AuthorLabel) {
			f.note(author, f.meta["twitter:data"+n], "label")
		}
	}
	for _, o := range f.ld.All {
		if kind := strings.ToLower(f.ld.Text(o["@type"])); strings.HasSuffix(kind, "event") || strings.HasSuffix(kind, "festival") {
			f.isEvent = f.work == nil
		}
	}
}

// isOwn tells of an object of JSON-LD how well it fits this page, by its address
// and by what the page is called: more than 0 where it does, less where both tell
// of another article.
func (f *Facts) isOwn(o jsonld.Object) int {
	fit, others := 0, 0
	weigh := func(fits bool) {
		if fits {
			fit += 3
		} else {
			others++
		}
	}
	page, _ := o["mainEntityOfPage"].(jsonld.Object)
	u, err := url.Parse(nonEmpty(nonEmpty(jsonld.String(o["url"]), jsonld.String(o["mainEntityOfPage"])), jsonld.String(page["@id"])))
	if own, _ := url.Parse(f.Article.URL); err == nil && own != nil && strings.Trim(u.Path, "/") != "" && f.Article.URL != "" {
		weigh(strings.Trim(u.Path, "/") == strings.Trim(own.Path, "/"))
	}
	called := fold(strings.Join(append(f.metas(title), f.window), " "))
	head, name := fold(f.ld.Text(o["headline"])), fold(f.ld.Text(o["name"]))
	if called != "" && head+name != "" {
		weigh(head != "" && strings.Contains(called, head) || name != "" && strings.Contains(called, name))
	}
	if fit == 0 && others == 2 {
		return -1
	}
	return fit
}
