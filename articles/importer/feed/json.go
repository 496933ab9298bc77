package feed

import (
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"net/url"
	"strconv"
	"strings"

	"lede/articles"
	"lede/articles/importer/dates"
	"lede/articles/importer/tagsoup"
)

// IsJSON reports whether the beginning of a document is that of a JSON Feed.
func IsJSON(data string) bool {
	const far = 4 << 10
	head := strings.TrimLeft(tagsoup.Decode(data[:min(len(data), far)], ""), " \t\r\n")
	if !strings.HasPrefix(head, "{") {
		return false
	}
	if strings.Contains(strings.ReplaceAll(head, `\/`, "/"), "jsonfeed.org/version") {
		return true
	}
	// Its version may stand behind the items.
	for _, sign := range [...]string{`"home_page_url"`, `"content_html"`, `"content_text"`} {
		if strings.Contains(head, sign) && strings.Contains(head, `"items"`) {
			return true
		}
	}
	return false
}

// value is anything of JSON. A field that has another type than it should is
// read as far as it makes sense.
type value struct{ any }

// UnmarshalJSON never fails on what is JSON.
func (v *value) UnmarshalJSON(data []byte) error {
	d := json.NewDecoder(strings.NewReader(string(data)))
	d.UseNumber()
	return d.Decode(&v.any)
}

// text is a string or a number; empty when nobody sees anything of it.
func (v value) text() string {
	switch x := v.any.(type) {
	case string:
		if !articles.Shows(articles.Clean(x)) {
			return ""
		}
		return strings.TrimSpace(x)
	case json.Number:
		return x.String()
	case bool:
		return strconv.FormatBool(x)
	}
	return ""
}

func (v value) field(name string) value {
	m, _ := v.any.(map[string]any)
	return value{m[name]}
}

// list is the elements of an array, or v alone.
func (v value) list() []value {
	switch x := v.any.(type) {
	case nil:
		return nil
	case []any:
		out := make([]value, 0, len(x))
		for _, e := range x {
			out = append(out, value{e})
		}
		return out
	}
	return []value{v}
}

// parseJSON reads a JSON Feed. One that is cut off, or has a fault in it, has
// the items before that.
func parseJSON(data string, base *url.URL) (*Feed, error) {
	doc := strings.TrimLeft(tagsoup.Decode(data, ""), " \t\r\n")
	f := &Feed{base: base}
	fields, raw, err := object(doc, f)
	if err != nil {
		f.Left = 0
		if again, more, better := object(mended(doc), f); better == nil || len(more) > len(raw) {
			fields, raw, err = again, more, better
		}
	}
	if err != nil && len(raw) == 0 {
		return nil, fmt.Errorf("the feed is damaged: %w", err)
	}
	f.Title = text(fields["title"].text())
	f.Link = wholeAddress(base, fields["home_page_url"].text())
	f.Self = wholeAddress(base, fields["feed_url"].text())
	f.Next = wholeAddress(base, fields["next_url"].text())
	if f.base == nil {
		f.base = whole(nil, nonEmpty(f.Link, f.Self))
	}
	f.Description = text(fields["description"].text())
	f.Language = fields["language"].text()
	f.Image = wholeAddress(f.base, nonEmpty(fields["icon"].text(), fields["favicon"].text()))
	f.Authors = jsonAuthors(fields["authors"], fields["author"])
	for _, h := range fields["hubs"].list() {
		f.Hub = nonEmpty(f.Hub, wholeAddress(f.base, h.field("url").text()))
	}
	for _, v := range raw {
		f.Items = append(f.Items, jsonItem(v, f))
	}
	return f, nil
}

// object reads a feed's members, an item at a time.
func object(doc string, f *Feed) (fields map[string]value, raw []value, err error) {
	d := json.NewDecoder(strings.NewReader(doc))
	fields = map[string]value{}
	err = members(d, func(name string) error {
		if name == "items" {
			return items(d, f, &raw)
		}
		var v value
		if err := d.Decode(&v); err != nil {
			return err
		}
		if len(fields) < mostHead {
			fields[name] = v
		}
		return nil
	})
	return fields, raw, err
}

// mended is JSON without what people and programs put into it by mistake:
// controls in strings, and commas behind the last of a list.
func mended(doc string) string {
	out := []byte(doc)
	inside, comma := false, -1
	for i := 0; i < len(out); i++ {
		c := out[i]
		switch {
		case inside && c == '\\':
			i++
		case c == '"':
			inside, comma = !inside, -1
		case inside && c < ' ':
			out[i] = ' '
		case inside || c <= ' ':
		case c == ',':
			comma = i
		default:
			if comma >= 0 && (c == ']' || c == '}') {
				out[comma] = ' '
			}
			comma = -1
		}
	}
	return string(out)
}

// members calls do with the name of each member of an object, that do reads.
func members(d *json.Decoder, do func(name string) error) error {
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nonNil(err)
	}
	for d.More() {
		t, err := d.Token()
		if err != nil {
			return err
		}
		name, _ := t.(string)
		if err := do(name); err != nil {
			return err
		}
	}
	return nil
}

func nonNil(err error) error {
	if err == nil {
		return errors.New("it is no object")
	}
	return err
}

func items(d *json.Decoder, f *Feed, raw *[]value) error {
	if t, err := d.Token(); err != nil || t != json.Delim('[') {
		return err // null, or no list at all
	}
	for d.More() {
		if len(*raw) >= MaxItems {
			var passed struct{}
			if err := d.Decode(&passed); err != nil {
				if _, ok := errors.AsType[*json.UnmarshalTypeError](err); !ok {
					return err
				}
			}
			f.Left++
			continue
		}
		var v value
		if err := d.Decode(&v); err != nil {
			return err
		}
		*raw = append(*raw, v)
	}
	_, err := d.Token()
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

func jsonItem(v value, f *Feed) Item {
	get := func(name string) string { return v.field(name).text() }
	it := Item{
		GUID: get("id"), Title: text(get("title")), Language: nonEmpty(get("language"), f.Language),
		Authors: jsonAuthors(v.field("authors"), v.field("author")),
	}
	it.Link = wholeAddress(f.base, nonEmpty(get("url"), get("external_url")))
	if it.Link == "" {
		it.Link = wholeAddress(nil, it.GUID)
	}
	it.Published, _ = dates.Stamp(get("date_published"))
	it.Updated, _ = dates.Stamp(get("date_modified"))
	if it.Published.IsZero() {
		it.Published = it.Updated
	}
	base := whole(f.base, it.Link)
	if s := get("summary"); s != "" {
		it.Summary = Text{html.EscapeString(s), base}
	}
	it.Content = Text{get("content_html"), base}
	if words := get("content_text"); words != "" && stripped(it.Content.HTML) == "" { // of pictures, for one
		it.Content.HTML += paragraphs(words)
	}
	n := &tagsoup.Node{}
	for _, t := range append(v.field("tags").list(), v.field("categories").list()...) {
		n.Kids = append(n.Kids, &tagsoup.Node{Name: "category", Kids: []*tagsoup.Node{{Text: t.text()}}})
	}
	it.Tags = tags(n)
	for _, a := range v.field("attachments").list() {
		if at := wholeAddress(f.base, a.field("url").text()); at != "" && len(it.Enclosures) < mostEnclosures {
			it.Enclosures = append(it.Enclosures, Enclosure{at, a.field("mime_type").text(), a.field("title").text()})
		}
	}
	for _, name := range [...]string{"banner_image", "image"} {
		if at := wholeAddress(f.base, v.field(name).text()); at != "" {
			it.Pictures = append(it.Pictures, Picture{URL: at, Sign: true})
		}
	}
	for _, e := range it.Enclosures {
		if strings.HasPrefix(e.Type, "image/") {
			it.Pictures = append(it.Pictures, Picture{URL: e.URL, About: e.Title})
		}
	}
	return it
}

// jsonAuthors reads the list of version 1.1, or the one author of version 1.
func jsonAuthors(list, one value) []Author {
	var out []Author
	all := list.list()
	if len(all) == 0 {
		all = one.list()
	}
	for _, a := range all {
		who := Author{Name: a.field("name").text(), URL: wholeAddress(nil, a.field("url").text())}
		if name := a.text(); name != "" {
			who.Name = name
		}
		if who.Name != "" && len(out) < mostAuthors {
			out = append(out, who)
		}
	}
	return out
}
