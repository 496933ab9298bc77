//go:build unix

package e2e

import (
	"os"
	"path/filepath"
	"testing"

	"lede/ui/screentest"
)

// $BROWSER is a list, in which %s stands for the address.
func TestBrowser(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.write(t, "page.md", "---\nurl: https://example.org/a:b\n---\n# A Page\n\nText of it.\n")
	h.write(t, "browser", "#!/bin/sh\necho \"$@\" >\"$0.args.part\"; mv \"$0.args.part\" \"$0.args\"\n")
	browser := filepath.Join(h.dir, "browser")
	if err := os.Chmod(browser, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ browser, args string }{
		{"no-such-browser:" + browser + " --at=%s 100%% -x", "--at=https://example.org/a:b 100% -x\n"},
		{browser + " -x:no-such-browser", "-x https://example.org/a:b\n"},
	} {
		s := h.open(t, screentest.Program{Env: append(h.env(), "BROWSER="+test.browser)}, "page.md")
		s.WaitFor("A Page", "save")
		s.Key("o")
		s.WaitFor("Opened in the browser")
		s.Until("the browser ran", func(*screentest.Screen) bool {
			_, err := os.Stat(browser + ".args")
			return err == nil
		})
		args, err := os.ReadFile(browser + ".args")
		if err != nil || string(args) != test.args {
			t.Errorf("BROWSER=%s was given %q, %v; want %q", test.browser, args, err, test.args)
		}
		if err := os.Remove(browser + ".args"); err != nil {
			t.Fatal(err)
		}
		s.Key("ctrl+c")
		left(t, s, 0)
	}
	s := h.open(t, screentest.Program{Width: 120, Env: append(h.env(), "BROWSER=no-such:nor-this")}, "page.md")
	s.WaitFor("A Page", "save")
	s.Key("o")
	s.WaitFor(`browser "no-such" not found, "nor-this" not found: set $BROWSER to one`)
	s.Key("ctrl+c")
	left(t, s, 0)

	s = h.open(t, screentest.Program{Width: 120, Env: append(h.env(), "BROWSER=firefox '%s")}, "page.md")
	s.WaitFor("A Page", "save")
	s.Key("o")
	s.WaitFor("$BROWSER: no shell could read that: is a quote not closed? Set it to a command")
	s.Key("ctrl+c")
	left(t, s, 0)

	// What names it is told, which is not always a variable.
	h.set(t, "browser = '"+h.write(t, "text", "")+"'", "editor = './nothing -x'")
	s = h.open(t, screentest.Program{Width: 120}, "page.md")
	s.WaitFor("A Page", "save")
	s.Key("o")
	s.WaitFor(`text" cannot be run: permission denied: change config.toml:1`)
	s.Key("e")
	s.WaitFor(`editor "./nothing" not found: change config.toml:2`)
	s.Key("ctrl+c")
	left(t, s, 0)
}

// Of several things, those that can be read are shown, and the others told.
func TestSomeMissing(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.write(t, "note.md", note)
	s := h.open(t, screentest.Program{}, "note.md", "nowhere.md")
	s.WaitFor("A Note", "not read: nowhere.md does not exist")
	s.Key("ctrl+c")
	left(t, s, 1)
	s.WaitFor("lede: nowhere.md does not exist")
}
