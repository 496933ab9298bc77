package facts

import (
	"encoding/json"
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

// decode reads JSON, also such as has comments around it, breaks within strings
// or commas too many; nil when that does not help.
func decode(src string) any {
	src = strings.TrimSpace(src)
	for _, mark := range [...]string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		src = strings.TrimSpace(strings.TrimPrefix(src, mark))
	}
	for _, mark := range [...]string{"-->", "//]]>", "/*]]>*/", "]]>", ";"} {
		src = strings.TrimSpace(strings.TrimSuffix(src, mark))
	}
	var v any
	if json.Unmarshal([]byte(src), &v) == nil {
		return v
	}
	if json.NewDecoder(strings.NewReader(mended(src))).Decode(&v) == nil {
		return v
	}
	return nil
}

// mended is JSON without control characters in strings and without commas
// before a closing bracket.
func mended(src string) string {
	var b strings.Builder
	b.Grow(len(src))
	quoted := false
	for i := 0; i < len(src); i++ {
		c := src[i]
		switch {
		case quoted && c == '\\' && i+1 < len(src):
			i++
			if strings.IndexByte(`"\/bfnrtu`, src[i]) >= 0 {
				b.WriteByte('\\')
			}
			c = src[i]
		case c == '"':
			quoted = !quoted
		case c < ' ':
			c = ' '
		case c == ',' && !quoted:
			if rest := strings.TrimLeft(src[i+1:min(len(src), i+200)], " \t\r\n,"); rest != "" && (rest[0] == '}' || rest[0] == ']') {
				continue
			}
		}
		b.WriteByte(c)
	}
	return b.String()
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

func isType(o object, types string) bool {
	is := func(v any) bool {
		s, ok := v.(string)
		if at := strings.LastIndexAny(s, "/#:"); at >= 0 {
			s = s[at+1:]
		}
		return ok && strings.Contains(types, " "+strings.ToLower(s)+" ")
	}
	if list, ok := o["@type"].([]any); ok {
		for _, v := range list {
			if is(v) {
				return true
			}
		}
	}
	return is(o["@type"])
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
	switch v := l.resolved(v).(type) {
	case string:
		return strings.TrimSpace(html.UnescapeString(v))
	case []any:
		if len(v) > 0 {
			return l.str(v[0])
		}
	case object:
		for _, key := range [...]string{"name", "@value", "text"} {
			if s, ok := v[key].(string); ok {
				return strings.TrimSpace(html.UnescapeString(s))
			}
		}
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
	var out []string
	if list, ok := v.([]any); ok {
		for _, e := range list {
			if s := l.str(e); s != "" {
				out = append(out, s)
			}
		}
		return out
	}
	if o, ok := l.resolved(v).(object); ok {
		if list, ok := o["name"].([]any); ok {
			return l.names(list)
		}
	}
	if s := l.str(v); s != "" {
		out = append(out, s)
	}
	return out
}
