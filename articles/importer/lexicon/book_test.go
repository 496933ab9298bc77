package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// everywhere are the kinds that each of the languages must know.
var everywhere = []string{
	"by", "role", "published", "updated", "read time", "views", "related", "comments", "button", "menu", "notice", "ad", "credit",
	"author label", "tags label", "cookie", "footer", "pages", "contents", "common", "no author", "helped", "note", "references", "letter", "missing", "challenge", "members",
}

func TestFilesOfWords(t *testing.T) {
	t.Parallel()
	all, err := files.ReadDir("words")
	if err != nil || len(all) != len(languages) {
		t.Fatalf("%d files of words, %v; want one for each of %d languages", len(all), err, len(languages))
	}
	_ = book() // panics for a file that cannot be read
	for _, language := range languages {
		if language == "id" || language == "hi" {
			continue
		}
		text, _ := files.ReadFile("words/" + language + ".txt")
		for _, kind := range everywhere {
			if !strings.Contains(string(text), "["+kind+"]\n") {
				t.Errorf("%s has no section %s", language, kind)
			}
		}
	}
}

func TestWhatLinesOfPagesAre(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		line   string
		kind   Kind
		opened string // by Opening; "" to look at the whole line
	}{
		{"12 Comments", Comments, ""},
		{"Kommentare (3)", Comments, ""},
		{"6 min read", ReadTime, ""},
		{"読了時間：5分", ReadTime, "読了時間"},
		{"Written by Jane Roe", By, "Written by"},
		{"作者：张三", By, "作者："},
		{"Eine Kolumne von Ann Roe", By, "Eine Kolumne von"},
		{"Опубликовано 3 мая 2024", Published, "Опубликовано"},
		{"Последнее обновление: 3 мая", Updated, "Последнее обновление"},
		{"Note de la rédaction : ceci", Notice, "Note de la rédaction"},
		{"© 2024 The Site", Footer, "©"},
		{"Publicité", Ad, ""},
		{"Läs också: annat", More, "Läs också"},
	} {
		got, opened := Opening(c.line)
		if c.opened == "" {
			got = Whole(c.line)
		}
		if !got.Has(c.kind) || c.opened != "" && opened != c.opened {
			t.Errorf("%q is %b by %q; want %s by %q", c.line, got, opened, c.kind, c.opened)
		}
	}
	if !Closing("Petra Hollis, environment correspondent").Has(Role) || !Holds("On this site we use cookies to count.").Has(Cookie) {
		t.Error("the end of a line, or what stands in it, is not seen")
	}
	if kinds, by := Opening("Bye for now"); kinds.Has(By) {
		t.Errorf("Bye begins with %q", by)
	}
}

func TestNoPhraseStandsTwice(t *testing.T) {
	t.Parallel()
	for _, language := range languages {
		for kind := range Months {
			seen := map[string]string{}
			for _, phrase := range Phrases(language, kind) {
				starts, begins := strings.CutSuffix(phrase, "…")
				inner, ends := strings.CutPrefix(starts, "…")
				key := Fold(inner)
				if begins && !ends {
					start, _ := foldStart(nil, inner, len(inner)+1)
					key = string(start)
				}
				key = fmt.Sprint(ends, key, begins)
				if first, ok := seen[key]; ok {
					t.Errorf("%s, %v: %q and %q are one", language, kind, first, phrase)
				}
				seen[key] = phrase
			}
		}
	}
}

func TestLanguage(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"The lamp is on the table and it is not mine": "en",
		"Die Lampe ist nicht auf dem Tisch":           "de",
		"La lampe est dans la cuisine pour les amis":  "fr",
		"Лампа стоит на столе, и это не моя":          "ru",
		"Jag har inte sett det på ett år, och du":     "sv",
		"": "",
	} {
		if got := Language(text); got != want {
			t.Errorf("%q is %q; want %q", text, got, want)
		}
	}
}

func TestMonthsOfEnglishComeFirst(t *testing.T) {
	t.Parallel()
	months := MonthNames()
	if !slices.Equal(months[0][:2], []string{"january/jan", "february/feb"}) {
		t.Errorf("the first months are %v", months[0])
	}
	for _, m := range months {
		if len(m) != 12 {
			t.Errorf("%d months: %v", len(m), m)
		}
	}
}

func BenchmarkBook(b *testing.B) {
	for range b.N {
		readBook()
	}
}

func BenchmarkOf(b *testing.B) {
	_ = book()
	for range b.N {
		Of("By Jane Roe, environment correspondent, 3 May 2024 at noon")
	}
}
