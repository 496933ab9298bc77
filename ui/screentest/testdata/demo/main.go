// Demo is a program to test the emulated terminal with: it shows the size, the
// keys that it gets, and text in many styles.
package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

type model struct {
	width, height int
	keys          []string
	dark          string
	piped         string
}

func (m model) Init() tea.Cmd { return tea.RequestBackgroundColor }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		m.dark = fmt.Sprintf("dark: %t", msg.IsDark())
	case tea.PasteMsg:
		m.keys = append(m.keys, fmt.Sprintf("paste %q", msg.Content))
	case tea.MouseWheelMsg:
		m.keys = append(m.keys, fmt.Sprintf("wheel %d,%d", msg.X, msg.Y))
	case tea.KeyPressMsg:
		m.keys = append(m.keys, msg.String())
		switch msg.String() {
		case "q":
			return m, tea.Quit
		case "X":
			os.Exit(3) // leaves the terminal as it is
		case "ctrl+z":
			return m, tea.Suspend
		}
	}
	return m, nil
}

func (m model) View() tea.View {
	bold := lipgloss.NewStyle().Bold(true).Foreground(lipgloss.Color("#ffaf5f"))
	lines := []string{
		bold.Render("Demo") + " " + lipgloss.NewStyle().Italic(true).Render("世界 café"),
		fmt.Sprintf("size %d×%d %s %s", m.width, m.height, m.dark, m.piped),
		"keys " + strings.Join(m.keys, " "),
		lipgloss.NewStyle().Hyperlink("https://example.org").Underline(true).Render("link"),
	}
	for i := len(lines); i < m.height; i++ {
		lines = append(lines, strings.Repeat("─", i+len(m.keys)%2))
	}
	v := tea.NewView(strings.Join(lines[:max(min(m.height, len(lines)), 1)], "\n"))
	v.AltScreen, v.WindowTitle, v.MouseMode = true, "demo", tea.MouseModeCellMotion
	return v
}

func main() {
	var m model
	if info, err := os.Stdin.Stat(); err == nil && info.Mode()&os.ModeNamedPipe != 0 {
		piped, _ := io.ReadAll(os.Stdin)
		m.piped = string(piped)
	}
	if _, err := tea.NewProgram(m).Run(); err != nil {
		fmt.Fprintln(os.Stderr, "demo:", err)
		os.Exit(1)
	}
}
