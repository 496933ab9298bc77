package paint

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// window is a screen of an article in a language, scrolled down by lines, with a
// footer that tells how far.
func window(sentence string, lines int) string {
	const height, width = 40, 100
	rows := make([]string, 0, height)
	for y := range height - 1 {
		text := ansi.Truncate(fmt.Sprintf("%d %s", lines+y, strings.Repeat(sentence, 20)), width-16, "")
		rows = append(rows, strings.Repeat(" ", 8)+"\x1b[38;2;230;220;200m"+text+"\x1b[m")
	}
	return strings.Join(append(rows, fmt.Sprintf("\x1b[2m %d%% · 12 min left\x1b[m", lines%100)), "\n")
}

const (
	latin   = "The lantern went down to the harbour and came back with \x1b[1mcardamom\x1b[22m. "
	chinese = "灯笼下到港口，带着小豆蔻回来了。"
)

// What a line costs that is scrolled: the terminal moves the others.
func TestScrolledLine(t *testing.T) {
	for sentence, most := range map[string]int{latin: 250, chinese: 400} {
		s := newScreen(100, 40, colorprofile.TrueColor)
		s.paint(window(sentence, 0))
		for i := range 100 {
			s.out = s.out[:0]
			s.paint(window(sentence, i+1))
			if len(s.out) > most {
				t.Fatalf("%d bytes for a line: %q", len(s.out), s.out)
			}
		}
		s.out = s.out[:0]
		s.paint(window(sentence, 99)) // and up again
		if len(s.out) > most {
			t.Errorf("%d bytes for a line up: %q", len(s.out), s.out)
		}
	}
}

func BenchmarkPaint(b *testing.B) {
	for name, sentence := range map[string]string{"latin": latin, "chinese": chinese} {
		for _, step := range []int{0, 1, 30} {
			b.Run(fmt.Sprintf("%s/%d lines", name, step), func(b *testing.B) {
				windows := make([]string, 100)
				for i := range windows {
					windows[i] = window(sentence, i*step)
				}
				s := newScreen(100, 40, colorprofile.TrueColor)
				bytes, n := 0, 0
				b.ReportAllocs()
				for b.Loop() {
					s.out = s.out[:0]
					s.paint(windows[n%len(windows)])
					bytes, n = bytes+len(s.out), n+1
				}
				b.ReportMetric(float64(bytes)/float64(n), "written/op")
			})
		}
	}
}
