package clipping

import (
	"strings"
	"unicode"

	"lede/articles"
)

// kind is what a block of the body is.
type kind uint8

const (
	paragraphBlock kind = iota
	headingBlock
	listBlock
	quoteBlock
	codeBlock
	tableBlock
	verseBlock
	ruleBlock
	bylineBlock // of a text that is no page, where the by-line stays
)

// block is a block of the body.
type block struct {
	kind    kind
	parts   []string // paragraphs of a quote, lines of code or verse, rows of a table
	level   int      // of a heading
	by      string   // of a quote
	ordered bool
	start   int
	items   []item
}

// item is an item of a list; depth 0 is the outermost.
type item struct {
	text    string
	depth   int
	ordered bool
	number  int
}

// drop reports whether line i of the body is furniture of the page.
func (p *page) drop(i int) bool {
	l := &p.lines[i]
	if p.skip[i] {
		return true
	}
	if p.whole {
		return l.class == rule && !l.drawn
	}
	switch l.class {
	case button, ad, image, credit, more, wordCount, crumbs:
		return true
	case notice:
		return !p.remark(i)
	case rule:
		return true
	}
	if l.weight <= 3 && !strings.ContainsFunc(l.text, letterOrDigit) && !looksLikeCode(l.raw) {
		k, _, rest := marker(l.text)
		return k == noMark || rest == "" && (i+1 >= p.end || p.lines[i+1].gap > 0)
	}
	return p.caption(i) && l.gap > 0 && !p.heading(i)
}

// remarks begin a notice that, amid a text, is a remark of the text.
const remarks = `|note|update|updated|hinweis|anmerkung|achtung|précision|avertissement|aviso|nota|actualización|avviso|avvertenza|aggiornamento|atualização|let op|obs|uppdatering|uwaga|aktualizacja|уточнение|обновление|注意|追記|注|提示|更新|알림|업데이트|ملاحظة|تنويه|تحديث|uyarı|`

// isRemark reports whether a notice begins with a word that a remark of the
// text may begin with as well.
func isRemark(s string) bool {
	word, _, ok := strings.Cut(strings.Replace(fold(s), "：", ":", 1), ":")
	return ok && strings.Contains(remarks, "|"+strings.TrimSpace(word)+"|")
}

// remark reports whether notice i stands amid the text and is part of it, as
// "Note: …" is in a manual.
func (p *page) remark(i int) bool {
	next := p.nextProse(i + 1)
	return isRemark(p.lines[i].text) && i > p.body && next > 0 && next < p.end
}

func (p *page) heading(i int) bool { return p.toc[headingKey(p.lines[i].text)] }

// blocks reads the body.
func (p *page) blocks() []block {
	var out []block
	for i := p.body; i < p.end; {
		l := &p.lines[i]
		if p.drop(i) {
			if l.class == notice && !p.skip[i] {
				p.addNotice(l.text)
			}
			if l.class == rule && p.parts(i) && len(out) > 0 {
				out = append(out, block{kind: ruleBlock})
			}
			i++
			continue
		}
		b, next := p.blockAt(i)
		out = append(out, b)
		i = next
	}
	return out
}

// parts reports whether the rule at line i parts two pieces of the text.
func (p *page) parts(i int) bool {
	if i <= p.body || i+1 >= p.end || p.underlined(i-1) {
		return false
	}
	return p.whole || p.lines[i].gap > 0 && p.lines[i+1].prose()
}

// blockAt reads the block at line i and returns the line after it.
func (p *page) blockAt(i int) (block, int) {
	l := &p.lines[i]
	for _, read := range []func(int) (block, int){p.preformatted, p.table, p.code, p.list, p.quote, p.pull, p.implied, p.stanza} {
		if b, next := read(i); next > i {
			return b, next
		}
	}
	switch level := p.headingLevel(i); {
	case level > 0 && p.whole:
		return block{kind: headingBlock, parts: []string{l.text}, level: level}, i + 1
	case level > 0:
		return block{kind: headingBlock, parts: []string{headingText(l.text)}, level: level}, i + 1
	case p.whole && l.class == fact:
		return block{kind: bylineBlock, parts: []string{l.text}}, i + 1
	case p.whole:
		return block{kind: paragraphBlock, parts: []string{l.text}}, i + 1
	}
	return block{kind: paragraphBlock, parts: []string{strings.TrimSuffix(l.text, "[edit]")}}, i + 1
}

// preformatted reads the lines at i that are laid out with spaces.
func (p *page) preformatted(i int) (block, int) {
	j := i
	for j < p.end && p.lines[j].drawn && !p.skip[j] && (j == i || p.lines[j].gap <= 2) {
		j++
	}
	if j == i {
		return block{}, i
	}
	return block{kind: codeBlock, parts: p.codeLines(i, j-1)}, j
}

// headingText is a heading without the button beside it.
func headingText(s string) string {
	for _, button := range []string{"[edit]", "[edit source]", "[ edit ]", "[Bearbeiten]", "[modifier]", "[editar]", "[modifica]", "[bewerken]", "[редактировать]", "[編集]", "[编辑]", "[編輯]", "¶", " #", "[redigera]", "[edytuj]"} {
		s = strings.TrimSpace(strings.TrimSuffix(s, button))
	}
	if bare := strings.TrimSuffix(s, "#"); bare != s && len(bare[strings.LastIndexByte(bare, ' ')+1:]) > 2 {
		s = bare // an anchor, but "C#" is a name
	}
	if i := strings.LastIndex(s, "[Bearbeiten |"); i > 0 {
		s = strings.TrimSpace(s[:i])
	}
	return s
}

// headingLike reports whether a line could be a heading by itself.
func (p *page) headingLike(l *line) bool {
	if l.class.furniture() && l.class != menu && l.class != tocLabel && !l.class.endMatter() && l.class != fact || l.weight > 100 || words(l.text) > 14 || stops(l.text) || startsLower(l.text) || !strings.ContainsFunc(l.text, unicode.IsLetter) && l.weight > 4 {
		return false
	}
	return (!quotedText(l.text) || !ends(l.text) && words(l.text) <= 6) && dashed(l.text) == "" && !strings.Contains(l.text, "\t")
}

// headingLevel says whether line i is a heading: 2 is a section of the
// article, 0 is no heading.
func (p *page) headingLevel(i int) int {
	l := &p.lines[i]
	if headingText(l.text) != l.text && len(headingText(l.text)) > 0 {
		return 2
	}
	if !p.isHeading(i) {
		return 0
	}
	if n := strings.IndexFunc(l.text, func(r rune) bool { return r != '.' && (r < '0' || r > '9') }); n > 2 && strings.Contains(strings.TrimSuffix(l.text[:n], "."), ".") {
		return 3
	}
	return 2
}

func (p *page) isHeading(i int) bool {
	l := &p.lines[i]
	if p.toc[headingKey(l.text)] && p.lines[i].weight <= 120 {
		return true
	}
	if p.speakers[speaker(l.text)] {
		return false
	}
	if p.numeral(i) {
		return true
	}
	if !p.headingLike(l) || i+1 >= p.end && i > p.body {
		return false
	}
	if p.underlined(i) {
		return true
	}
	next := i + 1
	for next < p.end && p.drop(next) {
		next++
	}
	if next >= p.end {
		return false
	}
	m := &p.lines[next]
	if m.drawn && (capitals(l.text) && l.gap > 0 || m.text == "--") {
		return m.text != "--" // as a manual sets them, over its indented text
	}
	k, _, _ := marker(m.text)
	if k == dashMark && !p.dashes(next) {
		k = noMark
	}
	follows := m.prose() || k != noMark || looksLikeCode(m.raw) || strings.HasSuffix(m.text, ":") || m.class == text && ends(m.text) && words(m.text) >= 4
	// Another heading may follow, or a list without marks.
	if !follows && l.gap > 0 && p.headingLike(m) && next+1 < p.end {
		n := &p.lines[next+1]
		follows = n.prose() || n.gap == 0 && m.gap == 0 && p.headingLike(n) || m.gap > 0 && (n.class == text && words(n.text) > 3)
		if m.gap == 0 && n.gap > 0 {
			follows = n.prose()
		}
	}
	if !follows && m.gap > 0 {
		_, after := p.implied(next)
		follows = after > next
	}
	if !follows {
		return false
	}
	if l.gap == 0 && i > p.body {
		before := &p.lines[i-1]
		if p.drop(i - 1) {
			return l.weight <= 80
		}
		return m.gap <= 1 && (ends(before.text) || isItem(before) || dashed(before.text) != "" || p.bareByline(i-1) || before.class == rule || looksLikeCode(before.raw))
	}
	if l.gap > 0 && m.gap == 0 && (l.weight > 40 && startsLower(m.text) || l.weight > 55 && m.weight <= 100 && !capsAll(l.text)) {
		return false
	}
	return true
}

// underlined reports whether a rule stands right under line i, about as long.
func (p *page) underlined(i int) bool {
	if i+2 >= p.end || p.lines[i+1].class != rule || p.lines[i+1].gap > 0 || p.lines[i+1].drawn {
		return false
	}
	n := p.lines[i+1].weight - p.lines[i].weight
	return -3 <= n && n <= 3
}

func isItem(l *line) bool {
	k, _, _ := marker(l.text)
	return k != noMark
}

// takeEpigraphs takes a quote that stands at the very start or the very end
// of the body out of it.
func (p *page) takeEpigraphs(blocks []block) []block {
	if len(blocks) > 2 && blocks[0].kind == quoteBlock && blocks[0].by != "" {
		p.epigraph(blocks[0])
		blocks = blocks[1:]
	}
	if n := len(blocks); n > 2 && blocks[n-1].kind == quoteBlock && blocks[n-1].by != "" {
		p.epigraph(blocks[n-1])
		blocks = blocks[:n-1]
	}
	return blocks
}

func (p *page) epigraph(b block) {
	text := strings.ReplaceAll(strings.Join(b.parts, " "), "\n", " ")
	p.out.Epigraphs = append(p.out.Epigraphs, articles.Quote{Text: text, By: b.by})
}
