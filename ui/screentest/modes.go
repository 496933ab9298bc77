package screentest

import (
	"fmt"
	"slices"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// recorded are the modes that change nothing on the screen: it is enough to
// know whether they are set.
var recorded = []ansi.Mode{
	ansi.ModeCursorKeys, ansi.DECMode(12), // 12: the cursor blinks
	ansi.ModeMouseX10, ansi.ModeMouseNormal, ansi.ModeMouseHighlight, ansi.ModeMouseButtonEvent,
	ansi.ModeMouseAnyEvent, ansi.ModeMouseExtUtf8, ansi.ModeMouseExtSgr, ansi.ModeMouseExtUrxvt,
	ansi.ModeMouseExtSgrPixel, ansi.ModeFocusEvent, ansi.ModeBracketedPaste, ansi.ModeLightDark,
	ansi.ModeAutoWrap, ansi.ModeTextCursorEnable,
}

// recent are the modes that an old terminal does not know.
var recent = []ansi.Mode{ansi.ModeSynchronizedOutput, ansi.ModeUnicodeCore}

// knows tells whether the terminal has a mode.
func (s *Screen) knows(mode ansi.Mode) bool {
	return slices.Contains(recorded, mode) || mode == ansi.ModeAltScreenSaveCursor ||
		!s.terminal.Old && slices.Contains(recent, mode)
}

// Mode tells whether a mode is set, as in Mode(ansi.ModeBracketedPaste).
func (s *Screen) Mode(mode ansi.Mode) bool { return s.modes[mode] }

// setting obeys the sequences that change the terminal's state.
func (s *Screen) setting(cmd ansi.Cmd, params ansi.Params) bool {
	p := s.page
	switch name(cmd) {
	case "?h", "?l":
		params.ForEach(0, func(_, mode int, _ bool) {
			s.setMode(ansi.DECMode(mode), cmd.Final() == 'h')
		})
	case "r": // DECSTBM
		s.setRegion(at(params, 0, 1)-1, at(params, 1, s.height))
	case "s":
		s.save()
	case "u":
		s.restore()
	case ">u":
		p.kitty = append(p.kitty, option(params, 0))
	case "<u":
		p.kitty = p.kitty[:max(len(p.kitty)-count(params), 0)]
	case "=u":
		s.setKitty(option(params, 0), at(params, 1, 1))
	case ">m":
		s.modifyOtherKeys = 0
		if option(params, 0) == 4 {
			s.modifyOtherKeys = option(params, 1)
		}
	case " q": // DECSCUSR
		s.cursorStyle = option(params, 0)
	case "?W": // DECST8C: a tab stop every eight columns
		if option(params, 0) != 5 {
			return false
		}
		s.tabs = uv.DefaultTabStops(s.width)
	case "!p": // DECSTR
		s.pen, s.modes[ansi.ModeTextCursorEnable], s.modes[ansi.ModeAutoWrap] = uv.Style{}, true, true
		s.modes[ansi.ModeCursorKeys], s.keypad = false, false
		p.top, p.bottom = 0, s.height
	default:
		return false
	}
	return true
}

func (s *Screen) setMode(mode ansi.DECMode, set bool) {
	if !s.knows(mode) {
		if !slices.Contains(recent, ansi.Mode(mode)) {
			s.strange("mode %d set=%t", mode, set)
		}
		return
	}
	if mode == ansi.ModeAltScreenSaveCursor && set != s.modes[mode] {
		s.switchPage(set)
	}
	s.modes[mode] = set
}

// switchPage enters or leaves the alternate screen, which starts out blank.
func (s *Screen) switchPage(alternate bool) {
	if alternate {
		s.save()
		s.alternate = newPage(s.width, s.height)
		s.alternate.x, s.alternate.y = s.primary.x, s.primary.y
		s.page = s.alternate
		return
	}
	s.page, s.sixels = s.primary, nil
	s.restore()
}

func (s *Screen) setRegion(top, bottom int) {
	bottom = min(bottom, s.height)
	if top+1 >= bottom {
		return
	}
	s.page.top, s.page.bottom = top, bottom
	s.page.moveTo(0, 0)
}

func (s *Screen) setKitty(flags, how int) {
	p := s.page
	if len(p.kitty) == 0 {
		p.kitty = []int{0}
	}
	top := &p.kitty[len(p.kitty)-1]
	switch how {
	case 1:
		*top = flags
	case 2:
		*top |= flags
	case 3:
		*top &^= flags
	}
}

// kittyFlags are the keyboard flags in force.
func (s *Screen) kittyFlags() int {
	if s.terminal.Old || len(s.page.kitty) == 0 {
		return 0
	}
	return s.page.kitty[len(s.page.kitty)-1]
}

func (s *Screen) save() {
	p := s.page
	p.saved = saved{p.x, p.y, p.wrapNext, s.pen}
}

func (s *Screen) restore() {
	p := s.page
	p.moveTo(p.saved.x, p.saved.y)
	p.wrapNext, s.pen = p.saved.wrapNext, p.saved.pen
}

// Residue lists what a program left changed: everything that would trouble
// the shell's prompt after it. It is empty when the terminal is as it was.
func (s *Screen) Residue() []string {
	var left []string
	note := func(wrong bool, format string, args ...any) {
		if wrong {
			left = append(left, fmt.Sprintf(format, args...))
		}
	}
	note(s.page == s.alternate, "the alternate screen shows")
	note(!s.modes[ansi.ModeTextCursorEnable], "the cursor is hidden")
	note(!s.modes[ansi.ModeAutoWrap], "lines do not wrap")
	for _, mode := range slices.Concat(recorded, recent) {
		if mode != ansi.ModeTextCursorEnable && mode != ansi.ModeAutoWrap {
			note(s.modes[mode], "mode %d is set", mode)
		}
	}
	note(s.kittyFlags() != 0, "kitty's keyboard flags are %d", s.kittyFlags())
	note(len(s.primary.kitty) > 0, "%d keyboard settings are left on the stack", len(s.primary.kitty))
	note(s.modifyOtherKeys != 0, "modifyOtherKeys is %d", s.modifyOtherKeys)
	note(s.keypad, "the keypad sends application keys")
	note(s.cursorStyle > 1, "the cursor has style %d", s.cursorStyle)
	note(!s.pen.IsZero(), "text is styled %q", s.pen.String())
	note(!s.link.IsZero(), "text is linked to %s", s.link.URL)
	note(s.page.top != 0 || s.page.bottom != s.height, "only rows %d to %d scroll", s.page.top+1, s.page.bottom)
	for _, c := range []int{10, 11, 12} {
		note(s.colors[c] != "", "colour %d is %s", c, s.colors[c])
	}
	return left
}

// drawing tells whether the program is in the middle of a frame.
func (s *Screen) drawing() bool { return s.modes[ansi.ModeSynchronizedOutput] }
