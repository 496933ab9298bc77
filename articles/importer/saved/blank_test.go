package saved

import (
	"strings"
	"testing"
)

// Signs that no one sees are nothing: another value is taken in their place, and
// what is written beside them is not lost.
func TestOnlySignsThatNoOneSees(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		format     Format
		want       []string
	}{
		{
			"a value beside one", `[{"url":"\u0000","href":"https://a.example/1","title":"\u001b[0m","name":"One","is_archived":0}]`, Objects,
			[]string{"One <https://a.example/1>"},
		},
		{
			"a title", `[{"url":"https://a.example/1","title":"\u200b\u00ad"}]`, Objects,
			[]string{"a.example/1 <https://a.example/1>"},
		},
		{
			"an address", "url,title,note,tags\n\x00,One,Words,\n\u200e,Two,\x1b[0m,\n", Table,
			[]string{"One <> = Words", "! line 3: it has no web address"},
		},
		{
			"a row", "url,title,note,tags\n\x00,\u200b,,\n", Table,
			nil,
		},
		{
			"HTML beside plain text", `[{"url":"https://a.example/1","title":"One","content":"<p>\u0001</p>","text_content":"Words."},{"title":"Two","content":"<p></p>","text_content":"Words."}]`, Objects,
			[]string{"One <https://a.example/1> = Words.", "Two <> = Words."},
		},
		{
			"what was marked", `[{"url":"https://a.example/1","title":"One","content":"<p>Words.</p>","highlights":[{"quote":"\u0000","text":"Words"}]}]`, Objects,
			[]string{"One <https://a.example/1> = Words.\n\n> Words"},
		},
		{
			"a link", "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><H3>\u200b</H3><DL><DT><A HREF=\"https://a.example/1\" TAGS=\"\u200b,a\">\u200b</A></DL></DL>", Links,
			[]string{"a.example/1 <https://a.example/1> #a"},
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

// The number at the start of a line stays what it was: it is no item's.
func TestNumbersOfLines(t *testing.T) {
	got := lines(Read(t.Context(), Table, strings.NewReader("Highlight,Book Title,Book Author,Note\n\"3. third\n1. first\",One,Ann,12) of 14. words\n")))
	if len(got) != 1 || !strings.Contains(got[0], "> 3\\. third\n> 1\\. first") || !strings.Contains(got[0], "\n12\\) of 14. words") {
		t.Errorf("got %q", got)
	}
}
