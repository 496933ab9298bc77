package reader

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui/intent"
	"lede/ui/keys"
)

// shifts does what a key asks for about lines that are wider than the measure.
func (r *Reader) shifts(p keys.Command) (tea.Cmd, bool) {
	switch o := p.Op; o {
	case keys.Wrap:
		t := r.Taste()
		t.Cut = !t.Cut
		cmd := r.SetTaste(t)
		say := "Long lines are wrapped."
		if r.cut {
			r.layout.ShiftTo(0)
			say = "Long lines and wide tables are cut: there is none on the screen."
		}
		if r.cut && r.layout.IsCut(r.top, r.text()) {
			say = "Long lines and wide tables are cut: " + r.names.Said(keys.ShiftRight, keys.InReader) + " and " + r.names.Said(keys.ShiftLeft, keys.InReader) + " shift them."
		}
		r.Say(say)
		return cmd, true
	case keys.ShiftRight, keys.ShiftLeft: // a step is half of what shows
		by := r.layout.Measure()
		if o == keys.ShiftLeft {
			by = -by
		}
		return r.shifted(r.layout.Shift(by, r.top, r.text()), o == keys.ShiftRight), true
	case keys.ShiftEnd:
		return r.shifted(r.layout.ShiftFar(1, r.top, r.text()), true), true
	case keys.ShiftStart:
		return r.shifted(r.layout.ShiftFar(-1, r.top, r.text()), false), true
	}
	return nil, false
}

// shifted says why nothing on the screen was shifted, if so.
func (r *Reader) shifted(ok, right bool) tea.Cmd {
	switch {
	case ok:
		r.Ask(intent.Hush{})
	case !r.cut:
		r.Say("Long lines are wrapped: " + r.names.Said(keys.Wrap, keys.InReader) + " cuts them.")
	case !r.layout.IsCut(r.top, r.text()):
		r.Say("Nothing on the screen is cut.")
	case right:
		r.Say("This is the end of the lines.")
	default:
		r.Say("This is the beginning of the lines.")
	}
	return nil
}
