package layout

import "unicode/utf8"

// evenFonts are the fonts in which all letters are as wide, whatever they say of
// themselves: those of listings.
func evenFonts(pages []Page) map[string]bool {
	const (
		enough = 12   // different words
		spread = 0.03 // between the widest and the narrowest, per letter
		latin  = 0x500
	)
	type widths struct {
		least, most float64
		words       map[string]bool
	}
	fonts := map[string]*widths{}
	for _, p := range pages {
		for i := range p.Words {
			w := bounded(p.Words[i])
			n := utf8.RuneCountInString(w.Text)
			if n < 3 || w.Turned || w.Font.Name == "" || !hasLetters(w.Text) || !allBelow(w.Text, latin) {
				continue
			}
			each := w.width() / float64(n) / w.Size
			f := fonts[w.Font.Name]
			if f == nil {
				f = &widths{each, each, map[string]bool{}}
				fonts[w.Font.Name] = f
			}
			f.least, f.most = min(f.least, each), max(f.most, each)
			if len(f.words) < enough {
				f.words[w.Text] = true
			}
		}
	}
	out := map[string]bool{}
	for name, f := range fonts {
		out[name] = len(f.words) >= enough && f.most > 0 && f.most-f.least < spread*f.most
	}
	return out
}

func allBelow(s string, end rune) bool {
	for _, r := range s {
		if r >= end {
			return false
		}
	}
	return true
}
