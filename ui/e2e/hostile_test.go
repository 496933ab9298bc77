//go:build unix

package e2e

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lede/ui/screentest"
)

// attacks are what a terminal would obey: titles, the clipboard, queries that
// type an answer, colours, a second cursor, 8-bit controls, text direction.
const attacks = "\x1b]0;pwned\a \x1b]2;pwned\x1b\\ \x1b]52;c;cHduZWQ=\a \x1b[6n\x1bP+q544e\x1b\\ \x1b[31mred\x1b[0m" +
	"\x1b[2J\x1b[H\x1b[?1003h\x1b[5i \u009b31m\u009d0;pwned\u009c \u202egnp\u202c \x1b]8;;file:///etc/passwd\a \x1b_Gf=32\x1b\\ \r\b\x7f\x0e"

// The file's every part attacks: front matter, heading, text, code, table,
// link, image, quote, and through entities.
var hostile = strings.ReplaceAll(`---
title: "Title ATTACK done"
author: "Author ATTACK done"
site: "Site ATTACK"
tags: ["tag ATTACK"]
related: [{title: "near ATTACK", url: "https://example.org/ATTACK"}]
---

# Heading ATTACK done

Text ATTACK done. &#27;]0;pwned&#7; &#x1b;[31m &#x9b;31m &#x202e;x

`+"```\ncode ATTACK\n```\n\n| a ATTACK | b |\n|---|---|\n| c | d ATTACK |\n\n"+`
[link ATTACK](https://example.org/ATTACK "ATTACK") ![image ATTACK](ATTACK.png)

> quote ATTACK
> — ATTACK
`, "ATTACK", attacks)

// harmless checks that nothing of the attacks was obeyed, or could be.
func harmless(t *testing.T, s *screentest.Session) {
	t.Helper()
	raw := s.Raw()
	for _, bad := range []string{"\x1b]52", "\x1b]0;pwned", "\x1b]2;pwned", "\x1b]2;\x1b", "\x1b[5i", "\x1b[6n", "\x1bP+q", "\x1b_Gf=32", "\u009b", "\u009d", "\u202e", "\x0e", "\x1b[?1003h"} {
		if strings.Contains(raw, bad) {
			t.Errorf("the terminal got %q", bad)
		}
	}
	s.Look(func(screen *screentest.Screen) {
		if len(screen.Clipboard()) > 0 || slices.Contains(screen.Asked(), "XTGETTCAP") {
			t.Errorf("clipboard %q, asked %q", screen.Clipboard(), screen.Asked())
		}
		width, height := screen.Size()
		for i := range width * height {
			if link := screen.Cell(i%width, i/width).Link.URL; strings.HasPrefix(link, "file:") {
				t.Errorf("a link to %s", link)
			}
		}
		for _, title := range screen.Titles() {
			if title == "pwned" || strings.ContainsFunc(title, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }) {
				t.Errorf("a window title %q", title)
			}
		}
	})
}

func TestHostileFile(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	name := "\x1b]0;pwned\a\x1b[31m\u202e.md"
	if err := os.WriteFile(filepath.Join(h.dir, name), []byte(hostile), 0o600); err != nil {
		t.Skip("this file system takes no such names:", err)
	}
	s := h.open(t, screentest.Program{Height: 60}, name)
	s.WaitFor("Title", "Heading", "quote")
	s.Key("a")
	s.WaitFor("Saved")
	s.Key("R")
	s.WaitFor("Related")
	s.Key("esc", "y")
	s.Key("G", "q")
	left(t, s, 0)
	harmless(t, s)

	s = h.open(t, screentest.Program{})
	s.WaitFor("All 5")
	s.Key("/")
	s.Type("title red gnp done")
	s.WaitFor("1 match")
	s.Key("enter", "enter")
	s.WaitFor("Author")
	s.Key("q", "q")
	s.Exit()
	clean(t, s)
	harmless(t, s)
}

func TestHostileOutput(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.write(t, "hostile.md", hostile)
	h.write(t, "front.md", "---\ntitle: [\x1b]0;pwned\a\n---\n")
	for _, args := range [][]string{
		{"add", "hostile.md"},
		{"add", "front.md"},
		{"list"},
		{"show", "hostile.md"},
		{"show", "hostile.md", "--format", "text"},
		{"rm", "\x1b]0;pwned\a"},
		{"hostile.md", "\x1b]0;pwned\a"}, // the one is read, the other told
	} {
		s := h.open(t, screentest.Program{Height: 100}, args...)
		if args[0] == "hostile.md" {
			s.WaitFor("Heading")
			s.Key("q")
		}
		s.Exit()
		clean(t, s)
		harmless(t, s)
	}
}
