package ui

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/importer/fetch"
	"lede/articles/importer/intake"
	"lede/store"
)

// feedSources are sources that ask real servers.
type feedSources struct{ *intake.Intake }

func (s feedSources) Fetch(context.Context, string, *articles.Article) ([]Reading, error) {
	return nil, nil
}

func (s feedSources) Add(ctx context.Context, thing string) (articles.Intake, error) {
	return s.Intake.Add(ctx, []string{thing}, intake.Options{}, func(intake.Event) {})
}

func (s feedSources) Refresh(ctx context.Context, progress func(done, total int)) (articles.Refreshed, error) {
	return s.Intake.Refresh(ctx, progress)
}

func (s feedSources) RefreshFrom(ctx context.Context, o articles.Origins, progress func(done, total int)) (articles.Refreshed, error) {
	return s.Intake.RefreshFrom(ctx, o, progress)
}

// driveFeeds plays the program on a library of n articles and of the feeds of a server on
// loopback, which are not asked yet: two at the top, of which one fails, one in a folder,
// and one in a folder of that. Each lists three articles.
func driveFeeds(t *testing.T, n int) *driver {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.Trim(r.URL.Path, "/")
		if name == "broken" {
			w.WriteHeader(http.StatusInternalServerError)
			return
		}
		fmt.Fprintf(w, "<rss version='2.0'><channel><title>The %s</title>", name)
		for i := range 3 {
			fmt.Fprintf(w, "<item><guid>%d</guid><link>http://%s/%s/%d</link><title>%s, part %d</title><description>Some words of it.</description><pubDate>Sun, 08 Feb 2037 12:%02d:00 GMT</pubDate></item>",
				i, r.Host, name, i, name, i, i)
		}
		fmt.Fprint(w, "</channel></rss>")
	}))
	t.Cleanup(server.Close)
	lib := openLibrary(t, n)
	feeds := []articles.Feed{
		{URL: server.URL + "/gazette"},
		{URL: server.URL + "/broken", Name: "Broken Times"},
		{URL: server.URL + "/unix", Folders: [][]string{{"Tech"}}},
		{URL: server.URL + "/golang", Folders: [][]string{{"Tech", "Go"}}},
	}
	if _, err := lib.AddFeeds(t.Context(), feeds); err != nil {
		t.Fatal(err)
	}
	return driveSources(t, lib)
}

func driveSources(t *testing.T, lib *store.Store) *driver {
	t.Helper()
	o := options(t, lib)
	o.Sources = feedSources{intake.New(lib, func() *fetch.Client { return fetch.New(fetch.Options{Timeout: 5 * time.Second}) })}
	return driveWith(t, lib, o)
}

// on is the row of the feeds that the cursor stands on, without its figures.
func (d *driver) on() string {
	d.Helper()
	for _, line := range strings.Split(d.screen(), "\n") {
		if _, row, found := strings.Cut(line, "▌"); found {
			name, _, _ := strings.Cut(strings.Trim(row, " !+-▾▸…×"), "  ")
			return name
		}
	}
	d.Fatalf("no cursor on the screen:\n%s", d.screen())
	return ""
}

func (d *driver) isOn(want string) {
	d.Helper()
	if got := d.on(); got != want {
		d.Fatalf("on %q, not on %q:\n%s", got, want, d.screen())
	}
}

func TestFeedsByFolder(t *testing.T) {
	t.Parallel()
	d := driveFeeds(t, 5)
	d.press("h")
	d.sees("4 feeds", "All articles", "Broken Times", "▾ Tech", "  ▾ Go", "new")
	d.isOn("All articles")
	d.press("R")
	d.sees("9 new, 1 failed", "4 feeds · 1 not answering", "The gazette", "The golang")
	d.isOn("All articles")
	if got := []int{d.line("Broken Times"), d.line("The gazette"), d.line("Tech"), d.line("The unix"), d.line("Go "), d.line("The golang")}; fmt.Sprint(got) != "[3 4 5 6 7 8]" {
		t.Errorf("the rows stand in the lines %v:\n%s", got, d.screen())
	}
	d.press("j")
	d.isOn("Broken Times")
	d.sees("! Broken Times", "failing", "! answered 500", "asked again from", "/broken")
	d.press("3 j k")
	d.isOn("Tech")
	d.sees("6 articles, 6 unread · 2 feeds")
	d.press("tab")
	d.sees("▸ Tech")
	d.seesNot("The unix")
	d.press("q h")
	d.isOn("Tech")
	d.press("tab")
	d.sees("The unix")
	d.press("G tab")
	d.isOn("Go")
	d.seesNot("The golang")
	d.press("tab p n")
	d.isOn("The golang")
	d.press("n")
	d.sees("No unread article further that way.")
	d.press("g")
	d.isOn("All articles")
}

// What is folded is so at the next start, and a folder that is gone is not kept.
func TestFoldersStayFolded(t *testing.T) {
	t.Parallel()
	d := driveFeeds(t, 5)
	d.press("h R G tab")
	d.isOn("Go")
	d.press("k k tab")
	d.isOn("Tech")
	next := driveSources(t, d.lib)
	next.press("h")
	next.sees("▸ Tech", "The gazette")
	next.press("G tab")
	next.sees("▾ Tech", "▸ Go", "The unix")
	next.seesNot("The golang")
	kept, err := d.lib.Setting(t.Context(), "folded")
	if want := `["\u0000Tech\u0000Go"]`; err != nil || kept != want {
		t.Errorf("kept is %s, not %s, %v", kept, want, err)
	}
	if all, err := d.lib.Feeds(t.Context()); err != nil || len(all) != 4 {
		t.Fatal(all, err)
	} else if _, _, err := d.lib.RemoveFeed(t.Context(), all[3].Key, true); err != nil {
		t.Fatal(err)
	}
	last := driveSources(t, d.lib)
	last.press("h G tab")
	if kept, err := d.lib.Setting(t.Context(), "folded"); err != nil || kept != `["\u0000Tech"]` {
		t.Errorf("kept is %s, %v", kept, err)
	}
}

// TestOpensAFeed: the list shows the articles of a feed or of a folder, and all again.
func TestOpensAFeed(t *testing.T) {
	t.Parallel()
	d := driveFeeds(t, 5)
	d.press("h R G enter")
	d.sees("golang, part 2", "golang, part 0", "1/3")
	d.seesNot("unix, part")
	d.press("enter")
	d.sees("golang, part 2", "Some words of it.")
	d.press("q h")
	d.isOn("The golang")
	d.press("k k k enter") // Tech
	d.sees("golang, part 0", "unix, part 0", "1/6")
	d.press("esc")
	d.sees("/14")
	d.press("h enter esc h g enter")
	d.sees("1/14")
}

// TestChangesOfFeedsAreUndone: each is one change, is told, and is taken back.
func TestChangesOfFeedsAreUndone(t *testing.T) {
	t.Parallel()
	d := driveFeeds(t, 5)
	d.press("h R j j")
	d.isOn("The gazette")
	before := d.feeds()
	for _, c := range []struct{ keys, says, shows, after string }{
		{"A", "3 marked as read. U undoes it.", "3 articles, 0 unread", "undone: 3 marked as read"},
		{"z", "Muted: The gazette is not asked for what is new. U undoes it.", "- The gazette", "undone: feed muted: The gazette"},
		{"e ctrl+u M i n e enter", "The gazette is called Mine. U undoes it.", "▌  Mine", "undone: feed renamed: The gazette to Mine"},
		{"D", "Unsubscribed from The gazette: 3 articles went. U undoes it.", "3 feeds", "undone: unsubscribed: The gazette"},
	} {
		d.press(c.keys)
		d.sees(c.says, c.shows)
		if d.feeds() == before {
			t.Errorf("%s changes nothing", c.keys)
		}
		d.press("U")
		d.sees(strings.ToUpper(c.after[:1]) + c.after[1:])
		if after := d.feeds(); after != before {
			t.Errorf("%s and undo leave %s, not %s", c.keys, after, before)
		}
		d.press("g j j")
		d.isOn("The gazette")
	}
	d.press("z z")
	d.sees("The gazette is asked for what is new again.")
	d.press("U")
	d.sees("Undone: feed unmuted: The gazette")
	d.press("g j j z")
	d.press("e esc")
	d.isOn("The gazette")
	if after := d.feeds(); after != before {
		t.Errorf("muted and not, and no name: %s, not %s", after, before)
	}
}

// TestFeedsByName: the palette does all of it too.
func TestFeedsByName(t *testing.T) {
	t.Parallel()
	d := driveFeeds(t, 5)
	command := func(line string) {
		t.Helper()
		d.press(":")
		d.take(tea.PasteMsg{Content: line})
		d.press("enter")
	}
	command("feeds")
	d.sees("4 feeds")
	d.press("j")
	command("refresh")
	d.sees("9 new, 1 failed", "! Broken Times")
	d.isOn("Broken Times")
	command("rename Morning Broken")
	d.sees("Broken Times is called Morning Broken.", "! Morning Broken")
	command("mute")
	d.sees("Muted: Morning Broken is not asked for what is new.")
	command("star")
	d.sees("star is for ")
	d.press("esc esc")
	command("out")
	d.sees("10/14")
}

// feeds is what the library says of its feeds.
func (d *driver) feeds() string {
	d.Helper()
	all, err := d.lib.Feeds(d.Context())
	if err != nil {
		d.Fatal(err)
	}
	var b strings.Builder
	for _, f := range all {
		fmt.Fprintf(&b, "%d %s muted:%t %d/%d\n", f.Key, f.Label(), f.Muted, f.Unread, f.Articles)
	}
	return b.String()
}

// TestRefreshesOneFeed: the one under the cursor is asked, also when it failed lately,
// and no other; of a folder, those that are not muted.
func TestRefreshesOneFeed(t *testing.T) {
	t.Parallel()
	d := driveFeeds(t, 5)
	d.press("h 2 j r")
	d.sees("3 new.", "The gazette")
	d.press("k r")
	d.sees("1 failed: Broken Times: answered 500")
	d.press("r")
	d.a.notice.Hush()
	d.sees("2 times in a row")
	d.press("G z k k k r")
	d.isOn("Tech")
	d.sees("3 new.")
	d.press("G r")
	d.sees("it is muted")
	d.press("k r") // Go, in which all are
	d.sees("All of them are muted.")
}

// TestFoldersOfTheDisk: those that were added stand below the feeds, and can be opened,
// read again, marked as read and forgotten.
func TestFoldersOfTheDisk(t *testing.T) {
	t.Parallel()
	d := driveFeeds(t, 5)
	dir := t.TempDir()
	file := func(name string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("# The "+name+"\n\nSome words of it.\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	file("one.md")
	file("two.md")
	d.press("h a")
	d.take(tea.PasteMsg{Content: dir})
	d.press("enter")
	d.sees("2 added", "▾ Folders of the disk")
	d.press("G")
	d.sees("2 articles, 2 unread")
	file("three.md")
	d.press("r")
	d.sees("1 new.", "3 articles, 3 unread")
	d.press("A")
	d.sees("3 marked as read.", "3 articles, 0 unread")
	d.press("U")
	d.sees("3 articles, 3 unread")
	d.press("enter")
	d.sees("The one.md", "The two.md", "1/3")
	d.press("h D")
	d.sees("Forgot ", "its articles stay")
	d.seesNot("Folders of the disk")
	d.press("U G")
	d.sees("Undone: folder forgotten", "3 articles, 3 unread")
	d.press("tab")
	d.isOn("Folders of the disk")
	d.sees("▸ Folders of the disk", "3 articles, 3 unread · 1 folder")
}

func TestFeedsSayWhatToDo(t *testing.T) {
	t.Parallel()
	d := driveSources(t, openLibrary(t, 3))
	d.press("h")
	d.sees("No feeds yet.", "Press a to subscribe")
	d.press("A")
	d.sees("No feed here.")
	d.press("z")
	d.sees("No feed here.")
	d.press("tab")
	d.sees("No folder here.")
	d.press("a")
	d.sees("add:", "the address of a feed")
	d.take(tea.PasteMsg{Content: "nowhere:thing"})
	d.press("enter")
	d.sees("add: nowhere:thing", "!")
	d.press("esc esc")
	d.sees("1/3")
}

// TestFeedsInAnyWindow: whatever the size, the rows fit, and the cursor is on the screen.
func TestFeedsInAnyWindow(t *testing.T) {
	t.Parallel()
	d := driveFeeds(t, 5)
	d.press("h R")
	for _, size := range [][2]int{{200, 50}, {140, 24}, {80, 24}, {40, 12}, {20, 8}, {12, 4}, {3, 2}, {1, 1}} {
		d.resize(size[0], size[1])
		for _, key := range strings.Fields("G k g j d u space b n p e esc") {
			d.press(key)
			d.screen()
		}
		if size[0] >= 20 {
			d.press("G")
			d.isOn(map[bool]string{true: "The golang", false: "The gola…"}[size[0] >= 40])
		}
	}
}

// TestClicksInFeeds: a click stands on a row, a second one opens it, and one on its sign
// folds a folder.
func TestClicksInFeeds(t *testing.T) {
	t.Parallel()
	d := driveFeeds(t, 5)
	d.press("h R")
	d.a.notice.Hush()
	d.click(10, d.line("Tech"))
	d.isOn("Tech")
	d.click(1, d.line("Tech"))
	d.sees("▸ Tech")
	d.click(1, d.line("Tech"))
	d.click(10, d.line("The unix"))
	d.isOn("The unix")
	d.take(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	d.isOn("Go")
	d.click(10, d.line("The unix"))
	d.click(10, d.line("The unix"))
	d.sees("unix, part 2", "1/3")
}

// TestFeedsBesideTheList: in a wide window the feeds stand beside the list, and keys and
// clicks go from one to the other.
func TestFeedsBesideTheList(t *testing.T) {
	t.Parallel()
	d := driveFeeds(t, 5)
	d.resize(160, 40)
	d.press("h R")
	d.sees("All articles", "│", "All 14", "Broken Times", "9 new, 1 failed")
	d.isOn("All articles")
	d.press("G enter") // the feed's articles, and the list has the keys
	d.sees("▏      The golang", "golang, part 2", "1/3")
	d.press("j m")
	d.sees("Marked as read.", "2/3")
	if feed := d.feeds(); !strings.Contains(feed, "The golang muted:false 2/3") {
		t.Errorf("the list has not the keys: %s", feed)
	}
	d.sees("The golang                  2 │") // counted anew beside it
	d.press("h")
	d.a.notice.Hush()
	d.sees("Enter open", "▌      The golang")
	d.click(10, d.line("The gazette"))
	d.click(10, d.line("The gazette"))
	d.sees("gazette, part 2", "1/3", "▏  The gazette")
	d.click(80, d.line("gazette, part 1"))
	d.sees("2/3")
	d.press("enter")
	d.seesNot("▾ Tech")
	d.resize(100, 30)
	d.press("q")
	d.seesNot("│")
	d.resize(160, 40)
	d.sees("The golang", "gazette, part 1", "2/3")
	e := driveSources(t, d.lib) // the next start
	e.resize(160, 40)
	e.sees("▾ Tech", "│", "1/3")
	d.press("h q")
	d.seesNot("▾ Tech")
	e = driveSources(t, d.lib)
	e.resize(160, 40)
	e.seesNot("▾ Tech")
	d.press("/ z")
	if c := d.a.View().Cursor; c == nil || c.X > 60 {
		t.Errorf("the cursor of the prompt stands at %+v", c)
	}
	d.press("esc h l / z")
	if c := d.a.View().Cursor; c == nil || c.X < sideColumns {
		t.Errorf("the cursor of the prompt stands at %+v", c)
	}
}

// BenchmarkFeeds is what a key costs, with its frame, where 200 feeds stand beside the
// list.
func BenchmarkFeeds(b *testing.B) {
	lib := openLibrary(b, 1000)
	feeds := make([]articles.Feed, 200)
	for i := range feeds {
		feeds[i] = articles.Feed{URL: fmt.Sprintf("https://%d.example/feed", i), Title: fmt.Sprintf("The %d Review", i), Folders: [][]string{{fmt.Sprint("Folder ", i%12)}}}
	}
	if _, err := lib.AddFeeds(b.Context(), feeds); err != nil {
		b.Fatal(err)
	}
	a := bench(b, lib, 200, 50)
	load := func() { a.take(a.feeds.Reload()()) }
	a.take(keyPress("h"))
	load()
	for name, do := range map[string]func(){
		"move": func() { a.take(keyPress("j")) },
		"fold": func() { a.take(keyPress("tab")) },
		"load": load,
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				do()
				_ = a.View()
			}
		})
	}
}
