package clipping

import (
	"strings"
	"unicode"

	"lede/articles/importer/dates"
	"lede/articles/importer/lexicon"
	"lede/articles/importer/names"
)

// look asks the lexicon about a line: of one that is too long for a page's own,
// about its first words.
func (l *line) look() {
	if l.weight >= longest {
		l.words, _ = lexicon.Opening(l.text)
		return
	}
	text := unaddressed(l.text)
	l.words = lexicon.Of(text)
	for _, part := range cells(text) {
		if part != text {
			l.words |= lexicon.Of(part)
		}
	}
}

// unaddressed is a line without the address behind its words, as letters write
// where a button leads: "Comment https://…".
func unaddressed(s string) string {
	at := strings.Index(s, "http")
	if at <= 0 || !strings.Contains(s[at:], "://") || strings.ContainsAny(s[at:], " \t") {
		return s
	}
	return strings.TrimRight(s[:at], " <([")
}

// pressed are the kinds of words of which a line consists that leads away.
var pressed = []lexicon.Kind{lexicon.Button, lexicon.Menu, lexicon.Pages, lexicon.Ad, lexicon.Image, lexicon.Comments, lexicon.TagsLabel, lexicon.Related}

// tells reports whether a line tells a fact or is a button: it is no part of a
// paragraph that was wrapped.
func (l *line) tells() bool {
	if l.weight > longest || l.words == 0 && !strings.ContainsFunc(l.text, unicode.IsDigit) {
		return false
	}
	_, by := names.ByLine(l.text)
	if strings.HasPrefix(l.text, "[") && strings.HasSuffix(l.text, "]") {
		return true // a remark of a server: "[Submitted on 2 Apr 2024 (v1)]"
	}
	return by || l.words.HasAny(lexicon.ReadTime, lexicon.Views, lexicon.MailHead) || l.dated() || lexicon.Whole(l.text).HasAny(pressed...)
}

// dated reports whether a line holds a date and beside it no more than the words
// that go with one.
func (l *line) dated() bool { return dates.IsLine(l.text) }

// cells cuts a line at the marks that pages set between small parts: "By Jane
// Roe · May 3, 2025 · 6 min read".
func cells(s string) []string {
	if len(s) > 2*longest {
		return []string{s}
	}
	for _, mark := range []string{"·", "•", " | ", "|", "｜", "∙", "⋅", "┃", " / ", " — ", " – ", "   ", "  ", "\t"} {
		if !strings.Contains(s, mark) {
			continue
		}
		var out []string
		for part := range strings.SplitSeq(s, mark) {
			if part = strings.TrimSpace(part); part != "" {
				out = append(out, cells(part)...)
			}
		}
		if len(out) > 1 {
			return out
		}
	}
	return []string{strings.TrimSpace(s)}
}

// trail reports whether s is a path through a site: Home › News › Here.
func trail(s string) bool {
	s = strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s)
	for _, mark := range []string{" › ", " » ", " > ", " → ", " ‹ ", "＞", " / ", " ≫ "} {
		parts := strings.Split(s, mark)
		if len(parts) < 2 || len(s) > longest {
			continue
		}
		sure := len(parts) >= 3 || mark != " / " && mark != " → " && (mark != " > " || startsUpper(s))
		for _, p := range parts {
			sure = sure && weigh(p) <= 60 && !strings.HasSuffix(p, ".")
		}
		return sure
	}
	return false
}

// headingKey is how a heading is compared: folded, without its number and marks.
func headingKey(s string) string {
	return strings.TrimSpace(strings.TrimLeft(fold(headingText(s)), "0123456789.) §#•-"))
}

// headingText is a heading without the button and the anchor beside it.
func headingText(s string) string {
	s = strings.TrimRight(s, " ¶")
	if at := strings.LastIndexByte(s, '['); at > 0 && strings.HasSuffix(s, "]") && lexicon.Of(s[at:]).HasAny(lexicon.Button, lexicon.Menu) {
		s = strings.TrimSpace(s[:at])
	}
	if bare := strings.TrimSuffix(s, "#"); bare != s && len(bare[strings.LastIndexByte(bare, ' ')+1:]) != 1 {
		s = strings.TrimSpace(bare) // an anchor, but "C#" is a name
	}
	return s
}
