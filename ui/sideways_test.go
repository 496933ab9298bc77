package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// wideEssay has code and a table that are wider than any screen here.
func wideEssay() Reading {
	a := essay("wide", 4)
	a.Markdown += "\n\n## Wide\n\n```\nfirst = " + strings.Repeat("a", 100) + "needle" + strings.Repeat("b", 100) + "theend\nshort\n```\n\n" +
		"| key | " + strings.Repeat("column | ", 12) + "\n|---|" + strings.Repeat("---|", 12) + "\n| row |" +
		strings.Repeat(" some words |", 11) + " [far link](https://e.org/far) |\n\n" + strings.Repeat("More words.\n\n", 40)
	return Reading{Article: a}
}

func TestWideCodeIsShifted(t *testing.T) {
	t.Parallel()
	lib := openLibrary(t, 1)
	d := drive(t, lib, wideEssay())
	d.press("]")
	for range 9 {
		if strings.Contains(d.screen(), "theend") {
			break
		}
		d.press("]")
	}
	d.sees("↪", "theend")
	place := d.a.reader.Place()
	d.press(".")
	d.sees("w cuts them")
	d.press("w")
	d.sees("a›", "short", "are cut")
	d.seesNot("↪")
	d.seesNot("theend")
	for range 7 {
		d.press(".")
	}
	d.sees("‹", "theend", "row │‹")
	d.seesNot("short")
	for range 30 {
		d.press(".")
	}
	d.sees("This is the end of the lines", "far link")
	d.press("^")
	d.sees("first = aaa", "short")
	d.press("$")
	d.sees("theend", "far link")
	d.seesNot("›")
	for range 30 {
		d.press(",")
	}
	d.sees("This is the beginning of the lines", "first = aaa", "short")
	d.take(tea.MouseWheelMsg{Button: tea.MouseWheelDown, Mod: tea.ModShift})
	d.take(tea.MouseWheelMsg{Button: tea.MouseWheelRight})
	d.sees("‹ " + strings.Repeat("a", 60))
	d.seesNot("first")
	d.take(tea.MouseWheelMsg{Button: tea.MouseWheelLeft})
	d.sees("‹ = aaa")
	if d.a.reader.Place() != place {
		t.Errorf("the place is %v, was %v", d.a.reader.Place(), place)
	}
	for _, width := range []int{20, 40, 140, 300, 80} {
		d.resize(width, 24)
		d.screen()
	}
	d.press("g .")
	d.sees("Nothing on the screen is cut")

	again := drive(t, lib, wideEssay())
	again.press("w")
	again.sees("Long lines are wrapped.") // that they are cut is remembered
	once := drive(t, lib, wideEssay())
	once.press("w")
	once.sees("are cut") // that they are wrapped is remembered
}

func TestSearchAndLinksLookBehindTheEdge(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 1), wideEssay())
	d.press("w / n e e d l e")
	d.sees("needle", "‹", "1/1")
	d.press("esc")
	if d.a.reader.Layout().Shifted() != 0 {
		t.Error("Esc does not lead back")
	}
	d.press("/ n e e d l e enter")
	d.sees("aneedleb")
	d.press("esc tab")
	d.sees("→ https://e.org/far", "far link")
	d.press(";")
	d.sees("words │afar link")
	d.press("esc")
	for range 30 {
		d.press(",")
	}
	d.press(";")
	d.sees("There is no link on the screen")
	d.press("tab shift+tab tab")
	d.sees("far link", "→ https://e.org/far")
	lines := strings.Split(d.screen(), "\n")
	for y, line := range lines {
		if at := strings.Index(line, "far link"); at >= 0 && !strings.HasPrefix(line, " →") {
			d.click(ansi.StringWidth(line[:at])+4, y)
		}
	}
	d.sees("y copy")
}
