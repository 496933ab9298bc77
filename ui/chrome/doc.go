// Package chrome is what the screens share: the prompt, the notice, the footer,
// the help, the panel, and the setting of a line in so many columns.
package chrome
