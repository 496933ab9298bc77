package query_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"lede/articles"
	"lede/articles/query"
)

// cases are texts, and what they are read as: the query as it is printed, in which quotes
// and stars tell what a text is. One that begins with "!" is the mistake, with what is
// wrong before the colon.
var cases = []struct{ text, want string }{
	{"", ""},
	{"  \t ", ""},
	{"pager", "pager"},
	{"the pager  that", "the pager that"},
	{`"the pager" that`, `"the pager" that`},
	{`“the pager” „dass es“ «là»`, `"the pager" "dass es" "là"`},
	{`"say \"so\" \\ \n"`, `"say \"so\" \\ \\n"`},
	{`24" screens don"t`, `24" screens don"t`},
	{"pag*", "pag*"},
	{`"the pag"*`, `"the pag"*`},
	{"c++ c# #c#", "c++ c# tag:c#"},
	{"東京都 猫", "東京都 猫"},

	{"a b or c", "a b or c"},
	{"a (b or c)", "a (b or c)"},
	{"a | b OR c", "a or b or c"},
	{"a|b", "a or b"},
	{"war and peace AND quiet", "war peace quiet"},
	{"(a (b (c)))", "a b c"},
	{"(a or (b or c))", "a or b or c"},
	{"-a -(b c) -(d or e) -\"f g\" -tag:x", `-a -(b c) -(d or e) -"f g" -tag:x`},
	{"NOT a b", "-a b"},
	{"--force", "--force"},
	{"pull-quotes -well-known", "pull-quotes -well-known"},

	// an operator with nothing to be for is a word
	{"or", `"or"`},
	{"OR gates", `"OR" gates`},
	{"a or", `a "or"`},
	{"(a or)", `a "or"`},
	{"a or or b", `a or "or" b`},
	{"and", `"and"`},
	{"NOT", `"NOT"`},
	{"to be or not to be", "to be or not to be"},

	// what cannot be looked for asks for nothing
	{"war & peace", "war peace"},
	{"- a - b -- c", "a b c"},
	{"a or &", "a"},
	{"& or a", "a"},
	{"()", ""},
	{"-() -&", "!&: this has neither letters nor digits to look for"},
	{"is:unread 🦔", "!🦔: this has neither letters nor digits to look for"},
	{"tag:go -!", "!!: this has neither letters nor digits to look for"},
	{`""`, `!"": this has neither letters nor digits to look for`},
	{"| a ||", "a"},
	{"*", "!*: this has neither letters nor digits to look for"},
	{"title:? a", "!title:?: this has neither letters nor digits to look for"},

	// words with marks in them
	{"f(x)", `"f(x)"`},
	{"(f(x) or y)", `"f(x)" or y`},
	{"std::vector", "std::vector"},
	{"http://x.y/z?a=b#c", "http://x.y/z?a=b#c"},
	{"https://example.org/a_(b)", `"https://example.org/a_(b)"`},
	{"12:30 foo:bar C:\\x", "12:30 foo:bar C:\\x"},
	{"Note: the rest", "Note: the rest"},
	{"Time: a history", `"Time:" a history`},
	{"note: sites: of", "note: sites: of"},
	{`"authorr:x"`, `"authorr:x"`},
	{"#1 ## Heading", `"#1" Heading`},

	{"is:unread is:STARRED is:reading is:read is:archived", "is:unread is:starred is:reading is:read is:archived"},
	{"tag:go Tag:Go #go tag:#go tag:go/tools", "tag:go tag:Go tag:go tag:go tag:go/tools"},
	{`tag:"machine learning" #"a b" author:“Ada Quill”`, `tag:"machine learning" tag:"a b" author:"Ada Quill"`},
	{`tag:"#x"`, `tag:"#x"`},
	{"tag:pro* author:\"ada q\"*", `tag:pro* author:"ada q"*`},
	{"site:example.org feed:https://x.org/f?a=(b) folder:/home/notes series:stones", `site:example.org feed:"https://x.org/f?a=(b)" folder:/home/notes series:stones`},
	{"tag:(a or -#b tag:c) d", "(tag:a or -tag:b tag:c) d"},
	{"title:(The (\"old pager\" | new*)) is:(read or unread) time:(<5 or >1h)", "title:The (title:\"old pager\" or title:new*) (is:read or is:unread) (time:<5 or time:>60)"},
	{"feed:(http://x.y or author:z)", "feed:http://x.y or author:z"},
	{"(tag:a or tag:b) author:x", "(tag:a or tag:b) author:x"},
	{"title:pager title:\"the pager\" title:pa*", `title:pager title:"the pager" title:pa*`},
	{"title:or title:-x", "title:or title:-x"},
	{"time:<15 time:>=10 time:5 time:=5 time:<1h time:≤10min", "time:<15 time:>=10 time:5 time:5 time:<60 time:<=10"},
	{"words:>2k words:1,000 words:1.5K words:<007", "words:>2000 words:1000 words:1500 words:<7"},
	{"views:>=3 views:0", "views:>=3 views:0"},
	{"added:7d added:<7d added:>2W added:>=1y opened:<=3h added:=1m", "added:7d added:7d added:>2w added:>1y opened:3h added:1m"},
	{"added:2026-01-02 added:>=2026-1 added:<2026 opened:today added:>yesterday", "added:2026-01-02 added:>=2026-01 added:<2026 opened:today added:>yesterday"},
	{"after:2026-01-01 before:2026/02 after:30d before:1y before:today", "after:2026-01-01 before:2026-02 after:30d before:1y before:today"},
	{"date:2026 date:>2026-02 date:<=2026-02 date:>=2026 date:<2026 date:7d date:>7d", "date:2026 date:>2026-02 date:<=2026-02 after:2026 before:2026 after:7d before:7d"},
	{"has:quote -has:image", "has:quote -has:image"},
	{"sort:views a", "a sort:views"},
	{"a or b sort:match", "a or b sort:match"},
	{"a or sort:added", "a sort:added"},
	{"sort:newest", "sort:newest"},

	{"time:<ten", "!<ten: time:<ten needs minutes, as in time:<10"},
	{"a time: b", "!time:: time: needs minutes, as in time:<10"},
	{"time:1.5", "!1.5: time:1.5 needs minutes, as in time:<10"},
	{"words:1,00", "!1,00: words:1,00 needs a number, as in words:>2k"},
	{"words:99999999999", "!99999999999: words:99999999999 needs a number, as in words:>2k"},
	{"views:-1", "!-1: views:-1 needs a number, as in views:>=3"},
	{"tag:", "!tag:: tag: needs a name, as in tag:go"},
	{"x author:\"\" y", `!"": author:"" needs a name, as in author:quill`},
	{"#\"\"", `!"": #"" needs a name, as in tag:go`},
	{"title:", "!title:: title: needs words, as in title:\"the pager\""},
	{"is:unraed", "!unraed: is:unraed is not known: did you mean is:unread?"},
	{"is:there", "!there: is: takes unread, reading, read, starred, archived or behind"},
	{"has:x", "!x: has: takes quote, image, code, table, notes, link, dek, author, date or tags"},
	{"added:7", "!7: added:7 needs a time, as in added:7d"},
	{"added:2026-02-30", "!2026-02-30: added:2026-02-30 needs a time, as in added:7d"},
	{"after:13-2026", "!13-2026: after:13-2026 needs a date, as in after:2026-01-15"},
	{"after:>2026", "!>2026: after:>2026 needs a date, as in after:2026-01-15"},
	{"authorr:x", "!authorr:: unknown field authorr: did you mean author:? (in quotes it is words)"},
	{"a (b", "!(: this bracket is not closed"},
	{"a) b", "!): this bracket closes none"},
	{`a "b c`, "!\": this quote is not closed"},
	{"sort:views sort:title", "!sort:title: there is an order already"},
	{"(a sort:views)", "!sort:views: an order stands outside of brackets"},
	{"sort:(views)", "!views: an order stands outside of brackets"},
	{"time:(<5 or x)", "!x: x needs minutes, as in time:<10"},
	{"tag:(a b", "!(: this bracket is not closed"},
	{"-sort:views", "!sort:views: an order cannot be negated"},
	{strings.Repeat("(", 40), "!(: brackets and negations go 32 deep at most"},
	{strings.Repeat("-", 40) + "a", "!-: brackets and negations go 32 deep at most"},
	{strings.Repeat("a ", 257), "!a: a query has 256 terms at most"},
	{strings.Repeat("a", 8193), "!a: a query has at most 8192 bytes"},
}

// typingCases are texts whose end is being typed.
var typingCases = []struct{ text, want string }{
	{"the pag", "the pag*"},
	{"the pag ", "the pag"},
	{`"the pag`, `"the pag"*`},
	{`"the pag"`, `"the pag"`},
	{"pag*", "pag*"},
	{"title:pag", "title:pag*"},
	{`title:"the p`, `title:"the p"*`},
	{"tag:pro", "tag:pro*"},
	{"#pro", "tag:pro*"},
	{"#pro -#per", "tag:pro -tag:per"},
	{"a -b", "a -b"},
	{"a --b", "a --b*"},
	{"a -(b or c", "a -(b or c)"},
	{"tag:(a or b", "tag:a or tag:b*"},
	{"titAe:", "titAe:"},
	{"c++", "c++*"},
	{"go,", "go,"},
	{"🦔", "!🦔: this has neither letters nor digits to look for"},
	{"a or", "a"},
	{"a and ", "a"},
	{"(a or", "a"},
	{"a NOT", "a"},
	{"or", `"or"*`},
	{"(a or b", "a or b*"},
	{"a) b", "a b*"},
	{")", ""},
	{"a time:", "a"},
	{"a time:<", "a"},
	{"a time:<1", "a time:<1"},
	{"tag:", ""},
	{"#", ""},
	{"is:un", ""},
	{"is:read", "is:read"},
	{"sort:v", ""},
	{"after:2026-", "after:2026"},
	{"after:202", ""},
	{"added:7", ""},
	{"added:>tod", ""},
	{"words:1,", ""},
	{"is:xx", "!xx: is: takes unread, reading, read, starred, archived or behind"},
	{"time: a", "!time:: time: needs minutes, as in time:<10"},
	{"time:<ten", "!<ten: time:<ten needs minutes, as in time:<10"},
}

// told is what a text is read as, in the form of the cases.
func told(text string, q query.Query, err error) string {
	var m *query.Mistake
	if errors.As(err, &m) {
		return "!" + text[m.From:m.To] + ": " + m.Say
	}
	return q.String()
}

func TestParse(t *testing.T) {
	t.Parallel()
	for _, tt := range cases {
		q, err := query.Parse(tt.text)
		if got := told(tt.text, q, err); got != tt.want {
			t.Errorf("%.80s is read as\n%s, not\n%s", tt.text, got, tt.want)
		}
	}
	for _, tt := range typingCases {
		q, err := query.ParseTyping(tt.text)
		if got := told(tt.text, q, err); got != tt.want {
			t.Errorf("%.80s while it is typed is read as\n%s, not\n%s", tt.text, got, tt.want)
		}
	}
}

func TestTree(t *testing.T) {
	t.Parallel()
	q, err := query.Parse(`a* -("b c" | title:d) is:read #go time:<=9 before:2026-02 added:>2w has:code sort:added`)
	want := query.Query{Where: query.And{
		query.Text{Words: "a", Prefix: true},
		query.Not{Node: query.Or{query.Text{Words: "b c", Phrase: true}, query.Text{Words: "d", Title: true}}},
		query.Read,
		query.Named{Field: query.Tag, Value: "go"},
		query.Number{Quantity: query.Minutes, Compare: query.AtMost, N: 9},
		query.Time{Event: query.Published, Compare: query.Less, When: query.When{Year: 2026, Month: 2}},
		query.Time{Event: query.Added, Compare: query.More, When: query.When{Ago: 2, Unit: query.Weeks}},
		query.HasCode,
	}, Order: articles.RecentlyAdded, Ordered: true}
	if err != nil || !reflect.DeepEqual(q, want) {
		t.Errorf("%#v, %v", q, err)
	}
}

// TestOrders: every order has its word.
func TestOrders(t *testing.T) {
	t.Parallel()
	for o := articles.Newest; o <= articles.BestMatch; o++ {
		text := query.Query{Order: o, Ordered: true}.String()
		if q, err := query.Parse(text); err != nil || q.Order != o || !q.Ordered {
			t.Errorf("%s (%s) is %+v, %v", text, o, q, err)
		}
	}
}

// tester is a test, of Go or of rapid.
type tester interface {
	Helper()
	Fatalf(format string, values ...any)
}

// checkText holds what is true of every text.
func checkText(t tester, text string) {
	t.Helper()
	for _, parse := range []func(string) (query.Query, error){query.Parse, query.ParseTyping} {
		q, err := parse(text)
		var m *query.Mistake
		if errors.As(err, &m) {
			if m.From < 0 || m.To <= m.From || m.To > len(text) || m.Say == "" || strings.Contains(m.Say, "\n") && !strings.Contains(text, "\n") {
				t.Fatalf("%q: %+v", text, m)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[m.From:m.To]) {
				t.Fatalf("%q: %+v parts a character", text, m)
			}
			m.Show(utf8.RuneCountInString, 80)
			continue
		}
		checkQuery(t, q)
	}
	for at := 0; at <= len(text); at += 1 + len(text)/100 {
		c := query.Complete(text, at)
		if c.From < 0 || c.From > at || c.To < at || c.To > len(text) {
			t.Fatalf("%q at %d: %+v", text, at, c)
		}
	}
}

// checkQuery: a query as it is printed is the query.
func checkQuery(t tester, q query.Query) {
	t.Helper()
	text := q.String()
	if len(text) > 8<<10 {
		return
	}
	again, err := query.Parse(text)
	q = q.Map(func(t query.Text) query.Text { // what was typed is whole in print
		t.Begun = false
		return t
	})
	if err != nil || !reflect.DeepEqual(again, q) {
		t.Fatalf("%#v is printed as\n%s\nwhich is\n%#v (%v)", q, text, again, err)
	}
}

func FuzzParse(f *testing.F) {
	for _, tt := range cases {
		f.Add(tt.text)
	}
	for _, tt := range typingCases {
		f.Add(tt.text)
	}
	f.Fuzz(func(t *testing.T, text string) { checkText(t, text) })
}

func TestAnyText(t *testing.T) {
	t.Parallel()
	piece := rapid.SampledFrom(strings.Split(`a|or|and|NOT|-|(|)|"|“|”|\|*|#|:|tag:|time:|<|>=|15|7d|2026-|is:|unread|sort:|views|title:|é|東京|`+"\xff", "|"))
	blank := rapid.SampledFrom([]string{"", "", " ", "|", "\u3000"})
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		for range rapid.IntRange(0, 20).Draw(t, "pieces") {
			b.WriteString(piece.Draw(t, "piece") + blank.Draw(t, "blank"))
		}
		checkText(t, b.String())
	})
}

func TestRoundTrip(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) { checkQuery(t, anyQuery().Draw(t, "query")) })
}

// anyQuery draws queries of every kind.
func anyQuery() *rapid.Generator[query.Query] {
	return rapid.Custom(func(t *rapid.T) query.Query {
		q := query.Query{Where: anyNode(t, 3)}
		if q.Ordered = rapid.Bool().Draw(t, "ordered"); q.Ordered {
			q.Order = articles.Order(rapid.IntRange(0, int(articles.BestMatch)).Draw(t, "order"))
		}
		return q
	})
}

func anyNode(t *rapid.T, depth int) query.Node {
	kind := rapid.IntRange(0, 10).Draw(t, "kind")
	if depth == 0 {
		kind = min(kind, 7)
	}
	compare := rapid.SampledFrom([]query.Compare{query.Equal, query.Less, query.AtMost, query.More, query.AtLeast})
	value := rapid.SampledFrom([]string{"go", "a b", "#x", `say "so"`, `\`, "f(x)", "(", "a*", "-a", "x|y", "“", "or", "is:read", "é", "東京", "a\nb", "\xffa"})
	several := func() (nodes []query.Node) {
		for range rapid.IntRange(0, 3).Draw(t, "parts") {
			nodes = append(nodes, anyNode(t, depth-1))
		}
		return nodes
	}
	flag := func(name string) bool { return rapid.Bool().Draw(t, name) }
	switch kind {
	case 0, 1:
		words := rapid.SampledFrom([]string{"a", "b", "pull-quotes", "http://x.y"}).Draw(t, "words")
		return query.Text{Words: words, Title: flag("title"), Prefix: flag("prefix")}
	case 2:
		return query.Text{Words: value.Draw(t, "words") + "a", Phrase: true, Title: flag("title"), Prefix: flag("prefix")}
	case 3:
		return rapid.SampledFrom([]query.Node{query.Unread, query.Archived, query.HasQuote, query.HasTags}).Draw(t, "state")
	case 4:
		field := rapid.SampledFrom([]query.Field{query.Tag, query.Author, query.Site, query.Feed, query.Folder, query.Series}).Draw(t, "field")
		return query.Named{Field: field, Value: value.Draw(t, "value"), Prefix: flag("prefix")}
	case 5:
		quantity := rapid.SampledFrom([]query.Quantity{query.Minutes, query.Words, query.Views}).Draw(t, "quantity")
		return query.Number{Quantity: quantity, Compare: compare.Draw(t, "compare"), N: rapid.IntRange(0, 1e9-1).Draw(t, "n")}
	case 6, 7:
		event := rapid.SampledFrom([]query.Event{query.Published, query.Added, query.Opened}).Draw(t, "event")
		when := rapid.SampledFrom([]query.When{{Year: 2026}, {Year: 7, Month: 2}, {Year: 2024, Month: 2, Day: 29}, {Unit: query.Midnights}, {Ago: 1, Unit: query.Midnights}}).Draw(t, "when")
		compare := compare.Draw(t, "compare")
		if flag("age") {
			compare = rapid.SampledFrom([]query.Compare{query.AtMost, query.More}).Draw(t, "compare")
			when = query.When{Ago: rapid.IntRange(0, 999999).Draw(t, "ago"), Unit: rapid.SampledFrom([]query.Unit{'h', 'd', 'w', 'm', 'y'}).Draw(t, "unit")}
		}
		return query.Time{Event: event, Compare: compare, When: when}
	case 8:
		return query.None(anyNode(t, depth-1))
	case 9:
		return query.Any(several()...)
	}
	return query.All(several()...)
}

// TestMistakeShow: the mark stands below the mistake, wherever that is, and both lines fit.
func TestMistakeShow(t *testing.T) {
	t.Parallel()
	long, wide := strings.Repeat("pager ", 20), strings.Repeat("東京 ", 20)
	for _, tt := range []struct{ text, want string }{
		{"tga:go", "tga:go\n^^^^"},
		{"time:<ten pager", "time:<ten pager\n     ^^^^"},
		{"#go time:<ten x", "#go time:<ten x\n         ^^^^"},
		{"a (b", "a (b\n  ^"},
		{"-(time:", "-(time:\n  ^^^^^"},
		{"東京 is:é x", "東京 is:é x\n        ^"},
		{"#go 東京\ttime:<ten \x1b[2J", "#go 東京 time:<ten  [2J\n              ^^^^"},
		{"tga:go " + long, "tga:go pager pager pager pager pager p…\n^^^^"},
		{long + "tga:go", "…r pager pager pager pager pager tga:go\n                                 ^^^^"},
		{long + "tga:go " + long, "… pager pager pager pager tga:go pager…\n                          ^^^^"},
		{wide + "tga:go " + wide, "…"},
		{"is:" + strings.Repeat("é", 60) + " " + long, "…"},
		{long + "is:" + strings.Repeat("東", 60), "…"},
		{strings.Repeat("a", 9000), "…"},
	} {
		_, err := query.Parse(tt.text)
		var m *query.Mistake
		if !errors.As(err, &m) {
			t.Fatal(err)
		}
		const columns = 40
		got := m.Show(ansi.StringWidth, columns)
		line, mark, _ := strings.Cut(got, "\n")
		if tt.want != "…" && got != tt.want || ansi.StringWidth(line) >= columns || len(mark) >= columns {
			t.Errorf("shown as\n%s, not\n%s", got, tt.want)
		}
		from, wrong := strings.IndexByte(mark, '^'), tt.text[m.From:min(m.To, m.From+3)]
		if !strings.HasPrefix(ansi.TruncateLeft(line, from, ""), wrong) {
			t.Errorf("%q is not above the mark:\n%s", wrong, got)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := query.Parse(`(tag:go or #rust) -"hello world" is:unread time:<15 after:2026-01 author:“Ada Quill” sort:views`); err != nil {
			b.Fatal(err)
		}
	}
}
