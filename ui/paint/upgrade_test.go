//go:build !windows

package paint

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// What the painter takes for granted about Bubble Tea. Where an upgrade breaks one
// of these, look whether the painter has to learn something.

// A view has what the painter knows, and what lede does not use.
func TestUpgradeView(t *testing.T) {
	painted := []string{
		"Content", "Cursor", "WindowTitle", "AltScreen", "ReportFocus", "DisableBracketedPasteMode", "MouseMode", "KeyboardEnhancements",
	}
	unused := []string{"OnMouse", "BackgroundColor", "ForegroundColor", "ProgressBar", "ProgramStatus"}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[tea.View]()) {
		if !slices.Contains(painted, f.Name) && !slices.Contains(unused, f.Name) {
			t.Errorf("a view has %s now, which is not painted", f.Name)
		}
	}
	flags := reflect.TypeFor[tea.KeyboardEnhancements]()
	if flags.NumField() != 4 || keyboardFlags(tea.KeyboardEnhancements{
		ReportEventTypes: true, ReportAlternateKeys: true, ReportAllKeysAsEscapeCodes: true, ReportAssociatedText: true,
	}) != 31 {
		t.Errorf("the keyboard's enhancements are others than the painter knows")
	}
	if fields := reflect.TypeFor[tea.Cursor]().NumField(); fields != 4 {
		t.Errorf("a cursor has %d fields", fields)
	}
}

// Each command that is done outside of Bubble Tea has a message of a type of its
// own; what it carries is a text where the painter reads one.
func TestUpgradeCommands(t *testing.T) {
	r := &root{}
	if n := len(r.handlers()); n != 14 {
		t.Errorf("messages of %d types where there are 14 commands", n)
	}
	for name, cmd := range map[string]tea.Cmd{
		"SetClipboard": tea.SetClipboard("text"), "SetPrimaryClipboard": tea.SetPrimaryClipboard("text"), "RequestCapability": tea.RequestCapability("text"),
	} {
		if v := reflect.ValueOf(cmd()); v.Kind() != reflect.String || v.String() != "text" {
			t.Errorf("the message of %s is not its text: %#v", name, cmd())
		}
	}
	if _, ok := tea.Raw("text")().(tea.RawMsg); !ok {
		t.Errorf("Raw has another message: %#v", tea.Raw("text")())
	}
}

// idler has Bubble Tea write something, and looks some frames later.
type idler struct{ start, look func() }

type lookMsg struct{}

func (m idler) Init() tea.Cmd {
	m.start()
	return tea.Batch(tea.Raw("text"), tea.Tick(20*time.Second/120, func(time.Time) tea.Msg { return lookMsg{} }))
}

func (m idler) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(lookMsg); ok {
		m.look()
		return m, tea.Quit
	}
	return m, nil
}

func (idler) View() tea.View { return tea.View{} }

// The ticker of Bubble Tea's renderer, which writes what it was asked to, can be stopped.
func TestUpgradeTicker(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	var p *tea.Program
	p = tea.NewProgram(idler{
		start: func() { still(p) },
		look: func() {
			if out.Len() > 0 {
				t.Errorf("the ticker goes on: %q", out.String())
			}
		},
	}, tea.WithInput(nil), tea.WithOutput(&out), tea.WithoutRenderer(), tea.WithoutSignals(), tea.WithFPS(120))
	if _, err := p.Run(); err != nil {
		t.Fatal(err)
	}
	if out.String() != "text" {
		t.Errorf("at the end %q is written", out.String())
	}
}

// The context hears of the end of one that was made of it, before the call that
// ends it returns.
func TestEndingHears(t *testing.T) {
	ended := 0
	ctx, cancel := context.WithCancel(ending{make(chan struct{}), func() { ended++ }})
	if ctx.Err() != nil || ended != 0 {
		t.Fatal("it has ended before it was told to")
	}
	cancel()
	if ended != 1 || ctx.Err() == nil {
		t.Errorf("the end was heard %d times", ended)
	}
}
