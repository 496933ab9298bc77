package epub

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"lede/articles"
)

// files are what a book of a test is packed of: name and content by turns.
type files []string

// pack makes a ZIP archive; its mimetype comes first, as the rules have it.
func pack(t testing.TB, all files) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	add := func(name, text string, method uint16) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	add("mimetype", "application/epub+zip", zip.Store)
	for i := 0; i+1 < len(all); i += 2 {
		add(all[i], all[i+1], zip.Deflate)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const containerXML = `<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`

// opf is a package document with the items and the itemrefs given.
func opf(items, refs string) string {
	return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier>wrong</dc:identifier><dc:identifier id="id">urn:isbn:9780000000001</dc:identifier>
<dc:title>Two &amp; Three</dc:title><dc:creator>Ann Roe</dc:creator><dc:creator>Bo Li</dc:creator>
<dc:language>en</dc:language><dc:publisher>Moss Press</dc:publisher><dc:date>1999</dc:date>
<dc:subject>Stones</dc:subject><dc:subject>Moss; Lichen</dc:subject><dc:description>&lt;p&gt;About stones.&lt;/p&gt;</dc:description>
<meta property="dcterms:modified">2020-02-03T04:05:06Z</meta></metadata>
<manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>` + items + `</manifest>
<spine toc="ncx">` + refs + `</spine></package>`
}

func xhtml(body string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html [<!ENTITY x "y">]>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><script src="x.js"/></head><body>` + body + `</body></html>`
}

func read(t testing.TB, all files) (*Book, error) {
	t.Helper()
	data := pack(t, all)
	return Read(context.Background(), bytes.NewReader(data), int64(len(data)))
}

func mustRead(t testing.TB, all files) *Book {
	t.Helper()
	b, err := read(t, all)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// What tells a chapter from others is clean, and links still lead to it.
func TestOriginsAreClean(t *testing.T) {
	const evil = "b\u009b31m\u202e.xhtml"
	b := mustRead(t, files{
		container, containerXML,
		"OEBPS/book.opf", opf(`<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b%C2%9B31m%E2%80%AE.xhtml" media-type="application/xhtml+xml"/>`,
			`<itemref idref="a"/><itemref idref="b"/>`),
		"OEBPS/a.xhtml", xhtml(`<p>One.</p>`),
		"OEBPS/" + evil, xhtml(`<p>Two.</p>`),
	})
	if len(b.Chapters) != 2 || articles.CleanLine(b.Chapters[1].Origin) != b.Chapters[1].Origin {
		t.Fatalf("%d chapters, the last %q", len(b.Chapters), b.Chapters[len(b.Chapters)-1].Origin)
	}
	if to := Target(b.Chapters[0].Origin, "b%C2%9B31m%E2%80%AE.xhtml"); to != b.Chapters[1].Origin {
		t.Errorf("the link leads to %q", to)
	}
}

// simple is a book of the documents given, in their order.
func simple(documents ...string) files {
	var items, refs string
	all := files{container, containerXML}
	for i, d := range documents {
		items += fmt.Sprintf(`<item id="c%d" href="c%d.xhtml" media-type="application/xhtml+xml"/>`, i, i)
		refs += fmt.Sprintf(`<itemref idref="c%d"/>`, i)
		all = append(all, fmt.Sprintf("OEBPS/c%d.xhtml", i), d)
	}
	return append(all, "OEBPS/book.opf", opf(items, refs))
}

func TestBook(t *testing.T) {
	nav := `<nav epub:type="toc"><ol><li><a href="text/one.xhtml">I. <b>Stones</b></a></li><li><a href="text/two.xhtml#s1">A</a></li>
<li><a href="text/two.xhtml#s2">B</a></li></ol></nav><nav epub:type="page-list"><a href="text/two.xhtml">7</a></nav>`
	b := mustRead(t, files{
		container, containerXML,
		"OEBPS/book.opf", opf(`<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="text/tw%6F.xhtml" media-type="application/xhtml+xml"/>
<item id="aside" href="aside.xhtml" media-type="application/xhtml+xml"/>
<item id="pic" href="pic.svg" media-type="image/svg+xml"/>`,
			`<itemref idref="cover"/><itemref idref="aside" linear="no"/><itemref idref="one"/><itemref idref="two"/><itemref idref="one"/><itemref idref="none"/><itemref idref="pic"/>`),
		"OEBPS/nav.xhtml", xhtml(nav),
		"OEBPS/cover.xhtml", xhtml(`<img src="cover.jpg" alt="Cover"/>`),
		"OEBPS/text/one.xhtml", xhtml(`<h1>I. Stones</h1><p>Read <a href="two.xhtml#s1">the next</a>.<a id="p7"/> On.</p>`),
		"OEBPS/text/two.xhtml", xhtml(`<h2>Moss<sup> </sup></h2><p>Words &nbsp;here<![CDATA[ & <there>]]>.</p>`),
		"OEBPS/aside.xhtml", xhtml(`<p>Beside the text.</p>`),
		"OEBPS/pic.svg", `<svg xmlns="http://www.w3.org/2000/svg"><title>Map</title><text>Here <tspan>lie</tspan> dragons</text></svg>`,
	})
	if b.Title != "Two & Three" || b.Author != "Ann Roe, Bo Li" || b.Publisher != "Moss Press" || b.Language != "en" ||
		b.Identifier != "urn:isbn:9780000000001" || b.Description != "About stones." || strings.Join(b.Tags, ",") != "Stones,Moss,Lichen" ||
		b.Published.Year() != 1999 || !b.Updated.Equal(time.Date(2020, 2, 3, 4, 5, 6, 0, time.UTC)) {
		t.Errorf("book is %+v", b)
	}
	want := []struct{ title, origin, body string }{
		{"I. Stones", "OEBPS/text/one.xhtml", "Read [the next](two.xhtml#s1). On.\n"},
		{"Moss", "OEBPS/text/two.xhtml", "Words here & \\<there>.\n"},
		{"Two & Three 3", "OEBPS/pic.svg", "Here lie dragons\n"},
		{"Two & Three 4", "OEBPS/aside.xhtml", "Beside the text.\n"},
	}
	if len(b.Chapters) != len(want) || len(b.Failed) > 0 {
		t.Fatalf("%d chapters, %v failed", len(b.Chapters), b.Failed)
	}
	for i, w := range want {
		c := b.Chapters[i]
		if c.Title != w.title || c.Origin != "epub:urn:isbn:9780000000001!/"+w.origin || c.Markdown != w.body {
			t.Errorf("chapter %d is %q of %s: %q", i, c.Title, c.Origin, c.Markdown)
		}
		if c.Series != "Two & Three" || c.Part != i+1 || c.Parts != 4 || c.Author != b.Author || c.Site != "Moss Press" {
			t.Errorf("chapter %d: %+v", i, c.Article)
		}
		if c.Named != (i > 1) {
			t.Errorf("chapter %d: Named is %v", i, c.Named)
		}
	}
	if to := Target(b.Chapters[0].Origin, "two.xhtml#s1"); to != b.Chapters[1].Origin {
		t.Errorf("the link leads to %s", to)
	}
	for _, out := range []string{"https://example.org/", "mailto:a@b", "#here", ""} {
		if to := Target(b.Chapters[0].Origin, out); to != "" {
			t.Errorf("%s leads to %s", out, to)
		}
	}
}

func TestTitles(t *testing.T) {
	ncx := func(points string) string {
		return `<?xml version="1.0"?><ncx><docTitle><text>No</text></docTitle><navMap>` + points + `</navMap></ncx>`
	}
	for name, tt := range map[string]struct{ points, body, title, text string }{
		"contents":        {`<navPoint><navLabel><text>Chapter 1: Moss</text></navLabel><content src="c0.xhtml#top"/></navPoint>`, `<h2>Chapter 1</h2><h3>Moss</h3><p>x</p>`, "Chapter 1: Moss", "x\n"},
		"nested":          {`<navPoint><navLabel><text>Part</text></navLabel><content src="c1.xhtml"/><navPoint><navLabel><text>Deep</text></navLabel><content src="c0.xhtml"/></navPoint></navPoint>`, `<p>x</p>`, "Deep", "x\n"},
		"heading":         {"", `<h3>A <i>heading</i></h3><p>x</p>`, "A heading", "x\n"},
		"ruby":            {"", `<h1><ruby>草<rt>くさ</rt></ruby>枕</h1><p>x</p>`, "草枕", "x\n"},
		"other heading":   {`<navPoint><navLabel><text>One</text></navLabel><content src="c0.xhtml"/></navPoint>`, `<h1>Two</h1><p>x</p>`, "One", "# Two\n\nx\n"},
		"within":          {"", `<p>x</p><h2>Later</h2>`, "Later", "x\n\n## Later\n"},
		"heading alone":   {"", `<h1>Part Two</h1>`, "Part Two", "# Part Two\n"},
		"number":          {"", `<p>x</p>`, "Two & Three 1", "x\n"},
		"wrong case":      {`<navPoint><navLabel><text>One</text></navLabel><content src="C0.XHTML"/></navPoint>`, `<p>x</p>`, "One", "x\n"},
		"unclosed points": {`<navPoint><navLabel><text>One</text><content src="c0.xhtml"/>`, `<p>x</p>`, "One", "x\n"},
	} {
		all := append(simple(xhtml(tt.body), xhtml("<p>Another one.</p>")), "OEBPS/toc.ncx", ncx(tt.points))
		c := mustRead(t, all).Chapters[0]
		if c.Title != tt.title || c.Markdown != tt.text {
			t.Errorf("%s: %q: %q", name, c.Title, c.Markdown)
		}
	}
}

// A book of one document is one article: the book.
func TestOneDocument(t *testing.T) {
	c := mustRead(t, simple(xhtml("<h1>Stones</h1><p>They lie.</p>"))).Chapters[0]
	if c.Title != "Two & Three" || c.Series != "" || c.Markdown != "# Stones\n\nThey lie.\n" || c.Dek != "About stones." || c.Slug != "two-three" {
		t.Errorf("%q %q: %q", c.Title, c.Series, c.Markdown)
	}
	c = mustRead(t, simple(xhtml("<h1>Two &amp; three</h1><p>They lie.</p>"))).Chapters[0]
	if c.Title != "Two & three" || c.Markdown != "They lie.\n" || c.Named {
		t.Errorf("%q: %q", c.Title, c.Markdown)
	}
}

func TestText(t *testing.T) {
	for name, tt := range map[string]struct{ body, want string }{
		"footnote": {
			`<p>Moss<a epub:type="noteref" href="#n1">1</a> grows.</p><aside epub:type="footnote" id="n1"><p>Slowly.</p></aside>`,
			"Moss[^1-1] grows.\n\n[^1-1]: Slowly.\n",
		},
		"ruby":     {`<p><ruby>草<rp>(</rp><rt>くさ</rt><rp>)</rp></ruby>枕</p>`, "草(くさ)枕\n"},
		"formula":  {`<p>So <m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mi>x</m:mi><m:mo>+</m:mo><m:mi>y</m:mi></m:math>.</p>`, "So $x + y$.\n"},
		"prefixed": {`<h:p xmlns:h="http://www.w3.org/1999/xhtml">Words</h:p><h:p>more</h:p>`, "Words\n\nmore\n"},
		"ill":      {`<p>One<br>two <b>three<p>four & five < six <7`, "One\\\ntwo **three**\n\n**four & five < six <7**\n"},
		"table":    {`<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>`, "| a | b |\n| --- | --- |\n| c | d |\n"},
		"figure":   {`<figure><img src="photo.jpg" alt="A stone"/><figcaption>Old.</figcaption></figure>`, "![A stone](photo.jpg)\n\nOld.\n"},
		"nameless": {`<p>x<img src="photo.jpg" alt=""/></p>`, "x\n"},
		"small":    {`<p>x <img src="dot.gif" alt=""/></p>`, "x ![](data:image/gif;base64,R0lGODlhAQABAAAAADs=)\n"},
		"switch":   {`<epub:switch><epub:case required-namespace="z"><z>no</z></epub:case><epub:default><p>yes</p></epub:default></epub:switch>`, "yes\n"},
		"video":    {`<p>x</p><video src="v.mp4"><source src="v.webm"/><p>No <i>film</i> here.</p></video><audio src="a.mp3"/>`, "x\n\nNo *film* here.\n"},
		"labels":   {`<p>x</p><svg><text>label</text></svg>`, "x\n"},
		"unsafe":   {"<p>x\x1b[31m<a href=\"javascript:alert(1)\">y</a><script>z</script></p>", "xy\n"},
	} {
		all := append(simple(xhtml(tt.body), xhtml("<p>Another.</p>")), "OEBPS/dot.gif", "GIF89a\x01\x00\x01\x00\x00\x00\x00;", "OEBPS/photo.jpg", "\xff\xd8\xff"+strings.Repeat("x", 1<<20))
		got := mustRead(t, all).Chapters[0].Markdown
		if name == "small" {
			got = strings.Replace(got, got[strings.Index(got, "base64,")+7:strings.Index(got, ")")], "R0lGODlhAQABAAAAADs=", 1)
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

func TestCharsets(t *testing.T) {
	wide := func(s string, big bool) string {
		out := []byte{0xff, 0xfe}
		if big {
			out = []byte{0xfe, 0xff}
		}
		for _, u := range utf16.Encode([]rune(s)) {
			if big {
				out = append(out, byte(u>>8), byte(u))
			} else {
				out = append(out, byte(u), byte(u>>8))
			}
		}
		return string(out)
	}
	page := strings.Replace(xhtml("<p>Größe</p>"), "UTF-8", "utf-16", 1)
	for name, text := range map[string]string{
		"little": wide(page, false), "big": wide(page, true), "no mark": wide(page, false)[2:],
		"latin": strings.NewReplacer("UTF-8", "iso-8859-1", "ö", "\xf6", "ß", "\xdf").Replace(xhtml("<p>Größe</p>")),
		"liar":  strings.Replace(xhtml("<p>Größe</p>"), "UTF-8", "iso-8859-1", 1),
	} {
		if got := mustRead(t, simple(text)).Chapters[0].Markdown; got != "Größe\n" {
			t.Errorf("%s: %q", name, got)
		}
	}
	all := simple(xhtml("<p>x</p>"))
	all[len(all)-1] = wide(strings.Replace(all[len(all)-1], "utf-8", "UTF-16", 1), false)
	if b := mustRead(t, all); b.Title != "Two & Three" {
		t.Errorf("package in UTF-16: %+v", b)
	}
}

func TestProtected(t *testing.T) {
	lock := func(algorithm, uri string) string {
		return `<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="` + algorithm +
			`"/><enc:CipherData><enc:CipherReference URI="` + uri + `"/></enc:CipherData></enc:EncryptedData></encryption>`
	}
	for _, tt := range []struct {
		algorithm, uri string
		want           error
	}{
		{"http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/c0.xhtml", ErrProtected},
		{"http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/photo.jpg", nil},
		{"http://www.idpf.org/2008/embedding", "OEBPS/font.otf", nil},
	} {
		_, err := read(t, append(simple(xhtml("<p>x</p>")), "META-INF/encryption.xml", lock(tt.algorithm, tt.uri)))
		if !errors.Is(err, tt.want) {
			t.Errorf("%s of %s: %v", tt.algorithm, tt.uri, err)
		}
	}
}

func TestHostile(t *testing.T) {
	for name, tt := range map[string]struct {
		all  files
		want string // of the error; empty for a book
	}{
		"no package":  {files{container, containerXML}, "no package document"},
		"no spine":    {files{container, containerXML, "OEBPS/book.opf", opf("", "")}, "lists no text"},
		"no text":     {simple(xhtml(""), xhtml("<hr/>")), "no text in it"},
		"missing":     {simple("")[:2], "no package document"},
		"bomb":        {simple(strings.Repeat("<p>", mostTags+1)), "no chapter has"},
		"large":       {simple(strings.Repeat("x", mostText+1)), "over the limit"},
		"deep":        {simple(strings.Repeat("<div>", 5000) + "<p>words</p>"), ""},
		"no contents": {append(simple(xhtml("<p>x</p>")), "OEBPS/toc.ncx", "\x00<<<&&&"), ""},
		"upper case":  {files{"meta-inf/Container.xml", strings.ReplaceAll(containerXML, "OEBPS/book.opf", "oebps/BOOK.opf"), "OEBPS/book.opf", opf(`<item id="a" href="A.XHTML" media-type="application/xhtml+xml"/>`, `<itemref idref="a"/>`), "OEBPS/a.xhtml", xhtml("<p>x</p>")}, ""},
		"traversal":   {files{container, strings.ReplaceAll(containerXML, "OEBPS/book.opf", "../../OEBPS/book.opf"), "OEBPS/book.opf", opf(`<item id="a" href="../../../etc/passwd" media-type="application/xhtml+xml"/>`, `<itemref idref="a"/>`), "../../etc/passwd", xhtml("<p>x</p>")}, ""},
		"fallbacks":   {files{container, containerXML, "OEBPS/book.opf", opf(`<item id="a" href="a.pdf" media-type="application/pdf" fallback="b"/><item id="b" href="b.pdf" media-type="application/pdf" fallback="a"/>`, `<itemref idref="a"/>`), "OEBPS/a.pdf", "%PDF"}, ""},
	} {
		b, err := read(t, tt.all)
		switch {
		case tt.want == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case tt.want == "" && len(b.Chapters) != 1:
			t.Errorf("%s: %d chapters", name, len(b.Chapters))
		case tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n")):
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Read(context.Background(), strings.NewReader("PK\x03\x04 and no more"), 17); err == nil {
		t.Error("no archive is read as a book")
	}
}

// What is ill-formed in every tag ends, which the time-out of the tests sees to:
// nothing is looked through once for each.
func TestLongDocuments(t *testing.T) {
	if testing.Short() {
		t.Skip("reads some megabytes of it")
	}
	for name, text := range map[string]string{
		"declarations":      strings.Repeat("<!a>", mostTags-10),
		"open declarations": strings.Repeat("<!a[>", mostTags/4),
		"open quotes":       strings.Repeat(`<a '><a ">`, mostTags/8),
		"switches":          strings.Repeat("<epub:switch><epub:case>", 200) + strings.Repeat("<epub:case>", 20_000),
		"headings":          strings.Repeat("<h1><div>", 200) + strings.Repeat("<i></i>", 100_000),
	} {
		if _, err := read(t, simple(text, xhtml("<p>x</p>"))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What cannot be read is told, and the rest is there.
func TestMissingDocuments(t *testing.T) {
	all := simple(xhtml("<p>One.</p>"), "", xhtml("<p>Three.</p>"))
	b := mustRead(t, append(all[:4], all[6:]...))
	if len(b.Chapters) != 2 || len(b.Failed) != 1 || b.Failed[0].Error() != "OEBPS/c1.xhtml: it is not in the archive" {
		t.Errorf("%d chapters, failed: %v", len(b.Chapters), b.Failed)
	}
}

func TestManyChapters(t *testing.T) {
	if testing.Short() {
		t.Skip("packs 2,000 documents")
	}
	documents := make([]string, 2_000)
	for i := range documents {
		documents[i] = xhtml(fmt.Sprintf("<h1>%d</h1><p>Words.</p>", i))
	}
	b := mustRead(t, simple(documents...))
	if len(b.Chapters) != 2_000 || b.Chapters[1_999].Title != "1999" || b.Chapters[1_999].Part != 2_000 {
		t.Errorf("%d chapters", len(b.Chapters))
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	data := pack(t, simple(xhtml("<p>x</p>"), xhtml("<p>y</p>")))
	if _, err := Read(ctx, bytes.NewReader(data), int64(len(data))); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func FuzzDocument(f *testing.F) {
	f.Add(xhtml("<p>x<a id='y'/></p><![CDATA[z]]><svg><text>w</text></svg>"))
	f.Add("<a <b ='\"> </ <!DOCTYPE [ <![CDATA[ <?x <!-- <title/>x")
	f.Fuzz(func(t *testing.T, text string) {
		b, err := read(t, simple(text, xhtml("<p>Another.</p>")))
		if err != nil {
			t.Fatal(err) // the other document is there
		}
		for _, c := range b.Chapters {
			if c.Title == "" || c.Markdown == "" || strings.ContainsRune(c.Markdown, '\x1b') {
				t.Errorf("%q: %q", c.Title, c.Markdown)
			}
		}
	})
}

func FuzzPackage(f *testing.F) {
	f.Add(opf(`<item id="c0" href="c0.xhtml"/>`, `<itemref idref="c0"/>`), "<ncx><navPoint><text>x</text><content src='c0.xhtml'/>", containerXML)
	f.Fuzz(func(t *testing.T, opf, ncx, containerXML string) {
		_, _ = read(t, files{
			container, containerXML, "OEBPS/book.opf", opf, "OEBPS/toc.ncx", ncx, "OEBPS/c0.xhtml", xhtml("<p>x</p>"),
			"META-INF/encryption.xml", ncx,
		})
	})
}

func FuzzArchive(f *testing.F) {
	f.Add(pack(f, simple(xhtml("<p>x</p>"))))
	f.Fuzz(func(_ *testing.T, data []byte) {
		_, _ = Read(context.Background(), bytes.NewReader(data), int64(len(data)))
	})
}

// A book of 5 MB of text in 50 documents.
func BenchmarkRead(b *testing.B) {
	chapter := xhtml("<h1>A chapter</h1>" + strings.Repeat("<p>A paragraph with <em>some</em> words in it, enough for a line or two of text, and a <a href='c1.xhtml'>link</a>.</p>\n", 900))
	documents := make([]string, 50)
	for i := range documents {
		documents[i] = chapter
	}
	data := pack(b, simple(documents...))
	b.SetBytes(int64(50 * len(chapter)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(context.Background(), bytes.NewReader(data), int64(len(data))); err != nil {
			b.Fatal(err)
		}
	}
}
