package paint

import (
	"os"

	tea "charm.land/bubbletea/v2"
)

// Program is a [tea.Program].
type Program struct{ *tea.Program }

// NewProgram makes a program of a model. Windows tells no program when its
// terminal has another size but by the console's own events, which Bubble Tea's
// renderer reads: so it paints, as often as it can.
func NewProgram(model tea.Model, in, out *os.File, options ...tea.ProgramOption) *Program {
	const framesPerSecond = 120
	return &Program{tea.NewProgram(model, append([]tea.ProgramOption{
		tea.WithInput(in), tea.WithOutput(out), tea.WithFPS(framesPerSecond),
	}, options...)...)}
}
