package saved

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// lines is what is read of an export, an item a line, as short as can be.
func lines(items func(func(Item) bool)) []string {
	var out []string
	for i := range items {
		if i.Err != nil {
			out = append(out, "! "+i.Err.Error())
			continue
		}
		s := i.Title + " <" + i.URL + ">"
		if len(i.Tags) > 0 {
			s += " #" + strings.Join(i.Tags, " #")
		}
		if !i.Added.IsZero() {
			s += " " + i.Added.Format(time.DateOnly)
		}
		if p := i.Prior; p != nil {
			s += fmt.Sprintf(" read=%v star=%v %.2f", p.Read, p.Starred, p.Place.Progress)
			if p.Archived {
				s += " archived"
			}
		}
		if !i.Bookmark {
			s += " = " + i.Markdown
		}
		out = append(out, strings.TrimRight(s, "\n"))
	}
	return out
}

var exports = []struct {
	name   string
	format Format
	text   string
	want   []string
}{
	{
		"Pocket", Table, "title,url,time_added,tags,status\n" +
			"Moss,https://a.example/moss?utm_source=x,1700000000,green|wet,unread\n" +
			"\"Stones, old\",http://a.example/stones,1700000000,,archive\n" +
			"https://a.example/x,https://a.example/x,0,,unread\n" +
			"Nowhere,,1700000000,,unread\n" +
			"Script,javascript:alert(1),1700000000,,unread\n\n" +
			"short\n",
		[]string{
			"Moss <https://a.example/moss> #green #wet 2023-11-14",
			"Stones, old <http://a.example/stones> 2023-11-14 read=true star=false 0.00 archived",
			"a.example/x <https://a.example/x>",
			"! line 5: it has no web address",
			"! line 8: it has no web address",
		},
	},
	{
		"Instapaper", Table, "URL,Title,Selection,Folder,Timestamp,Tags\r\n" +
			"https://a.example/1,One,,Unread,1700000000,\"[\"\"a b\"\",\"\"c\"\"]\"\r\n" +
			"https://a.example/2,Two,,Starred,1700000000,[]\r\n" +
			"https://a.example/3,Three,,Recipes,1700000000,\r\n",
		[]string{
			"One <https://a.example/1> #a b #c 2023-11-14",
			"Two <https://a.example/2> 2023-11-14 read=false star=true 0.00",
			"Three <https://a.example/3> #Recipes 2023-11-14",
		},
	},
	{
		"Reader", Table, "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n" +
			"One,https://a.example/1,01h,\"['a', \"\"b's\"\"]\",2023-05-16 12:29:15.271000+00:00,0.25,later,True\n" +
			"Two,https://a.example/2,01i,,2023-05-16 12:29:15+00:00,1,archive,True\n",
		[]string{
			"One <https://a.example/1> #a #b's 2023-05-16 read=false star=false 0.25",
			"Two <https://a.example/2> 2023-05-16 read=true star=false 1.00 archived",
		},
	},
	{
		"highlights", Table, "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\n" +
			"\"First, *words*\",Walden,Thoreau,,Mine,yellow,t,page,1,2022-01-02 03:04:05+00:00,\n" +
			"Other,Emma,Austen,,,,,page,1,,\n" +
			"Second,Walden,Thoreau,,,,,page,2,2022-02-02 03:04:05+00:00,\n",
		[]string{
			"Walden <> #t 2022-01-02 = > First, \\*words\\*\n\nMine\n\n> Second",
			"Emma <> = > Other",
		},
	},
	{
		"wallabag table", Table, "\"\";Title;URL;Content;Tags;\"MIME Type\";Language;\"Creation date\"\n" +
			"1;One;https://a.example/1;\"<p>Some <b>words</b>; more.</p>\";\"a,b\";text/html;en;\"16/05/2023 12:29:15\"\n",
		[]string{"One <https://a.example/1> #a #b 2023-05-16 = Some **words**; more."},
	},
	{
		"wallabag", Objects, `[{"is_archived":1,"is_starred":true,"tags":["a",{"label":"b"}],"id":7,"title":"One","url":"https:\/\/a.example\/1",` +
			`"content":"<h2>Head<\/h2><p>Text.<\/p><script>x<\/script>","created_at":"2023-05-16T12:29:15+0200","published_by":["Ann","Bo"],"domain_name":"a.example","reading_time":3},` +
			`7,{"title":"none","url":null},{"title":"Two","url":"https://a.example/2","content":"","is_archived":0}]`,
		[]string{
			"One <https://a.example/1> #a #b 2023-05-16 read=true star=true 0.00 archived = ## Head\n\nText.",
			"! number 2: it is no object",
			"! number 3: it has no web address",
			"Two <https://a.example/2>",
		},
	},
	{
		"Pinboard", Objects, `[{"href":"https://a.example/1","description":"One","extended":"About one","time":"2020-01-02T03:04:05Z","shared":"no","toread":"yes","tags":"a b"}]`,
		[]string{"One <https://a.example/1> #a #b 2020-01-02"},
	},
	{
		"Shiori", Objects, `{"bookmarks":[{"id":1,"url":"https://a.example/1","title":"One","excerpt":"About one","author":"Ann","public":0,"createdAt":"2023-05-16 12:29:15","modifiedAt":"2024-01-02 03:04:05","hasContent":true,"html":"<p>Words of <b>one</b>.</p>","tags":[{"id":1,"name":"a b"},{"id":2,"name":"c"}]},` +
			`{"id":2,"url":"https://a.example/2","title":"Two","excerpt":"","tags":[]}]}`,
		[]string{"One <https://a.example/1> #a b #c 2023-05-16 = Words of **one**.", "Two <https://a.example/2>"},
	},
	{
		"Feedly", Objects, `{"id":"user/7/tag/global.saved","updated":1700000000000,"items":[` +
			`{"id":"x=","originId":"https://a.example/1","title":"One","author":"Ann","published":1600000000000,"crawled":1600000100000,"alternate":[{"href":"https://a.example/1","type":"text/html"}],"origin":{"title":"A site","htmlUrl":"https://a.example"},"summary":{"content":"<p>Words of <i>one</i>.</p>","direction":"ltr"},"tags":[{"id":"user/7/tag/wet","label":"wet"}]},` +
			`{"id":"y=","title":"Two &amp; &amp;lt;","canonical":[{"href":"https://a.example/2"}],"alternate":[{"href":"https://b.example/2"}]}]}`,
		[]string{"One <https://a.example/1> #wet = Words of *one*.", "Two & &lt; <https://a.example/2>"},
	},
	{
		"Firefox", Objects, `{"guid":"root________","title":"","index":0,"dateAdded":1600000000000000,"typeCode":2,"type":"text/x-moz-place-container","root":"placesRoot","children":[` +
			`{"guid":"menu________","title":"menu","typeCode":2,"type":"text/x-moz-place-container","root":"bookmarksMenuFolder","children":[` +
			`{"title":"One","dateAdded":1700000000000000,"typeCode":1,"tags":"a,b c","type":"text/x-moz-place","uri":"https://a.example/1"},` +
			`{"title":"","typeCode":3,"type":"text/x-moz-place-separator"},` +
			`{"title":"Garden","typeCode":2,"type":"text/x-moz-place-container","children":[{"title":"Two","dateAdded":1700000000000000,"typeCode":1,"type":"text/x-moz-place","uri":"https://a.example/2"}]}]},` +
			`{"title":"tags","typeCode":2,"type":"text/x-moz-place-container"}]}`,
		[]string{"One <https://a.example/1> #a #b c 2023-11-14", "Two <https://a.example/2> #Garden 2023-11-14"},
	},
	{
		"Chrome", Objects, `{"checksum":"0","roots":{"bookmark_bar":{"children":[` +
			`{"date_added":"13344473600000000","guid":"g1","id":"5","name":"One","type":"url","url":"https://a.example/1"},` +
			`{"children":[{"date_added":"13344473600000000","id":"7","name":"Two","type":"url","url":"https://a.example/2"}],"date_added":"13344473600000000","id":"6","name":"Garden","type":"folder"}],` +
			`"date_added":"13344473600000000","id":"1","name":"Bookmarks bar","type":"folder"},"other":{"children":[{"id":"8","name":"Three","type":"url","url":"https://a.example/3"}],"id":"2","name":"Other bookmarks","type":"folder"},` +
			`"synced":{"children":[],"id":"3","name":"Mobile bookmarks","type":"folder"}},"version":1}`,
		[]string{"One <https://a.example/1> 2023-11-14", "Two <https://a.example/2> #Garden 2023-11-14", "Three <https://a.example/3>"},
	},
	{
		"cut", Objects, `[{"title":"One","url":"https://a.example/1","is_archived":0},{"title":"Two`,
		[]string{"One <https://a.example/1>", "! number 2: the file ends within it"},
	},
	{
		"browser", Links, "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=UTF-8\">\n<TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n" +
			"<DT><H3 PERSONAL_TOOLBAR_FOLDER=\"true\">Bookmarks bar</H3>\n<DL><p>\n<DT><A HREF=\"https://a.example/1\" ADD_DATE=\"1700000000\">One &amp; only</A>\n" +
			"<DT><H3>Garden</H3>\n<DL><p>\n<DT><A HREF=\"https://a.example/2\" ADD_DATE=\"1700000000000000\" TAGS=\"a,b\">Two</A>\n<DD>What it is\n</DL><p>\n</DL><p>\n" +
			"<DT><A HREF=\"place:sort=8\">Most visited</A>\n<DT><A HREF=\"https://a.example/3\" TOREAD=\"0\" PRIVATE=\"1\"></A>\n</DL>",
		[]string{
			"One & only <https://a.example/1> 2023-11-14",
			"Two <https://a.example/2> #a #b #Garden 2023-11-14",
			"a.example/3 <https://a.example/3> read=true star=false 0.00",
		},
	},
	{
		"marked in wallabag", Objects, `[{"is_archived":0,"title":"One","url":"https://a.example/1","content":"<p>Text.</p>","annotations":[{"text":"Mine.","quote":"Text"}]}]`,
		[]string{"One <https://a.example/1> = Text.\n\n> Text\n\nMine."},
	},
	{
		"a stream without an address", Objects, `{"items":[{"id":"com.google/1","title":"One","summary":{"content":"<p>Its <b>words</b>.</p>"}}]}`,
		[]string{"One <> = Its **words**."},
	},
	{
		"linkding", Objects, `{"results":[{"url":"https://a.example/1","title":"One","tag_names":["a"],"date_added":"2023-11-14T22:13:20Z"}]}`,
		[]string{"One <https://a.example/1> #a 2023-11-14"},
	},
	{
		"GoodLinks", Objects, `[{"url":"https://a.example/1","title":"One","addedAt":1700000000.5,"readAt":1700000001,"tags":[]}]`,
		[]string{"One <https://a.example/1> 2023-11-14 read=true star=false 0.00"},
	},
	{
		"older Pocket", Links, "<!DOCTYPE html>\n<html><head><title>Pocket Export</title></head><body>\n<h1>Unread</h1>\n<ul>\n<li><a href=\"https://a.example/1\" time_added=\"1700000000\" tags=\"a,b\">One</a></li>\n</ul>\n" +
			"<h1>Read Archive</h1>\n<ul>\n<li><a href=\"https://a.example/2\" time_added=\"1700000000\" tags=\"\">Two</a></li></ul></body></html>",
		[]string{"One <https://a.example/1> #a #b 2023-11-14", "Two <https://a.example/2> 2023-11-14 read=true star=false 0.00 archived"},
	},
}

func TestExports(t *testing.T) {
	for _, tt := range exports {
		t.Run(tt.name, func(t *testing.T) {
			f := Sniff(tt.text)
			if f != tt.format {
				t.Fatalf("sniffed as %q", f)
			}
			got := lines(Read(t.Context(), f, strings.NewReader(tt.text)))
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}

func TestNoExports(t *testing.T) {
	for _, text := range []string{
		"", "title", "url,title\nhttps://a.example/,A\n", "name,price,url\nx,1,y\n", "[1, 2]", "[{\"a\": 1}]", "[link](https://a.example)\n",
		"<!doctype html><title>My bookmarks</title>", "{\"version\": \"https://jsonfeed.org/version/1\", \"url\": 1, \"tags\": []}",
		"Title, url and tags are words.\n\nMore of them.\n",
	} {
		if f := Sniff(text); f != None {
			t.Errorf("%q is sniffed as %s", text, f)
		}
	}
}

// The text of a bookmark says what it is and leads to the page.
func TestBookmark(t *testing.T) {
	for i := range Read(t.Context(), Table, strings.NewReader("url,title,selection,tags\nhttps://a.example/(x)>y,A,\"Marked *there*.\",#t\n")) {
		if i.Err != nil || !i.Bookmark || i.Origin != i.URL || !strings.Contains(i.Markdown, "lede add fetches its text") ||
			!strings.Contains(i.Markdown, "<https://a.example/%28x%29%3Ey>") || !strings.Contains(i.Markdown, "\n> Marked \\*there\\*.\n") {
			t.Errorf("%+v: %s", i, i.Markdown)
		}
	}
}

func TestFolder(t *testing.T) {
	fsys := fstest.MapFS{
		"metadata_0_to_20.json": {Data: []byte(`[{"id":"1","slug":"one","title":"One","description":"About","author":"Ann","url":"https://a.example/1","state":"Archived","readingProgress":40,"labels":["a"],"savedAt":"2024-01-02T03:04:05.000Z","publishedAt":"2023-01-02T03:04:05.000Z"},
{"id":"2","slug":"../../etc","title":"Two","url":"https://a.example/2","state":"SUCCEEDED","readingProgress":0,"labels":[],"savedAt":"2024-01-02T03:04:05.000Z"}]`)},
		"metadata_20_to_40.json": {Data: []byte(`[{"slug":"three","title":"Three","url":"https://a.example/3","savedAt":"2024-01-02T03:04:05.000Z"}]`)},
		"content/one.html":       {Data: []byte("<html><body><p>Words of one.</p></body></html>")},
		"content/three.html":     {Data: []byte("")},
		"highlights/one.md":      {Data: []byte("> Marked.\n")},
	}
	if !IsFolder(fsys) || !Has(fsys) {
		t.Fatal("no export")
	}
	want := "One <https://a.example/1> #a 2024-01-02 read=true star=false 0.40 archived = Words of one.\n\n> Marked.\n" +
		"Two <https://a.example/2> 2024-01-02\nThree <https://a.example/3> 2024-01-02"
	var archive bytes.Buffer
	z := zip.NewWriter(&archive)
	if err := z.AddFS(fsys); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	zipped, err := zip.NewReader(bytes.NewReader(archive.Bytes()), int64(archive.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range []fs.FS{fsys, zipped} {
		if got := strings.Join(lines(ReadAll(t.Context(), in)), "\n"); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
	for range ReadAll(t.Context(), fsys) {
		break // and no panic
	}
}

// many is a table of so many rows, that nobody holds in memory.
type many struct {
	rows, at int
	rest     []byte
	row      func(int) string
}

func (m *many) Read(p []byte) (int, error) {
	if len(m.rest) == 0 {
		if m.at == m.rows {
			return 0, io.EOF
		}
		m.rest = []byte(m.row(m.at))
		m.at++
	}
	n := copy(p, m.rest)
	m.rest = m.rest[n:]
	return n, nil
}

func TestManyRows(t *testing.T) {
	const rows = 30_000
	r := &many{rows: rows, row: func(i int) string {
		if i == 0 {
			return "url,title,tags,time_added\n"
		}
		return fmt.Sprintf("https://a.example/%d,%s,a|b,1700000000\n", i, strings.Repeat("A title ", 20))
	}}
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	n, most := 0, uint64(0)
	for i := range Read(t.Context(), Table, r) {
		if i.Err != nil {
			t.Fatal(i.Err)
		}
		if n++; n%10_000 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&now)
			most = max(most, now.HeapAlloc-min(before.HeapAlloc, now.HeapAlloc))
		}
	}
	if n != rows-1 || most > 8<<20 {
		t.Errorf("%d rows, %d KB held", n, most>>10)
	}
}

// Of many rows that are ill-formed some are told, and the others are counted.
func TestManyFaults(t *testing.T) {
	r := &many{rows: 501, row: func(i int) string {
		if i == 0 {
			return "url,title,tags\n"
		}
		return "nowhere,x,\n"
	}}
	got := lines(Read(t.Context(), Table, r))
	if len(got) != mostTold+1 || got[mostTold] != "! 480 more could not be read" {
		t.Errorf("%d lines, the last %q", len(got), got[len(got)-1])
	}
}

// Nor has a row more cells than memory is there for.
func TestManyCells(t *testing.T) {
	r := &many{rows: 2_000, row: func(i int) string {
		if i == 0 {
			return "url,title,tags\nhttps://a.example/,A,b\n"
		}
		return strings.Repeat(",", 1<<14)
	}}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got := lines(Read(t.Context(), Table, r))
	runtime.ReadMemStats(&after)
	if len(got) != 2 || !strings.HasPrefix(got[1], "! a row has more than") {
		t.Errorf("%.200q", got)
	}
	if grown := (after.TotalAlloc - before.TotalAlloc) >> 20; grown > 200 {
		t.Errorf("it took %d MB", grown)
	}
}

// A quotation mark that is never closed, or a page of one long tag, takes no
// more memory than one thing may have.
func TestEndless(t *testing.T) {
	for f, start := range map[Format]string{
		Table: "url,title,tags\n\"", Objects: `[{"url":"`, Links: "<!DOCTYPE NETSCAPE-Bookmark-file-1><a href=\"",
	} {
		r := &many{rows: 10_000, row: func(i int) string {
			if i == 0 {
				return start
			}
			return strings.Repeat("x", 1<<14)
		}}
		var err error
		for i := range Read(t.Context(), f, r) {
			err = i.Err
		}
		if err == nil || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", f, err)
		}
		if r.at > 4000 {
			t.Errorf("%s: %d KB were read", f, r.at<<4)
		}
	}
}

func BenchmarkTable(b *testing.B) {
	row := "https://a.example/some/path,A title of a page,a|b,1700000000\n"
	text := "url,title,tags,time_added\n" + strings.Repeat(row, 10_000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		for range Read(context.Background(), Table, strings.NewReader(text)) {
		}
	}
}
