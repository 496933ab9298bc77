package clipping

import (
	"slices"
	"strings"
	"testing"
)

// What looks like a heading by its place and is none: a command, several numbers, a
// caption with its credit, a word of a list, a remark of two sentences.
func TestLinesThatAreNoHeadings(t *testing.T) {
	t.Parallel()
	const paragraph = "The lamp stands in the window of the workshop, and whoever comes up the hill in the evening sees it long before the house.\n\n"
	for _, line := range []string{
		"cc -O2 lamp.c -o lamp",
		"3, 5, 4, 17, 4, 5",
		"The window at night. Photo: Ada Quill",
		"Taking it apart, there is hardly anything in it - one wire! It holds the wick and nothing else",
	} {
		text := "Lamps of the hill\n\n" + paragraph + "Where it stands\n" + paragraph + line + "\n" + paragraph + "Who lights it\n" + paragraph
		got := Parse(text).Markdown
		if strings.Contains(got, "# "+line) || !strings.Contains(got, "# Where it stands") || !strings.Contains(got, "# Who lights it") {
			t.Errorf("%q:\n%s", line, got)
		}
		for word := range strings.FieldsSeq(line) {
			if !strings.Contains(got, word) {
				t.Errorf("%q is lost:\n%s", word, got)
			}
		}
	}
}

// A heading that is copied right under the end of a program does not belong to it.
func TestHeadingUnderAProgram(t *testing.T) {
	t.Parallel()
	const paragraph = "A letter has a sender, an address and a body, and whoever writes one to a friend leaves the sender out of it.\n\n"
	text := "The post\n\n" + paragraph + "var post = open();\ntry {\n  post.send(\"ada\");\n} catch (e) {\n  console.log(e);\n}\nLetters\n" + paragraph + "Stamps\n" + paragraph
	got := strings.Split(Parse(text).Markdown, "\n")
	for _, want := range []string{"## Letters", "## Stamps", "  post.send(\"ada\");"} {
		if !slices.Contains(got, want) {
			t.Errorf("%q is missing:\n%s", want, strings.Join(got, "\n"))
		}
	}
}

func TestShapesOfLines(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		is   func(string) bool
		yes  []string
		no   []string
	}{
		{"halts", halts, []string{"It burns. The wick does not.", "何？油だ。"}, []string{"It burns.", "Mr. Quill writes", "Version 2.0 Is Out", ""}},
		{"option", option, []string{"cc -O2 a.c", "tar --list"}, []string{"Use -v", "wax - and oil", "lamp -2 degrees", "--"}},
		{"identifier", identifier, []string{"maxItems", "max_items", "count()"}, []string{"Lamp", "USA", "two words", ""}},
		{"credited", credited, []string{"The window at night. Photo: Ada Quill"}, []string{"The window at night.", "Photo", ""}},
	} {
		for _, s := range c.yes {
			if !c.is(s) {
				t.Errorf("%s is false for %q", c.name, s)
			}
		}
		for _, s := range c.no {
			if c.is(s) {
				t.Errorf("%s is true for %q", c.name, s)
			}
		}
	}
}
