//go:build !windows

package paint

import (
	"os/exec"
	"reflect"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// handlers do what the messages of some of Bubble Tea's commands ask for, by the
// types of the messages. Bubble Tea would write their sequences with the next tick
// of its renderer, for us up to a second late; and it tells nobody when it runs
// another program. The types are private, but the commands that return them are
// not.
func (r *root) handlers() map[reflect.Type]func(tea.Msg) tea.Msg {
	sends := func(sequences string) func(tea.Msg) tea.Msg {
		return func(tea.Msg) tea.Msg { return r.send(sequences) }
	}
	sendsText := func(sequences func(string) string) func(tea.Msg) tea.Msg {
		return func(msg tea.Msg) tea.Msg { return r.send(sequences(reflect.ValueOf(msg).String())) }
	}
	all := make(map[reflect.Type]func(tea.Msg) tea.Msg)
	for _, h := range []struct {
		of     tea.Cmd
		handle func(tea.Msg) tea.Msg
	}{
		{tea.ExecProcess(&exec.Cmd{}, nil), r.lend},
		{tea.Suspend, r.lend},
		{tea.ClearScreen, r.clear},
		{tea.RequestWindowSize, func(tea.Msg) tea.Msg { return r.resized() }},
		{tea.RequestBackgroundColor, sends(ansi.RequestBackgroundColor)},
		{tea.RequestForegroundColor, sends(ansi.RequestForegroundColor)},
		{tea.RequestCursorColor, sends(ansi.RequestCursorColor)},
		{tea.RequestCursorPosition, sends(ansi.RequestCursorPositionReport)},
		{tea.RequestTerminalVersion, sends(ansi.RequestNameVersion)},
		{tea.RequestCapability(""), sendsText(func(name string) string { return ansi.RequestTermcap(name) })},
		{tea.ReadClipboard, sends(ansi.RequestSystemClipboard)},
		{tea.ReadPrimaryClipboard, sends(ansi.RequestPrimaryClipboard)},
		{tea.SetClipboard(""), sendsText(ansi.SetSystemClipboard)},
		{tea.SetPrimaryClipboard(""), sendsText(ansi.SetPrimaryClipboard)},
	} {
		all[reflect.TypeOf(h.of())] = h.handle
	}
	return all
}
