package ui

// column is where the footer of the screen stands, and how wide it is.
func (a *app) column() (left, width int) {
	if a.at == inReader {
		return 0, a.width
	}
	return a.list.geo.left, a.list.geo.column
}

// noticed is a screen with the notice that its footer has no room for: one that
// is long, or an error while the footer is the prompt of the filter.
func (a *app) noticed(screen string) string {
	left, width := a.column()
	typing := a.at == inList && (a.list.filter.typing || a.list.adding.typing)
	if a.notice.text == "" || !a.notice.long(width) && !(typing && a.notice.bad) {
		return screen
	}
	return a.notice.cover(screen, a.theme, left, width, typing)
}

// dismiss takes a notice away that waits for a key.
func (a *app) dismiss() bool {
	_, width := a.column()
	return a.at != inHelp && a.notice.dismiss(width)
}
