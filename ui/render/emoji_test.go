package render_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"lede/articles"
	"lede/ui/render"
	"lede/ui/theme"
)

// Emoji with a skin tone or a joiner are never broken, and never end a line of
// their own.
func TestEmojiStayWhole(t *testing.T) {
	t.Parallel()
	style, err := theme.New("mono", theme.Dark, colorprofile.TrueColor)
	if err != nil {
		t.Fatal(err)
	}
	for _, emoji := range []string{"👍🏽", "👩🏽\u200d💻", "👨\u200d👩\u200d👧", "🇩🇪", "❤\ufe0f"} {
		a := &articles.Article{Title: "T", Markdown: "I say " + emoji + " to that, and " + emoji + " again."}
		for width := 20; width <= 80; width++ {
			var out bytes.Buffer
			if _, err := render.New(a, render.Options{Width: width, Theme: style}).WriteTo(&out); err != nil {
				t.Fatal(err)
			}
			text := out.String()
			if strings.Count(text, emoji) != 2 {
				t.Fatalf("%s is broken at %d columns:\n%s", emoji, width, text)
			}
			if width > 50 && !strings.Contains(text, "I say "+emoji+" to that, and "+emoji+" again.") {
				t.Fatalf("%s breaks the line at %d columns:\n%s", emoji, width, text)
			}
		}
	}
}
