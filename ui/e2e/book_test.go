//go:build unix

package e2e

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"lede/ui/screentest"
)

// packed is a book of two chapters.
func packed(t *testing.T) string {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, file := range [][2]string{
		{"mimetype", "application/epub+zip"},
		{"META-INF/container.xml", `<container><rootfiles><rootfile full-path="b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`},
		{"b.opf", `<package unique-identifier="i"><metadata><dc:identifier id="i">urn:uuid:1-2-3</dc:identifier><dc:title>Stones</dc:title></metadata>
<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="a"/><itemref idref="b"/></spine></package>`},
		{"a.xhtml", `<html><body><h1>Granite</h1><p>It is hard, unlike <a href="b.xhtml">chalk</a>.</p></body></html>`},
		{"b.xhtml", `<html><body><h1>Chalk</h1>` + strings.Repeat("<p>It is soft.</p>", 60) + `</body></html>`},
	} {
		w, err := z.Create(file[0])
		if err == nil {
			_, err = w.Write([]byte(file[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// A book is read chapter by chapter, and once it is in the library it opens
// where it was left.
func TestReadsABook(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.write(t, "stones.epub", packed(t))
	s := h.open(t, screentest.Program{}, "stones.epub")
	s.WaitFor("Stones · 1 of 2", "Granite", "It is hard")
	s.Key("tab", "enter")
	s.WaitFor("Stones · 2 of 2", "It is soft")
	s.Key("K")
	s.WaitFor("Granite")
	s.Key("q")
	left(t, s, 0)

	var out bytes.Buffer
	s = h.open(t, screentest.Program{Stdout: &out}, "add", "stones.epub")
	left(t, s, 0)
	s = h.open(t, screentest.Program{}, "stones.epub")
	s.WaitFor("Granite")
	s.Key("J")
	s.WaitFor("It is soft")
	s.Key("space")
	s.Key("q")
	left(t, s, 0)
	s = h.open(t, screentest.Program{}, "stones.epub")
	s.WaitFor("It is soft")
	s.Key("q")
	left(t, s, 0)
}
