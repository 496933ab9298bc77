package ui

import (
	"errors"
	"testing"

	"lede/articles"
)

func TestTaken(t *testing.T) {
	t.Parallel()
	lost, odd := errors.New("b.md is empty"), errors.New("the library is gone")
	for _, c := range []struct {
		did  articles.Intake
		err  error
		want string // after "!" the complaint
	}{
		{articles.Intake{Outcomes: outcomes(articles.Added, 1), Last: &articles.Article{Title: "One"}}, nil, "Added: One"},
		{articles.Intake{Outcomes: outcomes(articles.Unchanged, 1), Last: &articles.Article{Title: "One"}}, nil, "Unchanged: One"},
		{articles.Intake{Outcomes: outcomes(articles.Added, 1), Last: &articles.Article{Title: "One"}, Ruled: articles.Ruled{Tagged: 1, Starred: 1}}, nil, "1 added, 1 tagged, 1 starred."},
		{articles.Intake{Outcomes: outcomes(articles.Unchanged, 1)}, nil, "1 unchanged."},
		{articles.Intake{Outcomes: outcomes(articles.Added, 3), Last: &articles.Article{Title: "One"}}, nil, "3 added."},
		{articles.Intake{Outcomes: outcomes(articles.Added, 12), Of: "A Book"}, nil, "A Book: 12 added."},
		{articles.Intake{Outcomes: outcomes(articles.Added, 3), Failed: 1, Failures: []error{lost}}, nil, "3 added, 1 failed: b.md is empty"},
		{articles.Intake{Outcomes: outcomes(articles.Added, 1), Last: &articles.Article{Title: "One"}, Passed: map[string]int{".org": 2}}, nil, "1 added. 2 passed over: 2 .org."},
		{articles.Intake{Outcomes: outcomes(articles.Added, 1), Last: &articles.Article{Title: "One"}, Warnings: []string{"a.md:2: odd"}}, nil, "a.md:2: odd · Added: One"},
		{articles.Intake{Outcomes: outcomes(articles.Added, 3), Warnings: []string{"a", "b", "c"}}, nil, "a, and 2 more warnings · 3 added."},
		{articles.Intake{Failed: 1, Failures: []error{lost}}, nil, "!b.md is empty"},
		{articles.Intake{Outcomes: outcomes(articles.Added, 1)}, odd, "!the library is gone"},
		{articles.Intake{Passed: map[string]int{".org": 1}}, odd, "!the library is gone; 1 passed over: 1 .org"},
		{articles.Intake{Feeds: []articles.Subscribed{{Feed: articles.Feed{Key: 2, Title: "F"}, New: 1}}}, nil, "Subscribed to F (feed 2): 1 new article"},
		{articles.Intake{Feeds: []articles.Subscribed{{Feed: articles.Feed{Key: 2, Title: "F"}, Was: true}}}, nil, "F is subscribed to already (feed 2)"},
		{articles.Intake{Lists: []articles.FeedList{{Outcomes: outcomes(articles.Added, 2), Refused: []string{"B is not kept"}}}}, nil, "2 added, 1 refused: r reads them; B is not kept"},
		{articles.Intake{Lists: []articles.FeedList{{Name: "l.opml"}}}, nil, "l.opml lists no feeds"},
	} {
		got, err := taken(&c.did, c.err, "r")
		if err != nil {
			got = "!" + err.Error()
		}
		if got != c.want {
			t.Errorf("%+v: %q, want %q", c.did, got, c.want)
		}
	}
}

func outcomes(of articles.Outcome, n int) (all [articles.Muted + 1]int) {
	all[of] = n
	return all
}
