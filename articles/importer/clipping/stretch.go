package clipping

// A stretch is lines that follow one another without a gap. A text with one
// paragraph a line is a single one of many thousand lines, so what holds for
// the rest of a stretch is found once, not from each of its lines anew.
type stretch struct {
	from, end int
	limit     int // p.end when it was read
	last      int // the last line that keeps the lines before it from being a block
	long      int // the last line, but for the very last of all, that is too long for an item
	judged    int // how many lines the latest verdict was about
	verdict   bool
}

// has reports whether s tells where a stretch ends that goes on at line i.
func (s *stretch) has(i, limit int) bool { return s.from <= i && i < s.end && s.limit == limit }

// items is the stretch, after line i, of lines that could be items of a list.
func (p *page) items(i int) *stretch {
	s := &p.itemRun
	if s.has(i+1, p.end) {
		return s
	}
	j := i + 1
	for j < p.end && p.lines[j].gap == 0 && p.lines[j].class == text && !p.lines[j].drawn && !looksLikeCode(p.lines[j].raw) {
		j++
	}
	*s = stretch{from: i + 1, end: j, limit: p.end, last: j - 1, long: j - 2}
	for ; s.last > i; s.last-- {
		if k, _, _ := marker(p.lines[s.last].text); k != noMark || dashed(p.lines[s.last].text) != "" {
			break
		}
	}
	for s.long > i && p.couldBeItem(&p.lines[s.long]) {
		s.long--
	}
	return s
}

// couldBeItem reports whether a line is as short as an item that lost its mark.
func (p *page) couldBeItem(l *line) bool {
	return l.weight <= 110 && !stops(l.text) && !p.toc[headingKey(l.text)]
}

// verses is the stretch, after line i, of lines that could be a stanza.
func (p *page) verses(i int) *stretch {
	s := &p.verseRun
	if s.has(i+1, p.end) {
		return s
	}
	j := i + 1
	for j < p.end && p.lines[j].gap == 0 && !p.lines[j].drawn && !p.drop(j) {
		j++
	}
	*s = stretch{from: i + 1, end: j, limit: p.end, last: j - 1}
	for s.last > i && p.couldBeVerse(&p.lines[s.last]) {
		s.last--
	}
	return s
}

func (p *page) couldBeVerse(l *line) bool {
	k, _, _ := marker(l.text)
	return k == noMark && !looksLikeCode(l.raw) && (p.note || l.class == text && l.weight <= longestVerse)
}

// isVerse is [page.verse] of the lines of s from i on. Of many lines the
// verdict holds until half of them are left.
func (s *stretch) isVerse(p *page, i int) bool {
	const many = 64
	if n := s.end - i; n <= many || s.judged == 0 || 2*n <= s.judged {
		s.judged, s.verdict = n, p.verse(p.lines[i:s.end])
	}
	return s.verdict
}
