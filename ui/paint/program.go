//go:build !windows

package paint

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"reflect"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Paintings closer than rest become one, so that a wheel that is turned fast or a
// slow terminal leaves no queue behind.
const rest = 2 * time.Millisecond

// greeting is how long the first frame waits for what the terminal answers: with
// it the first frame has the right colours and widths already.
const greeting = 5 * time.Millisecond

// Program is a [tea.Program] that is painted by this package.
type Program struct {
	*tea.Program
	root *root
}

// NewProgram makes a program of a model, which has the whole screen of the
// terminal: in are its keys, out is what it shows. The renderer, the output, the
// filter, the context and the frames per second are no options to give.
func NewProgram(model tea.Model, in, out *os.File, options ...tea.ProgramOption) *Program {
	p := newPainter(in, out)
	r := &root{model: model, painter: p, greeted: !p.asks}
	r.outside = r.handlers()
	r.program = tea.NewProgram(r, append(append([]tea.ProgramOption{tea.WithInput(in)}, options...),
		tea.WithOutput(out),
		tea.WithoutRenderer(),
		tea.WithFPS(1), // of a ticker that is soon stopped, see still
		tea.WithContext(ending{make(chan struct{}), func() { p.give(true) }}),
		tea.WithColorProfile(p.screen.profile),
		tea.WithWindowSize(p.screen.width, p.screen.height),
		tea.WithFilter(r.filter),
	)...)
	return &Program{r.program, r}
}

// Run is [tea.Program.Run].
func (p *Program) Run() (tea.Model, error) {
	r := p.root
	if err := r.painter.raw(); err != nil {
		return r.model, err
	}
	defer r.painter.give(true)
	changed := make(chan os.Signal, 1)
	signal.Notify(changed, syscall.SIGWINCH)
	done := make(chan struct{})
	defer close(done)
	defer signal.Stop(changed)
	go func() {
		for {
			select {
			case <-changed:
				p.Send(sizeMsg{})
			case <-done:
				return
			}
		}
	}()
	_, err := p.Program.Run()
	return r.model, err
}

// ending is a context that never ends. It hears when Bubble Tea ends its own,
// which it does first of all when a program ends, however that comes: so the
// terminal is restored before a panic is told. See [context.AfterFunc] for the
// method that makes this work.
type ending struct {
	done  chan struct{}
	ended func()
}

func (ending) Deadline() (deadline time.Time, ok bool) { return time.Time{}, false }
func (e ending) Done() <-chan struct{}                 { return e.done }
func (ending) Err() error                              { return nil }
func (ending) Value(any) any                           { return nil }

// AfterFunc has a function called that stops waiting for this context when the
// context made of it ends.
func (e ending) AfterFunc(func()) (stop func() bool) {
	return func() bool {
		e.ended()
		return true
	}
}

var _ context.Context = ending{}

// sizeMsg says that the terminal's size may have changed.
type sizeMsg struct{}

// paintMsg says that a painting that was put off is due.
type paintMsg struct{}

// root is the root model: the program's own, and its painter.
type root struct {
	model   tea.Model
	painter *painter
	program *tea.Program
	outside map[reflect.Type]func(tea.Msg) tea.Msg // see [root.handlers]

	greeted bool      // the terminal has answered, or had its time
	painted time.Time // last
	put     bool      // a painting is put off
	timed   bool      // a paintMsg comes
	away    bool      // the terminal is another program's
}

// Init implements [tea.Model].
func (r *root) Init() tea.Cmd {
	// What the model asks the terminal is answered before what we ask it.
	cmd := r.model.Init()
	r.painter.take()
	still(r.program)
	return cmd
}

// Update implements [tea.Model].
func (r *root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd, resized tea.Cmd
	if r.away {
		resized = r.back()
	}
	r.model, cmd = r.model.Update(msg)
	return r, tea.Batch(resized, cmd)
}

// back takes the terminal again after another program has had it.
func (r *root) back() (cmd tea.Cmd) {
	r.away = false
	_ = r.painter.raw() // what cannot be set shows at once
	r.painter.take()
	still(r.program)
	if w, h := size(r.painter.out); r.painter.resize(w, h) {
		r.model, cmd = r.model.Update(tea.WindowSizeMsg{Width: w, Height: h})
	}
	return cmd
}

// View implements [tea.Model]: Bubble Tea calls it after each message.
func (r *root) View() tea.View {
	wait := time.Until(r.painted.Add(rest))
	if !r.greeted {
		wait = greeting
	}
	if wait <= 0 {
		r.paint()
		return tea.View{}
	}
	r.put = true
	if !r.timed {
		r.timed = true
		time.AfterFunc(wait, func() { r.program.Send(paintMsg{}) })
	}
	return tea.View{}
}

func (r *root) paint() {
	r.put = false
	if r.painter.show(r.model.View()) {
		r.painted = time.Now()
	}
}

// filter sees each message before Bubble Tea does; nil drops it.
func (r *root) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch msg := msg.(type) {
	case paintMsg:
		r.timed, r.greeted = false, true
		if r.put {
			r.paint()
		}
		return nil
	case sizeMsg:
		return r.resized()
	case tea.WindowSizeMsg:
		r.painter.resize(msg.Width, msg.Height)
	case tea.ColorProfileMsg:
		r.painter.color(msg.Profile)
	case tea.ModeReportMsg:
		r.painter.hear(msg)
		r.greeted = r.greeted || msg.Mode == ansi.ModeUnicodeCore // the last that was asked
	case tea.RawMsg:
		return r.send(fmt.Sprint(msg.Msg))
	default:
		if handle := r.outside[reflect.TypeOf(msg)]; handle != nil {
			return handle(msg)
		}
	}
	return msg
}

// resized takes in the terminal's size, also when it is the same: it may have been
// another in between.
func (r *root) resized() tea.Msg {
	w, h := size(r.painter.out)
	r.painter.resize(w, h)
	r.painter.clear()
	return tea.WindowSizeMsg{Width: w, Height: h}
}

// clear has everything painted anew.
func (r *root) clear(msg tea.Msg) tea.Msg {
	r.painter.clear()
	return msg
}

// lend gives the terminal to another program. Bubble Tea runs it right after the
// filter, and calls Update when it is back.
func (r *root) lend(msg tea.Msg) tea.Msg {
	r.away = true
	r.painter.give(false)
	return msg
}

// send writes sequences, after what was put off.
func (r *root) send(sequences string) tea.Msg {
	if r.put && r.greeted {
		r.paint()
	}
	r.painter.send(sequences)
	return nil
}
