package paint

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// enter takes the terminal for the whole screen.
const enter = ansi.SetModeAltScreenSaveCursor + ansi.ResetModeTextCursorEnable

// query asks whether the terminal can show a frame at once (2026), and measures
// graphemes as a whole (2027).
const query = ansi.RequestModeSynchronizedOutput + ansi.RequestModeUnicodeCore

// change appends what takes the terminal from the modes of one view to those of
// another; no view is a terminal that was just entered.
func change(out []byte, from *tea.View, to tea.View) []byte {
	was := tea.View{DisableBracketedPasteMode: true}
	if from != nil {
		was = *from
	}
	if was.DisableBracketedPasteMode != to.DisableBracketedPasteMode {
		out = toggle(out, !to.DisableBracketedPasteMode, ansi.SetModeBracketedPaste, ansi.ResetModeBracketedPaste)
	}
	if was.ReportFocus != to.ReportFocus {
		out = toggle(out, to.ReportFocus, ansi.SetModeFocusEvent, ansi.ResetModeFocusEvent)
	}
	if was.MouseMode != to.MouseMode {
		out = append(out, mouse(was.MouseMode, to.MouseMode)...)
	}
	if was.WindowTitle != to.WindowTitle {
		out = append(out, ansi.SetWindowTitle(to.WindowTitle)...)
	}
	if a, b := cursorStyle(was.Cursor), cursorStyle(to.Cursor); a != b {
		out = append(out, ansi.SetCursorStyle(b)...)
	}
	switch flags := keyboardFlags(to.KeyboardEnhancements); {
	case from == nil:
		// A terminal obeys the one of the two that it knows. The answer to the
		// question is the message that tells what it does.
		out = append(out, ansi.SetModifyOtherKeys2+ansi.PushKittyKeyboard(flags)+ansi.RequestKittyKeyboard...)
	case was.KeyboardEnhancements != to.KeyboardEnhancements:
		out = append(out, ansi.KittyKeyboard(flags, 1)+ansi.RequestKittyKeyboard...)
	}
	return out
}

func toggle(out []byte, on bool, set, reset string) []byte {
	if on {
		return append(out, set...)
	}
	return append(out, reset...)
}

const noMouse = ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseAnyEvent + ansi.ResetModeMouseExtSgr

func mouse(from, to tea.MouseMode) string {
	before := ""
	if from != tea.MouseModeNone {
		before = noMouse
	}
	switch to {
	case tea.MouseModeCellMotion:
		return before + ansi.SetModeMouseButtonEvent + ansi.SetModeMouseExtSgr
	case tea.MouseModeAllMotion:
		return before + ansi.SetModeMouseAnyEvent + ansi.SetModeMouseExtSgr
	}
	return before
}

// cursorStyle is the number of DECSCUSR for a cursor, 0 for the terminal's own.
func cursorStyle(c *tea.Cursor) int {
	if c == nil {
		return 0
	}
	style := int(c.Shape)*2 + 1
	if !c.Blink {
		style++
	}
	return style
}

// keyboardFlags are those of kitty's keyboard protocol: keys can always be told
// apart.
func keyboardFlags(k tea.KeyboardEnhancements) int {
	flags := ansi.KittyDisambiguateEscapeCodes
	for flag, on := range map[int]bool{
		ansi.KittyReportEventTypes:           k.ReportEventTypes,
		ansi.KittyReportAlternateKeys:        k.ReportAlternateKeys,
		ansi.KittyReportAllKeysAsEscapeCodes: k.ReportAllKeysAsEscapeCodes,
		ansi.KittyReportAssociatedKeys:       k.ReportAssociatedText,
	} {
		if on {
			flags |= flag
		}
	}
	return flags
}

// leave appends what gives the terminal back; shown is nil where nothing was
// shown yet.
func leave(out []byte, shown *tea.View, graphemes bool) []byte {
	if shown != nil {
		// Terminals keep the settings of the keyboard for each of the two screens.
		out = append(out, ansi.ResetModifyOtherKeys+ansi.PopKittyKeyboard(1)...)
		if shown.MouseMode != tea.MouseModeNone {
			out = append(out, noMouse...)
		}
		if !shown.DisableBracketedPasteMode {
			out = append(out, ansi.ResetModeBracketedPaste...)
		}
		if shown.ReportFocus {
			out = append(out, ansi.ResetModeFocusEvent...)
		}
		if shown.WindowTitle != "" {
			out = append(out, ansi.SetWindowTitle("")...)
		}
		if cursorStyle(shown.Cursor) > 1 { // 1 is what nearly all terminals have
			out = append(out, ansi.SetCursorStyle(0)...)
		}
	}
	if graphemes {
		out = append(out, ansi.ResetModeUnicodeCore...)
	}
	return append(out, ansi.ResetModeAltScreenSaveCursor+ansi.SetModeTextCursorEnable...)
}

// mayAsk tells whether a terminal can be asked for modes: those that are known to
// show the question as text are not, nor a line to another machine, unless its
// terminal is known to answer.
func mayAsk(getenv func(string) (string, bool)) bool {
	has := func(name string) bool { _, ok := getenv(name); return ok }
	program, _ := getenv("TERM_PROGRAM")
	name, _ := getenv("TERM")
	for _, known := range []string{"ghostty", "wezterm", "alacritty", "kitty", "rio"} {
		if strings.Contains(name, known) {
			return true
		}
	}
	return has("WT_SESSION") || !has("SSH_TTY") && !strings.Contains(program, "Apple")
}
