package facts

import (
	"encoding/json"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// object is one of JSON-LD.
type object = map[string]any

// linked is the JSON-LD of a page.
type linked struct {
	all  []object
	byID map[string]object
}

// mostLinked bounds the objects that are looked at.
const mostLinked = 5000

func readLinked(root *html.Node) *linked {
	l := &linked{byID: map[string]object{}}
	for _, s := range dom.Elements(root, "script") {
		if !strings.HasPrefix(strings.ToLower(dom.Attr(s, "type")), "application/ld+json") || s.FirstChild == nil {
			continue
		}
		l.add(decode(s.FirstChild.Data), 0)
	}
	return l
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
	if strings.HasPrefix(src, "[CDATA[") {
		return decode(src[len("[CDATA["):])
	}
	var v any
	if json.Unmarshal([]byte(src), &v) == nil {
		return v
	}
	src = escapes.ReplaceAllString(controls.ReplaceAllString(src, " "), "$1")
	if json.NewDecoder(strings.NewReader(commas.ReplaceAllString(src, "$1"))).Decode(&v) == nil {
		return v
	}
	return nil
}

// add keeps the objects of v, those within graphs and lists too.
func (l *linked) add(v any, depth int) {
	const deepest = 8
	if depth > deepest || len(l.all) >= mostLinked {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			l.add(e, depth+1)
		}
	case object:
		l.all = append(l.all, v)
		if id, ok := v["@id"].(string); ok && len(v) > 1 {
			l.byID[id] = v
		}
		for _, e := range v {
			switch e.(type) {
			case object, []any:
				l.add(e, depth+1)
			}
		}
	}
}

// resolved is the object that v is or points to.
func (l *linked) resolved(v any) any {
	if o, ok := v.(object); ok {
		if id, ok := o["@id"].(string); ok && l.byID[id] != nil {
			return l.byID[id]
		}
	}
	return v
}

// works are the types of what is an article.
const works = " article newsarticle blogposting techarticle scholarlyarticle analysisnewsarticle reportagenewsarticle opinionnewsarticle reviewnewsarticle backgroundnewsarticle askpublicnewsarticle liveblogposting report satiricalarticle advertisercontentarticle socialmediaposting discussionforumposting medicalscholarlyarticle review criticreview recipe howto question podcastepisode course learningresource creativework "

// isType reports whether o is of one of types: with or without the address of
// its vocabulary.
func isType(o object, types string) bool {
	list, ok := o["@type"].([]any)
	if !ok {
		list = []any{o["@type"]}
	}
	for _, v := range list {
		s := text(v)
		if s = s[strings.LastIndexAny(s, "/#:")+1:]; s != "" && strings.Contains(types, " "+strings.ToLower(s)+" ") {
			return true
		}
	}
	return false
}

// work is the object that describes the page's article: of several the one
// with a text or a date and a headline, never one of a list of others.
func (l *linked) work() object {
	var best object
	most := -1
	for _, o := range l.all {
		if !isType(o, works) {
			continue
		}
		score := 0
		for key, points := range map[string]int{"articleBody": 3, "headline": 3, "datePublished": 2, "author": 2, "mainEntityOfPage": 2, "publisher": 1} {
			if o[key] != nil {
				score += points
			}
		}
		if isType(o, " creativework review criticreview question course ") {
			score -= 4
		}
		if score > most {
			best, most = o, score
		}
	}
	if most < 1 {
		return nil
	}
	return best
}

// str is the text of a value: itself, or the name of what it describes.
func (l *linked) str(v any) string {
	if all := l.names(v); len(all) > 0 {
		return all[0]
	}
	return ""
}

// text is a value that is a text; "" for any other.
func text(v any) string {
	s, _ := v.(string)
	return s
}

// names are the names in a value, of one or of several.
func (l *linked) names(v any) []string {
	switch v := l.resolved(v).(type) {
	case string:
		if s := strings.TrimSpace(html.UnescapeString(v)); s != "" {
			return []string{s}
		}
	case []any:
		var out []string
		for _, e := range v {
			if o, ok := e.([]any); !ok || len(o) == 0 { // lists within lists are none of ours
				out = append(out, l.names(e)...)
			}
		}
		return out
	case object:
		for _, key := range [...]string{"name", "@value", "text"} {
			switch v := v[key].(type) {
			case string, []any:
				return l.names(v)
			}
		}
	}
	return nil
}
