// Package jsonld reads what a page states of its article in JSON-LD, also where
// that has the faults that are usual in it.
package jsonld

import (
	"encoding/json"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
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
	for _, s := range dom.Elements(root, "script") {
		if strings.HasPrefix(strings.ToLower(dom.Attr(s, "type")), "application/ld+json") && s.FirstChild != nil {
			d.add(decode(s.FirstChild.Data), 0)
		}
	}
	return d
}

// Faults of JSON that programs write by joining texts: signs that may not stand
// in a string, escapes that there are none of, a comma too many.
var (
	controls = regexp.MustCompile(`[\x00-\x1f]`)
	escapes  = regexp.MustCompile(`\\([^"\\/bfnrtu])`)
	commas   = regexp.MustCompile(`,[\s,]*([}\]])`)
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
	src = commas.ReplaceAllString(escapes.ReplaceAllString(controls.ReplaceAllString(src, " "), "$1"), "$1")
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

// works are the types of what is an article; of those behind the bar each is more
// often a part of a page.
const works = " article newsarticle blogposting techarticle scholarlyarticle analysisnewsarticle reportagenewsarticle opinionnewsarticle reviewnewsarticle backgroundnewsarticle askpublicnewsarticle liveblogposting report satiricalarticle advertisercontentarticle socialmediaposting discussionforumposting medicalscholarlyarticle recipe howto podcastepisode learningresource | creativework review criticreview question course "

// IsType reports whether o is of one of types: with or without the address of
// its vocabulary.
func IsType(o Object, types string) bool {
	list, ok := o["@type"].([]any)
	if !ok {
		list = []any{o["@type"]}
	}
	for _, v := range list {
		s := String(v)
		if s = s[strings.LastIndexAny(s, "/#:")+1:]; s != "" && strings.Contains(types, " "+strings.ToLower(s)+" ") {
			return true
		}
	}
	return false
}

// Work is the object that describes the page's article, nil for none: of several
// the one that fits the page best and says most of what articles have. fit tells
// of an object how well it fits, and is less than 0 for one of another page.
func (d *Data) Work(fit func(Object) int) Object {
	var best Object
	most := 0
	_, parts, _ := strings.Cut(works, "|")
	for _, o := range d.All {
		if !IsType(o, works) {
			continue
		}
		score := fit(o)
		if score < 0 {
			continue
		}
		for key, points := range map[string]int{"articleBody": 3, "headline": 3, "datePublished": 2, "author": 2, "mainEntityOfPage": 2, "publisher": 1} {
			if o[key] != nil {
				score += points
			}
		}
		if IsType(o, parts) {
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
			if o, ok := e.([]any); !ok || len(o) == 0 { // lists within lists are none of ours
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
