// Package paint writes the screen when something has changed, and only then.
//
// Bubble Tea's own renderer writes on a ticker: a key waits up to a sixtieth of
// a second for its answer, and a program that nobody touches is woken sixty
// times a second. Here Bubble Tea stays the loop of the program, with its keys,
// its commands, suspending and running other programs; but it runs without its
// renderer, and the root model that it has is ours: what the program's own model
// shows is painted right after the message that changed it.
//
// A [tea.View] is a text of rows. The rows of the old and of the new text are
// compared as strings; what has only moved, the terminal is asked to scroll; of a
// row that changed, the cells that differ are written. Where a row has wide or
// joined characters it is written whole, as terminals disagree about their
// widths.
//
// Without its renderer Bubble Tea leaves the terminal as it finds it. So this
// package sets and restores all of it: raw mode, the alternate screen, the
// cursor, the mouse, pastes, focus, the keyboard, synchronized output,
// the widths of graphemes, the title. It stands on public parts of Bubble Tea,
// and on one that is not: the ticker, which is stopped. What it takes for granted
// about them is said, and tried, in upgrade_test.go. On Windows, which does not tell when a terminal's size
// changes, Bubble Tea's renderer stays.
package paint
