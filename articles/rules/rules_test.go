package rules

import (
	"errors"
	"strings"
	"testing"

	"lede/articles"
	"lede/articles/query"
)

func TestParse(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ text, want string }{ // the same where want is empty
		{"feed:hn crypto -> mute", ""},
		{`feed:"The Review" (crypto or nft) -> star, read, tag "a b"`, `feed:"The Review" (crypto or nft) -> star, read, tag a b`},
		{"#go->TAG  #later , Star", "tag:go -> star, tag later"},
		{"author:quill -> tag one, tag two, tag One", "author:quill -> tag one, tag two"},
		{`"a -> b" -> keep`, ""},
		{"-site:example.org time:<3 after:7d has:code -> keep, star", ""},
		{"crypto -> mute, mute", "crypto -> mute"},

		{"crypto", "!a rule is a query, -> and what is done: feed:hn crypto -> mute"},
		{"-> mute", "!a rule needs a query"},
		{"crypto ->", "!what is done is missing"},
		{"crypto -> star,", "!what is done is missing"},
		{"crypto -> tag", "!tag needs a name"},
		{"crypto -> tag #", "!tag needs a name"},
		{"crypto -> star tag x", "!star takes no name, and a comma stands between two actions: star, tag later"},
		{"crypto -> starr", "!no rule can starr: did you mean star?"},
		{"crypto -> explode", "!no rule can explode: a rule can mute, keep, star, read or tag NAME"},
		{"crypto -> mute, star", "!nothing else can be done to it"},
		{"crypto -> keep, mute", "!nothing else can be done to it"},
		{"crypto sort:title -> mute", "!a rule has no order"},
		{"is:unread -> star", "!take is:unread away"},
		{"#go copies:1f0c -> mute", "!take copies: away"},
		{"crypto or -(x is:starred) -> star", "!take is:starred away"},
		{"views:>3 -> star", "!take views: away"},
		{"added:7d -> star", "!take added: away"},
		{"time:<ten -> star", "!time:<ten needs minutes"},
	} {
		r, err := Parse(test.text)
		if wrong, ok := strings.CutPrefix(test.want, "!"); ok {
			if err == nil || !strings.Contains(err.Error(), wrong) {
				t.Errorf("%s: %v, want %s", test.text, err, wrong)
			}
			continue
		}
		want := test.want
		if want == "" {
			want = test.text
		}
		if err != nil || r.String() != want {
			t.Errorf("%s: got %s, %v, want %s", test.text, r, err, want)
			continue
		}
		if again, err := Parse(r.String()); err != nil || again.String() != want {
			t.Errorf("%s is read as %s, %v", want, again, err)
		}
	}
	mistake, ok := errors.AsType[*query.Mistake](func() error { _, err := Parse("go time:<ten -> star"); return err }())
	if !ok || mistake.From != 8 || mistake.To != 12 {
		t.Errorf("a mistake in the query is at %+v", mistake)
	}
}

// parsed are rules, a text each.
func parsed(t testing.TB, texts ...string) []Rule {
	t.Helper()
	var all []Rule
	for _, text := range texts {
		r, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return all
}

func TestAsk(t *testing.T) {
	t.Parallel()
	pier := &articles.Article{
		Title: "The Pier", Author: "Ada Quill", Site: "Tide", URL: "https://tide.example/pier", Tags: []string{"sea/shore"},
		Markdown: "They say [less *is* more](https://crypto.example/x) at the piers.\n", Origin: "https://tide.example/pier",
	}
	note := &articles.Article{Title: "Note", Markdown: "Crypto.\n", Origin: "file:/home/ann/notes/deep/note.md"}
	torn := &articles.Article{Markdown: "This un**believ**able E\u0301tude of Straße is un[do](https://x.example/)ne.\n\nC++ in 東京都 “so\u00adft”"}
	feed := Source{Feed: &articles.Feed{Title: "The Tide Review", Name: "My Tide", URL: "https://tide.example/feed", Folders: [][]string{{"News", "Local"}}}}
	for _, test := range []struct {
		of    *articles.Article
		from  Source
		rules string
		want  string // as an action; empty for nothing
	}{
		{pier, feed, `"less is more" -> star`, "star"},
		{pier, feed, "crypto -> mute", ""}, // it stands in an address alone
		{pier, feed, "pier -> star; piers -> read", "star, read"},
		{pier, feed, "title:piers -> star", ""}, // no other form of a word
		{pier, feed, `feed:"tide review" -> star; feed:"my tide" -> read; feed:tide.example -> tag a`, "star, read, tag a"},
		{pier, feed, "folder:local -> star; folder:news/local -> read; folder:loc -> tag x", "star, read"},
		{pier, feed, "#sea author:quill site:tide.example time:<2 -> star", "star"},
		{torn, feed, "unbelievable -> star; etude -> read; strasse -> tag a; undone -> tag b", "star, read, tag a, tag b"},
		{torn, feed, "soft -> star; c++ -> read; 東京 -> tag a; able -> tag b; x -> tag c", "star, read, tag a"},
		{torn, feed, "-other -> star; -unbelievable -> read", "star"},
		{pier, Source{}, "feed:tide -> star", ""},
		{note, Source{}, "folder:notes -> star; folder:deep -> read; folder:note.md -> tag x", "star, read"},
		// All that find it act, in their order.
		{pier, feed, "pier -> tag b; tide -> tag c; quill -> tag a, star, tag B", "star, tag b, tag c, tag a"},
		// What is muted is nothing else, and what is kept is not muted, whatever comes first.
		{pier, feed, "pier -> star; pier -> mute; pier -> tag x", "mute"},
		{pier, feed, "pier -> mute; quill -> keep, star", "star"},
		{pier, feed, "quill -> keep; pier -> mute", ""},
		{pier, feed, "reed -> keep; pier -> mute", "mute"},
		// What its reader named is never muted.
		{note, Source{Named: true}, "crypto -> mute; crypto -> star, tag x", "star, tag x"},
	} {
		got := Ask(parsed(t, strings.Split(test.rules, ";")...), test.from)(test.of)
		if did := (Action{Ruling: got}).String(); did != test.want {
			t.Errorf("%s: %s: %q, want %q", test.of.Title, test.rules, did, test.want)
		}
	}
	if Ask(nil, feed) != nil {
		t.Error("without rules something is asked")
	}
}
