package clipping

import (
	"strings"
	"unicode"

	"lede/articles"
)

// mostRelated bounds the source's own list of related articles.
const mostRelated = 20

// references head the sources of an encyclopedia's article, which follow its
// related articles.
var references = map[string]bool{
	"references": true, "notes and references": true, "footnotes": true, "external links": true, "sources": true, "citations": true, "bibliography": true,
	"einzelnachweise": true, "weblinks": true, "literatur": true, "quellen": true, "notes et références": true, "références": true, "liens externes": true, "bibliographie": true,
	"referencias": true, "enlaces externos": true, "bibliografía": true, "note": true, "collegamenti esterni": true, "bibliografia": true, "referências": true, "ligações externas": true,
	"referenties": true, "bronnen": true, "externe links": true, "referenser": true, "källor": true, "externa länkar": true, "przypisy": true, "linki zewnętrzne": true,
	"примечания": true, "ссылки": true, "литература": true, "脚注": true, "出典": true, "外部リンク": true, "参考文献": true, "参考资料": true, "參考資料": true, "外部链接": true, "각주": true, "외부 링크": true, "مراجع": true, "المراجع": true, "وصلات خارجية": true,
}

// takeRelated reads a list of related articles from the lines of a section.
// Each may come with a date, an author, a dek; a title that stands twice, as
// beside a picture, tells the others apart.
func (p *page) takeRelated(from, to int) {
	var groups [][]string
	seen := map[string]int{}
	fresh, apart := true, false
	for i := from; i < to; i++ {
		l := &p.lines[i]
		if l.class == fact || l.class == count || l.class == credit || l.class == ad || l.class == image || l.class == button {
			fresh, apart = true, true
			continue
		}
		if references[headingKey(l.text)] {
			break
		}
		if quoted, ok := strings.CutPrefix(fold(l.text), "in "); ok && quotedText(quoted) && words(quoted) <= 3 {
			fresh, apart = true, true // its category
			continue
		}
		if l.class != text || l.weight > 400 || !hasWords(l.text) {
			if l.class == menu && i > from {
				break
			}
			continue
		}
		s := l.text
		if kind, _, rest := marker(s); kind != noMark && rest != "" {
			s, fresh = rest, true
		}
		seen[fold(s)]++
		if l.gap > 0 && i > from {
			apart = true
		}
		if fresh || l.gap > 0 || len(groups) == 0 {
			groups = append(groups, nil)
		}
		fresh = false
		groups[len(groups)-1] = append(groups[len(groups)-1], s)
	}
	for _, title := range relatedTitles(groups, seen, apart) {
		if len(p.out.Related) < mostRelated {
			p.out.Related = append(p.out.Related, articles.Link{Title: title})
		}
	}
}

// hasWords tells a title from rubbish.
func hasWords(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
			if wide(r) {
				n++
			}
		}
	}
	return n >= 3
}

func relatedTitles(groups [][]string, seen map[string]int, apart bool) []string {
	var out []string
	twice := false
	for _, n := range seen {
		twice = twice || n > 1
	}
	given := map[string]bool{}
	for _, g := range groups {
		if twice {
			for _, s := range g {
				if seen[fold(s)] > 1 && !given[fold(s)] && !looksLikeFullName(s) {
					given[fold(s)] = true
					out = append(out, s)
				}
			}
			continue
		}
		if apart && len(groups) > 1 || len(g) > 1 && anySentence(g) {
			out = append(out, titlesOf(g, apart)...)
		} else {
			out = append(out, g...)
		}
	}
	return out
}

func anySentence(g []string) bool {
	for _, s := range g {
		if strings.HasSuffix(s, ".") && words(s) > 5 {
			return true
		}
	}
	return false
}

// titlesOf chooses the titles of a group: where it is one article, the first
// line that is no kicker and no name; where deks stand between, what is no
// sentence.
func titlesOf(g []string, apart bool) []string {
	var out []string
	for _, s := range g {
		if len(g) > 1 && (looksLikeFullName(s) || strings.HasSuffix(s, ".") && words(s) > 5) {
			continue
		}
		if _, isBy := byline(s); isBy {
			continue
		}
		out = append(out, s)
	}
	if apart && len(out) == 2 && words(out[0]) <= 2 && words(out[1]) > 2 {
		return out[1:]
	}
	if len(out) == 0 {
		return g[:1]
	}
	return out
}
