package markdown_test

import (
	"strings"
	"testing"

	"lede/articles"
	"lede/articles/markdown"
)

// TestMuteChunksShowNothing: what is passed over has neither words nor pictures.
func TestMuteChunksShowNothing(t *testing.T) {
	t.Parallel()
	for piece, mute := range map[string]bool{
		"[a]: b\n":                           true,
		"[a]: b\n\n[c d]: https://e.org/f?g": true,
		"[a]: b \"title\"\n":                 false, // it is not looked at so closely
		"[a]: b words\n":                     false,
		"[^1]: a note\n":                     false,
		"[a]: b\nwords\n":                    false,
		"[a]:\n":                             false,
		"[]: b\n":                            false,
		"[ ]: b\n":                           false,
		"<!-- a\n\nb":                        true,
		"<!-- a -->\n":                       true,
		"<!-- a --> words\n":                 false,
		"<div><section class=a>\n</div>":     true,
		"<div>words</div>":                   false,
		"<div><img src=a></div>":             false,
		"<div title='>'>":                    false,
		"<p><hr>":                            false,
		"words":                              false,
	} {
		d := markdown.Parse(piece)
		if got := d.Mute(0); got != mute {
			t.Errorf("%q: mute is %v", piece, got)
		}
		if mute && strings.TrimSpace(d.Plain(0)) != "" {
			t.Errorf("%q is mute and says %q", piece, d.Plain(0))
		}
	}
}

func FuzzMute(f *testing.F) {
	for _, s := range []string{"[a]: b\n", "<!-- a -->\n", "<div>\n<p></div>", "<div\n>", "[a]: b\n  c\n", "[a]: b\n===\n", "<!-->a\n", "<!--->a\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		src = articles.Clean(src)
		d := markdown.Parse(src)
		for i := range d.Chunks {
			if d.Mute(i) && strings.TrimSpace(d.Plain(i)) != "" {
				t.Errorf("%q: chunk %d is mute and says %q", src, i, d.Plain(i))
			}
		}
	})
}
