package webpage

import (
	"strings"
	"testing"
)

// What stands beside the text of an article goes when two things say that it is of
// the page; what only looks so stays.
func TestEdgesOfArticles(t *testing.T) {
	t.Parallel()
	p := func(words string) string { return "<p>" + words + "</p>" }
	for name, c := range map[string]struct {
		mid, end  string // between two paragraphs, and behind the last
		with, not []string
	}{
		"read also":           {mid: `<p>Lesen Sie auch: <a href="/b">Drachen im Wind</a></p><p>À lire aussi | <a href="/c">Le vent</a></p><ul><li>Читайте также: <a href="/d">Змеи</a></li></ul>`, not: []string{"Lesen", "lire", "Читайте"}},
		"a link that says so": {mid: `<p><a href="/b">Read more: Kites over the hill</a></p><p><a href="/c">続きを読む</a></p>`, not: []string{"Kites", "続き"}},
		"advertisement":       {mid: `<p>ADVERTISEMENT – CONTINUE READING BELOW</p><div>La suite après la publicité</div>`, not: []string{"ADVERT", "suite"}},
		"a letter":            {mid: `<p>Don’t miss a story! <a href="/l">Subscribe to our newsletter</a></p>`, not: []string{"newsletter"}},
		"again and again":     {mid: "<p>Reply</p><p>" + first + "</p><p>Reply</p>", not: []string{"Reply"}},
		"what follows":        {end: `<p>Zurück zur Übersicht</p><p>Rate this article</p><p>★★★★☆</p><p>Subscribe to the Field Letter via email.</p>`, not: []string{"Zurück", "Rate", "★", "Letter"}},
		"first on":            {end: `<p>The post <a href="/x">Dry walls</a> appeared first on <a href="/">Field</a>.</p>`, not: []string{"appeared"}},
		"others of a column":  {end: `<p><b>Weitere Beiträge aus der Kolumne:</b></p><p><a href="/1">Drachen im Wind</a></p><p><a href="/2">Leim</a></p>`, not: []string{"Weitere", "Leim"}},
		"about the author":    {end: "<h3>About the author</h3><p>Ann Roe builds walls in the north and writes on how they fall.</p>", not: []string{"About", "Roe"}},
		"words of a text": {
			mid:  "<p>Read also the letters of the younger brother, who built them.</p><h2>Advertisement</h2><p>It came late.</p><p>Reply!</p><ul><li>Print</li><li>Share</li></ul>",
			end:  "<p>Subscribe to the view that walls breathe, and you will build well.</p>",
			with: []string{"Read also", "## Advertisement", "Reply!", "- Print", "Subscribe to the view"},
		},
		"names alone": {
			mid:  `<div class="event-meta"><p>When: the third of March</p><p>Where: the upper field</p></div>` + p(third) + `<div class="popup ad"><p>The frost left a bulge of two hands.</p></div>`,
			with: []string{"When:", "Where:", "The frost left"},
		},
		"an exercise": {
			mid:  "<form><p>Which stone comes first in a wall of this kind?</p><label><input type=radio> The longest</label><br><label><input type=radio> The flattest</label></form>",
			with: []string{"Which stone", "The longest", "The flattest"},
		},
		"code in a section": {
			mid:  `<section id=use><h2><a class=toc-backref href="#id1">Use</a></h2><pre>wall --long</pre></section><h3>Said</h3><blockquote><p>Stones lie down.</p></blockquote>`,
			with: []string{"## Use", "wall --long", "### Said", "> Stones"},
		},
	} {
		html := "<!doctype html><title>Dry walls</title><main><article><h1>Dry walls</h1><div>" + p(first) + p(second) + c.mid + p(third) + c.end + "</div></article></main>"
		got, err := Parse(Source{Data: html, URL: "https://field.example/walls"})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, want := range append(c.with, first, second, third) {
			if !strings.Contains(got.Markdown, want) {
				t.Errorf("%s: it lacks %q:\n%s", name, want, got.Markdown)
			}
		}
		for _, not := range c.not {
			if strings.Contains(got.Markdown, not) {
				t.Errorf("%s: it has %q:\n%s", name, not, got.Markdown)
			}
		}
	}
}

// Of the posts of a thread one reads who wrote them, not how much they wrote.
func TestPostsOfThreads(t *testing.T) {
	t.Parallel()
	who := []string{"dora", "old_kite", "reed"}
	said := []string{first, second, third}
	for name, c := range map[string]struct {
		post string // of NAME, who says TEXT
		with []string
	}{
		"a list of facts": {`<div class=post><dl class=postprofile><dt><a class=username href="/u/NAME">NAME</a></dt><dd>Registered User</dd><dd><b>Posts:</b> 121</dd></dl><div class=postbody><div class=content>TEXT</div></div></div>`, nil},
		"a line of facts": {`<article class="message"><div class=message-user><a class=username href="/u/NAME">NAME</a> <span>Senior</span> <span>Posts: 121</span></div><div class=message-body><p>TEXT</p></div></article>`, nil},
		"one line":        {`<div class=answer><div class=text><p>TEXT</p></div><div class=user-info>answered on a day in March, at noon <a href="/u/NAME">NAME</a> <span>121</span></div></div>`, nil},
		"an answer":       {`<div class=answer itemscope itemtype="https://schema.org/Answer"><div class=vote-count>121</div><div class=post-text><p>TEXT</p></div><div class=user-info>answered by <a href="/u/NAME">NAME</a> <span>121</span></div><ul class=comments><li class=comment><span class=score>121</span> <span>Mind that the flat ones are heavy to lift.</span></li></ul></div>`, []string{"Mind that the flat"}},
	} {
		var posts strings.Builder
		for i := range who {
			posts.WriteString(strings.NewReplacer("NAME", who[i], "TEXT", said[i]).Replace(c.post))
		}
		got, err := Parse(Source{Data: "<!doctype html><title>Mending a wall</title><main><h1>Mending a wall</h1>" + posts.String() + "</main>"})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, want := range append(append(c.with, said...), who[1:]...) {
			if !strings.Contains(strings.ReplaceAll(got.Markdown, "\\", ""), want) {
				t.Errorf("%s: it lacks %q:\n%s", name, want, got.Markdown)
			}
		}
		for _, not := range []string{"121", "Senior", "Registered"} {
			if strings.Contains(got.Markdown, not) {
				t.Errorf("%s: it has %q:\n%s", name, not, got.Markdown)
			}
		}
	}
}

// Lines that lead to the parts of an article are none of it.
func TestPagersOfParts(t *testing.T) {
	t.Parallel()
	for _, pager := range []string{
		`<p><b>1</b> <a href="/story?page=2">2</a> <a href="/story?page=3">3</a> <a rel=next href="/story?page=2">Next page</a></p>`,
		`<ul><li>1</li><li><a href="/story?page=2">2</a></li><li><a rel=next href="/story?page=2">›</a></li></ul>`,
		`<p>Seite 1 von 3 | <a rel=next href="/story?page=2">Nächste Seite »</a></p>`,
		`<p>Page 1 of 3</p><p>[ <a href="/story?page=2">Page 2: The frost</a> ]</p>`,
	} {
		got, err := Parse(Source{Data: "<!doctype html><title>Dry walls</title><article><h1>Dry walls</h1><p>" + first + "</p><p>" + second + "</p>" + pager + "</article>", URL: "https://field.example/story"})
		if want := first + "\n\n" + second; err != nil || strings.TrimSpace(got.Markdown) != want {
			t.Errorf("%s: %v\n%s", pager, err, got.Markdown)
		}
	}
}

// Short pages keep what nothing else of the article says.
func TestLinesOfShortPages(t *testing.T) {
	t.Parallel()
	foot := `<footer><p>© 2024 Field. All rights reserved.</p></footer>`
	entry := func(title, text string) string {
		return `<article class=card><h2><a href="/` + title + `">` + title + `</a></h2><p class=date>May 1, 2022</p><p>` + text + `</p><a href="/` + title + `">Read more</a></article>`
	}
	for html, want := range map[string][]string{
		"<title>Field</title><main><h1>Dry walls 2</h1><p>Released 2024-02-10.</p><h2>Added</h2><ul><li>A gate</li><li>A lamp</li></ul></main>":                                                                        {"2024-02-10", "A gate"},
		"<title>Jazz night</title><main><h1>Jazz night</h1><p><b>When:</b> Friday 3 May 2024, 20:00</p><p><b>Where:</b> The Old Mill</p><p>The trio plays songs of the sea.</p></main>":                                {"When:", "Friday 3 May"},
		"<title>Transcript: part 12</title><article><h1>Part 12: The quay</h1><p>Listen where you like.</p><p><b>ANN:</b> Welcome.</p><p><b>IDA:</b> I never do.</p></article>":                                        {"The quay"},
		"<title>Field</title><main><h1>From the shed</h1>" + entry("Rain", "Notes from the wettest spring.") + entry("Ladders", "Why I own four.") + entry("Boats", "The smaller, the longer the summer.") + "</main>": {"Rain](", "Ladders](", "Boats](", "own four"},
	} {
		got, err := Parse(Source{Data: "<!doctype html><nav><a href=/>Home</a> <a href=/a>About</a></nav>" + html + foot, URL: "https://field.example/walls"})
		if err != nil {
			t.Errorf("%s: %v", html, err)
		}
		for _, w := range want {
			if !strings.Contains(got.Markdown+got.Published.Format("2006-01-02"), w) {
				t.Errorf("%s: it lacks %q:\n%s", html, w, got.Markdown)
			}
		}
	}
}

// Around the posts of a thread there is no text: buttons, pagers, who else reads.
func TestPagesOfThreads(t *testing.T) {
	t.Parallel()
	var posts strings.Builder
	for i, said := range []string{first, second, third} {
		who := []string{"dora", "old_kite", "reed"}[i]
		posts.WriteString(`<div class=post><p class=author>by <a class=username href="/u/` + who + `">` + who + `</a></p><div class=content>` + said + `</div></div>`)
	}
	got, err := Parse(Source{Data: `<!doctype html><title>Mending a wall</title><body><p class=skiplink><a href="#start">Skip to content</a></p><h2>Mending a wall</h2><p>3 posts • Page <b>1</b> of <b>1</b></p>` +
		posts.String() + `<p><a href="/f">Return to “Walls”</a></p><h3>Who is online</h3><p>Users browsing this forum: no registered users and 3 guests</p><h3>Forum permissions</h3><p>You <b>cannot</b> post new topics in this forum<br>You <b>cannot</b> reply to topics in this forum</p>`})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{first, second, third, "old_kite", "reed"} {
		if !strings.Contains(got.Markdown, want) {
			t.Errorf("it lacks %q:\n%s", want, got.Markdown)
		}
	}
	for _, not := range []string{"Skip", "3 posts", "Return", "online", "browsing", "cannot", "permissions"} {
		if strings.Contains(got.Markdown, not) {
			t.Errorf("it has %q:\n%s", not, got.Markdown)
		}
	}
}

// What stands under a heading of sources is of the article, wherever that stands.
func TestSourcesOfArticles(t *testing.T) {
	t.Parallel()
	list := `<li>Roe, A. <a href="https://field.example/a">Stones of the north</a>, 1961.</li><li>Tolland, B. Walls, 2004.</li>`
	text := "<h1>Dry walls</h1><p>" + first + "</p><p>" + second + "</p><p>" + third + "</p>"
	for _, html := range []string{
		"<main><article>" + text + "</article><section><h2>References</h2><ol>" + list + "</ol></section></main>",
		"<main>" + text + "<section class=refs><h4>Literatur</h4><ul>" + list + "</ul></section></main>",
		"<div class=content>" + text + "<h3>参考文献</h3><ul>" + list + "</ul></div>",
	} {
		got, err := Parse(Source{Data: "<!doctype html><title>Dry walls</title>" + html + "<footer><p>© Field</p></footer>"})
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{third, "# ", "Stones of the north", "Tolland"} {
			if !strings.Contains(got.Markdown, want) {
				t.Errorf("%s: it lacks %q:\n%s", html, want, got.Markdown)
			}
		}
	}
}

// What readers wrote never stands in the place of an article that has few words.
func TestCommentsAreNoArticle(t *testing.T) {
	t.Parallel()
	got, _ := Parse(Source{Data: `<!doctype html><title>A cat on a wall</title><meta property="og:type" content="article"><article><h1>A cat on a wall</h1><img src="/cat.jpg" alt="A cat"><p>It sat.</p></article>` +
		`<section id=comments class=comments><h2>3 comments</h2><ol>` + strings.Repeat("<li class=comment><p>"+first+"</p></li>", 3) + "</ol></section>"})
	if strings.Contains(got.Markdown, "loose stones") {
		t.Errorf("it has the comments:\n%s", got.Markdown)
	}
}
