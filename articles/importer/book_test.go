package importer

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lede/articles"
	"lede/articles/importer/links"
)

// novel is a book of two chapters.
func novel(t *testing.T) string {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, file := range [][2]string{
		{"META-INF/container.xml", `<container><rootfiles><rootfile full-path="O/b.opf"/></rootfiles></container>`},
		{"O/b.opf", `<package unique-identifier="i"><metadata><dc:identifier id="i">urn:uuid:1-2-3</dc:identifier><dc:title>Stones</dc:title></metadata>
<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="t/b%20b.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="a"/><itemref idref="b"/></spine></package>`},
		{"O/a.xhtml", `<html><body><h1>Granite</h1><p>Unlike <a href="t/b%20b.xhtml#x">chalk</a>.</p></body></html>`},
		{"O/t/b b.xhtml", `<html><body><h1>Chalk</h1><p>See <a href="../a.xhtml">granite</a> and <a href="https://a.example/">more</a>.</p></body></html>`},
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

// The links between chapters are links between articles, however the book came.
func TestBookLinks(t *testing.T) {
	data := novel(t)
	path := filepath.Join(t.TempDir(), "stones.zip")
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := File(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	stream, err := Stream(t.Context(), strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	const first, second = "epub:urn:uuid:1-2-3!/O/a.xhtml", "epub:urn:uuid:1-2-3!/O/t/b b.xhtml"
	for _, g := range []Glance{file, stream} {
		b := g.Bundle
		if b == nil || b.Kind != BookBundle || len(b.Items) != 2 {
			t.Fatalf("%+v", b)
		}
		one, two := b.Items[0], b.Items[1]
		if one.Origin != first || one.ID != articles.NewID(first) || one.Slug != "stones-granite" || !slices.Equal(one.Links, []string{second}) {
			t.Errorf("%+v", one.Article)
		}
		if two.Origin != second || !slices.Equal(two.Links, []string{first, "https://a.example/"}) {
			t.Errorf("%+v", two.Article)
		}
		if names := links.Names(one.Article, "t/b%20b.xhtml#x"); !slices.Contains(names, second) {
			t.Errorf("the link leads to %q", names)
		}
		var order []string
		for a := range b.Articles() {
			order = append(order, a.Title)
		}
		if !slices.Equal(order, []string{"Chalk", "Granite"}) {
			t.Errorf("put in as %q", order)
		}
	}
}

func TestSeveralAreNotOne(t *testing.T) {
	for name, data := range map[string]string{
		"holds 2 articles": novel(t), "holds several articles": "url,title,tags\nhttps://a.example/,A,b\n",
	} {
		if _, err := Read("x", data); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
