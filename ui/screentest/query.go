package screentest

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Pixels of one cell, as the terminal reports them and as pictures draw them.
const (
	cellWidth  = 8
	cellHeight = 18
)

// answer keeps the query and, unless the terminal is mute, answers it.
func (s *Screen) answer(query, format string, args ...any) {
	s.asked = append(s.asked, query)
	if !s.terminal.Mute {
		s.reply = fmt.Appendf(s.reply, format, args...)
	}
}

// query answers the control sequences that ask.
func (s *Screen) query(cmd ansi.Cmd, params ansi.Params) bool {
	first := option(params, 0)
	switch name(cmd) {
	case "c": // DA1: VT220 with colour
		sixels := ""
		if s.terminal.Sixels {
			sixels = "4;"
		}
		s.answer("DA1", "\x1b[?62;%s22c", sixels)
	case ">c": // DA2
		s.answer("DA2", "\x1b[>1;10;0c")
	case ">q":
		version := "screentest 1"
		if s.terminal.Graphics {
			version = "kitty(0.40.0)" // what has placeholders is known by its name
		}
		s.answer("XTVERSION", "\x1bP>|%s\x1b\\", version)
	case "?$p":
		s.answer(fmt.Sprintf("DECRQM %d", first), "\x1b[?%d;%d$y", first, s.modeSetting(ansi.DECMode(first)))
	case "?u":
		if s.terminal.Old {
			s.asked = append(s.asked, "kitty keys")
			break
		}
		s.answer("kitty keys", "\x1b[?%du", s.kittyFlags())
	case "n", "?n":
		return s.report(cmd, first)
	case "t":
		if s.terminal.Reserved && (first == 14 || first == 16) {
			return true
		}
		switch first {
		case 14:
			s.answer("size in pixels", "\x1b[4;%d;%dt", s.height*cellHeight, s.width*cellWidth)
		case 16:
			s.answer("size of a cell", "\x1b[6;%d;%dt", cellHeight, cellWidth)
		case 18:
			s.answer("size in cells", "\x1b[8;%d;%dt", s.height, s.width)
		case 22, 23: // push and pop the title
		default:
			return false
		}
	default:
		return false
	}
	return true
}

// report answers a request for a device status.
func (s *Screen) report(cmd ansi.Cmd, what int) bool {
	x, y := s.page.x+1, s.page.y+1
	switch fmt.Sprint(name(cmd), what) {
	case "n5":
		s.answer("DSR", "\x1b[0n")
	case "n6":
		s.answer("CPR", "\x1b[%d;%dR", y, x)
	case "?n6":
		s.answer("DECXCPR", "\x1b[?%d;%d;1R", y, x)
	case "?n996":
		scheme := 1
		if s.terminal.Light {
			scheme = 2
		}
		s.answer("colour scheme", "\x1b[?997;%dn", scheme)
	default:
		return false
	}
	return true
}

// modeSetting is DECRQM's answer: 0 unknown, 1 set, 2 reset.
func (s *Screen) modeSetting(mode ansi.DECMode) int {
	switch {
	case !s.knows(mode):
		return 0
	case s.modes[mode]:
		return 1
	}
	return 2
}

// escape obeys the short escape sequences.
func (s *Screen) escape(cmd ansi.Cmd) {
	p := s.page
	s.join = false
	switch name(cmd) {
	case "7":
		s.save()
	case "8":
		s.restore()
	case "D":
		s.lineFeed()
	case "E":
		p.moveTo(0, p.y)
		s.lineFeed()
	case "M": // reverse index
		if p.y == p.top {
			p.scroll(p.top, -1, s.blank())
		} else {
			p.moveTo(p.x, p.y-1)
		}
	case "=", ">":
		s.keypad = cmd.Final() == '='
	case "c":
		s.reset()
	case "\\", "(B": // the end of a string; ASCII
	default:
		s.strange("ESC %s", name(cmd))
	}
}

// osc obeys the operating system commands: titles, colours, links, clipboard.
func (s *Screen) osc(cmd int, data []byte) {
	_, value, _ := bytes.Cut(data, []byte{';'})
	switch cmd {
	case 0, 1, 2:
		s.titles = append(s.titles, string(value))
	case 8:
		uv.ReadLink(data, &s.link)
	case 10, 11, 12:
		s.color(cmd, string(value))
	case 52:
		s.copied(string(value))
	case 110, 111, 112:
		delete(s.colors, cmd-100)
	default:
		s.strange("OSC %.40q", data)
	}
}

// color answers or keeps one of the terminal's own colours.
func (s *Screen) color(which int, value string) {
	if value != "?" {
		s.colors[which] = value
		return
	}
	c := s.foreground()
	if which == 11 {
		c = s.background()
	}
	s.answer(fmt.Sprintf("OSC %d", which), "\x1b]%d;%s\x1b\\", which, xparse(c))
}

// xparse writes a colour as X11 does, the form in which terminals answer.
func xparse(c color.RGBA) string {
	return fmt.Sprintf("rgb:%02x%02x/%02x%02x/%02x%02x", c.R, c.R, c.G, c.G, c.B, c.B)
}

// copied keeps what was sent to the clipboard. A program that wants to read
// it gets no answer, as with most terminals' defaults.
func (s *Screen) copied(value string) {
	_, encoded, _ := strings.Cut(value, ";")
	if encoded == "?" {
		s.asked = append(s.asked, "clipboard")
		return
	}
	content, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		s.strange("clipboard %.40q", value)
		return
	}
	s.clipboard = append(s.clipboard, string(content))
}

// dcs answers the requests that come as device control strings.
func (s *Screen) dcs(cmd ansi.Cmd, _ ansi.Params, data []byte) {
	switch name(cmd) {
	case "+q":
		s.answer("XTGETTCAP", "\x1bP0+r\x1b\\")
	case "$q":
		s.answer("DECRQSS", "\x1bP0$r\x1b\\")
	case "q":
		s.sixel(data)
	default:
		s.strange("DCS %s %.20q", name(cmd), data)
	}
}
