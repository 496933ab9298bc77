package facts

import (
	"cmp"
	"net/url"
	"regexp"
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
		switch kind := "ld"; {
		case fact == site && f.ld.IsType(o, aboutSite):
			kind = "ld-site"
			fallthrough
		case fact == site, fact != title && f.ld.IsType(o, aboutPage):
			notes(kind, "page", func(key string) []string { return f.ld.Names(o[key]) })
		}
	}
}

// The types of what tells of a site, of a page, also of one that is no article, and
// of what takes place.
var (
	aboutSite  = regexp.MustCompile(`(?i)(website|newsmediaorganization)$`)
	aboutPage  = regexp.MustCompile(`(?i)(webpage|itempage|faqpage|videoobject)$`)
	aboutEvent = regexp.MustCompile(`(?i)(event|festival)$`)
)

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
		f.isEvent = f.isEvent || f.work == nil && f.ld.IsType(o, aboutEvent)
	}
}

// isOwn tells of an object of JSON-LD how well it fits this page, by its address
// and by what the page is called: more than 0 where it does, less where both tell
// of another article.
func (f *Facts) isOwn(o jsonld.Object) int {
	page, _ := o["mainEntityOfPage"].(jsonld.Object)
	there, err := url.Parse(cmp.Or(jsonld.String(o["url"]), jsonld.String(o["mainEntityOfPage"]), jsonld.String(page["@id"])))
	here, _ := url.Parse(f.Article.URL)
	called := fold(strings.Join(append(f.metas(title), f.window), " "))
	head, name := fold(f.ld.Text(o["headline"])), fold(f.ld.Text(o["name"]))
	known := err == nil && strings.Trim(there.Path, "/") != "" && here.Path != ""
	stands := known && strings.Trim(there.Path, "/") == strings.Trim(here.Path, "/")
	fits := head != "" && strings.Contains(called, head) || name != "" && strings.Contains(called, name)
	switch {
	case stands && fits:
		return 6
	case stands || fits:
		return 3
	case known && called != "" && head+name != "":
		return -1
	}
	return 0
}
