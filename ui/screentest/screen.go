package screentest

import (
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Terminal says what kind of terminal a [Screen] is. The zero value is a
// current one: dark, it answers queries and knows grapheme clusters.
type Terminal struct {
	Mute  bool // answers no query, as a serial line or a script does
	Light bool // a light background
	// Graphics says that it draws images by kitty graphics and placeholders.
	Graphics bool
	// Sixels says that it draws images by sixels.
	Sixels bool
	// Reserved says that it tells its size in pixels to the driver alone and to
	// nobody who asks, as xterm does.
	Reserved bool
	Old      bool // knows neither synchronized output, grapheme clusters nor kitty's keys
}

// Screen is an emulated terminal. It is not safe for concurrent use; a
// [Session] guards its own.
type Screen struct {
	terminal Terminal
	parser   *ansi.Parser
	width    int
	height   int

	primary, alternate *page
	page               *page // the one that shows

	pen   uv.Style
	link  uv.Link
	modes map[ansi.Mode]bool
	tabs  *uv.TabStops
	last  string // what REP repeats
	join  bool   // the next rune may join the cluster before the cursor

	modifyOtherKeys int
	cursorStyle     int
	keypad          bool // application keypad

	titles     []string
	clipboard  []string
	scrollback []string
	colors     map[int]string // OSC 10, 11, 12 as the program set them
	asked      []string
	images     images
	sixels     []Sixel
	unknown    []string
	reply      []byte
}

// New returns a blank terminal of the given size in cells.
func New(width, height int, terminal Terminal) *Screen {
	s := &Screen{terminal: terminal, parser: ansi.NewParser(), width: width, height: height}
	s.reset()
	s.parser.SetHandler(ansi.Handler{
		Print:     s.print,
		Execute:   s.control,
		HandleCsi: s.csi,
		HandleEsc: s.escape,
		HandleOsc: s.osc,
		HandleDcs: s.dcs,
		HandleApc: s.apc,
		HandlePm:  func(data []byte) { s.strange("PM %.20q", data) },
		HandleSos: func(data []byte) { s.strange("SOS %.20q", data) },
	})
	return s
}

// reset makes the terminal as it was when new, but for its scrollback (RIS).
func (s *Screen) reset() {
	s.primary, s.alternate = newPage(s.width, s.height), newPage(s.width, s.height)
	s.page = s.primary
	s.pen, s.link = uv.Style{}, uv.Link{}
	s.modes = map[ansi.Mode]bool{ansi.ModeAutoWrap: true, ansi.ModeTextCursorEnable: true}
	s.tabs = uv.DefaultTabStops(s.width)
	s.colors = map[int]string{}
	s.modifyOtherKeys, s.cursorStyle, s.keypad = 0, 0, false
}

// Write feeds what a program writes to its terminal. It never fails.
func (s *Screen) Write(p []byte) (int, error) {
	for _, b := range p {
		s.parser.Advance(b)
	}
	return len(p), nil
}

// Reply returns what the terminal answers to the queries since the last call.
func (s *Screen) Reply() []byte {
	reply := s.reply
	s.reply = nil
	return reply
}

// Resize gives the terminal another size. Like most terminals' alternate
// screen it cuts and pads, and joins no wrapped lines.
func (s *Screen) Resize(width, height int) {
	s.scrollback = append(s.scrollback, s.primary.resize(width, height)...)
	s.alternate.resize(width, height)
	s.width, s.height = width, height
	s.tabs.Resize(width)
}

// Size is the terminal's width and height in cells.
func (s *Screen) Size() (width, height int) { return s.width, s.height }

// Cursor is the cursor's column and row, from 0, and whether it shows.
func (s *Screen) Cursor() (x, y int, visible bool) {
	return s.page.x, s.page.y, s.modes[ansi.ModeTextCursorEnable]
}

// Cell is the cell at a column and row, nil outside of the screen. The right
// half of a wide cell has width 0.
func (s *Screen) Cell(x, y int) *uv.Cell { return s.page.CellAt(x, y) }

// Title is the last window title that was set.
func (s *Screen) Title() string {
	if len(s.titles) == 0 {
		return ""
	}
	return s.titles[len(s.titles)-1]
}

// Titles are all window titles that were set, in order.
func (s *Screen) Titles() []string { return s.titles }

// Clipboard lists what the program put into the clipboard (OSC 52), decoded.
func (s *Screen) Clipboard() []string { return s.clipboard }

// Asked lists the queries that the program sent, answered or not.
func (s *Screen) Asked() []string { return s.asked }

// Unknown lists the sequences and control characters that the emulator does
// not know; a program for ordinary terminals should send none.
func (s *Screen) Unknown() []string { return s.unknown }

// String is the text of the screen: one line a row, trailing blanks cut.
func (s *Screen) String() string {
	lines := make([]string, s.height)
	for y := range lines {
		lines[y] = text(s.page.Line(y))
	}
	return strings.Join(lines, "\n")
}

// Scrollback is the text that left the primary screen at its top.
func (s *Screen) Scrollback() string { return strings.Join(s.scrollback, "\n") }

// text is what a row says, without trailing blanks.
func text(line uv.Line) string {
	var b strings.Builder
	for i := range line {
		b.WriteString(line[i].Content)
	}
	return strings.TrimRight(b.String(), " ")
}

// background is the terminal's own background colour.
func (s *Screen) background() color.RGBA { return schemeOf(s.terminal).background }

// foreground is the terminal's own text colour.
func (s *Screen) foreground() color.RGBA { return schemeOf(s.terminal).foreground }
