package clipping

import "strings"

// breadcrumb reports whether s is a path through a site.
func breadcrumb(s string) bool {
	for _, mark := range []string{" › ", " » ", " > ", " → ", " ‹ ", " ＞ ", " / ", " ≫ "} {
		if parts := strings.Split(s, mark); len(parts) >= 2 {
			for _, p := range parts {
				if weigh(p) > 60 || isDate(p) || ends(p) && strings.HasSuffix(p, ".") {
					return false
				}
			}
			return len(parts) >= 3 || mark != " / " && mark != " → " && (mark != " > " || len(s) < 60 && startsUpper(s))
		}
	}
	return false
}

// credited reports whether a caption names its photographer or agency.
func credited(folded string) bool {
	for _, s := range []string{"licensing rights", "getty images", "(photo by", "(photo:", "reuters/", "/reuters", "/afp", "afp/", "ap photo", "picture alliance", "/shutterstock", "istock", "(foto:", "(foto ", "(photo ", " (fot. ", "(foto von", "(crédit", "(bild:", "photo credit", "image credit", "bildquelle", "— foto:", "– foto:", ". foto:", "| foto:", "/ foto:", ". photo:", "— photo:", "| photo:", ". photograph:", "| photograph:", ". fotografía:", ". fotografie:", ". bild:", ". фото:", " fot. ", ". crédit photo", ". image:"} {
		if strings.Contains(folded, s) {
			return true
		}
	}
	return false
}

// tagline reports whether a folded line names a site and what it is: "From
// Wikipedia, the free encyclopedia".
func tagline(folded string) bool {
	if words(folded) > 8 || ends(folded) {
		return false
	}
	for _, lead := range []string{"from ", "aus ", "un article de ", "de ", "da ", "uit ", "från ", "fra ", "материал из ", "出典"} {
		if !strings.HasPrefix(folded, lead) {
			continue
		}
		for _, what := range []string{", the ", ", der ", ", die ", ", l'", ", la ", ", a ", ", de ", ", den ", " — ", "百科"} {
			if strings.Contains(folded, what) {
				return true
			}
		}
	}
	return false
}

// row reads a line of several small parts: "By Jane Roe · May 3, 2025 · 6 min
// read", "Privacy | Terms".
func row(s string) class {
	parts := fields(s)
	if len(parts) < 2 {
		return bareMenu(s)
	}
	var known, facts, menus int
	worst, small := text, true
	for _, p := range parts {
		small = small && words(p) <= 3 && !ends(p)
		if isFact(p) {
			facts++
			known++
			continue
		}
		folded := fold(p)
		c, ok := whole(folded)
		if !ok {
			c = begins(folded)
		}
		if c.furniture() {
			known++
			if c == menu || c == button || c == count {
				menus++
			} else {
				worst = c
			}
		}
	}
	switch {
	case facts > 0 && len(s) < longest && 2*known >= len(parts):
		return fact
	case 2*known > len(parts) && worst != text:
		return worst
	case 2*known > len(parts), known > 0 && len(parts) >= 3 && small:
		return menu
	}
	return text
}

// fields cuts a line at the marks that pages set between small parts.
func fields(s string) []string {
	for _, mark := range []string{" · ", "·", " • ", "•", " | ", "|", "｜", " ∙ ", " ⋅ ", " ┃ ", "/ ", " — ", " – ", "   ", "  ", "\t"} {
		if parts := strings.Split(s, mark); len(parts) > 1 {
			out := parts[:0]
			for _, p := range parts {
				if p = strings.TrimSpace(p); p != "" {
					out = append(out, p)
				}
			}
			if len(out) > 1 {
				var all []string
				for _, p := range out {
					all = append(all, fields(p)...)
				}
				return all
			}
		}
	}
	return []string{strings.TrimSpace(s)}
}

// bareMenu reads a menu whose entries stand on one line with nothing but
// spaces between them: "Home Posts Projects About".
func bareMenu(s string) class {
	all := strings.Fields(s)
	if len(all) < 3 || len(all) > 12 || ends(s) {
		return text
	}
	known := 0
	for _, word := range all {
		if !startsUpper(word) {
			return text
		}
		if c := phraseBook()[phrase(fold(word))]; c == menu || c == button || c.endMatter() {
			known++
		}
	}
	if known*10 < len(all)*7 {
		return text
	}
	return menu
}
