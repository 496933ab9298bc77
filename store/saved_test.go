package store

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/articles/query"
)

// TestSavedQueries: what a hand does with the saved queries is kept, in their order, and
// each of it is undone as one.
func TestSavedQueries(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	line := func() string {
		all, err := s.SavedQueries(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, q := range all {
			names = append(names, q.Name+"="+q.Query)
		}
		return strings.Join(names, " ")
	}
	lines := []string{line()}
	for _, step := range []struct {
		edit       articles.QueryEdit
		said, want string
	}{
		{articles.QueryEdit{Kind: articles.SavingQuery, Name: "A", Query: "#a"}, "query saved: A", "A=#a"},
		{articles.QueryEdit{Kind: articles.SavingQuery, Name: "B", Query: "#b"}, "query saved: B", "A=#a B=#b"},
		{articles.QueryEdit{Kind: articles.SavingQuery, Name: "a", Query: "#c"}, "query saved: a (was: #a)", "A=#c B=#b"},
		{articles.QueryEdit{Kind: articles.SavingQuery, Name: "A", Query: "#c"}, "", "A=#c B=#b"},
		{articles.QueryEdit{Kind: articles.MovingQuery, Name: "B"}, "query moved: B", "B=#b A=#c"},
		{articles.QueryEdit{Kind: articles.MovingQuery, Name: "B", Place: 9}, "query moved: B", "A=#c B=#b"},
		{articles.QueryEdit{Kind: articles.RenamingQuery, Name: "A", To: "D"}, "query renamed: A to D", "D=#c B=#b"},
		{articles.QueryEdit{Kind: articles.RemovingQuery, Name: "d"}, "query removed: d", "B=#b"},
	} {
		c, err := s.EditQueries(t.Context(), step.edit)
		if err != nil || c.String() != step.said || line() != step.want {
			t.Errorf("%+v: %q, %q, %v", step.edit, c.String(), line(), err)
		}
		if step.said != "" {
			lines = append(lines, line())
		}
	}
	for i := len(lines) - 2; i >= 0; i-- {
		c, err := s.Undo(t.Context(), time.Time{})
		if err != nil || !strings.HasPrefix(c.Undone(), "undone: query ") || line() != lines[i] {
			t.Errorf("undone %q: %q, not %q: %v", c.Undone(), line(), lines[i], err)
		}
	}
}

// TestQueryNames: a name that cannot be one changes nothing and says why.
func TestQueryNames(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	for _, name := range []string{"Go", "Type"} {
		if _, err := s.EditQueries(t.Context(), articles.QueryEdit{Kind: articles.SavingQuery, Name: name, Query: "#go"}); err != nil {
			t.Fatal(err)
		}
	}
	for _, wrong := range []struct {
		edit articles.QueryEdit
		want string
	}{
		{articles.QueryEdit{Kind: articles.SavingQuery, Name: "unread"}, "Unread is a shelf"},
		{articles.QueryEdit{Kind: articles.SavingQuery}, "needs a name"},
		{articles.QueryEdit{Kind: articles.SavingQuery, Name: strings.Repeat("n", 41)}, "at most 40"},
		{articles.QueryEdit{Kind: articles.RenamingQuery, Name: "Go", To: "type"}, "there is a query Type already"},
		{articles.QueryEdit{Kind: articles.RemovingQuery, Name: "None"}, "no query is saved"},
	} {
		c, err := s.EditQueries(t.Context(), wrong.edit)
		if err == nil || !strings.Contains(err.Error(), wrong.want) || c.ID != 0 {
			t.Errorf("%+v: %v", wrong.edit, err)
		}
	}
}

// TestCountIsWhatIsFound: a query is counted as what it finds.
func TestCountIsWhatIsFound(t *testing.T) {
	t.Parallel()
	s := library(t, 300)
	for _, text := range []string{"", "tag:unix", "paper", "proofreading", "is:unread -#unix", "margins or ink"} {
		q, err := query.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		found, err := s.Find(t.Context(), q, articles.Newest)
		if err != nil {
			t.Fatal(err)
		}
		if n, err := s.Count(t.Context(), q); n != len(found.Keys) || err != nil {
			t.Errorf("%q: %d counted and %d found: %v", text, n, len(found.Keys), err)
		}
	}
}

// TestValues: the values of a field are told with how many articles have them, by the
// beginning of a word in them.
func TestValues(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	for i, a := range []articles.Article{
		{Author: "Ada Quill", Site: "The Review", Tags: []string{"Unix", "go/tools"}, Series: "Stones"},
		{Author: "Ada Quill", Site: "Revue", Tags: []string{"unix"}, Series: "Stones", Part: 2, Parts: 3},
		{Author: "Björn 100%", Tags: []string{"type"}},
	} {
		a.ID = articles.NewID(fmt.Sprint("test:", i))
		a.Title, a.Origin, a.Markdown = a.Author, fmt.Sprint("test:", i), "Text.\n"
		put(t, s, &a)
	}
	if _, err := s.AddFeeds(t.Context(), []articles.Feed{{URL: "https://example.org/feed", Title: "The Daily", Folders: [][]string{{"News", "World"}}}}); err != nil {
		t.Fatal(err)
	}
	for _, ask := range []struct {
		field       query.Field
		typed, want string
	}{
		{query.Tag, "", "Unix 2, go/tools 1, type 1"},
		{query.Tag, "UN", "Unix 2"},
		{query.Author, "qu", "Ada Quill 2"},
		{query.Author, "bjo", "Björn 100% 1"},
		{query.Author, "%", ""},
		{query.Site, "rev", "Revue 1, The Review 1"},
		{query.Series, "", "stones 2"},
		{query.Feed, "dai", "The Daily 0"},
		{query.Folder, "world", "News/World 0"},
		{query.Folder, "orld", ""},
	} {
		all, err := s.Values(t.Context(), ask.field, ask.typed)
		if err != nil {
			t.Fatal(err)
		}
		var said []string
		for _, v := range all {
			said = append(said, fmt.Sprint(v.Value, " ", v.Articles))
		}
		if got := strings.Join(said, ", "); got != ask.want {
			t.Errorf("%s:%s: %q, not %q", ask.field, ask.typed, got, ask.want)
		}
	}
}
