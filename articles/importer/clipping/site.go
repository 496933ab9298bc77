package clipping

import (
	"strings"
	"unicode"
)

// sources begin a line that names who publishes the page.
var sources = []string{"from: ", "source: ", "published by ", "herausgeber: ", "quelle: ", "source : ", "fuente: ", "fonte: ", "bron: ", "källa: ", "źródło: ", "источник: ", "来源：", "來源：", "来源: ", "출처: ", "المصدر: "}

// findMasthead finds the lines above the first prose that agree with another
// line of the page as the name of the site: its copyright, its address, a
// mail's sender.
func (p *page) findMasthead(first int) {
	var evidence []string
	for i := range p.lines {
		l := &p.lines[i]
		for _, lead := range sources {
			if l.weight < 90 && strings.HasPrefix(fold(l.text), lead) {
				evidence = append(evidence, fold(l.text))
			}
		}
		if l.class == credit && strings.Contains(l.text, "/") {
			evidence = append(evidence, fold(l.text))
		}
		if l.weight < longest && (l.class == footer || i > first && (l.class == relatedLabel || l.class == asideLabel || p.subject != "" && i >= len(p.lines)-3)) {
			evidence = append(evidence, fold(l.text))
		}
	}
	if p.sender != "" {
		evidence = append(evidence, fold(p.sender))
	}
	for i := 0; i < first && i < sample; i++ {
		l := &p.lines[i]
		if l.class != text || weigh(fields(l.text)[0]) > 50 || p.underHome(i) {
			continue
		}
		for _, e := range evidence {
			if agrees(fold(fields(l.text)[0]), e) {
				p.masthead[fold(l.text)] = true
			}
		}
	}
}

// homes are the first entries of menus.
const homes = `|home|startseite|accueil|inicio|portada|início|hem|forside|hjem|etusivu|strona główna|главная|ホーム|トップ|首页|首頁|홈|الرئيسية|anasayfa|`

// underHome reports whether line i is an entry of a menu, which begins with the
// way home above it.
func (p *page) underHome(i int) bool {
	for ; i > 0 && p.lines[i].gap == 0 && words(p.lines[i].text) <= 3; i-- {
		if strings.Contains(homes, "|"+fold(p.lines[i-1].text)+"|") {
			return true
		}
	}
	return false
}

// findSite names the site: by its masthead, a mail's sender, or a copyright
// line.
func (p *page) findSite() {
	for i := 0; i < p.title && i < sample; i++ {
		if l := &p.lines[i]; p.masthead[fold(l.text)] && l.class == text && l.text != p.out.Title && !p.isAuthor(l.text) {
			p.out.Site = p.asWritten(fields(l.text)[0])
			return
		}
	}
	if p.subject != "" && p.sender != "" && p.out.Author != p.sender {
		p.out.Site = p.sender
		return
	}
	if p.siteOfCopyright(); p.out.Site == "" {
		p.siteOverMenu()
	}
}

// siteOverMenu takes the first line of a page for its site when the menu stands
// right under it.
func (p *page) siteOverMenu() {
	if p.title < 3 {
		return
	}
	l, from := &p.lines[0], 1
	if m := &p.lines[1]; m.class == text && m.gap == 0 && p.title > 3 && words(m.text) >= 3 {
		from++ // what the site says of itself
	}
	for i := from; i < from+2; i++ {
		if m := &p.lines[i]; m.gap > 0 && i > from || m.gap > 1 || m.class != menu && m.class != button {
			return
		}
	}
	if l.class == text && words(l.text) <= 4 && !ends(l.text) && startsUpper(l.text) && !p.isAuthor(l.text) {
		p.out.Site = p.asWritten(l.text)
	}
}

// agrees reports whether the words of a masthead stand in a line of evidence,
// the article and a word such as "Docs" left out.
func agrees(name, evidence string) bool {
	bare := name
	for _, article := range []string{"the ", "der ", "die ", "das ", "le ", "la ", "les ", "l'", "el ", "los ", "las ", "il ", "lo ", "o ", "a ", "de ", "het "} {
		if rest, ok := strings.CutPrefix(name, article); ok {
			bare = rest
			break
		}
	}
	bare = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(bare, " docs"), " documentation"), " blog"), " wiki")
	if len([]rune(bare)) < 3 && !wide([]rune(bare + " ")[0]) {
		return false
	}
	at := strings.Index(evidence, bare)
	if at < 0 {
		return false
	}
	isWord := func(s string, last bool) bool {
		r := []rune(s)
		if len(r) == 0 {
			return true
		}
		c := r[0]
		if last {
			c = r[len(r)-1]
		}
		return !unicode.IsLetter(c) || wide(c)
	}
	return isWord(evidence[:at], true) && isWord(evidence[at+len(bare):], false)
}

// asWritten prefers the spelling of another line to a name in capitals.
func (p *page) asWritten(name string) string {
	if !capitals(name) || words(name) < 2 {
		return name
	}
	if strings.EqualFold(name, p.sender) {
		return p.sender
	}
	for i := range p.lines {
		l := &p.lines[i]
		if l.weight > longest {
			continue
		}
		if at := strings.Index(strings.ToLower(l.text), strings.ToLower(name)); at >= 0 && at+len(name) <= len(l.text) {
			if s := l.text[at : at+len(name)]; strings.EqualFold(s, name) && !capitals(s) && startsUpper(s) {
				return s
			}
		}
	}
	return name
}

// siteOfCopyright takes the name of a copyright line that names nothing but
// the site: "© 2025 Backyard Sky".
func (p *page) siteOfCopyright() {
	for i := len(p.lines) - 1; i >= p.end; i-- {
		s := p.lines[i].text
		at := strings.Index(s, "©")
		if at < 0 || p.lines[i].class != footer {
			continue
		}
		s = strings.TrimLeft(s[at+len("©"):], " 0123456789–-,")
		if cut := strings.IndexAny(s, ".|·•,。"); cut > 0 {
			s = s[:cut]
		}
		s = strings.TrimSpace(s)
		if n := words(s); n == 0 || n > 4 || !startsUpper(s) && !wide([]rune(s)[0]) {
			return
		}
		for _, firm := range []string{" Ltd", " Limited", " Inc", " LLC", " GmbH", " AG", " Verlag", " contributors", " S.A", " SA", " SL", " Srl", " BV", " B.V", " AB", " sp", " Press", " Media", " Group", " Corp", " All", " Alle", " Tous", " 株式会社", "RIPRODUZIONE", "Riproduzione"} {
			if strings.Contains(s, firm) {
				return
			}
		}
		p.out.Site = s
		return
	}
}
