// Package jsonld reads what a page states of its article in JSON-LD, also where
// that has the faults that are usual in it.
package jsonld

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
	"lede/articles/lazy"
)

// Object is one of JSON-LD.
type Object = map[string]any

// Data is the JSON-LD of a page.
type Data struct {
	All  []Object // those within others too
	byID map[string]Object
}

// Read reads the scripts of the page below root.
func Read(root *html.Node) *Data {
	d := &Data{byID: map[string]Object{}}
	for s := range dom.Each(root, "script") {
		if strings.HasPrefix(strings.ToLower(dom.Attr(s, "type")), "application/ld+json") && s.FirstChild != nil {
			d.add(decode(s.FirstChild.Data), 0)
		}
	}
	return d
}

// Faults of JSON that programs write by joining texts: signs that may not stand
// in a string, escapes that there are none of, a comma too many.
var (
	controls = &lazy.Regexp{Source: `[\x00-\x1f]`}
	escapes  = &lazy.Regexp{Source: `\\([^"\\/bfnrtu])`}
	commas   = &lazy.Regexp{Source: `,[\s,]*([}\]])`}
)

// decode reads the JSON of a script, whatever comments stand around it, and
// mends what it can; nil when that does not help.
func decode(src string) any {
	start, end := strings.IndexAny(src, "{["), strings.LastIndexAny(src, "}]")
	if start < 0 || end < start {
		return nil
	}
	src = src[start : end+1]
	if rest, ok := strings.CutPrefix(src, "[CDATA["); ok {
		return decode(rest)
	}
	var v any
	if json.Unmarshal([]byte(src), &v) == nil {
		return v
	}
	src = commas.Get().ReplaceAllString(escapes.Get().ReplaceAllString(controls.Get().ReplaceAllString(src, " "), "$1"), "$1")
	if json.NewDecoder(strings.NewReader(src)).Decode(&v) != nil {
		return nil
	}
	return v
}

// add keeps the objects of v, those within graphs and lists too.
func (d *Data) add(v any, depth int) {
	const deepest, most = 8, 5000
	if depth > deepest || len(d.All) >= most {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			d.add(e, depth+1)
		}
	case Object:
		d.All = append(d.All, v)
		if id := String(v["@id"]); id != "" && len(v) > 1 {
			d.byID[id] = v
		}
		for _, e := range v {
			d.add(e, depth+1)
		}
	}
}

// Resolved is the object that v is or points to.
func (d *Data) Resolved(v any) any {
	if o, ok := v.(Object); ok && d.byID[String(o["@id"])] != nil {
		return d.byID[String(o["@id"])]
	}
	return v
}

// works are the types of what is an article, with or without the address of their
// vocabulary; parts are those of them that are more often a part of a page.
var (
	works = &lazy.Regexp{Source: `(?i)(article|posting|report|recipe|howto|episode|learningresource|creativework|review|question|course)$`}
	parts = &lazy.Regexp{Source: `(?i)(creativework|review|question|course)$`}
)

// IsType reports whether one of the types of o is of a kind.
func (d *Data) IsType(o Object, kind *lazy.Regexp) bool {
	return slices.ContainsFunc(d.Names(o["@type"]), kind.Get().MatchString)
}

// Work is the object that describes the page's article, nil for none: of several
// the one that fits the page best and says most of what articles have. fit tells
// of an object how well it fits, and is less than 0 for one of another page.
func (d *Data) Work(fit func(Object) int) Object {
	var best Object
	most := 0
	for _, o := range d.All {
		score := fit(o)
		if score < 0 || !d.IsType(o, works) {
			continue
		}
		for key, points := range map[string]int{"articleBody": 3, "headline": 3, "datePublished": 2, "author": 2, "mainEntityOfPage": 2, "publisher": 1} {
			if o[key] != nil {
				score += points
			}
		}
		if d.IsType(o, parts) {
			score -= 4
		}
		if score > most {
			best, most = o, score
		}
	}
	return best
}

// Text is the text of a value: itself, or the name of what it describes.
func (d *Data) Text(v any) string {
	if all := d.Names(v); len(all) > 0 {
		return all[0]
	}
	return ""
}

// String is a value that is a text; "" for any other.
func String(v any) string {
	s, _ := v.(string)
	return s
}

// Names are the names in a value, of one or of several.
func (d *Data) Names(v any) []string {
	switch v := d.Resolved(v).(type) {
	case string:
		if s := strings.TrimSpace(html.UnescapeString(v)); s != "" {
			return []string{s}
		}
	case []any:
		var out []string
		for _, e := range v {
			if _, ok := e.([]any); !ok { // lists within lists are none of ours
				out = append(out, d.Names(e)...)
			}
		}
		return out
	case Object:
		for _, key := range [...]string{"name", "@value", "text"} {
			switch v := v[key].(type) {
			case string, []any:
				return d.Names(v)
			}
		}
	}
	return nil
}
