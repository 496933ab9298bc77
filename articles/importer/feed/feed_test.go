package feed

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"lede/articles"
)

func parse(t *testing.T, data string) *Feed {
	t.Helper()
	f, err := Parse(Source{Data: data, URL: "https://example.org/blog/feed"})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

const rss = `<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/"
	xmlns:atom="http://www.w3.org/2005/Atom" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
<channel>
<title>The Kiln &amp;amp; the Wheel</title>
<link>https://example.org/blog/</link>
<atom:link rel="self" href="https://example.org/blog/feed"/><atom:link rel="hub" href="https://hub.example.org/"/>
<description>Notes on &lt;b&gt;pots&lt;/b&gt;</description><language>en-GB</language>
<image><title>Not this</title><link>https://example.org/not-this</link><url>/logo.png</url></image>
<item>
	<title>A <![CDATA[Glaze]]> that &lt;em&gt;crawls&lt;/em&gt;, 1 &lt; 2</title>
	<link>https://counter.example.net/1?utm_source=rss</link>
	<feedburner:origLink>https://example.org/blog/glaze?utm_source=rss&amp;p=1</feedburner:origLink>
	<guid isPermaLink="false">tag:1</guid>
	<dc:creator>Ada Quill</dc:creator><author>office@example.org (The Office)</author>
	<pubDate>Thu, 01 Jan 04 19:48:21 EST</pubDate>
	<category>Pots</category><category>pots</category><category domain="x">Glazes &amp;amp; slips</category>
	<description>Why it happens.</description>
	<c:encoded><![CDATA[<p>See <a href="../cure">the cure</a>.<script>alert(1)</script></p><img src="pot.jpg" alt="A pot">]]></c:encoded>
	<enclosure url="https://example.org/glaze.mp3" type="audio/mpeg" length="1"/>
	<comments>https://example.org/blog/glaze#comments</comments>
</item>
<item><guid>https://example.org/blog/second</guid><description>Only a few words, and no title.</description></item>
</channel></rss>`

func TestRSS(t *testing.T) {
	t.Parallel()
	f := parse(t, rss)
	if f.Title != "The Kiln & the Wheel" || f.Link != "https://example.org/blog/" || f.Description != "Notes on pots" || f.Language != "en-GB" ||
		f.Self != "https://example.org/blog/feed" || f.Hub != "https://hub.example.org/" || f.Image != "https://example.org/logo.png" || len(f.Items) != 2 {
		t.Errorf("the feed is %+v", f)
	}
	it := f.Items[0]
	if it.GUID != "tag:1" || it.Link != "https://counter.example.net/1?utm_source=rss" || it.Page() != "https://example.org/blog/glaze?p=1" ||
		it.Comments != "https://example.org/blog/glaze#comments" || !reflect.DeepEqual(it.Tags, []string{"Pots", "Glazes & slips"}) {
		t.Errorf("the item is %+v", it)
	}
	got := f.Read(&it)
	want := &articles.Article{
		Title: "A Glaze that crawls, 1 < 2", Dek: "Why it happens.", Author: "Ada Quill", Site: "The Kiln & the Wheel",
		URL: "https://example.org/blog/glaze?p=1", Published: got.Article.Published, Tags: it.Tags,
		Markdown: "See [the cure](https://example.org/cure).\n\n![A pot](https://example.org/blog/pot.jpg)\n\n[Audio: glaze.mp3](https://example.org/glaze.mp3)\n",
	}
	if !reflect.DeepEqual(got.Article, want) {
		t.Errorf("got  %+v\nwant %+v", got.Article, want)
	}
	if at := it.Published.UTC(); !at.Equal(time.Date(2004, 1, 2, 0, 48, 21, 0, time.UTC)) {
		t.Errorf("published %v", at)
	}
	second := f.Read(&f.Items[1])
	if second.Article.Title != "Only a few words, and no title." || second.Article.URL != "https://example.org/blog/second" ||
		second.Article.Dek != "" || second.Article.Markdown != "Only a few words, and no title.\n" || second.Content != "" {
		t.Errorf("the second is %+v", second.Article)
	}
}

func TestAtom(t *testing.T) {
	t.Parallel()
	f := parse(t, `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="pt" xml:base="/base/">
<title type="html">Caf&amp;eacute;</title><subtitle>Sub</subtitle><author><name>Rui Barca</name></author>
<link href="https://example.org/"/><link rel="next" href="?page=2"/>
<entry xml:base="deep/"><id>urn:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The <b>boat</b></div></title>
<link rel="enclosure" href="boat.mp4" type="video/mp4"/><link rel="alternate" type="text/html" href="boat.html"/>
<updated>2026-02-08T10:00:00Z</updated><category term="sea" label="The sea"/>
<summary type="text">1 &lt;b 2</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It <a href="x">floats</a>.</p></div></content></entry>
<entry><id>urn:2</id><title mode="base64">VHdv</title><author><name>Ana</name></author><author><name>Bia</name></author><content src="two.pdf" type="application/pdf"/></entry>
</feed>`)
	if f.Title != "Café" || f.Description != "Sub" || f.Language != "pt" || f.Link != "https://example.org/" || f.Next != "https://example.org/base/?page=2" {
		t.Errorf("the feed is %+v", f)
	}
	it := f.Items[0]
	if it.Link != "https://example.org/base/deep/boat.html" || it.Title != "The boat" || it.Language != "pt" || it.Tags[0] != "The sea" ||
		it.Enclosures[0].URL != "https://example.org/base/deep/boat.mp4" {
		t.Errorf("the entry is %+v", it)
	}
	r := f.Read(&it)
	if r.Article.Author != "Rui Barca" || r.Content != "It [floats](https://example.org/base/deep/x).\n" || r.Article.Dek != "1 <b 2" || r.Article.Published.IsZero() {
		t.Errorf("the article is %+v", r.Article)
	}
	two := f.Read(&f.Items[1])
	if two.Article.Title != "Two" || two.Article.Author != "Ana, Bia" || two.Article.URL != "https://example.org/base/two.pdf" {
		t.Errorf("the second is %+v", two.Article)
	}
}

func TestRDFAndModules(t *testing.T) {
	t.Parallel()
	f := parse(t, `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
<channel rdf:about="x"><title>T</title><link>https://example.org/</link><items><rdf:Seq><rdf:li resource="x"/></rdf:Seq></items></channel>
<item rdf:about="https://example.org/1"><title>One</title><dc:date>2026-02</dc:date><dc:subject>a</dc:subject></item>
<item><media:group><media:title>Film</media:title><media:description>Line one

Line two</media:description><media:content url="https://example.org/f.mp4" type="video/mp4"/></media:group><media:player url="https://example.org/watch"/>
<itunes:author>Host</itunes:author><itunes:keywords>k, l</itunes:keywords></item>
</rdf:RDF>`)
	one, film := f.Items[0], f.Items[1]
	if len(f.Items) != 2 || one.Link != "https://example.org/1" || one.GUID != one.Link || one.Published.Month() != time.February || one.Updated != one.Published {
		t.Errorf("the item is %+v", one)
	}
	r := f.Read(&film)
	if r.Article.Title != "Film" || film.Link != "https://example.org/watch" || r.Summary != "Line one\n\nLine two\n" || r.Article.Author != "Host" || len(film.Tags) != 2 {
		t.Errorf("the film is %+v, %q", r.Article, r.Summary)
	}
}

func TestJSONFeed(t *testing.T) {
	t.Parallel()
	f := parse(t, `{"version": "https:\/\/jsonfeed.org/version/1", "title": "T", "home_page_url": "https://example.org/", "author": {"name": "Ada"},
"hubs": [{"type": "x", "url": "https://hub.example.org/"}], "items": [
{"id": 7, "url": "one", "title": "One", "content_text": "A < B\n\nC", "tags": ["x", "y"], "date_published": "2026-02-08T10:00:00+01:00", "authors": [{"name": "Bia"}, {"name": "Cy"}]},
{"id": "https://example.org/two", "content_html": "<p>Two</p>", "summary": 3, "attachments": [{"url": "a.mp3", "mime_type": "audio/mpeg", "title": "Hear"}]}`)
	if len(f.Items) != 2 || f.Hub != "https://hub.example.org/" {
		t.Fatalf("a feed that is cut off is %+v", f)
	}
	one, two := f.Read(&f.Items[0]), f.Read(&f.Items[1])
	if f.Items[0].GUID != "7" || one.Article.URL != "https://example.org/blog/one" || one.Content != "A < B\n\nC\n" || one.Article.Author != "Bia, Cy" {
		t.Errorf("the first is %+v, %q", one.Article, one.Content)
	}
	if two.Article.Author != "Ada" || two.Article.Markdown != "Two\n\n[Audio: Hear](https://example.org/blog/a.mp3)\n" || f.Items[1].Link != "https://example.org/two" {
		t.Errorf("the second is %+v", two.Article)
	}
}

// What is ill-formed is read all the same.
func TestIllFormed(t *testing.T) {
	t.Parallel()
	for name, data := range map[string]string{
		"blank lines first":     "\n\n  <?xml version='1.0'?><rss><channel><item><title>One</title></item></channel></rss>",
		"a warning first":       "<br />\n<b>Warning</b>: x in <b>y.php</b><br />\n<?xml version='1.0'?><rss><channel><item><title>One</title></item></channel></rss>",
		"words first":           "Notice: x\n<rss version='2.0'><channel><item><title>One</title></item></channel></rss>",
		"no channel":            "<rss><item><title>One</title></item></rss>",
		"cut off":               "<rss><channel><item><title>One</title><link>https://exam",
		"items not closed":      "<rss><channel><item><title>One<item><title>Two</channel></rss>",
		"a title not closed":    "<rss><channel><item><title>One<link>https://example.org/</link></item></channel></rss>",
		"nothing closed":        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>One<id>1<updated>2026-02-08<author><name>x</name></author></entry></feed>",
		"upper case":            "<RSS><CHANNEL><ITEM><TITLE>One</TITLE></ITEM></CHANNEL></RSS>",
		"undeclared prefixes":   "<rss><channel><item><dc:title>One</dc:title></item></channel></rss>",
		"entities of HTML":      "<rss><channel><item><title>&#79;ne &nbsp;</title></item></channel></rss>",
		"JSON with a comma":     `{"items": [{"id": "1", "title": "One", "content_text": "x",},], "version": "https://jsonfeed.org/version/1"}`,
		"JSON with controls":    "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"title\": \"One\", \"content_text\": \"a\nb\x1b\"}]}",
		"controls":              "<rss><channel><item><title>O\x08ne</title></item></channel></rss>",
		"another charset":       "<?xml version='1.0' encoding='utf-8'?><rss><channel><item><title>One</title><author>\xe9</author></item></channel></rss>",
		"its prefix everywhere": "<x:rss xmlns:x='http://backend.userland.com/rss2'><x:channel><x:item><x:title>One</x:title></x:item></x:channel></x:rss>",
	} {
		f, err := Parse(Source{Data: data})
		if err != nil || len(f.Items) == 0 || f.Items[0].Title != "One" {
			t.Errorf("%s: %v, %+v", name, err, f)
		}
		if !Is(data) {
			t.Errorf("%s: is not taken for a feed", name)
		}
	}
}

func TestNoFeed(t *testing.T) {
	t.Parallel()
	for _, data := range []string{"", "words", "<html><body><item>x</item></body></html>", "{}", `{"version":"1"}`, "<opml><body/></opml>", "# Title\n\n`<rsync>` is old", "<svg/>"} {
		if Is(data) {
			t.Errorf("%q is taken for a feed", data)
		}
		if _, err := Parse(Source{Data: data}); !errors.Is(err, ErrNoFeed) {
			t.Errorf("%q: %v", data, err)
		}
	}
}

func TestByLine(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"Ada Quill": "Ada Quill", "ada@example.org (Ada Quill)": "Ada Quill", "Ada Quill (ada@example.org)": "Ada Quill", `"Ada" <ada@example.org>`: "Ada",
		"ada@example.org": "ada@example.org", "noreply@example.org (Ada)": "Ada", "noreply@example.org": "", "ada@example.org Ada Quill": "Ada Quill", "": "",
	} {
		if got := byLine(in).String(); got != want {
			t.Errorf("%q is by %q, want %q", in, got, want)
		}
	}
}

func TestDek(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ summary, content, want string }{
		"another":       {"Why it floats.", "<p>Wood is light.</p>", "Why it floats."},
		"the beginning": {"Wood is light. It [&#8230;]", "<p>Wood is light. It floats, and we sail.</p>", ""},
		"all of it":     {"<p>Wood is light.</p>", "<p>Wood is light.</p>", ""},
		"the title":     {"A boat", "<p>Wood is light.</p>", ""},
		"too long":      {strings.Repeat("words ", 200), strings.Repeat("<p>Wood is light.</p>", 200), ""},
	} {
		it := Item{Title: "A boat", Summary: Text{HTML: c.summary}, Content: Text{HTML: c.content}}
		if got := (&Feed{}).Read(&it).Article.Dek; got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestTitlesKeepTheirWords(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{
		"The &lt;details&gt; element, explained":        "The <details> element, explained",
		"&lt;b&gt; or &lt;strong&gt;?":                  "<b> or <strong>?",
		"Where &lt;title&gt;x&lt;/title&gt; stands":     "Where <title>x</title> stands",
		"if a&lt;b and c&gt;d then":                     "if a<b and c>d then",
		"A &lt;em&gt;fine&lt;/em&gt; title":             "A fine title",
		"One&lt;br&gt;two":                              "One two",
		"The &lt;br&gt; tag":                            "The <br> tag",
		"Map&lt;String, T&gt; in Java":                  "Map<String, T> in Java",
		"Wide &lt;img src=&quot;a.png&quot;&gt; sign":   "Wide sign",
		"Salt &amp;amp; pepper":                         "Salt & pepper",
		"&lt;a href=&quot;/x&quot;&gt;Linked&lt;/a&gt;": "Linked",
	} {
		f, err := Parse(Source{Data: "<rss><channel><title>F</title><item><title>" + title + "</title></item></channel></rss>"})
		if err != nil || len(f.Items) != 1 || f.Items[0].Title != want {
			t.Errorf("%s: %v, %+v, want %q", title, err, f, want)
		}
	}
}

func TestPicturesBesideTheText(t *testing.T) {
	t.Parallel()
	const head = `<rss xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>F</title><itunes:image href="http://a.example/sign.png"/><item><title>T</title>`
	for item, want := range map[string]string{
		`<description>Words.</description><enclosure url="http://a.example/boat.jpg" type="image/jpeg"/>`:                                                                                                 "![](http://a.example/boat.jpg)\n\nWords.\n",
		`<description>Words.</description><media:content url="http://a.example/2" medium="image"><media:description>A [boat]</media:description><media:credit>Ann "A" Roe</media:credit></media:content>`: "![A (boat)](http://a.example/2 \"Ann 'A' Roe\")\n\nWords.\n",
		`<description>&lt;img src="http://a.example/harbour-1024x768.jpg"&gt; Words.</description><enclosure url="http://a.example/harbour.jpg" type="image/jpeg"/>`:                                      "![](http://a.example/harbour-1024x768.jpg) Words.\n",
		`<description>&lt;img src="http://a.example/other.jpg"&gt; Words.</description><media:thumbnail url="http://a.example/thumb.jpg"/>`:                                                               "![](http://a.example/other.jpg) Words.\n",
		`<description>Words.</description><itunes:image href="http://a.example/sign.png"/>`:                                                                                                               "Words.\n",
	} {
		f, err := Parse(Source{Data: head + item + "</item></channel></rss>"})
		if err != nil || len(f.Items) != 1 {
			t.Fatalf("%s: %v", item, err)
		}
		if got := f.Read(&f.Items[0]).Article.Markdown; got != want {
			t.Errorf("%s:\n%q\nwant\n%q", item, got, want)
		}
	}
}

func TestDocumentsThatAreHardlyFeeds(t *testing.T) {
	t.Parallel()
	const entry = `<entry xmlns="http://www.w3.org/2005/Atom"><title>One</title><content>Words.</content></entry>`
	for name, data := range map[string]string{
		"an entry":                           `<?xml version="1.0"?>` + entry,
		"behind many lines":                  strings.Repeat("\n", 5000) + "<rss><channel><item><title>One</title></item></channel></rss>",
		"in a page":                          `<html xmlns="http://www.w3.org/1999/xhtml"><body><feed xmlns="http://www.w3.org/2005/Atom">` + entry + `</feed></body></html>`,
		"an item in an extension of an item": `<rss xmlns:s="http://example.org/s"><channel><item><s:old><item><title>Two</title></item></s:old><title>One</title></item></channel></rss>`,
	} {
		f, err := Parse(Source{Data: data})
		if !Is(data) || err != nil || len(f.Items) != 1 || f.Items[0].Title != "One" {
			t.Errorf("%s: %v, %+v", name, err, f)
		}
	}
	if Is(`<html><head><title>A page</title></head><body><p>About <code>&lt;rss&gt;</code></p></body></html>`) {
		t.Error("a page is taken for a feed")
	}
}
