package ui

import "testing"

// What is said of the key is so: nothing is cut where all fits.
func TestNothingIsCutThatFits(t *testing.T) {
	t.Parallel()
	a := essay("narrow", 0)
	a.Markdown = "| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n"
	d := drive(t, shelf(t, a))
	d.press("enter w")
	d.sees("there is none on the screen")
	d.press(".")
	d.sees("Nothing on the screen is cut.")
}
