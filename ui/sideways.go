package ui

import tea "charm.land/bubbletea/v2"

// wheelColumns is how far a notch of the wheel shifts what is cut.
const wheelColumns = 6

// sidewaysAct does what a key asks for about lines that are wider than the
// measure; false for other keys.
func (a *app) sidewaysAct(o op) (tea.Cmd, bool) {
	r := &a.reader
	switch o {
	case opWrap:
		r.cut = !r.cut
		r.relay()
		say := "Long lines are wrapped."
		if r.cut {
			r.layout.ShiftTo(0)
			say = "Long lines and wide tables are cut: there is none on the screen."
		}
		if r.cut && r.layout.IsCut(r.top, r.text()) {
			say = "Long lines and wide tables are cut: . and , shift them."
		}
		return tea.Batch(a.notice.say(say), r.fx.setting(settingWrap, flag(!r.cut))), true
	case opShiftRight, opShiftLeft: // a step is half of what shows
		by := r.layout.Measure()
		if o == opShiftLeft {
			by = -by
		}
		return a.shifted(r.layout.Shift(by, r.top, r.text()), o == opShiftRight), true
	case opShiftEnd:
		return a.shifted(r.layout.ShiftFar(1, r.top, r.text()), true), true
	case opShiftStart:
		return a.shifted(r.layout.ShiftFar(-1, r.top, r.text()), false), true
	}
	return nil, false
}

// shifted says why nothing on the screen was shifted, if so.
func (a *app) shifted(ok, right bool) tea.Cmd {
	r := &a.reader
	switch {
	case ok:
		a.notice.text = ""
		return nil
	case !r.cut:
		return a.notice.say("Long lines are wrapped: w cuts them.")
	case !r.layout.IsCut(r.top, r.text()):
		return a.notice.say("Nothing on the screen is cut.")
	case right:
		return a.notice.say("This is the end of the lines.")
	}
	return a.notice.say("This is the beginning of the lines.")
}

// sideways is how far the wheel was turned to a side, in columns; with shift
// every wheel turns so.
func sideways(m tea.Mouse) int {
	switch {
	case m.Button == tea.MouseWheelRight, m.Button == tea.MouseWheelDown && m.Mod.Contains(tea.ModShift):
		return wheelColumns
	case m.Button == tea.MouseWheelLeft, m.Button == tea.MouseWheelUp && m.Mod.Contains(tea.ModShift):
		return -wheelColumns
	}
	return 0
}

// wheelSideways shifts what is cut, and says nothing when nothing is: a wheel
// is easily turned a little askew.
func (a *app) wheelSideways(by int) tea.Cmd {
	if a.at == inReader && !a.reader.panel.open && !a.reader.way.outline.open {
		a.reader.layout.Shift(by, a.reader.top, a.reader.text())
	}
	return nil
}
