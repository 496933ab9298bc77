package screentest

import (
	"fmt"
	"slices"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// strange keeps a sequence that the emulator does not know.
func (s *Screen) strange(format string, args ...any) {
	s.unknown = append(s.unknown, fmt.Sprintf(format, args...))
}

// csi obeys one control sequence.
func (s *Screen) csi(cmd ansi.Cmd, params ansi.Params) {
	if cmd == 'm' {
		uv.ReadStyle(params, &s.pen)
		return
	}
	if cmd == 'b' {
		s.repeat(count(params))
		return
	}
	s.join = false
	if s.move(cmd, params) || s.edit(cmd, params) || s.setting(cmd, params) || s.query(cmd, params) {
		return
	}
	s.strange("CSI %s %v", name(cmd), params)
}

// name prints a command as it is written in the manuals.
func name(cmd ansi.Cmd) string {
	var b []byte
	for _, c := range []byte{cmd.Prefix(), cmd.Intermediate(), cmd.Final()} {
		if c != 0 {
			b = append(b, c)
		}
	}
	return string(b)
}

// count is the first parameter as a number of times: 1 when missing or 0.
func count(params ansi.Params) int { return at(params, 0, 1) }

// at is a parameter that counts from 1.
func at(params ansi.Params, i, missing int) int {
	n, _, _ := params.Param(i, missing)
	return max(n, 1)
}

// option is a parameter that counts from 0.
func option(params ansi.Params, i int) int {
	n, _, _ := params.Param(i, 0)
	return n
}

// move obeys the sequences that only move the cursor.
func (s *Screen) move(cmd ansi.Cmd, params ansi.Params) bool {
	p, n := s.page, count(params)
	switch cmd {
	case 'A': // CUU
		p.up(n)
	case 'B', 'e': // CUD, VPR
		p.down(n)
	case 'C', 'a': // CUF, HPR
		p.moveTo(p.x+n, p.y)
	case 'D': // CUB
		p.moveTo(p.x-n, p.y)
	case 'E': // CNL
		p.down(n)
		p.moveTo(0, p.y)
	case 'F': // CPL
		p.up(n)
		p.moveTo(0, p.y)
	case 'G', '`': // CHA, HPA
		p.moveTo(n-1, p.y)
	case 'd': // VPA
		p.moveTo(p.x, n-1)
	case 'H', 'f': // CUP, HVP
		p.moveTo(at(params, 1, 1)-1, n-1)
	case 'I': // CHT
		for range min(n, s.width) {
			p.moveTo(s.tabs.Next(p.x), p.y)
		}
	case 'Z': // CBT
		for range min(n, s.width) {
			p.moveTo(s.tabs.Prev(p.x), p.y)
		}
	default:
		return false
	}
	return true
}

// edit obeys the sequences that erase, insert, delete and scroll.
func (s *Screen) edit(cmd ansi.Cmd, params ansi.Params) bool {
	p, n := s.page, count(params)
	switch cmd {
	case 'J': // ED
		s.eraseScreen(option(params, 0))
	case 'K': // EL
		s.eraseLine(option(params, 0))
	case 'X': // ECH
		p.erase(p.y, p.x, p.x+n, s.blank())
	case '@': // ICH
		p.shift(n, s.blank())
	case 'P': // DCH
		p.shift(-n, s.blank())
	case 'L': // IL
		p.scroll(p.y, -n, s.blank())
		p.moveTo(0, p.y)
	case 'M': // DL
		p.scroll(p.y, n, s.blank())
		p.moveTo(0, p.y)
	case 'S': // SU
		s.scrollUp(p.top, n)
	case 'T': // SD
		p.scroll(p.top, -n, s.blank())
	default:
		return false
	}
	return true
}

func (s *Screen) eraseLine(what int) {
	p := s.page
	switch what {
	case 0:
		p.erase(p.y, p.x, s.width, s.blank())
	case 1:
		p.erase(p.y, 0, p.x+1, s.blank())
	case 2:
		p.erase(p.y, 0, s.width, s.blank())
	}
}

func (s *Screen) eraseScreen(what int) {
	p := s.page
	from, to := 0, s.height
	switch what {
	case 0:
		s.eraseLine(0)
		from = p.y + 1
	case 1:
		s.eraseLine(1)
		to = p.y
	case 3:
		s.scrollback = nil
		return
	}
	for y := from; y < to; y++ {
		p.erase(y, 0, s.width, s.blank())
	}
	s.sixels = slices.DeleteFunc(s.sixels, func(at Sixel) bool { return from <= at.Y && at.Y < to })
}

// repeat writes the last grapheme n times more (REP).
func (s *Screen) repeat(n int) {
	if s.last == "" {
		return
	}
	width := s.method().StringWidth(s.last)
	for range min(n, s.width*s.height) {
		s.put(s.last, width)
	}
}
