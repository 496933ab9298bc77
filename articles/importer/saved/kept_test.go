package saved

import (
	"fmt"
	"strings"
	"testing"
)

// What a reader wrote or kept is not lost for what stands around it.
func TestNothingIsLost(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		format     Format
		want       []string
	}{
		{
			"words whose address is none of the web", `[{"url":"note:1","title":"One","content":"<p>Words.</p>"},{"url":"nowhere","title":"Two","note":"Mine."},{"url":"about:blank","title":"Three"}]`, Objects,
			[]string{"One <> = Words.", "Two <> = Mine."},
		},
		{
			"a thing with an empty list", `[{"title":"One","text_content":"Words.","links":[]},{"title":"Two","text_content":"Words.","links":["https://a.example/"]},{"name":"Garden","links":[]}]`, Objects,
			[]string{"One <> = Words.", "Two <> = Words."},
		},
		{
			"a folder with two lists", `[{"name":"Garden","links":[{"url":"https://a.example/1","title":"One"}],"children":[{"url":"https://a.example/2","title":"Two"}]}]`, Objects,
			[]string{"One <https://a.example/1> #Garden", "Two <https://a.example/2> #Garden"},
		},
		{
			"what was marked beside what is none", `[{"url":"https://a.example/1","title":"One","content":"<p>Words.</p>","highlights":[7,{"text":"Words","note":7},{"text":"Or","note":"Mine."}]}]`, Objects,
			[]string{"One <https://a.example/1> = Words.\n\n> Words\n\n7\n\n> Or\n\nMine."},
		},
		{
			"a note to a book, words of none", "Highlight,Book Title,Note\n,Walden,Mine.\nWords,,\n", Table,
			[]string{"Walden <> = Mine.", "Highlights <> = > Words"},
		},
		{
			"a title that has to be made", `[{"note":"# C \\ [draft]\nand more"},{"content":"<h2>Head</h2><p>Text.</p>"},{"content":"<hr>","note":"x"},{"content":"<img src=https://a.example/x.png>"},{"url":"http://www./"},{"url":"http://%E2%80%8B/"}]`, Objects,
			[]string{
				"# C \\ [draft] <> = \\# C \\\\ \\[draft\\]\nand more", "Head <> = ## Head\n\nText.", "x <> = ___\n\nx",
				"Untitled <> = ![](https://a.example/x.png)", "http://www./ <http://www./>", "! number 6: it has no web address",
			},
		},
		{
			"text that says it is in another encoding", `[{"url":"https://a.example/1","title":"One","content":"<meta charset=iso-8859-1><p>Café.</p>"}]`, Objects,
			[]string{"One <https://a.example/1> = Café."},
		},
		{
			"tags with signs before them", `[{"url":"https://a.example/1","title":"One","tags":["# a","##","#b #c"]}]`, Objects,
			[]string{"One <https://a.example/1> #a #b #c"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := lines(Read(t.Context(), tt.format, strings.NewReader(tt.text)))
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}

// Of what differs nothing is taken for the same: it would be put in its place.
func TestOriginsDiffer(t *testing.T) {
	for format, text := range map[Format]string{
		Objects: `[{"note":"One."},{"note":"Two."},{"highlights":[{"text":"Three."}]},{"text_content":"Four."},{"text_content":"One.","note":"x"}]`,
		Table: "Highlight,Book Title,Book Author\na,C,\nb,C++,\nc,C#,\nd,?,\ne,!,\n" +
			fmt.Sprintf("f,%s one,\ng,%[1]s two,\n", strings.Repeat("long ", 40)),
	} {
		seen := map[string]string{}
		for i := range Read(t.Context(), format, strings.NewReader(text)) {
			if i.Err != nil {
				t.Fatal(i.Err)
			}
			if was, ok := seen[i.Origin]; ok {
				t.Errorf("%s: %q and %q have one origin", format, was, i.Markdown)
			}
			seen[i.Origin] = i.Markdown
		}
	}
}

// Names that are the same when they are folded give the same each time.
func TestNamesThatFold(t *testing.T) {
	for range 20 {
		got := lines(Read(t.Context(), Objects, strings.NewReader(`[{"URL":"https://a.example/1","url":"https://a.example/2","ti_tle":"One","title":"Two"}]`)))
		if strings.Join(got, "\n") != "Two <https://a.example/2>" {
			t.Fatal(got)
		}
	}
}

// Folders that stand in folders are looked through so far and no farther, and
// what is left out is said.
func TestDeepFolders(t *testing.T) {
	const deep = 2000
	text := strings.Repeat(`[{"name":"x","children":`, deep) + "[]" + strings.Repeat("}]", deep)
	got := lines(Read(t.Context(), Objects, strings.NewReader(text)))
	if strings.Join(got, "\n") != "! number 1: its folder stands too deep in others" {
		t.Error(got)
	}
}
