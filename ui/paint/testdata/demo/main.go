// Demo is a program to try the painter with in a terminal: each key changes one
// of the things that a view has, or ends the program in one of the ways in which
// programs end.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/ui/paint"
)

type model struct {
	width, height, top int
	heard              []string
	view               tea.View
	fault              bool
}

func (m model) Init() tea.Cmd { return nil }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
	case tea.KeyPressMsg:
		return m.key(msg.String())
	case tea.BackgroundColorMsg:
		m.hear("dark %t", msg.IsDark())
	case tea.MouseWheelMsg:
		m.hear("wheel %d,%d", msg.X, msg.Y)
	case tea.PasteMsg:
		m.hear("paste %q", msg.Content)
	case tea.ColorProfileMsg:
		m.hear("colours %s", msg.Profile)
	case tea.TerminalVersionMsg:
		m.hear("version %s", msg.Name)
	case tea.ResumeMsg:
		m.hear("resumed")
	case childMsg:
		m.hear("child ended, error %v", msg.err)
	}
	return m, nil
}

type childMsg struct{ err error }

func (m *model) hear(format string, args ...any) {
	m.heard = append(m.heard, fmt.Sprintf(format, args...))
}

func (m model) key(name string) (tea.Model, tea.Cmd) {
	cursor := tea.NewCursor(3, 1)
	switch name {
	case "q":
		return m, tea.Quit
	case "ctrl+c", "i":
		return m, tea.Interrupt
	case "U":
		panic("a fault on purpose")
	case "V":
		m.fault = true
	case "C":
		return m, func() tea.Msg { panic("a fault on purpose") }
	case "B":
		return m, tea.Batch(nil, func() tea.Msg { panic("a fault on purpose") }, func() tea.Msg { return nil })
	case "ctrl+z":
		return m, tea.Suspend
	case "x":
		child := exec.Command("/bin/sh", "-c", "echo the child; stty -a | tr -s '; ' '\n' | grep icanon; read line")
		return m, tea.ExecProcess(child, func(err error) tea.Msg { return childMsg{err} })
	case "j":
		m.top++
	case "k":
		m.top--
	case "G":
		m.top += 1000
	case "c":
		m.view.Cursor = cursor
	case "b":
		cursor.Shape, cursor.Blink = tea.CursorBar, false
		m.view.Cursor = cursor
	case "h":
		m.view.Cursor = nil
	case "m":
		m.view.MouseMode = (m.view.MouseMode + 1) % 3
	case "f":
		m.view.ReportFocus = !m.view.ReportFocus
	case "p":
		m.view.DisableBracketedPasteMode = !m.view.DisableBracketedPasteMode
	case "e":
		m.view.KeyboardEnhancements.ReportEventTypes = true
	case "t":
		m.view.WindowTitle = "a title"
	case "ctrl+l":
		return m, tea.Sequence(tea.ClearScreen, tea.Raw(ansi.SetWindowTitle("cleared")))
	case "r":
		return m, tea.Raw(ansi.SetWindowTitle("raw"))
	case "y":
		return m, tea.SetClipboard("copied")
	case "a":
		return m, tea.Batch(tea.RequestBackgroundColor, tea.RequestTerminalVersion)
	}
	return m, nil
}

func (m model) View() tea.View {
	if m.fault {
		panic("a fault on purpose")
	}
	lines := []string{"\x1b[7mthe header\x1b[m", fmt.Sprintf("size %d×%d, at %d", m.width, m.height, m.top)}
	for i := range max(m.height-3, 0) {
		lines = append(lines, fmt.Sprintf("\x1b[3%dm%d\x1b[m 世界 👨‍👩‍👧 row", (m.top+i)%8, m.top+i))
	}
	lines = append(lines, strings.Join(m.heard, ", "))
	v := m.view
	v.AltScreen = true
	v.Content = strings.Join(lines, "\n")
	return v
}

func main() {
	_, err := paint.NewProgram(model{}, os.Stdin, os.Stdout).Run()
	switch {
	case errors.Is(err, tea.ErrInterrupted):
		os.Exit(130)
	case err != nil:
		fmt.Fprintln(os.Stderr, "demo:", err)
		os.Exit(1)
	}
}
