//go:build !windows

package paint

import (
	"fmt"
	"os"
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// painter has the terminal: it alone writes to it. What ends the program may do
// so from any goroutine.
type painter struct {
	in, out *os.File

	mu     sync.Mutex // guards the following
	before *term.State
	screen *screen
	frame  []byte
	asks   bool      // the terminal is to be asked for its modes
	on     bool      // it is ours
	over   bool      // and will not be any more
	shown  *tea.View // what it shows; nil for nothing yet
	atOnce bool      // it shows frames at once (2026)
	// graphemes says that we have set mode 2027.
	graphemes bool
}

func newPainter(in, out *os.File) *painter {
	width, height := size(out)
	return &painter{
		in: in, out: out, asks: mayAsk(os.LookupEnv),
		screen: newScreen(width, height, colorprofile.Detect(out, os.Environ())),
	}
}

// size is the terminal's, in cells; one that does not tell has the usual.
func size(out *os.File) (width, height int) {
	width, height, err := term.GetSize(out.Fd())
	if err != nil || width <= 0 || height <= 0 {
		return 80, 24
	}
	return width, height
}

// raw makes keys come one by one, as they are.
func (p *painter) raw() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.over || !term.IsTerminal(p.in.Fd()) {
		return nil
	}
	state, err := term.MakeRaw(p.in.Fd())
	if err != nil {
		return fmt.Errorf("set the terminal to raw mode: %w", err)
	}
	p.before = state
	return nil
}

// take makes the terminal ours.
func (p *painter) take() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.on || p.over {
		return
	}
	p.on = true
	out := []byte(enter)
	if p.graphemes {
		out = append(out, ansi.SetModeUnicodeCore...)
	}
	if p.asks {
		out, p.asks = append(out, query...), false
	}
	p.write(out)
	p.screen.forget()
}

// give gives the terminal back, for a while or for good.
func (p *painter) give(forGood bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.on {
		p.write(leave(nil, p.shown, p.graphemes))
	}
	p.on, p.shown, p.over = false, nil, p.over || forGood
	if p.before != nil {
		_ = term.Restore(p.in.Fd(), p.before) // of a terminal that is gone there is nothing to restore
		p.before = nil
	}
}

// show paints a view, and tells whether anything was to be written.
func (p *painter) show(v tea.View) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.on {
		return false
	}
	s := p.screen
	s.out = s.out[:0]
	if p.shown == nil || s.dirty || v.Content != p.shown.Content {
		s.paint(v.Content)
	}
	var was *tea.Cursor
	if p.shown != nil {
		was = p.shown.Cursor
	}
	modes := change(nil, p.shown, v)
	p.shown = &v
	if len(s.out) == 0 && len(modes) == 0 && samePlace(was, v.Cursor) {
		return false
	}
	f := p.frame[:0]
	switch {
	case p.atOnce:
		f = append(f, ansi.SetModeSynchronizedOutput...)
	case was != nil && len(s.out) > 0:
		f, was = append(f, ansi.ResetModeTextCursorEnable...), nil // it would be seen running about
	}
	f = append(append(f, modes...), s.out...)
	if c := v.Cursor; c != nil {
		f = append(f, ansi.CursorPosition(min(c.X+1, s.width), min(c.Y+1, s.height))...)
	}
	if (was == nil) != (v.Cursor == nil) {
		f = toggle(f, v.Cursor != nil, ansi.SetModeTextCursorEnable, ansi.ResetModeTextCursorEnable)
	}
	if p.atOnce {
		f = append(f, ansi.ResetModeSynchronizedOutput...)
	}
	p.write(f)
	p.frame = f
	return true
}

func samePlace(a, b *tea.Cursor) bool {
	return a == nil && b == nil || a != nil && b != nil && a.Position == b.Position
}

// write writes at once; nobody is told of a terminal that is gone, whose end
// comes as a signal or as the end of the keys.
func (p *painter) write(out []byte) { _, _ = p.out.Write(out) }

// send writes sequences that are none of ours.
func (p *painter) send(sequences string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.on {
		p.write([]byte(sequences))
	}
}

// clear has the screen cleared and written anew with the next view.
func (p *painter) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.screen.forget()
}

// resize takes the terminal's size in; it tells whether it is another.
func (p *painter) resize(width, height int) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.screen.width == width && p.screen.height == height {
		return false
	}
	p.screen.resize(width, height)
	return true
}

// color takes in which colours the terminal has.
func (p *painter) color(profile colorprofile.Profile) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.screen.profile != profile {
		p.screen.profile = profile
		p.screen.forget()
	}
}

// hear takes in what the terminal says of its modes.
func (p *painter) hear(report tea.ModeReportMsg) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case !p.on:
	case report.Mode == ansi.ModeSynchronizedOutput:
		p.atOnce = report.Value == ansi.ModeReset
	case report.Mode != ansi.ModeUnicodeCore || p.graphemes:
	case report.Value == ansi.ModeReset:
		p.graphemes = true
		p.write([]byte(ansi.SetModeUnicodeCore))
		p.screen.measure(ansi.GraphemeWidth)
	case report.Value == ansi.ModeSet || report.Value == ansi.ModePermanentlySet:
		p.screen.measure(ansi.GraphemeWidth)
	}
}
