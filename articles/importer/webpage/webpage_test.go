package webpage

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/articles/importer/htmldoc"
)

func page(t testing.TB, name, address string) Page {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	p, err := Parse(Source{Data: string(data), URL: address})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAnatomy(t *testing.T) {
	t.Parallel()
	p := page(t, "ferry.html", "https://www.harbour.example/stories/ferry?utm_campaign=x")
	for name, c := range map[string]struct{ got, want string }{
		"title":     {p.Title, "The Ferry That Ran on Time"},
		"dek":       {p.Dek, "How one crew kept a timetable for thirty years."},
		"author":    {p.Author, "Mira Tolland, Jon Askew"},
		"bio":       {p.AuthorBio, "Mira Tolland writes about water, boats and the people who run them."},
		"site":      {p.Site, "Harbour Notes"},
		"address":   {p.URL, "https://www.harbour.example/stories/ferry"},
		"published": {p.Published.Format(time.RFC3339), "2025-03-02T08:30:00+01:00"},
		"updated":   {p.Updated.Format(time.RFC3339), "2025-03-09T10:00:00+01:00"},
		"tags":      {strings.Join(p.Tags, "|"), "ferries|timetables"},
		"notices":   {strings.Join(p.Notices, "|"), "Editor's note: the fare has changed since this was written."},
		"language":  {p.Language, "en-GB"},
		"next":      {p.Next, "https://www.harbour.example/stories/ferry?page=2"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, not %q", name, c.got, c.want)
		}
	}
	if p.SourceViews != 12400 {
		t.Errorf("views: %d", p.SourceViews)
	}
	if len(p.Epigraphs) != 1 || p.Epigraphs[0] != (articles.Quote{Text: "The sea keeps no diary.", By: "A harbour master"}) {
		t.Errorf("epigraphs: %v", p.Epigraphs)
	}
	if len(p.Related) != 2 || p.Related[0] != (articles.Link{Title: "A bridge nobody crossed", Target: "https://www.harbour.example/stories/bridge"}) {
		t.Errorf("related: %v", p.Related)
	}
	if len(p.Feeds) != 1 || p.Feeds[0] != (Feed{"All stories", "https://www.harbour.example/feed.xml", "application/rss+xml"}) {
		t.Errorf("feeds: %v", p.Feeds)
	}
	for _, want := range []string{"left the slip at six", "> It is not the engine that keeps time.\n>\n> — Ada Brook, engineer", "```python\n", "## The crew", "- ropes\n- lamps", "[the pier](https://www.harbour.example/pier)"} {
		if !strings.Contains(p.Markdown, want) {
			t.Errorf("the body lacks %q:\n%s", want, p.Markdown)
		}
	}
	for _, not := range []string{"The Ferry That Ran", "Share this", "newsletter", "Great story", "Home", "Copyright", "bridge", "cookies", "tracker", "views", "Mira"} {
		if strings.Contains(p.Markdown, not) {
			t.Errorf("the body has %q:\n%s", not, p.Markdown)
		}
	}
}

func TestWhatAPageDoesNotStateStaysEmpty(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("<p>A paragraph about stones, which lie where they fell, and about moss, which does not mind.</p>", 12) +
		`<div itemprop="review" itemscope itemtype="https://schema.org/Review"><span itemprop="author">Ada Brook</span> on
		<span class="pubdate">Date published: 2022-10-28</span> <time itemprop="datePublished" datetime="2022-10-28">then</time><meta itemprop="datePublished" content="2022-10-28">: good stones.</div>`
	p, err := Parse(Source{Data: "<!doctype html><title>Stones</title><body><h1>Stones</h1>" + text})
	if err != nil {
		t.Fatal(err)
	}
	if p.Title != "Stones" || p.Author != "" || p.Site != "" || p.Dek != "" || p.URL != "" || !p.Published.IsZero() || !p.Updated.IsZero() ||
		p.Tags != nil || p.Related != nil || p.Notices != nil || p.SourceViews != 0 || p.Next != "" || p.Feeds != nil {
		t.Errorf("%+v", p.Article)
	}
}

func TestCharsets(t *testing.T) {
	t.Parallel()
	body := func(s string) string { return "<p>" + s + strings.Repeat(" and many more words", 20) }
	for name, c := range map[string]Source{
		"UTF-8 that says it is Latin-1": {Data: `<!doctype html><meta charset="iso-8859-1">` + body("Grüße"), Charset: "iso-8859-1"},
		"the answer's":                  {Data: "<!doctype html>" + body("Gr\xfc\xdfe"), Charset: "iso-8859-1"},
		"the page's":                    {Data: `<!doctype html><meta charset="windows-1252">` + body("Gr\xfc\xdfe")},
		"a guess":                       {Data: "<!doctype html>" + body("Gr\xfc\xdfe")},
		"UTF-8, cut":                    {Data: `<!doctype html><meta charset="utf-8">` + body("Grüße") + "\xc3"},
		"a byte order mark":             {Data: "\xef\xbb\xbf<!doctype html>" + body("Grüße")},
		"UTF-16":                        {Data: wide("\ufeff<!doctype html>" + body("Grüße"))},
	} {
		if p, err := Parse(c); err != nil || !strings.HasPrefix(p.Markdown, "Grüße and") {
			t.Errorf("%s: %v %.40q", name, err, p.Markdown)
		}
	}
	japanese := Source{Data: `<!doctype html><meta http-equiv="content-type" content="text/html; charset=Shift_JIS"><p>` + strings.Repeat("\x93\xfa\x96\x7b\x8c\xea\x81\x42", 40)}
	if p, err := Parse(japanese); err != nil || !strings.HasPrefix(p.Markdown, "日本語。") {
		t.Errorf("Shift_JIS: %v %.40q", err, p.Markdown)
	}
}

// wide is s in UTF-16, its low bytes first; all of s is in the first plane.
func wide(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteByte(byte(r & 0xff))
		b.WriteByte(byte(r >> 8 & 0xff))
	}
	return b.String()
}

func TestAPageWithoutAnArticle(t *testing.T) {
	t.Parallel()
	p, err := Parse(Source{Data: `<!doctype html><title>Sign in</title><meta name="description" content="The door."><form><input name=a><button>Go</button></form>`})
	if !errors.Is(err, ErrNoArticle) || p.Title != "Sign in" || p.Dek != "The door." || p.Markdown != "" {
		t.Errorf("%v %+v", err, p.Article)
	}
	if _, err := Parse(Source{Data: "<!doctype html><p>&shy;&zwnj;&#3;", WholePage: true}); !errors.Is(err, ErrNoArticle) {
		t.Errorf("signs that nobody sees: %v", err)
	}
	if _, err := Parse(Source{Data: strings.Repeat("<b>", htmldoc.MostTags+1)}); err == nil || errors.Is(err, ErrNoArticle) {
		t.Errorf("too many tags: %v", err)
	}
	if _, err := Parse(Source{Data: strings.Repeat("x", MaxSize+1)}); err == nil || errors.Is(err, ErrNoArticle) {
		t.Errorf("too large: %v", err)
	}
}

func TestNextPart(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ here, link, want string }{
		{"https://a.example/story", `<link rel="next" href="/story?page=2">`, "https://a.example/story?page=2"},
		{"https://a.example/story/2", `<a href="/story/3">3</a>`, "https://a.example/story/3"},
		{"https://a.example/story.html", `<a rel="next" href="story_2.html">More</a>`, "https://a.example/story_2.html"},
		{"https://a.example/story/page/2/", `<a rel="next" href="/story/page/3/">›</a>`, "https://a.example/story/page/3/"},
		{"https://a.example/story", `<a rel="next" href="/another-story">Next post</a>`, ""},
		{"https://a.example/story", `<a rel="next" href="https://b.example/story?page=2">2</a>`, ""},
		{"", `<link rel="next" href="/story?page=2">`, ""},
	} {
		p, err := Parse(Source{Data: "<!doctype html><p>Words of the story." + c.link, URL: c.here, WholePage: true})
		if err != nil || p.Next != c.want {
			t.Errorf("%s %s: %q, %v", c.here, c.link, p.Next, err)
		}
	}
}

func TestFeeds(t *testing.T) {
	t.Parallel()
	got := Feeds(Source{URL: "https://a.example/b/", Data: `<link rel="alternate" type="application/atom+xml" title="Posts" href="feed.atom">
<link rel="alternate" type="application/rss+xml" href="javascript:x"><link rel="alternate" hreflang="de" href="/de">
<link rel="ALTERNATE" type="application/feed+json" href="//c.example/feed.json"><link rel="stylesheet" type="text/xml" href="x.css">`})
	if len(got) != 2 || got[0] != (Feed{"Posts", "https://a.example/b/feed.atom", "application/atom+xml"}) || got[1].URL != "https://c.example/feed.json" {
		t.Errorf("%v", got)
	}
}

func TestADekThatTheTextBeginsWithIsNone(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("<p>A paragraph about stones, which lie where they fell, and about moss, which does not mind.</p>", 12)
	p, err := Parse(Source{Data: `<!doctype html><meta name="description" content="A paragraph about stones, which lie where they fell…"><title>Stones</title><h1>Stones</h1>` + text})
	if err != nil || p.Dek != "" {
		t.Errorf("%v %q", err, p.Dek)
	}
}

func TestTextStatedForPrograms(t *testing.T) {
	t.Parallel()
	text := strings.Repeat(`A sentence of an article that only a script shows.\n`, 20)
	p, err := Parse(Source{Data: `<!doctype html><title>T</title><script type="application/ld+json">{"@type":"Article","headline":"T","articleBody":"` + text + `"}</script><div id="app">Loading</div>`})
	if err != nil || strings.Count(p.Markdown, "A sentence of an article") != 20 || strings.Contains(p.Markdown, "Loading") {
		t.Errorf("%v\n%s", err, p.Markdown)
	}
}

func TestListsOfArticlesAreKept(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for _, what := range []string{"bread", "butter", "cheese", "plums", "rye", "salt"} {
		b.WriteString(`<article><header><h2><a href="/` + what + `">All there is to know about ` + what + `</a></h2></header><p>A few words on ` + what + ` and where it comes from.</p></article>`)
	}
	p, err := Parse(Source{Data: `<!doctype html><title>Food</title><nav><a href="/">Home</a></nav><main><h1>Food</h1>` + b.String() + `</main><footer>Copyright</footer>`})
	if err != nil || !strings.Contains(p.Markdown, "know about bread") || !strings.Contains(p.Markdown, "words on salt") || strings.Contains(p.Markdown, "Copyright") {
		t.Errorf("%v\n%s", err, p.Markdown)
	}
}

func TestHostilePages(t *testing.T) {
	t.Parallel()
	for name, data := range map[string]string{
		"deep":        strings.Repeat("<div>", 20000) + "<p>Words at the bottom.",
		"deep lists":  strings.Repeat("<ul><li>a", 200) + strings.Repeat("<p>x", 2000),
		"wide table":  "<table><tr>" + strings.Repeat("<td colspan=1000 rowspan=1000>x", 1000) + strings.Repeat("<tr><td>y", 500),
		"deep quotes": strings.Repeat("<blockquote>a", 400),
		"escapes":     "<p>a\x1b]0;x\x07 &#27;[31m &#x9b;b</p><p title='\x1b'>c",
		"broken JSON": `<script type="application/ld+json">{"@type":"Article","headline":"A` + "\n" + `b",}</script><p>Words.`,
		"deep JSON":   `<script type="application/ld+json">` + strings.Repeat("[", 9000) + `</script><p>Words.`,
	} {
		p, err := Parse(Source{Data: "<!doctype html><body>" + data, WholePage: true})
		if err != nil || p.Markdown == "" || articles.Clean(p.Markdown) != p.Markdown {
			t.Errorf("%s: %v %.80q", name, err, p.Markdown)
		}
		if _, err := Parse(Source{Data: "<!doctype html><body>" + data}); err != nil && !errors.Is(err, ErrNoArticle) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What many repetitions cost grows with them, not with their square, and their
// memory is a few times theirs.
func TestRepetitions(t *testing.T) {
	var roots strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&roots, "<body a%d>", i)
	}
	if _, err := Parse(Source{Data: roots.String()}); err == nil || !strings.Contains(err.Error(), "begins too many times") {
		t.Errorf("many bodies: %v", err)
	}
	for name, data := range map[string]string{
		"marks": strings.Repeat("&", 2<<20), "entities": strings.Repeat("&amp;x", 300_000), "words": strings.Repeat("w ", 1<<20),
		"bodies": strings.Repeat("<body class=a>", 1000),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		if _, err := Parse(Source{Data: "<!doctype html><p>" + data + "<p>Words.", WholePage: true}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s took %v", name, took)
		}
		if runtime.ReadMemStats(&after); after.TotalAlloc-before.TotalAlloc > 200<<20 {
			t.Errorf("%s took %d MB", name, (after.TotalAlloc-before.TotalAlloc)>>20)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	para := "<p>" + strings.Repeat(`Words of a paragraph that goes on for a while, with a <a href="/x?utm_source=a">link</a> and <em>stress</em>. `, 5) + "</p>"
	data := "<!doctype html><title>Long</title><nav>" + strings.Repeat("<a href=/a>x</a> ", 200) + "</nav><article><h1>Long</h1>" + strings.Repeat(para, (1<<20)/len(para)) + "</article>"
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Parse(Source{Data: data, URL: "https://example.org/long"}); err != nil {
			b.Fatal(err)
		}
	}
}

// manyLabels are pages of a great many lines that could head others, or that
// could be of another page: what each costs must not grow with how many there are.
func manyLabels(n int) map[string]string {
	head := "<!doctype html><title>Ferry</title><h1>Ferry</h1>" +
		strings.Repeat("<p>The ferry left the slip at six, and the crew had been awake since four that morning.", 5)
	return map[string]string{"labels": head + strings.Repeat("<p>Related", n), "paragraphs": head + strings.Repeat("<p>Log in to go on.", n)}
}

func TestManyLabels(t *testing.T) {
	t.Parallel()
	for name, data := range manyLabels(10_000) {
		if p, err := Parse(Source{Data: data}); err != nil || strings.Count(p.Markdown, "The ferry left") != 5 {
			t.Errorf("%s: %v, a text of %d bytes", name, err, len(p.Markdown))
		}
	}
}

func BenchmarkManyLabels(b *testing.B) {
	for name, data := range manyLabels(100_000) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Parse(Source{Data: data}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Of a list that is of the article no item is left out, however short, nor what it
// ends with: a table, definitions, a quote.
func TestAllOfAList(t *testing.T) {
	prose := strings.Repeat("<p>My aunt made this cake each Sunday, and nobody ever tired of it, though we tried hard in those years and the next.", 2)
	for name, tt := range map[string][2]string{
		"steps": {"<h2>Method</h2><ol><li>Heat the oven.<li>Beat.</ol>", "1. Heat the oven.\n2. Beat."},
		"table": {"<table><tr><th>Tin<th>Time<tr><td>Round<td>40 min<tr><td>Square<td>30 min</table>", "| Tin | Time |\n| --- | --- |\n| Round | 40 min |\n| Square | 30 min |"},
		"terms": {"<dl><dt>Soup<dd>5<dt>Share<dd>12</dl>", "Soup\n: 5\n\nShare\n: 12"},
		"quote": {"<blockquote><p>Eat.<footer>My aunt</footer></blockquote>", "> Eat.\n>\n> — My aunt"},
		"folds": {"<p>What is yellow?<details><summary>Answer</summary>A lemon.</details><p>What is white?<details><summary>Answer</summary><p>Salt.</details>", "**Answer**\n\nA lemon.\n\nWhat is white?\n\n**Answer**\n\nSalt."},
		"parts": {"<h2>Parts</h2><ul><li>200 g butter<li>Eggs<li>Salt</ul>", "- 200 g butter\n- Eggs\n- Salt"},
	} {
		p, err := Parse(Source{Data: "<!doctype html><title>Lemon cake - Kitchen</title><nav><a href=/>Home</a></nav><main><h1>Lemon cake</h1>" + prose + tt[0] + "</main><footer>© Kitchen</footer>"})
		if err != nil || !strings.Contains(p.Markdown, tt[1]) {
			t.Errorf("%s: %v, got\n%s", name, err, p.Markdown)
		}
	}
}
