package saved

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"lede/articles"
)

// signs are what the beginning of an export in JSON has in it, all of one row:
// what begins as a list, and what begins as an object.
var signs = map[byte][][]string{
	'[': {
		{`"url"`, `"is_archived"`},
		{`"url"`, `"is_starred"`},
		{`"url"`, `"savedAt"`},
		{`"url"`, `"readingProgress"`},
		{`"url"`, `"domain_name"`},
		{`"href"`, `"toread"`},
		{`"url"`, `"excerpt"`, `"tags"`},
		{`"url"`, `"addedAt"`, `"title"`}, // GoodLinks
	},
	'{': {
		{`"bookmarks"`, `"createdAt"`, `"content"`}, // Karakeep
		{`"bookmarks"`, `"excerpt"`, `"url"`},       // Shiori
		{`"collections"`, `"links"`, `"url"`},       // Linkwarden
		{`"items"`, `"alternate"`, `"href"`},        // Google Reader and its heirs
		{`"items"`, `"canonical"`, `"href"`},
		{`"items"`, `com.google`, `"id"`},
		{`"results"`, `"tag_names"`, `"url"`},   // linkding
		{`"items"`, `"link"`, `"collectionId"`}, // Raindrop
		{`"text/x-moz-place`, `"children"`},     // Firefox
		{`"roots"`, `"bookmark_bar"`},           // Chrome
	},
}

// isObjects reports whether a text begins as saved things in JSON.
func isObjects(start string) bool {
	start = strings.TrimLeft(strings.TrimPrefix(start, "\ufeff"), " \t\r\n")
	if start == "" {
		return false
	}
	rest := strings.TrimLeft(start[1:], " \t\r\n")
	if start[0] == '[' && !strings.HasPrefix(rest, "{") || start[0] == '{' && !strings.HasPrefix(rest, `"`) {
		return false
	}
	return slices.ContainsFunc(signs[start[0]], func(all []string) bool {
		return !slices.ContainsFunc(all, func(sign string) bool { return !strings.Contains(rest, sign) })
	})
}

// lists are the names, folded, under which exports keep lists of things, or
// lists of them within.
var lists = []string{"bookmarks", "items", "collections", "links", "children", "roots", "bookmarkbar", "other", "synced", "mobile", "data", "results"}

// jsonReader reads saved things in JSON.
type jsonReader struct {
	*teller
	*meter
	d      *json.Decoder
	n      int                   // things met
	beside func(object, *record) // fills in what other files have of one; nil for nothing
}

// objects reads saved things in JSON, one after the other.
func (t *teller) objects(m *meter, beside func(object, *record)) error {
	r := &jsonReader{teller: t, meter: m, d: json.NewDecoder(m), beside: beside}
	return r.value(0)
}

// value reads the list, or the object with lists in it, that comes next.
func (r *jsonReader) value(depth int) error {
	const deepest = 5
	token, err := r.d.Token()
	switch {
	case err != nil:
		return cutOff(err)
	case depth > deepest:
		return errors.New("its lists stand too deep in one another")
	case token == json.Delim('['):
		for r.d.More() {
			r.next()
			r.n++
			var raw json.RawMessage
			if err := r.d.Decode(&raw); err != nil {
				return fmt.Errorf("number %d: %w", r.n, cutOff(err))
			}
			if err := r.thing(raw, nil, 0); err != nil {
				return err
			}
		}
		_, err = r.d.Token()
	case token == json.Delim('{'):
		for r.d.More() {
			r.next()
			key, err := r.d.Token()
			if err != nil {
				return cutOff(err)
			}
			if name, ok := key.(string); ok && slices.Contains(lists, foldName(name)) {
				err = r.value(depth + 1)
			} else {
				var skipped json.RawMessage
				err = r.d.Decode(&skipped)
			}
			if err != nil {
				return cutOff(err)
			}
		}
		_, err = r.d.Token()
	}
	return cutOff(err)
}

func cutOff(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return errors.New("the file ends within it")
	}
	return err
}

// thing takes in an element of a list: a thing, or a folder of them.
func (r *jsonReader) thing(raw json.RawMessage, folders []string, depth int) error {
	const deepest = 20 // each folder is looked through before what is in it
	o, ok := objectOf(raw)
	switch {
	case !ok:
		return r.fail(fmt.Errorf("number %d: it is no object", r.n))
	case depth > deepest:
		return r.fail(fmt.Errorf("number %d: its folder stands too deep in others", r.n))
	}
	within, isFolder := o.within()
	if folder := articles.CleanLine(o.text("name", "title")); len(within) > 0 && folder != "" && !isOwnFolder(folder) {
		folders = append(slices.Clone(folders), folder)
	}
	for i, raw := range within {
		r.n += min(i, 1)
		if err := r.thing(raw, folders, depth+1); err != nil {
			return err
		}
	}
	if len(within) > 0 {
		return nil
	}
	rec := o.record()
	for _, folder := range folders {
		if !rec.mark(folder) {
			rec.tags = append(rec.tags, folder)
		}
	}
	if r.beside != nil {
		r.beside(o, &rec)
	}
	if isNoPage := isFolder || isNoPage(o.text("type")); isNoPage && rec.url == "" && rec.written().Markdown == "" {
		return nil
	}
	return r.tell(rec, fmt.Sprintf("number %d", r.n))
}

// within is what the lists of a folder hold, and whether it is one: it has lists
// of things, or empty ones, and no address of its own.
func (o object) within() (all []json.RawMessage, ok bool) {
	if o.text("url", "uri", "href") != "" {
		return nil, false
	}
	for _, name := range lists {
		var list []json.RawMessage
		if json.Unmarshal(o[name], &list) == nil && list != nil && (len(list) == 0 || slices.ContainsFunc(list, isObject)) {
			all, ok = append(all, list...), true
		}
	}
	return all, ok
}

func isObject(raw json.RawMessage) bool { return raw[0] == '{' }

// isNoPage reports whether a browser says of a thing that it is none that could
// have an address: an empty folder, or a line between bookmarks.
func isNoPage(kind string) bool {
	return slices.Contains([]string{"folder", "text/x-moz-place-container", "text/x-moz-place-separator"}, kind)
}

// isOwnFolder reports whether a folder is one that every browser or service has,
// and not one of the reader's.
func isOwnFolder(name string) bool {
	switch strings.ToLower(name) {
	case "menu", "toolbar", "unfiled", "mobile", "root", "bookmarks bar", "bookmarks menu", "bookmarks toolbar", "other bookmarks", "mobile bookmarks", "unorganized":
		return true
	}
	return false
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
		if text, _ := readFile(fsys, path.Join(dir, "highlights/"+slug+".md")); seen(text) != "" {
			r.marks = strings.TrimSpace(seen(text)) + "\n"
		}
	}
}
