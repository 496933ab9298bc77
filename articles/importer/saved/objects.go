package saved

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"lede/articles"
)

// isObjects reports whether a text begins as a list of saved things in JSON.
func isObjects(start string) bool {
	rest, ok := strings.CutPrefix(strings.TrimLeft(strings.TrimPrefix(start, "\ufeff"), " \t\r\n"), "[")
	if !ok || !strings.HasPrefix(strings.TrimLeft(rest, " \t\r\n"), "{") {
		return false
	}
	if !strings.Contains(rest, `"url"`) && !strings.Contains(rest, `"href"`) {
		return false
	}
	for _, sign := range [...]string{`"is_archived"`, `"is_starred"`, `"savedAt"`, `"readingProgress"`, `"toread"`, `"domain_name"`} {
		if strings.Contains(rest, sign) {
			return true
		}
	}
	return false
}

// object is a thing of a list in JSON, its names folded.
type object map[string]json.RawMessage

// objects reads a list in JSON, element by element. Beside fills in what other
// files have of one; nil for nothing.
func (t *teller) objects(m *meter, beside func(object, *record)) error {
	d := json.NewDecoder(m)
	if token, err := d.Token(); err != nil || token != json.Delim('[') {
		return fmt.Errorf("it is no list: %w", err)
	}
	for n := 1; d.More(); n++ {
		m.next()
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			if errors.Is(err, io.ErrUnexpectedEOF) {
				err = errors.New("the file ends within it")
			}
			return fmt.Errorf("number %d: %w", n, err)
		}
		var named map[string]json.RawMessage
		var err error
		if json.Unmarshal(raw, &named) != nil {
			err = t.fail(fmt.Errorf("number %d: it is no object", n))
		} else {
			o := make(object, len(named))
			for name, value := range named {
				o[foldName(name)] = value
			}
			r := o.record()
			if beside != nil {
				beside(o, &r)
			}
			err = t.tell(r, fmt.Sprintf("number %d", n))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// record is what an object says.
func (o object) record() record {
	r := record{
		url: o.text("url", "href"), title: o.text("title"), site: o.text("site", "sitename", "domainname"),
		author: strings.Join(o.list("author", "publishedby", "authors"), ", "), dek: o.text("excerpt", "description"),
		content: o.text("content"), tags: o.list("tags", "labels"),
		added: when(o.text("createdat", "savedat", "added", "time")), published: when(o.text("publishedat")),
		read: yes(o.text("isarchived", "archived")), starred: yes(o.text("isstarred", "starred", "favorite")),
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
	return r
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
		if json.Unmarshal(raw, &s) != nil {
			return ""
		}
		return s
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
			if s = articles.CleanLine(s); s != "" && len(out) < 100 {
				out = append(out, s)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// fromFiles fills in what Omnivore keeps in files of their own, in the folder
// of an export: the text of a page, and what the reader marked in it.
func fromFiles(fsys fs.FS, dir string) func(object, *record) {
	return func(o object, r *record) {
		slug := o.text("slug")
		if slug == "" || strings.ContainsAny(slug, `/\`) {
			return
		}
		if text, ok := readFile(fsys, path.Join(dir, "content/"+slug+".html")); ok {
			r.content = text
		}
		if text, ok := readFile(fsys, path.Join(dir, "highlights/"+slug+".md")); ok && strings.TrimSpace(text) != "" {
			r.marks = strings.TrimSpace(articles.Clean(text)) + "\n"
		}
	}
}
