package ui

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"runtime"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/config"
	"lede/ui/effect"
	"lede/ui/feeds"
	"lede/ui/gallery"
	"lede/ui/keys"
	"lede/ui/list"
	"lede/ui/paint"
	"lede/ui/reader"
)

// Options is what a run of the screens needs.
type Options struct {
	Library Library
	// Readings are articles to read now; without them the library opens.
	Readings []Reading
	Start    int    // the index of the one to begin with
	Part     string // a named part of it to begin at; empty for where it was left
	// Address is a page of the web to read now, in place of Readings; when it
	// cannot be had, the run ends with the reason.
	Address string
	// Stream is the rest of the first of the readings, or without readings the text
	// that is to come; nil for none.
	Stream  Stream
	Sources Sources
	Files   Files
	Notice  string // said at the start; empty for nothing to say
	Theme   string // see [theme.Choose]; "" is the one that the library remembers
	Themes  string // the folder of the reader's own themes
	// Settings are those that the reader set; nil for none.
	Settings *config.Config
	// Pager finds the pager for the key that opens it, and says whether it shows
	// colours.
	Pager func() (cmd *exec.Cmd, colors bool, err error)
	// PagerFailure says what the end of a pager means to the reader; nil for
	// nothing to tell.
	PagerFailure func(cmd *exec.Cmd, ended error) error
	// LinkNames says under which names the library may know what a link in an
	// article leads to, the surest first.
	LinkNames func(from *articles.Article, target string) []string
	// Extract makes an article of the library again of what it was made of, with
	// what this version knows. Its error is one line.
	Extract func(ctx context.Context, before *articles.Article) (*articles.Article, error)
	// Clipboard writes to the desktop's clipboard; nil for none.
	Clipboard func(text string) error
	// Changed tells when the library was written to, by whichever program; nil for
	// nobody who tells: then it is looked at every few seconds.
	Changed func(ctx context.Context) <-chan struct{}
	// Getenv reads the environment.
	Getenv func(string) string
	// In and Out are the terminal.
	In, Out *os.File

	tick effect.Ticker // nil is [tea.Tick]; tests, which do not wait, have another
}

// SignalError says that a signal ended the program, after it put the terminal
// right and wrote the place.
type SignalError struct{ Signal os.Signal }

// Error implements error.
func (e SignalError) Error() string { return "ended by signal: " + e.Signal.String() }

// Run shows the library, or the readings, until the reader quits. It returns
// a [SignalError] when a signal ended it.
func Run(ctx context.Context, o Options) error {
	// Signals end the program in good order: what ends the caller's context
	// must not keep the last place from being written.
	a, err := newApp(context.WithoutCancel(ctx), o)
	if err != nil {
		return err
	}
	// What works beside the keys may hold each processor for 10 ms, the turn of Go's
	// scheduler. With one turn more than there are processors, the system's has the keys
	// answered at once.
	if _, set := os.LookupEnv("GOMAXPROCS"); !set {
		runtime.GOMAXPROCS(runtime.GOMAXPROCS(0) + 1)
	}
	background, leave := context.WithCancel(a.background)
	defer leave()
	a.background, a.changes = background, newChanges(background, o.Changed)
	a.refresh.lends = true
	var p *paint.Program
	p = paint.NewProgram(a, o.In, o.Out,
		tea.WithInput(keyboard{o.In, func() { p.Quit() }}),
		tea.WithoutSignalHandler(),
	)
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, endSignals...)
	defer signal.Stop(caught)
	ended := make(chan os.Signal, 1)
	done := make(chan struct{})
	go func() {
		for {
			select {
			case s := <-caught:
				if s == os.Interrupt && a.child.is() {
					continue // ctrl+c in the pager is the pager's
				}
				ended <- s
				a.child.end(s)
				p.Quit()
			case <-done:
			}
			return
		}
	}()

	_, err = p.Run()
	close(done)
	a.refresh.stop()
	_, _ = o.Out.WriteString(a.colors.leave() + a.pictures.Forget()) // a terminal that is gone keeps no images
	if errors.Is(err, tea.ErrProgramPanic) {
		return fmt.Errorf("lede met a fault in itself and stopped; your library is as you left it: %w", err)
	}
	leave()
	err = errors.Join(err, a.flush(), a.failure)
	select {
	case s := <-ended:
		return SignalError{s}
	default:
		return err
	}
}

// keyboard is the terminal's input. When it ends the terminal is gone, and so
// is the reader; not every terminal says so with a signal.
type keyboard struct {
	*os.File
	gone func()
}

// Read implements io.Reader.
func (k keyboard) Read(p []byte) (int, error) {
	n, err := k.File.Read(p)
	if err != nil {
		k.gone()
	}
	return n, err
}

// newApp makes the root model with its first rows, so that the first frame is
// whole. It is the one place where the screens wait for the library.
func newApp(ctx context.Context, o Options) (*app, error) {
	tick := o.tick
	if tick == nil {
		tick = tea.Tick
	}
	set := cmp.Or(o.Settings, config.Defaults())
	fx := effect.New(ctx, o.Library, tick).Under(set)
	s, err := effect.LoadSettings(ctx, o.Library, set)
	if err != nil {
		return nil, fmt.Errorf("read settings: %w", err)
	}
	names, err := keys.New(set.Preset, set.Bind)
	if err != nil {
		return nil, fmt.Errorf("keys: %w", err)
	}
	// What the terminal really has comes in a message; until then, nearly all
	// have every colour.
	profile := colorprofile.TrueColor
	if o.Getenv("NO_COLOR") != "" || set.Color == "never" {
		profile = colorprofile.ASCII
	}
	c, complaint, err := loadColors(o, s.Theme)
	if err != nil {
		return nil, err
	}
	t := c.on(profile)
	pictures := gallery.New(gallery.Options{
		Library: o.Library, On: !s.Captions, Profile: profile, Getenv: o.Getenv, Terminal: o.Out, Tick: tick,
	})
	a := &app{
		fx: fx, pager: o.Pager, pagerFailure: o.PagerFailure, getenv: o.Getenv, clipboard: o.Clipboard,
		set: set, colors: c, terminal: o.Out, keyboard: o.In, theme: t, profile: profile,
		names: names, matcher: keys.NewMatcher(names), strange: map[string]bool{}, mouse: set.Mouse, recent: s.Recent,
		list: list.New(fx, t, names, s), feeds: feeds.New(fx, t, names), pictures: pictures, reader: reader.New(fx, t, names, s, pictures),
		queue: o.Readings, queueAt: o.Start, part: o.Part, linkNames: o.LinkNames, again: o.Extract,
		stream: o.Stream, sources: o.Sources, files: o.Files, background: ctx,
		fetching: fetching{address: o.Address, cancel: func() {}, alone: o.Address != ""},
		beside:   s.Feeds, notice: chrome.Notice{Tick: tick}, greeting: cmp.Or(o.Notice, complaint),
	}
	if o.Sources != nil {
		a.refresh.run = o.Sources.Refresh
	}
	width, height, err := term.GetSize(o.Out.Fd())
	if err != nil || width <= 0 || height <= 0 {
		width, height = 80, 24
	}
	a.resize(width, height)
	if o.Stream != nil && len(o.Readings) == 0 {
		a.awaitStream()
	} else if len(o.Readings) == 0 && o.Address == "" {
		if err := a.list.Load(); err != nil {
			return nil, err
		}
	}
	return a, nil
}

// flush writes what is not written yet, when the program ends.
func (a *app) flush() error {
	_ = a.leaveText() // asks for the last place to be written
	_ = a.list.RememberNow()
	return a.fx.Settle()
}
