package clipping

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/articles/markdown"
)

// anatomy is what a careful editor would say of a text in testdata. A nil
// field is not compared: two readings are fair.
type anatomy struct {
	Title       *string          `json:"title"`
	Dek         *string          `json:"dek"`
	Author      *string          `json:"author"`
	AuthorBio   *string          `json:"author_bio"`
	Site        *string          `json:"site"`
	Published   *string          `json:"published"`
	SourceViews *int64           `json:"source_views"`
	Notices     []string         `json:"notices"`
	Tags        []string         `json:"tags"`
	Related     []string         `json:"related"`
	Epigraphs   []articles.Quote `json:"epigraphs"`
	Quotes      []articles.Quote `json:"quotes"`
	Headings    []struct {
		Level int    `json:"level"`
		Text  string `json:"text"`
	} `json:"headings"`
	Lists []struct {
		Ordered bool     `json:"ordered"`
		Items   []string `json:"items"`
	} `json:"lists"`
	Boilerplate []string `json:"boilerplate"`
	MustContain []string `json:"must_contain"`
}

// leastRight is the share of the fields of all texts that must be right. The
// weights are fitted, and no text is a case of its own.
const leastRight = 0.9

// tally counts which fields of a text are right.
type tally struct {
	t             *testing.T
	right, all    int // of all
	fields, known int // of those that are more than one line that must, or must not, stand
}

func (c *tally) share() float64 { return float64(c.right) / float64(c.all) }

func (c *tally) field(ok bool, format string, args ...any) {
	if c.known++; ok {
		c.fields++
	}
	c.is(ok, format, args...)
}

func (c *tally) is(ok bool, format string, args ...any) {
	if c.all++; ok {
		c.right++
		return
	}
	c.t.Logf(format, args...)
}

func TestAnatomy(t *testing.T) {
	t.Parallel()
	if c := anatomies(t, "testdata"); c.share() < leastRight {
		t.Errorf("%.3f of %d fields are right, want %.3f", c.share(), c.all, leastRight)
	}
}

// anatomies compares the texts of a folder with what an editor said of them.
func anatomies(t *testing.T, folder string) *tally {
	t.Helper()
	c := &tally{t: t}
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(files) < 8 {
		t.Fatalf("%s: %d clippings, %v", folder, len(files), err)
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		spec, err := os.ReadFile(strings.TrimSuffix(file, ".txt") + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var want anatomy
		if err := json.Unmarshal(spec, &want); err != nil {
			t.Fatal(err)
		}
		t.Log(filepath.Base(file))
		c.compare(Parse(string(source)), want)
	}
	return c
}

func (c *tally) compare(got *articles.Article, want anatomy) {
	published := ""
	if !got.Published.IsZero() {
		published = got.Published.Format(time.DateOnly)
	}
	for _, f := range []struct {
		name, got string
		want      *string
	}{
		{"title", got.Title, want.Title},
		{"dek", got.Dek, want.Dek},
		{"author", got.Author, want.Author},
		{"author's bio", got.AuthorBio, want.AuthorBio},
		{"site", got.Site, want.Site},
		{"published", published, want.Published},
	} {
		if f.want != nil {
			c.field(f.got == *f.want, "%s is %q, want %q", f.name, f.got, *f.want)
		}
	}
	if want.SourceViews != nil {
		c.field(got.SourceViews == *want.SourceViews, "views are %d, want %d", got.SourceViews, *want.SourceViews)
	}
	var related []string
	for _, r := range got.Related {
		related = append(related, r.Title)
	}
	same(c, "notices", got.Notices, want.Notices)
	same(c, "tags", got.Tags, want.Tags)
	same(c, "related", related, want.Related)
	same(c, "epigraphs", got.Epigraphs, want.Epigraphs)
	c.compareBody(got, want)
}

func (c *tally) compareBody(got *articles.Article, want anatomy) {
	same(c, "quotes", markdown.Survey(got.Markdown).Quotes, want.Quotes)
	var headings, wantHeadings, items, wantItems, blocks []string
	for _, h := range want.Headings {
		wantHeadings = append(wantHeadings, strings.Repeat("#", h.Level)+" "+h.Text)
	}
	for _, l := range want.Lists {
		wantItems = append(wantItems, l.Items...)
	}
	code := false
	for line := range strings.SplitSeq(got.Markdown, "\n") {
		if strings.HasPrefix(line, "```") {
			code = !code
		}
		if code {
			continue
		}
		line = strings.ReplaceAll(line, "\\", "")
		switch kind, _, rest := marker(line); {
		case strings.HasPrefix(line, "#"):
			headings = append(headings, line)
		case kind != noMark && strings.IndexByte("- 0123456789", line[0]) >= 0:
			items = append(items, rest)
		}
		blocks = append(blocks, line)
	}
	same(c, "headings", headings, wantHeadings)
	same(c, "list items", items, wantItems)
	for _, s := range want.MustContain {
		c.is(slices.ContainsFunc(blocks, func(b string) bool { return strings.Contains(b, s) }), "the body lacks %q", s)
	}
	for _, s := range want.Boilerplate {
		c.is(!slices.Contains(blocks, s), "the body has %q", s)
	}
}

// same compares two lists; a want that is nil is not compared.
func same[T comparable](c *tally, what string, got, want []T) {
	if want != nil {
		c.field(slices.Equal(got, want), "%s are\n\t%v\nwant\n\t%v", what, got, want)
	}
}

func TestNotes(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ in, title, body string }{
		"nothing":           {"", "", ""},
		"blank":             {" \n\r\n\t\n", "", ""},
		"one paragraph":     {"A single thought, written down in a hurry and never looked at again.", "", "A single thought, written down in a hurry and never looked at again.\n"},
		"one word":          {"milk", "", "milk\n"},
		"a title":           {"Shopping\n\nmilk\nbread\n", "Shopping", "milk\\\nbread\n"},
		"not a list":        {"1984. A year of some importance to those who were there.\n", "", "1984\\. A year of some importance to those who were there.\n"},
		"markup":            {"Plain\n\n# no heading, for it ends in a stop.\n", "Plain", "\\# no heading, for it ends in a stop.\n"},
		"emphasis":          {"Use *stars* and _underscores_ in snake_case, [brackets](x) and <b>tags</b> &amp; more.", "", "Use \\*stars\\* and \\_underscores\\_ in snake_case, \\[brackets\\](x) and \\<b>tags\\</b> \\&amp; more.\n"},
		"an address":        {"See https://example.org/a_b_c?x=*1 for the rest of it.", "", "See <https://example.org/a_b_c?x=>\\*1 for the rest of it.\n"},
		"windows":           {"\ufeffOne line.\r\n\r\nAnother\u00a0line.\r\n", "", "One line.\n\nAnother line.\n"},
		"an escape":         {"Red \x1b[31malert\x1b[0m here.", "", "Red alert here.\n"},
		"a table":           {"Name\tAge\nAda\t36\nBob\t41\n", "", "| Name | Age |\n| --- | --- |\n| Ada | 36 |\n| Bob | 41 |\n"},
		"a log":             {"2025-01-02 10:00:01 start\n2025-01-02 10:00:02 stop\n2025-01-02 10:00:03 bye\n", "", "```\n2025-01-02 10:00:01 start\n2025-01-02 10:00:02 stop\n2025-01-02 10:00:03 bye\n```\n"},
		"a nested list":     {"Bring these things along:\n\n• food\n    ◦ bread\n    ◦ cheese\n• water\n", "", "Bring these things along:\n\n- food\n  - bread\n  - cheese\n- water\n"},
		"a poem":            {"Dusk\n\nThe gate is shut,\nthe lamp is low,\nand nobody knows\nwhere the cats go.\n", "Dusk", "The gate is shut,\\\nthe lamp is low,\\\nand nobody knows\\\nwhere the cats go.\n"},
		"a memo":            {"Next\n- call Sam\n\nRelated\n- call Ann\n\nTags: none\n", "", "## Next\n\n- call Sam\n\n## Related\n\n- call Ann\n\nTags: none\n"},
		"underlined":        {"Tool\n\nThis is a small tool that does one thing only, and it does that thing rather slowly.\n\nInstall\n-------\nmake\n\nOptions:\n  --dry  show it\n  --wet  do it\n", "Tool", "This is a small tool that does one thing only, and it does that thing rather slowly.\n\n## Install\n\nmake\n\nOptions:\n\n```\n--dry  show it\n--wet  do it\n```\n"},
		"a letter":          {"Dear Ann,\n\nthanks for the lamp. It works, and the cat has decided that it is hers. We put it on the\nsill so that people on the road can see it in the evening.\n\nYours\nHelen\n", "", "Dear Ann,\n\nthanks for the lamp. It works, and the cat has decided that it is hers. We put it on the sill so that people on the road can see it in the evening.\n\nYours\n\nHelen\n"},
		"items under words": {"Hello Ann,\n\nhere are the two things that I need before the week is over\n- a\n- b\n\nBye\n", "", "Hello Ann,\n\nhere are the two things that I need before the week is over\n\n- a\n- b\n\nBye\n"},
		"a remark":          {"A guide\n\nThis manual explains at some length how the machine is to be cleaned after use.\n\nNote: never use salt water for the cleaning of the inner parts.\n\nThe machine is then left to dry for a night, and in the morning it may be used again.\n", "A guide", "This manual explains at some length how the machine is to be cleaned after use.\n\nNote: never use salt water for the cleaning of the inner parts.\n\nThe machine is then left to dry for a night, and in the morning it may be used again.\n"},
		"speech":            {"— Are you coming?\n\n— In a minute.\n\n— You said that an hour ago.\n", "", "— Are you coming?\n\n— In a minute.\n\n— You said that an hour ago.\n"},
		"a transcript":      {"[00:00:02] ANN: Welcome back.\n[00:00:12] BEN: Forty-one.\n\n[00:00:14] ANN: How did it begin?\n\n[00:00:20] BEN: With a broken car. I had to walk to work, and there were birds in all the trees.\n", "", "\\[00\\:00:02\\] ANN: Welcome back.\n\n\\[00\\:00:12\\] BEN: Forty-one.\n\n\\[00\\:00:14\\] ANN: How did it begin?\n\n\\[00\\:00:20\\] BEN: With a broken car. I had to walk to work, and there were birds in all the trees.\n"},
		"a name at the end": {"Dear Mrs Parker,\n\nThank you for your letter about the garden wall, which I shall have mended before the summer.\n\nYours sincerely,\n\nHarold Finch\n\nP.S. The cat is well.\n", "", "Dear Mrs Parker,\n\nThank you for your letter about the garden wall, which I shall have mended before the summer.\n\nYours sincerely,\n\nHarold Finch\n\nP.S. The cat is well.\n"},
		"votes":             {"How do I remove shellac?\n\n21\n\nShellac dissolves in alcohol, and a white pad takes it off a desk without any harm to the veneer.\n\n5\n\nIf alcohol does not touch it, it is lacquer, and a thinner for that is to be used outdoors.\n", "How do I remove shellac?", "21\n\nShellac dissolves in alcohol, and a white pad takes it off a desk without any harm to the veneer.\n\n5\n\nIf alcohol does not touch it, it is lacquer, and a thinner for that is to be used outdoors.\n"},
		"a mark by itself":  {"Take with you:\n\n•\nbread\n•\nwine\n", "", "Take with you:\n\n- bread\n- wine\n"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := Parse(c.in)
			if got.Title != c.title || got.Markdown != c.body {
				t.Errorf("title %q, body %q\nwant  %q, body %q", got.Title, got.Markdown, c.title, c.body)
			}
		})
	}
}

// TestWordsSurvive takes texts without furniture and looks for each of their
// words in what came out.
func TestWordsSurvive(t *testing.T) {
	t.Parallel()
	for _, in := range []string{
		"README\n\nfrobnicate - turns things round\n\nUsage:\n\n    frobnicate [-v] FILE\n\nOptions:\n\n    -v  say more\n    -h  this help\n\nReport bugs to nobody.\n",
		"Dear all,\n\nthe meeting is at ten. Bring the figures.\n\nYours\nHelen\n",
		"Saturday\n- paint the door\n- call Sam\n* buy 2 * 3 nails\n\n+ and more\n",
		"a\n\n\n\nb\n\tc\n      d\n",
		"if (x) {\n    y();\n\n}\nThen a sentence follows that explains what the code above has done to the poor variable.\n",
	} {
		got := Parse(in)
		all := got.Title + " " + got.Dek + " " + strings.ReplaceAll(got.Markdown, "\\", "")
		for _, w := range strings.Fields(in) {
			if w = strings.Trim(w, "-*+"); w != "" && !strings.Contains(all, w) {
				t.Errorf("%q is lost from %q:\n%s", w, in, all)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob(filepath.Join("testdata", "*.txt"))
	for _, file := range files {
		if data, err := os.ReadFile(file); err == nil {
			f.Add(string(data))
		}
	}
	f.Add("Title\n\n" + strings.Repeat("words,\n", 150) + "- a\n" + strings.Repeat("Words\n", 150))
	f.Add("Subject: x\nFrom: y <z>\n\n> a\n> -- b\n\n1) c\n• d\n\te\tf\n")
	f.Fuzz(func(t *testing.T, s string) {
		a := Parse(s)
		lines := []string{a.Title, a.Dek, a.Author, a.AuthorBio, a.Site}
		lines = append(append(lines, a.Notices...), a.Tags...)
		for _, q := range a.Epigraphs {
			lines = append(lines, q.Text, q.By)
		}
		for _, r := range a.Related {
			lines = append(lines, r.Title)
		}
		for _, l := range lines {
			if articles.CleanLine(l) != l {
				t.Errorf("not clean: %q", l)
			}
		}
		if articles.Clean(a.Markdown) != a.Markdown {
			t.Errorf("not clean: %q", a.Markdown)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	page, err := os.ReadFile(filepath.Join("testdata", "01-diario-faro.txt"))
	if err != nil {
		b.Fatal(err)
	}
	for name, text := range map[string]string{
		"page":      string(page),
		"big":       strings.Repeat("A paragraph of some length, as novels have, which goes on for a while.\n\n", 100_000),
		"one line":  strings.Repeat("word ", 2_000_000),
		"short":     strings.Repeat("ab\n", 1_000_000),
		"bullets":   strings.Repeat("• a thing to buy at the market\n", 100_000),
		"wrapped":   strings.Repeat("a line of a text without any end that was wrapped at seventy columns\n", 100_000),
		"labels":    strings.Repeat("Related\nA title that is here\n", 100_000),
		"brackets":  strings.Repeat("f(x, [1, 2], {a: (b)}) = *_`<&~#\n", 100_000),
		"by-lines":  strings.Repeat("A short remark.\n— Somebody Else\n\n", 100_000),
		"consonant": strings.Repeat("x", 5_000_000),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Parse(text)
			}
		})
	}
}
