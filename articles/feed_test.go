package articles

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

var noon = time.Date(2026, 2, 8, 12, 0, 0, 0, time.UTC)

func TestBackoff(t *testing.T) {
	t.Parallel()
	last := time.Duration(0)
	for n := 1; n < 200; n++ {
		wait := Backoff(n)
		if wait < last || wait <= 0 || wait > 24*time.Hour {
			t.Fatalf("Backoff(%d) = %v after %v", n, wait, last)
		}
		if n < 6 && wait == last {
			t.Errorf("Backoff(%d) does not grow", n)
		}
		last = wait
	}
	if last != 24*time.Hour {
		t.Errorf("the longest wait is %v", last)
	}
}

func TestDue(t *testing.T) {
	t.Parallel()
	var f Feed
	if !f.IsDue(noon) {
		t.Error("a new feed is not due")
	}
	f.Fail(noon, "broke\noff", 0)
	if f.IsDue(noon.Add(time.Minute)) || !f.IsDue(noon.Add(time.Hour)) || f.IsHeld(noon.Add(time.Minute)) {
		t.Errorf("after a failure: %+v", f)
	}
	if f.Error != "broke off" || f.Failures != 1 || !f.Checked.Equal(noon) {
		t.Errorf("after a failure: %+v", f)
	}
	f.Fail(noon, "busy", 3*time.Hour)
	if f.IsDue(noon.Add(2*time.Hour)) || !f.IsHeld(noon.Add(2*time.Hour)) || !f.IsDue(noon.Add(3*time.Hour)) {
		t.Errorf("after Retry-After: %+v", f)
	}
	f.Fail(noon, "busy", 1000*time.Hour)
	if f.IsDue(noon.Add(6*24*time.Hour)) || !f.IsDue(noon.Add(8*24*time.Hour)) {
		t.Errorf("after an endless Retry-After: %+v", f)
	}
	if !f.IsDue(noon.Add(-365 * 24 * time.Hour)) {
		t.Error("a clock that was set back stops the feed")
	}
	f.End(noon, "gone")
	if f.IsDue(noon.Add(1000 * time.Hour)) {
		t.Error("a feed that is gone is due")
	}
	f.Succeed(noon)
	if !f.IsDue(noon) || f.Failures != 0 || f.Error != "" || f.Gone {
		t.Errorf("after an answer: %+v", f)
	}
}

func TestSurplus(t *testing.T) {
	t.Parallel()
	all := []Holding{
		{Key: 1, Dated: noon},
		{Key: 2, Dated: noon.Add(-time.Hour)},
		{Key: 3, Dated: noon.Add(-2 * time.Hour), Precious: true},
		{Key: 4, Dated: noon.Add(-3 * time.Hour)},
		{Key: 5, Dated: noon.Add(-time.Hour)},
	}
	for keep, want := range map[int][]int64{0: nil, -1: nil, 5: nil, 9: nil, 1: {5, 2, 4}, 2: {2, 4}, 3: {4}, 4: {4}} {
		if got := Surplus(all, keep); !slices.Equal(got, want) {
			t.Errorf("Surplus(%d) = %v, want %v", keep, got, want)
		}
	}
}

func TestFindFeeds(t *testing.T) {
	t.Parallel()
	all := []Feed{
		{Key: 1, URL: "https://a.example/feed.xml", Site: "https://www.a.example/", Title: "Alpha Review"},
		{Key: 2, URL: "https://b.example/rss", Title: "Beta", Name: "My Beta"},
		{Key: 3, URL: "https://c.example/rss", Title: "Alphabet"},
	}
	for ref, want := range map[string][]int64{
		"1": {1}, "4": nil, "": nil, "https://a.example/feed.xml": {1}, "a.example/feed.xml/": {1}, "a.example": {1},
		"alphabet": {3}, "alpha": {1, 3}, "ALPHA r": {1}, "my": {2}, "beta": {2}, "gamma": nil,
	} {
		var got []int64
		for _, f := range FindFeeds(all, ref) {
			got = append(got, f.Key)
		}
		if !slices.Equal(got, want) {
			t.Errorf("FindFeeds(%q) = %v, want %v", ref, got, want)
		}
	}
}

func TestFeedTags(t *testing.T) {
	t.Parallel()
	f := Feed{Folders: [][]string{{"Tech", "Go"}, {"tech"}, {}, {"Friends"}}}
	if got, want := f.Tags(), []string{"Tech", "Go", "Friends"}; !slices.Equal(got, want) {
		t.Errorf("tags %q, want %q", got, want)
	}
}

func TestIdentify(t *testing.T) {
	t.Parallel()
	f := Feed{URL: "https://a.example/feed", Site: "https://a.example/blog/"}
	entry := func(guid, link, title string) Entry {
		return Entry{GUID: guid, Link: link, Article: &Article{Title: title}}
	}
	type names [2]string
	for what, c := range map[string]struct {
		in   []Entry
		want []names // a GUID of * is one of the title
	}{
		"plain":           {[]Entry{entry("1", "https://a.example/1", "A"), entry("2", "https://a.example/2", "B")}, []names{{"1", "https://a.example/1"}, {"2", "https://a.example/2"}}},
		"same link":       {[]Entry{entry("1", "https://a.example/x", "A"), entry("2", "https://a.example/x", "B")}, []names{{"1", ""}, {"2", ""}}},
		"same GUID":       {[]Entry{entry("x", "https://a.example/1", "A"), entry("x", "https://a.example/2", "B")}, []names{{"", "https://a.example/1"}, {"", "https://a.example/2"}}},
		"twice":           {[]Entry{entry("1", "https://a.example/1", "A"), entry("1", "https://a.example/1", "A, again")}, []names{{"1", "https://a.example/1"}}},
		"twice, bare":     {[]Entry{entry("", "https://a.example/1", "A"), entry("", "https://a.example/1", "A")}, []names{{"", "https://a.example/1"}}},
		"one link, bare":  {[]Entry{entry("", "https://a.example/1", "A"), entry("", "https://a.example/1", "B")}, []names{{"*", ""}, {"*", ""}}},
		"front page":      {[]Entry{entry("1", "https://a.example/", "A"), entry("2", "https://a.example/blog", "B")}, []names{{"1", ""}, {"2", ""}}},
		"nothing":         {[]Entry{entry("", "", "A"), entry("", "", "B"), entry("", "", "B")}, []names{{"*", ""}, {"*", ""}}},
		"number in query": {[]Entry{entry("", "https://a.example/?p=1", "A")}, []names{{"", "https://a.example/?p=1"}}},
	} {
		var got []names
		known := map[string]bool{}
		for _, e := range f.Identify(c.in) {
			if known[e.GUID+e.Link] {
				t.Errorf("%s: two entries are known as %q %q", what, e.GUID, e.Link)
			}
			known[e.GUID+e.Link] = true
			if len(e.GUID) > 20 {
				e.GUID = "*"
			}
			got = append(got, names{e.GUID, e.Link})
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %q, want %q", what, got, c.want)
		}
	}
}

func TestRefreshedSummary(t *testing.T) {
	t.Parallel()
	failed := []Failure{{Of: "A", Why: "answered 500"}}
	for _, c := range []struct {
		of   Refreshed
		want string
	}{
		{Refreshed{Feeds: 3, News: News{Added: 12, Updated: 3}, Failures: failed}, "12 new, 3 updated, 1 failed"},
		{Refreshed{Feeds: 3}, "nothing new"},
		{Refreshed{Feeds: 1, Failures: failed}, "1 failed"},
		{Refreshed{Waiting: 2, Gone: 1}, "2 left alone for now, 1 gone"},
	} {
		if got := c.of.Summary(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// FuzzIdentify: whatever a feed lists, no two entries are known by the same name
// or become the same article, and what is the same is the same the next time.
func FuzzIdentify(f *testing.F) {
	f.Add("1 a/1 A\n2 a/2 B\n1 a/1 A")
	f.Add("\n\nx  y\nx  z\n- https://a.example/ -\n- https://a.example/ b")
	f.Fuzz(func(t *testing.T, list string) {
		feed := Feed{URL: "https://a.example/feed", Site: "https://a.example/"}
		read := func() []Entry {
			var all []Entry
			for line := range strings.Lines(list) {
				part := strings.SplitN(line+"  ", " ", 3)
				e := Entry{GUID: part[0], Link: part[1], Article: &Article{Title: CleanLine(part[2])}}
				e.Seal()
				all = append(all, e)
			}
			return feed.Identify(all)
		}
		first, second := read(), read()
		ids, guids, links := map[ID]bool{}, map[string]bool{}, map[string]bool{}
		for i, e := range first {
			if e.GUID == "" && e.Link == "" || ids[e.Article.ID] || e.GUID != "" && guids[e.GUID] || e.Link != "" && links[e.Link] {
				t.Errorf("entry %d is known as %q %q", i, e.GUID, e.Link)
			}
			ids[e.Article.ID], guids[e.GUID], links[e.Link] = true, true, true
			if o := second[i]; o.GUID != e.GUID || o.Link != e.Link || o.Article.ID != e.Article.ID {
				t.Errorf("entry %d is known as %q %q, and as %q %q", i, e.GUID, e.Link, o.GUID, o.Link)
			}
		}
	})
}

func TestTakeUser(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		before, after Feed
	}{
		{Feed{URL: "https://ann:hush@example.org/f?a=b"}, Feed{URL: "https://example.org/f?a=b", Access: Access{User: "ann", Password: "hush"}}},
		{Feed{URL: "https://ann@example.org/f"}, Feed{URL: "https://example.org/f", Access: Access{User: "ann"}}},
		{
			Feed{URL: "https://ann:old@example.org/f", Access: Access{User: "bob", Password: "new"}},
			Feed{URL: "https://example.org/f", Access: Access{User: "bob", Password: "new"}},
		},
		{Feed{URL: "https://example.org/a@b:c"}, Feed{URL: "https://example.org/a@b:c"}},
	} {
		if c.before.TakeUser(); !reflect.DeepEqual(c.before, c.after) {
			t.Errorf("%+v, want %+v", c.before, c.after)
		}
	}
}

// TestStanding: what is wrong with a feed is told with its reason, and until when.
func TestStanding(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 2, 8, 12, 0, 0, 0, time.Local)
	var f Feed
	for _, c := range []struct {
		then  func()
		state FeedState
		word  string
		says  string
	}{
		{func() {}, FeedUnasked, "new", "not asked yet"},
		{func() { f.Succeed(now) }, FeedWell, "well", "checked Feb 8, 12:00"},
		{func() { f.Fail(now, "answered 500", 0) }, FeedFailing, "failing", "answered 500: asked again from Feb 8, 12:05 on"},
		{func() { f.Fail(now, "answered 500", 0) }, FeedFailing, "failing", "answered 500, 2 times in a row: asked again from Feb 8, 12:10 on"},
		{func() { f.Due = now }, FeedFailing, "failing", "answered 500, 2 times in a row"},
		{func() { f.Fail(now, "answered 429", time.Hour) }, FeedWaiting, "waiting", "answered 429: left alone until Feb 8, 13:00, as its server asks"},
		{func() { f.Muted = true }, FeedMuted, "muted", "muted: it is not asked for what is new, and what came by it stays"},
		{func() { f.End(now, "answered 410") }, FeedGone, "gone", "answered 410: not asked any more"},
	} {
		c.then()
		if got := f.State(now); got != c.state || got.String() != c.word || f.Standing(now) != c.says {
			t.Errorf("%s: %q, want %s: %q", got, f.Standing(now), c.word, c.says)
		}
	}
}
