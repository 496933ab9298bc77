package opml

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"lede/articles"
	"lede/articles/steady"
)

const list = `<?xml version="1.0"?>
<opml version="1.1"><head><title>My &amp; your feeds</title></head><body>
<outline text="Top" xmlUrl="https://example.org/top" htmlUrl="https://example.org/"/>
<outline title="Crafts" text="ignored">
	<outline text="Pots & pans" xmlUrl="https://example.org/pots?a=1&b=2"/>
	<outline text="Wood"><outline text="Say &quot;oak&quot;" xmlurl="HTTPS://example.org/oak" HTMLURL="javascript:x"/></outline>
</outline>
<outline text="Top again" xmlUrl="https://example.org/top"/>
<outline text="Both"><outline text="Top" xmlUrl="https://example.org/top"/></outline>
<outline type="rss" text="By url" url="feed://example.org/by-url"/>
<outline type="link" text="A page" url="https://example.org/page"/>
<outline text="A pipe" xmlUrl="|rm -rf /"/><outline text="A command" xmlUrl="exec:rm -rf /"/><outline text="A filter" xmlUrl="filter:rm:https://example.org/x"/>
<outline text="A file" xmlUrl="file:///etc/passwd"/><outline text="A script" xmlUrl="javascript:alert(1)"/><outline text="" xmlUrl="$(reboot)"/>
</body></opml>`

func TestParse(t *testing.T) {
	t.Parallel()
	got, err := Parse(list)
	if err != nil {
		t.Fatal(err)
	}
	want := []Feed{
		{URL: "https://example.org/top", Title: "Top", Site: "https://example.org/", Folders: [][]string{nil, {"Both"}}},
		{URL: "https://example.org/pots?a=1&b=2", Title: "Pots & pans", Site: "", Folders: [][]string{{"Crafts"}}},
		{URL: "HTTPS://example.org/oak", Title: `Say "oak"`, Site: "", Folders: [][]string{{"Crafts", "Wood"}}},
		{URL: "http://example.org/by-url", Title: "By url", Site: "", Folders: [][]string{nil}},
	}
	if got.Title != "My & your feeds" || !reflect.DeepEqual(got.Feeds, want) {
		t.Errorf("%q:\ngot  %+v\nwant %+v", got.Title, got.Feeds, want)
	}
	var refused []string
	for _, r := range got.Refused {
		refused = append(refused, r.String())
	}
	if s := strings.Join(refused, "\n"); s != `A pipe is not kept: it is a command and no address, and lede runs no commands
A command is not kept: it is a command and no address, and lede runs no commands
A filter is not kept: it is a command and no address, and lede runs no commands
A file is not kept: it is a file on a disk: lede add reads it
A script is not kept: lede fetches feeds from http and https alone
$(reboot) is not kept: it is no address` {
		t.Error(s)
	}
	if tags := got.Feeds[2].Tags(); !reflect.DeepEqual(tags, []string{"Crafts", "Wood"}) {
		t.Errorf("the tags are %v", tags)
	}
}

func TestIllFormed(t *testing.T) {
	t.Parallel()
	for name, data := range map[string]string{
		"quotes in a title": `<opml><body><outline text="Say "x" twice" xmlUrl="https://example.org/f"/></body></opml>`,
		"tags in a title":   `<opml><body><outline text="<b>x</b>" xmlUrl="https://example.org/f"></body></opml>`,
		"cut off":           `<opml><body><outline text="x" xmlUrl="https://example.org/f"`,
		"garbage before":    "\n\n<!-- x --><opml><body><outline text=x xmlUrl='https://example.org/f'/>",
		"no body":           `<opml><outline text="x" xmlUrl="https://example.org/f"/></opml>`,
		"another charset":   "<?xml version='1.0' encoding='latin1'?><opml><body><outline text='caf\xe9' xmlUrl='https://example.org/f'/>",
	} {
		l, err := Parse(data)
		if err != nil || len(l.Feeds) != 1 || l.Feeds[0].URL != "https://example.org/f" || l.Feeds[0].Title == "" {
			t.Errorf("%s: %v, %+v", name, err, l)
		}
		if !Is(data) {
			t.Errorf("%s: is not taken for a list", name)
		}
	}
}

func TestNoList(t *testing.T) {
	t.Parallel()
	for _, data := range []string{"", "words", "<rss/>", "<opml><head><title>x</title></head></opml>", "<html></html>"} {
		if _, err := Parse(data); !errors.Is(err, ErrNoList) {
			t.Errorf("%q: %v", data, err)
		}
	}
	if l, err := Parse("<opml><body/></opml>"); err != nil || len(l.Feeds) != 0 {
		t.Errorf("an empty list: %v, %+v", err, l)
	}
}

func TestHostile(t *testing.T) {
	t.Parallel()
	for name, data := range map[string]string{
		"nesting": "<opml><body>" + strings.Repeat("<outline text='x'>", 100_000) + "<outline xmlUrl='https://example.org/f'/>",
		"feeds":   "<opml><body>" + strings.Repeat("<outline text='x' xmlUrl='https://example.org/f'/>", 300_000),
		"refused": "<opml><body>" + strings.Repeat("<outline text='x' xmlUrl='|x'/>", 300_000),
		"quotes":  "<opml><body>" + strings.Repeat(`<outline text="x`, 300_000),
	} {
		l, err := Parse(data)
		if err != nil || len(l.Feeds) > mostFeeds || len(l.Refused) > mostFeeds {
			t.Errorf("%s: %v, %d feeds, %d refused", name, err, len(l.Feeds), len(l.Refused))
			continue
		}
		for _, f := range l.Feeds {
			if len(f.Folders) > deepest || len(f.Folders[0]) > deepest {
				t.Errorf("%s: %d folders", name, len(f.Folders))
			}
		}
	}
}

// A list that is written is read back as it was, and none has an address that is
// not of the web.
// endsInASpace is a list with a name that is cut just behind a space.
var endsInASpace = `<opml><outline text="` + strings.Repeat("y", longest-1) + ` oak" xmlUrl="https://example.org/"/></opml>`

func FuzzParse(f *testing.F) {
	f.Add(list)
	f.Add(`<opml><outline text="a"><outline text="a" xmlUrl="example.org/x|y"/></outline></opml>`)
	f.Add(endsInASpace)
	f.Add(`<opml xmlns:lede="urn:lede:feeds"><outline text="Mine" xmlUrl="https://example.org/" lede:title="A &amp; B" lede:fullText="true" lede:keep="007" lede:muted="true"/></opml>`)
	f.Fuzz(check)
}

func TestEachWordOfAList(t *testing.T) {
	t.Parallel()
	for data := range steady.Spoilt(list) {
		check(t, data)
	}
}

func check(t *testing.T, data string) {
	t.Helper()
	Is(data)
	l, err := Parse(data)
	if err != nil {
		return
	}
	for _, one := range l.Feeds {
		if !articles.IsWeb(one.URL) || articles.CleanLine(one.URL) != one.URL || articles.CleanLine(one.Title) != one.Title {
			t.Fatalf("%+v", one)
		}
	}
	var out strings.Builder
	if err := l.Write(&out); err != nil || !utf8.ValidString(out.String()) {
		t.Fatal(err)
	}
	again, err := Parse(out.String())
	if err != nil {
		t.Fatal(err)
	}
	if len(again.Feeds) != len(l.Feeds) || len(again.Refused) > 0 || again.Title != l.Title {
		t.Fatalf("%q\ngives %+v\nand then %+v", out.String(), l, again)
	}
	known := map[string]Feed{}
	for _, one := range l.Feeds {
		known[one.URL] = one
	}
	for _, one := range again.Feeds {
		was := known[one.URL]
		if was.Title == "" {
			was.Title = was.URL
		}
		if one.Own != was.Own || one.Switches != was.Switches || one.Title != was.Title || one.Site != was.Site || len(one.Folders) != len(was.Folders) {
			t.Fatalf("%q\nwas %+v\nand is %+v", out.String(), was, one)
		}
	}
}

// What a library has of feeds comes back, but for what only their servers are to know.
func TestFeedsComeBack(t *testing.T) {
	t.Parallel()
	feeds := []articles.Feed{
		{URL: "https://a.example/1", Title: "Its own", Site: "https://a.example/", FullText: true},
		{URL: "https://a.example/2", Title: "Its own", Name: "Mine & yours", Keep: 50, Folders: [][]string{{"News", "Local"}, {"Both"}}},
		{URL: "https://a.example/3", Name: "Named before it was asked"},
		{URL: "https://a.example/4", Muted: true},
		{URL: "https://a.example/5", Title: "Signed", Access: articles.Access{User: "ann", Password: "hush"}},
	}
	var b strings.Builder
	if err := Of(feeds).Write(&b); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "ann") || strings.Contains(b.String(), "hush") {
		t.Errorf("a secret goes out:\n%s", b.String())
	}
	list, err := Parse(b.String())
	if err != nil || len(list.Feeds) != len(feeds) {
		t.Fatalf("%+v, %v", list, err)
	}
	back := map[string]articles.Feed{}
	for _, f := range list.Feeds {
		back[f.URL] = f.Subscription()
	}
	feeds[4].Access = articles.Access{}
	for _, want := range feeds {
		if want.Folders == nil {
			want.Folders = [][]string{nil} // the list itself
		}
		if got := back[want.URL]; !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v\nwant %+v", got, want)
		}
	}
}

// A category is told as a tag, written back as one, and leaves the feed where it
// stands.
func TestCategories(t *testing.T) {
	const text = `<opml version="2.0"><body><outline text="Wood"><outline type="rss" text="Oak" xmlUrl="https://example.org/oak" category="/Craft/Saws,trees"/></outline></body></opml>`
	l, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	if tags := l.Feeds[0].Tags(); !slices.Equal(tags, []string{"Wood", "Craft", "Saws", "trees"}) {
		t.Errorf("tags %q", tags)
	}
	var b strings.Builder
	if err := l.Write(&b); err != nil {
		t.Fatal(err)
	}
	again, err := Parse(b.String())
	if err != nil || !reflect.DeepEqual(again.Feeds, l.Feeds) || strings.Count(b.String(), "xmlUrl") != 1 {
		t.Errorf("%v: %+v from\n%s", err, again, b.String())
	}
}

// The list of newsboat: tags, names, what is no feed; and a text with addresses
// that is none.
func TestURLs(t *testing.T) {
	const text = "# mine\nhttps://example.org/oak wood \"old trees\" \"~The Oak\"\n\nhttps://example.org/b !hidden \"! two\" \"~ \" \"\u200b\"\n\"query:Unread:unread = \\\"yes\\\"\"\nexec:rm\n"
	if !IsURLs("", text) || IsURLs("", "https://example.org/a\nhttps://example.org/b\n") || IsURLs("", "See https://example.org \"x\"\n") {
		t.Error("not told from other texts")
	}
	l := ParseURLs(text)
	want := []Feed{
		{URL: "https://example.org/oak", Title: "The Oak", Folders: [][]string{{"wood"}, {"old trees"}}},
		{URL: "https://example.org/b", Folders: [][]string{{"hidden"}, {"two"}}},
	}
	if !reflect.DeepEqual(l.Feeds, want) || len(l.Refused) != 2 {
		t.Errorf("%+v", l)
	}
}

// FuzzURLs: whatever stands in the list, what comes of it is clean.
func FuzzURLs(f *testing.F) {
	f.Add("https://example.org/oak \"a\\\"b\" ~x\nquery:a:b\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, feed := range ParseURLs(text).Feeds {
			for _, s := range append(feed.Tags(), feed.Title, feed.URL) {
				if articles.CleanLine(s) != s {
					t.Errorf("%q is not clean", s)
				}
			}
		}
	})
}
