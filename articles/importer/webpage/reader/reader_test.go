package reader

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"lede/articles/importer/htmldoc"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/htmldoc/tidy"
	"lede/articles/importer/webpage/facts"
)

// look is a page as the reader sees it, and what it keeps of it.
func look(t interface{ Fatal(args ...any) }, text string) (*Page, []bool) {
	root, err := htmldoc.Tree(text)
	if err != nil {
		t.Fatal(err)
	}
	f := facts.Read(root, nil)
	tidy.Tree(root, nil)
	body := dom.First(root, "body")
	if body == nil {
		body = root
	}
	f.Seen(body)
	p := NewPage(body, f)
	keep := p.Choose(model().Odds(p.Features()))
	p.settle(keep)
	return p, keep
}

// shown are the texts of the blocks that are kept, in the order of the page.
func shown(blocks []*Block, keep []bool) []string {
	var out []string
	for i, b := range blocks {
		if (keep == nil || keep[i]) && b.Text != "" {
			out = append(out, b.Text)
		}
	}
	return out
}

// checkChoice checks what holds for any page.
func checkChoice(t interface{ Fatal(args ...any) }, text string) {
	p, keep := look(t, text)
	want := shown(p.Blocks, keep)
	if again, other := look(t, text); !slices.Equal(want, shown(again.Blocks, other)) {
		t.Fatal("read twice, it is chosen from in two ways")
	}
	checkBetween(t, p, keep)
	var kept, left []*html.Node
	for i, b := range p.Blocks {
		if keep[i] {
			kept = append(kept, b.Nodes...)
		}
	}
	p.retain(keep)
	for n := range dom.Below(p.root) {
		if slices.Contains(kept, n) {
			left = append(left, n)
		}
	}
	if !slices.Equal(kept, left) {
		t.Fatal("what is kept does not stand in the page once, in its order")
	}
}

// checkBetween checks that no paragraph of prose between two that are kept is left
// out for its looks alone.
func checkBetween(t interface{ Fatal(args ...any) }, p *Page, keep []bool) {
	last, lost := map[*html.Node]bool{}, map[*html.Node]*Block{}
	for i, b := range p.Blocks {
		n := b.Nodes[0]
		switch {
		case !dom.Is(n, "p") || b.linked > 0 || !b.isProse() || b.lean < 0:
		case !keep[i] && last[n.Parent]:
			if lost[n.Parent] == nil {
				lost[n.Parent] = b
			}
		case keep[i] && lost[n.Parent] != nil:
			t.Fatal("lost between two paragraphs: " + lost[n.Parent].Text)
		case keep[i]:
			last[n.Parent] = true
		}
	}
}

const waller = "A wall of loose stones stands for two hundred years, because each stone leans on the one below it and none on the mortar."

func TestChoiceOfAnyPage(t *testing.T) {
	t.Parallel()
	words := rapid.SampledFrom([]string{waller, "Home", "Share", "Read more", "© 2020 Field", "A short line", "Frost moves it, they say, by a finger in a winter.", "$20", "Reply"})
	names := rapid.SampledFrom([]string{"", "", "post", "sidebar", "comments", "comments-on-war", "related", "content", "ad", "nav", "card"})
	tags := rapid.SampledFrom([]string{"p", "p", "p", "div", "h2", "li", "a", "section", "article", "nav", "blockquote", "aside", "td", "span", "img"})
	rapid.Check(t, func(t *rapid.T) {
		var write func(depth int) string
		write = func(depth int) string {
			var b strings.Builder
			for range rapid.IntRange(0, 6).Draw(t, "elements") {
				tag, inner := tags.Draw(t, "tag"), words.Draw(t, "words")
				if depth > 0 && rapid.Bool().Draw(t, "deeper") {
					inner = write(depth - 1)
				}
				b.WriteString("<" + tag + ` href=/ class="` + names.Draw(t, "class") + `">` + inner + "</" + tag + ">")
			}
			return b.String()
		}
		checkChoice(t, "<title>Walls</title><body>"+write(4))
	})
}

func FuzzChoice(f *testing.F) {
	f.Add("<main><h1>Walls</h1><p>" + waller + "</p><div class=ad>Ad</div><p>" + waller + "</p></main><footer>© Field</footer>")
	f.Add("<table><tr><td><table><tr><td>" + waller + "<br>one<td>two</table></table>")
	f.Add("<p>" + strings.Repeat("<div class=comments><p>"+waller, 40))
	f.Add("<ul><li><a href=/>One</a><li><a href=/>Two</a></ul>\x00<p class=sr-only>x")
	f.Add("<p>A line that ends amid a letter: \xc2")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 1<<14 {
			checkChoice(t, text)
		}
	})
}

func TestNamesOfElements(t *testing.T) {
	t.Parallel()
	for class, groups := range map[string]string{
		"comments":                        "comment",
		"post-comments":                   "comment content post",
		"comments-on-war":                 "",
		"field--label-hidden":             "",
		"category-comments tag-ads":       "",
		"relatedPosts":                    "related forum",
		"md:hidden":                       "",
		"has-post-thumbnail":              "",
		"site-footer__links":              "end",
		"what-is-in-a-header-and-a-share": "",
	} {
		n := dom.New("div", "")
		dom.Set(n, "class", class)
		if got, want := groupsOf(n), nameBookOf().bits(strings.Fields(groups)...); got != want {
			t.Errorf("%q is in %b, not %b", class, got, want)
		}
	}
}

// What a class alone says weighs less than prose.
func TestProseStaysForAName(t *testing.T) {
	t.Parallel()
	for _, class := range []string{"comments", "comments-on-war", "related", "sidebar", "hidden-gems", "advert-history"} {
		text := "<title>Walls</title><main><h1>Walls</h1>" + strings.Repeat("<p>"+waller+"</p>", 2) + "<div class=" + class + "><p>Frost moves such a wall by a finger in a winter, and in spring it has found its place again, without anybody's help.</p></div><p>" + waller + "</p></main>"
		p, keep := look(t, text)
		if got := strings.Join(shown(p.Blocks, keep), "\n"); !strings.Contains(got, "Frost") {
			t.Errorf("%s: it lacks the paragraph:\n%s", class, got)
		}
	}
}

func TestLinesBetweenParagraphs(t *testing.T) {
	t.Parallel()
	p, keep := look(t, "<title>Walls</title><article><h1>Walls</h1><p>"+waller+"</p><pre>stone()</pre><figure><img src=a.jpg><figcaption>A wall</figcaption></figure><div class=share><a href=/>Share</a></div><p>"+waller+"</p></article>")
	got := shown(p.Blocks, keep)
	for _, want := range []string{"stone()", "A wall"} {
		if !slices.Contains(got, want) {
			t.Errorf("it lacks %q: %q", want, got)
		}
	}
	if slices.Contains(got, "Share") {
		t.Errorf("it has a button: %q", got)
	}
}

// What stands among kept lines and is of a text by its form stays.
func TestFormsAmongParagraphs(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ html, want, not string }{
		"a list of links":  {"<h2>Notes</h2><ul><li><a href=/m>The lock on the map</a><li>Wet Feet, a book</ul><h2>Words</h2>", "The lock on the map|Wet Feet, a book", ""},
		"a list":           {"<ul><li>watered weekly<li>no feed</ul>", "watered weekly|no feed", ""},
		"a table":          {"<section><table><tr><th>Year<th>Walls<tr><td>2009<td>12</table></section>", "Walls|2009", ""},
		"a heading's sign": {"<div><h2>History</h2><span>[<a href=/e>edit</a>]</span></div>", "History", "[edit]"},
		"a letter's box":   {"<div class=newsletter><h4>The Tide</h4><p>All of the day in your inbox, every morning at seven, and free.<form></form></div>", "", "The Tide"},
		"a film":           {"<iframe src='https://www.youtube.com/embed/abcdefghijk'></iframe>", "Video", ""},
	} {
		p, keep := look(t, "<title>Walls</title><main><h1>Walls</h1><p>"+waller+"</p><p>"+waller+"</p>"+c.html+"<p>"+waller+"</p></main>")
		p.settleLists(keep)
		got := shown(p.Blocks, keep)
		for want := range strings.SplitSeq(c.want, "|") {
			if want != "" && !slices.Contains(got, want) {
				t.Errorf("%s: it lacks %q: %q", name, want, got)
			}
		}
		if c.not != "" && slices.Contains(got, c.not) {
			t.Errorf("%s: it has %q", name, c.not)
		}
	}
}

func TestAuthorsLabelOverTheText(t *testing.T) {
	t.Parallel()
	p, keep := look(t, "<title>Walls</title><main><h1>Walls</h1><h4>Author</h4><p><a href=/u/1>Ann Lee</a></p><p>"+waller+"</p></main>")
	for i := range keep {
		keep[i] = true
	}
	p.takeApart(keep)
	if got := shown(p.Blocks, keep); !slices.Contains(got, waller) {
		t.Errorf("the text goes with the label: %q", got)
	}
}

// A line that names the author goes behind a dek, too; a date alone may be of the text.
func TestHeadBehindADek(t *testing.T) {
	t.Parallel()
	for html, want := range map[string]string{
		"<h2>What a wall knows</h2><p>Ann Lee</p><p>3 May 2024</p>": "What a wall knows",
		"<h2>2.0</h2><p>3 May 2024</p>":                             "2.0|3 May 2024",
	} {
		p, keep := look(t, `<title>Walls</title><meta name=author content="Ann Lee"><meta property=article:published_time content=2024-05-03><main><h1>Walls</h1>`+html+"<p>"+waller+"</p></main>")
		for i := range keep {
			keep[i] = true
		}
		p.trimHead(keep)
		if got := strings.Join(shown(p.Blocks, keep), "|"); got != want+"|"+waller {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
