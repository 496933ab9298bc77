package ui

import (
	"fmt"
	"strings"
	"testing"

	"lede/articles"
)

// bookReadings are the readings of a book of three documents.
func bookReadings() []Reading {
	var out []Reading
	for n := 1; n <= 3; n++ {
		a := &articles.Article{
			Origin: fmt.Sprintf("epub:urn:uuid:1234!/text/c%d.xhtml", n), Title: fmt.Sprintf("Chapter %d", n),
			Series: "Stones", Part: n, Parts: 3,
			Markdown: fmt.Sprintf("Words of chapter %d, and [the last](c3.xhtml#end), and [none](c9.xhtml).\n", n),
		}
		a.ID = articles.NewID(a.Origin)
		out = append(out, Reading{Article: a})
	}
	return out
}

func TestBook(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t), bookReadings()...)
	d.sees("Stones · 1 of 3", "Words of chapter 1")
	d.press("J")
	d.sees("Stones · 2 of 3", "Words of chapter 2")
	d.press("tab enter")
	d.sees("Words of chapter 3")
	d.press("K")
	d.sees("Words of chapter 2")
	d.press("H")
	d.sees("Words of chapter 3")
	d.press("tab tab enter")
	d.sees("Words of chapter 3") // there is no such chapter
}

func TestBookGoesOnWhereItWasLeft(t *testing.T) {
	t.Parallel()
	lib := shelf(t)
	o := options(t, lib)
	o.Readings, o.Start = bookReadings(), 1
	d := driveWith(t, lib, o)
	d.sees("Words of chapter 2")
	d.press("K")
	d.sees("Words of chapter 1")
}

// TestPartOfAChapter follows links to a part of another chapter and of the same.
func TestPartOfAChapter(t *testing.T) {
	t.Parallel()
	long := func(name string) string {
		return strings.Repeat("Words of the chapter "+name+" that stand above.\n\n", 60) +
			"## Granite " + name + "\n\nThe part that is meant.\n\n" + strings.Repeat("Words that stand below.\n\n", 60)
	}
	var all []Reading
	for i, name := range []string{"one", "two"} {
		a := &articles.Article{
			Origin: fmt.Sprintf("epub:urn:uuid:1234!/text/c%d.xhtml", i+1), Title: "Chapter " + name, Series: "Stones", Part: i + 1, Parts: 2,
			Markdown: "[There](c2.xhtml#granite-two) and [here](c1.xhtml#granite-one).\n\n" + long(name),
		}
		a.ID = articles.NewID(a.Origin)
		all = append(all, Reading{Article: a})
	}
	d := drive(t, shelf(t), all...)
	d.press("tab tab enter")
	d.sees("Granite one", "The part that is meant.")
	d = drive(t, shelf(t), all...)
	d.press("tab enter")
	d.sees("Granite two", "The part that is meant.")

	lib := shelf(t)
	o := options(t, lib)
	o.Readings, o.Part = all, "granite-one"
	d = driveWith(t, lib, o)
	d.sees("Granite one", "The part that is meant.")
}

// TestSavesTheBook saves the book of the chapter that is read, and what was not
// a chapter of it not.
func TestSavesTheBook(t *testing.T) {
	t.Parallel()
	note := &articles.Article{ID: "note", Origin: "file:/note.md", Title: "A note", Markdown: "Words.\n"}
	d := drive(t, shelf(t), append(bookReadings(), Reading{Article: note})...)
	d.press("a")
	d.sees("Saved in the library: all 3 chapters.")
	d.press("J a")
	d.sees("It is in the library already.")
	d.press("q q")
	d.sees("Chapter 1", "Chapter 3")
	d.seesNot("A note")
}
