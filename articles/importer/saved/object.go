package saved

import (
	"encoding/json"
	"html"
	"maps"
	"slices"
	"strings"

	"lede/articles"
)

// object is a thing of a list in JSON, its names folded.
type object map[string]json.RawMessage

func objectOf(raw json.RawMessage) (object, bool) {
	var named map[string]json.RawMessage
	if json.Unmarshal(raw, &named) != nil || named == nil {
		return nil, false
	}
	o := make(object, len(named))
	for _, name := range slices.Sorted(maps.Keys(named)) { // so that of two that fold alike it is always the same one
		o[foldName(name)] = named[name]
	}
	return o, true
}

// record is what an object says.
func (o object) record() record {
	r := record{
		url: o.text("url", "href", "uri", "link"), title: o.text("title", "name"), site: o.text("site", "sitename", "domainname"),
		author: strings.Join(o.list("author", "publishedby", "authors"), ", "), dek: o.text("excerpt", "description", "summary"),
		content: o.text("content", "html", "htmlcontent"), text: o.text("textcontent"), tags: o.list("tags", "labels", "tagnames"), note: o.text("note", "notes"),
		added:     when(o.text("createdat", "savedat", "added", "time", "crawltimemsec", "importdate", "addedat", "created", "dateadded", "modifiedat", "modified")),
		published: when(o.text("publishedat", "published")), updated: when(o.text("updated")),
		archived: yes(o.text("isarchived", "archived")), read: !when(o.text("readat")).IsZero(), starred: yes(o.text("isstarred", "starred", "favorite", "favourited")),
		progress: number(o.text("readingprogress")),
	}
	if n := o.text("readingprogress"); n == "1" && o["savedat"] != nil { // a percentage
		r.progress = 0.01
	}
	r.mark(o.text("state"))
	if _, ok := o["extended"]; ok { // Pinboard calls the title a description
		r.title, r.dek = first(r.title, o.text("description")), o.text("extended")
		r.read = r.read || strings.EqualFold(o.text("toread"), "no")
		if len(r.tags) == 1 {
			r.tags = strings.Fields(r.tags[0])
		}
	}
	if len(r.tags) == 1 && o["uri"] != nil { // Firefox
		r.tags = names(r.tags[0])
	}
	o.inner(&r)
	o.stream(&r)
	o.marks(&r)
	return r
}

// marks takes in what the reader marked in a page, each with what the reader wrote
// to it.
func (o object) marks(r *record) {
	var all strings.Builder
	for _, name := range [...]string{"annotations", "highlights"} {
		for _, mark := range o.objects(name) {
			quote, text := mark.text("quote"), mark.text("text")
			if quote == "" { // what is marked is called a text
				quote, text = text, mark.text("note")
			}
			all.WriteString(quoted(quote) + paragraph(text) + paragraph(mark.text("content"))) // a content in a stream
		}
	}
	r.marks = all.String()
}

// inner takes in what an export keeps in an object within: what Karakeep knows
// of a page, and the text of what came from a feed.
func (o object) inner(r *record) {
	for _, name := range [...]string{"summary", "content"} {
		in, ok := objectOf(o[name])
		if !ok {
			continue
		}
		r.url = first(r.url, in.text("url", "sourceurl"))
		r.title = first(r.title, in.text("title", "filename"))
		r.content = first(in.text("content", "htmlcontent"), r.content)
		r.text = first(r.text, in.text("text"))
		r.dek = first(r.dek, in.text("description"))
		r.author = first(r.author, in.text("author"))
		r.site = first(r.site, in.text("publisher"))
		if at := when(in.text("datepublished")); r.published.IsZero() {
			r.published = at
		}
	}
	r.note = first(r.note, o.text("annotation"))
}

// stream takes in what Google Reader and its heirs write: addresses in lists,
// and states and labels among the categories.
func (o object) stream(r *record) {
	isStream := false
	for _, name := range [...]string{"canonical", "alternate"} {
		for _, link := range o.objects(name) {
			r.url = first(r.url, link.text("href"))
			isStream = true
		}
	}
	if in, ok := objectOf(o["origin"]); ok {
		r.site = first(r.site, in.text("title"))
	}
	if isStream { // what it says is written for a page
		r.title, r.site, r.author = html.UnescapeString(r.title), html.UnescapeString(r.site), html.UnescapeString(r.author)
	}
	for _, c := range o.list("categories") {
		_, state, isState := strings.Cut(c, "/state/com.google/")
		_, label, isLabel := strings.Cut(c, "/label/")
		switch {
		case isState:
			r.starred = r.starred || state == "starred"
			r.read = r.read || state == "read"
		case isLabel:
			r.tags = append(r.tags, label)
		case !strings.HasPrefix(c, "user/"):
			r.tags = append(r.tags, c)
		}
	}
}

// objects are the objects of a list; what else is in it is left out.
func (o object) objects(name string) []object {
	var all []json.RawMessage
	if json.Unmarshal(o[name], &all) != nil {
		return nil
	}
	var out []object
	for _, raw := range all {
		if in, ok := objectOf(raw); ok {
			out = append(out, in)
		}
	}
	return out
}

// text is the first of names that has a value, as text.
func (o object) text(names ...string) string {
	for _, name := range names {
		if s := textOf(o[name]); s != "" {
			return s
		}
	}
	return ""
}

func textOf(raw json.RawMessage) string {
	if len(raw) == 0 {
		return ""
	}
	switch raw[0] {
	case '"':
		var s string
		_ = json.Unmarshal(raw, &s) // it was read before, as a part of what is around it
		return seen(s)
	case 't', 'f', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return string(raw)
	}
	return ""
}

// list is the first of names that has values, as texts: of objects, what they
// are called.
func (o object) list(names ...string) []string {
	for _, name := range names {
		var all []json.RawMessage
		if json.Unmarshal(o[name], &all) != nil {
			if s := textOf(o[name]); s != "" {
				return []string{s}
			}
			continue
		}
		var out []string
		for _, raw := range all {
			var in map[string]json.RawMessage
			s := textOf(raw)
			if s == "" && json.Unmarshal(raw, &in) == nil {
				s = first(textOf(in["label"]), first(textOf(in["name"]), textOf(in["slug"])))
			}
			if s = articles.CleanLine(s); s != "" && len(out) < mostNames {
				out = append(out, s)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}
