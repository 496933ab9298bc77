//go:build !windows

package paint

import (
	"reflect"
	"time"

	tea "charm.land/bubbletea/v2"
)

// still stops the ticker of Bubble Tea's renderer, which would wake a program
// that has no such renderer once a second all the same. Bubble Tea starts it
// before it calls Init, and again when it takes the terminal back. It has no
// public way to do without; where it keeps its ticker elsewhere one day, the
// ticker goes on, and [TestUpgradeTicker] tells.
func still(p *tea.Program) {
	if field := reflect.ValueOf(p).Elem().FieldByName("ticker"); field.IsValid() && field.Type() == reflect.TypeFor[*time.Ticker]() && !field.IsNil() {
		(*time.Ticker)(field.UnsafePointer()).Stop()
	}
}
