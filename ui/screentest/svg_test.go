package screentest

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
)

const sampler = "\x1b[1mBold\x1b[m \x1b[3mitalic\x1b[m \x1b[4munderlined\x1b[m \x1b[9mstruck\x1b[m \x1b[2mfaint\x1b[m \x1b[7m reverse \x1b[m\r\n" +
	"\x1b[31mred \x1b[32mgreen \x1b[33myellow \x1b[34mblue \x1b[35mmagenta \x1b[36mcyan\x1b[m \x1b[38;5;208m208\x1b[m \x1b[48;2;60;70;90m ground \x1b[m\r\n" +
	"世界 wide ★ ● ❝ “quoted” — a < b & c\r\n" +
	"\x1b[36m┌──────┬─────╮\x1b[m  ┏━ ❝ ━━━━━━━━━━━━\r\n" +
	"\x1b[36m│ box  │ 世  │\x1b[m  ┃ Less is more.\r\n" +
	"\x1b[36m├──────┼─────┤\x1b[m  ┃\r\n" +
	"\x1b[36m╰──────┴─────┘\x1b[m  ┗━━━\r\n" +
	"\x1b[33m▌\x1b[m ▀▄▁▂▃▄▅▆▇█ ▏▎▍▌▋▊▉ ▐\r\n" +
	"▓▓▓▓▓▓▓▓▓▓▓▓▒▒▒▒░░░░░░░░░░░  62%"

func TestSVG(t *testing.T) {
	for _, light := range []bool{false, true} {
		name := map[bool]string{false: "dark", true: "light"}[light]
		t.Run(name, func(t *testing.T) {
			s := New(56, 10, Terminal{Light: light})
			fmt.Fprint(s, sampler+"\x1b[?25l")
			svg := SVG(s, "a <title>")
			decoder := xml.NewDecoder(strings.NewReader(svg))
			for {
				if _, err := decoder.Token(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					t.Fatalf("no XML: %v", err)
				}
			}
			Golden(t, "sampler-"+name+".svg", svg)
		})
	}
}

func TestSVGCursor(t *testing.T) {
	s := New(4, 1, Terminal{})
	hidden := New(4, 1, Terminal{})
	fmt.Fprint(hidden, "\x1b[?25l")
	if SVG(s, "") == SVG(hidden, "") {
		t.Error("a visible cursor does not show")
	}
}
