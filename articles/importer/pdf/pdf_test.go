package pdf

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// engine is one for all tests: to start one takes some seconds where nothing
// of it is cached, and minutes under the race detector, so there it is
// interpreted.
var engine = Engine{interpreted: underRace}

func TestMain(m *testing.M) {
	code := m.Run()
	if err := engine.Close(); err != nil {
		panic(err)
	}
	os.Exit(code)
}

// essay is a document of three pages with all that an article has.
func essay() string {
	head := func(s *sheet, page string) {
		s.at(72, 800, slant, 9, "Lamps and Lighters")
		s.at(520, 800, roman, 9, page)
	}
	var one, two, three sheet
	one.at(120, 740, bold, 20, "The Lamps of the Quay")
	head(&one, "41")
	y := one.lines(72, 690, roman, 11,
		"The lamplighter began his round at dusk, and by the time that he reached the quay the first",
		"of the ships had already lit their own. Nobody paid him for the last three, which stand on the",
		"far side of the water, and nobody had asked for them either.")
	y = one.lines(84, y, roman, 11, "They were lit all the same, as well-known lamps are, and the harbour master wrote down what")
	y = one.lines(72, y, roman, 11, "the oil had cost; the bills were kept in a tin box. It took thirty years until some-")
	y = one.lines(72, y, roman, 11, "body looked into it.")
	y = one.lines(72, y-20, bold, 14, "What was found")
	y = one.lines(72, y-6, roman, 11, "There were three things:")
	y = one.lines(84, y-6, roman, 11, "\x95 bills for oil, each of them signed by a hand that nobody on the quay could ever put a")
	y = one.lines(92, y, roman, 11, "name to;")
	y = one.lines(84, y, roman, 11, "\x95 a key.")
	y = one.lines(72, y-12, mono, 10, "for lamp := range quay {", "    light(lamp)", "}")
	one.lines(72, y-12, roman, 11, "Of the key it is said that it opens the well-")
	head(&two, "42")
	y = two.lines(72, 740, roman, 11, "known door at the end of the pier, which nobody has tried. A note says so, and it")
	two.at(72, y, roman, 11, "is dated")
	two.at(112, y+4, roman, 7, "1")
	y = two.lines(118, y, roman, 11, "in the year of the great frost.")
	two.at(72, 99, roman, 7, "1")
	two.lines(78, 95, roman, 9, "The date is in another hand.")
	two.lines(72, y-20, roman, 11, "That is all.")
	head(&three, "43")
	three.lines(72, 740, roman, 11, "See the list of lamps.")
	return made("/Title(Microsoft Word - lamps.doc)/Author(Ann Harbour)/CreationDate(D:20261129104805+01'00')/Creator(Word)", "", &one, &two, &three)
}

const essayText = `The lamplighter began his round at dusk, and by the time that he reached the quay the first of the ships had already lit their own. Nobody paid him for the last three, which stand on the far side of the water, and nobody had asked for them either.

They were lit all the same, as well-known lamps are, and the harbour master wrote down what the oil had cost; the bills were kept in a tin box. It took thirty years until somebody looked into it.

## What was found

There were three things:

- bills for oil, each of them signed by a hand that nobody on the quay could ever put a name to;
- a key.

` + "```\nfor lamp := range quay {\n    light(lamp)\n}\n```" + `

Of the key it is said that it opens the well-known door at the end of the pier, which nobody has tried. A note says so, and it is dated[^1] in the year of the great frost.

That is all.

See the list of lamps.

[^1]: The date is in another hand.
`

func TestArticle(t *testing.T) {
	a, err := engine.Read(t.Context(), essay(), func(err error) { t.Error(err) })
	if err != nil {
		t.Fatal(err)
	}
	if a.Title != "The Lamps of the Quay" || a.Author != "Ann Harbour" || !a.Published.Equal(time.Date(2026, 11, 29, 9, 48, 5, 0, time.UTC)) {
		t.Errorf("got %q by %q of %v", a.Title, a.Author, a.Published)
	}
	if a.Markdown != essayText {
		t.Errorf("got:\n%s", a.Markdown)
	}
}

func TestLinks(t *testing.T) {
	var s sheet
	s.at(72, 700, roman, 12, "It stands in the book of lamps.")
	annot := "/Annots[<</Type/Annot/Subtype/Link/Rect[140 696 230 712]/A<</S/URI/URI(https://quay.example/lamps)>>>>]"
	a, err := engine.Read(t.Context(), made("", annot, &s), nil)
	if err != nil || !strings.Contains(a.Markdown, "](https://quay.example/lamps)") {
		t.Errorf("got %v, %v", a, err)
	}
}

// TestRefused shows that each file of which there is no article ends in one line
// that says why.
func TestRefused(t *testing.T) {
	var drawn, empty, text sheet
	drawn.WriteString("0 0 100 100 re f")
	text.at(72, 700, roman, 12, "Some words.")
	locked := strings.Replace(made("", "", &text), "trailer\n<<", "trailer\n<</Encrypt<</Filter/Standard/V 1/R 2/P -4/O(01234567890123456789012345678901)/U(01234567890123456789012345678901)>>/ID[(0123456789abcdef)(0123456789abcdef)]", 1)
	whole := essay()
	short := usual
	short.time = 500 * time.Millisecond
	for name, c := range map[string]struct {
		data string
		most limits
		want error
	}{
		"scan":      {made("", "", &drawn), usual, errScan},
		"empty":     {made("", "", &empty), usual, errNothing},
		"locked":    {locked, usual, errLocked},
		"header":    {"%PDF-1.7\n", usual, errDamaged},
		"truncated": {whole[:400], usual, errDamaged},
		"no pages":  {written([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9999999>>"}, "/Root 1 0 R"), usual, errDamaged},
		"bomb":      {bomb(), short, errSlow},
	} {
		t.Run(name, func(t *testing.T) {
			a, err := engine.read(t.Context(), c.data, c.most, nil)
			if !errors.Is(err, c.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("got %v, %v; want %v", a, err, c.want)
			}
		})
	}
	few := usual
	few.pages = 1
	warned := ""
	a, err := engine.read(t.Context(), whole, few, func(err error) { warned = err.Error() })
	if err != nil || warned != "only the first 1 of its 3 pages are read" || strings.Contains(a.Markdown, "well-known door") {
		t.Errorf("of many pages got %v, %q, %v", a, warned, err)
	}
	few.letters = 40
	if a, err = engine.read(t.Context(), whole, few, nil); err != nil || len(a.Markdown) > 100 {
		t.Errorf("of much text got %v, %v", a, err)
	}
}

func TestByLine(t *testing.T) {
	prose := "The lamplighter began his round at dusk, and nobody paid him for the last three lamps."
	for name, c := range map[string]struct {
		meta, line, font string
		author, rest     string
	}{
		"by":       {"", "by Ann Harbour", roman, "Ann Harbour", ""},
		"slanted":  {"", "Ann Harbour", slant, "Ann Harbour", ""},
		"said":     {"Ann Harbour", "Ann Harbour", roman, "Ann Harbour", ""},
		"other":    {"", "White Paper", roman, "", "White Paper\n\n"},
		"together": {"", "by Ann Harbour, The Quay Institute", roman, "Ann Harbour", "by Ann Harbour, The Quay Institute\n\n"},
	} {
		t.Run(name, func(t *testing.T) {
			var s sheet
			s.at(72, 750, bold, 20, "The Lamps of the Quay")
			s.at(72, 710, c.font, 11, c.line)
			s.at(72, 670, roman, 11, prose)
			s.at(72, 656, roman, 11, "And nobody had asked for them either.")
			a, err := engine.Read(t.Context(), made("/Author("+c.meta+")", "", &s), nil)
			if err != nil || a.Author != c.author || !strings.HasPrefix(a.Markdown, c.rest+prose) {
				t.Errorf("got %q, %v in:\n%s", a.Author, err, a.Markdown)
			}
		})
	}
}

func TestMeta(t *testing.T) {
	for given, want := range map[string]string{
		"A Study of Lamps": "A Study of Lamps", "Microsoft Word - lamps.doc": "", "untitled": "", "lamps.indd": "", "report_final_v2": "",
		`C:\lamps\a.txt`: "", "Node.js in Practice": "Node.js in Practice", "Walden": "Walden", "LaTeX2e": "", "1984": "", "Fahrenheit 451": "Fahrenheit 451",
	} {
		if got := title(map[string]string{"Title": given, "Creator": "LaTeX2e with hyperref"}); got != want {
			t.Errorf("title of %q: got %q", given, got)
		}
	}
	for given, want := range map[string]string{
		"Ann Harbour": "Ann Harbour", "Ann Harbour; Bo Keeper": "Ann Harbour, Bo Keeper", "user": "", "Writer": "", "ann_h2": "",
	} {
		if got := author(map[string]string{"Author": given, "Creator": "Writer", "Producer": "LibreOffice 7.3"}); got != want {
			t.Errorf("author %q: got %q", given, got)
		}
	}
	for given, want := range map[string]string{
		"D:20261129104805+01'00'": "2026-11-29T10:48:05+01:00", "D:20261129": "2026-11-29T00:00:00Z", "20261129104805Z": "2026-11-29T10:48:05Z", "2026": "2026-01-01T00:00:00Z",
		"D:20261129104805-0330": "2026-11-29T10:48:05-03:30", "yesterday": "", "D:00000000": "",
	} {
		got := ""
		if d := date(given); !d.IsZero() {
			got = d.Format(time.RFC3339)
		}
		if got != want {
			t.Errorf("date %q: got %q, want %q", given, got, want)
		}
	}
}

// TestLetter: space parts the paragraphs of a letter, however short they are, and
// what it says of its day counts, not when its file was made.
func TestLetter(t *testing.T) {
	var s sheet
	y := s.lines(72, 740, roman, 10, "Ann Harbour", "12 Long Street")
	y = s.lines(72, y-4, roman, 10, "3 March 2020")
	y = s.lines(72, y-4, roman, 10, "Dear Bob,")
	y = s.lines(72, y-4, roman, 10, "I write to you about the lamp on the pier, and about what we said when the rain came in from the west and all",
		"the boats had to be taken out of the water again, as they are in every year.")
	y = s.lines(72, y-4, roman, 10, "There is nothing more to say.")
	s.lines(72, y-4, roman, 10, "Yours,")
	a, err := engine.Read(t.Context(), made("/CreationDate(D:20261129104805Z)", "", &s), nil)
	if err != nil {
		t.Fatal(err)
	}
	const want = "Ann Harbour\\\n12 Long Street\n\n3 March 2020\n\nDear Bob,\n\n"
	if !strings.HasPrefix(a.Markdown, want) || a.Published.Format(time.DateOnly) != "2020-03-03" || !a.Updated.IsZero() {
		t.Errorf("of %v: %s", a.Published, a.Markdown)
	}
}

// TestColumnsInAnyOrder: of two columns the left one is read first, also where the
// file has the right one first.
func TestColumnsInAnyOrder(t *testing.T) {
	var s sheet
	y := s.lines(320, 700, roman, 10, "The right column begins here, with", "words that go on for some lines, so", "that it can be told from a table.")
	s.lines(320, y-40, roman, 10, "It has a second part, which is set", "far below the first one of it, and", "ends with the last of all words.")
	y = s.lines(72, 700, roman, 10, "The left column begins here, with", "words that go on for some lines, so", "that it is a column and no aside.")
	s.lines(72, y-40, roman, 10, "It has a second part too, which is", "as far below the first one of that,", "and ends before the right one.")
	a, err := engine.Read(t.Context(), made("", "", &s), nil)
	if err != nil {
		t.Fatal(err)
	}
	var at []int
	for _, words := range []string{"The left", "a second part too", "The right", "a second part, which"} {
		at = append(at, strings.Index(a.Markdown, words))
	}
	if !slices.IsSorted(at) || at[0] < 0 {
		t.Errorf("got %v in:\n%s", at, a.Markdown)
	}
}

// TestTableWithoutRules: columns that stand close in one row are told by the rows
// around it.
func TestTableWithoutRules(t *testing.T) {
	var s sheet
	for i, row := range [][3]string{{"Town", "People", "Boats"}, {"Harbour", "12,345", "17"}, {"The Longer Town of it", "2,345", "8"}, {"Hill", "345", "1"}} {
		y := float64(700 - 12*i)
		s.at(72, y, roman, 10, row[0])
		s.at(205-5*float64(len(row[1])), y, roman, 10, row[1])
		s.at(237-5*float64(len(row[2])), y, roman, 10, row[2])
	}
	a, err := engine.Read(t.Context(), made("", "", &s), nil)
	if err != nil || !strings.Contains(a.Markdown, "| The Longer Town of it | 2,345 | 8 |") {
		t.Errorf("got %v:\n%s", err, a.Markdown)
	}
}
