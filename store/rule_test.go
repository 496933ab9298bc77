package store

import (
	"slices"
	"testing"
	"time"

	"lede/articles"
	"lede/articles/rules"
	"lede/store/schema"
	"lede/store/storetest"
)

// addRule adds a rule by the reader's hand, as a change of its own where c is nil.
func addRule(t *testing.T, s *Store, c *articles.Change, text string) error {
	t.Helper()
	r, err := rules.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	if c == nil {
		c = &articles.Change{Kind: articles.SettingRules}
	}
	return s.EditRules(t.Context(), c, func(all []rules.Rule) ([]rules.Rule, string) { return append(all, r), text + " added" })
}

func rulesOf(t *testing.T, s *Store) string {
	t.Helper()
	all, err := s.Rules(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	out := ""
	for _, r := range all {
		out += r.String() + "\n"
	}
	return out
}

func TestRulesAreUndone(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	want := []string{""}
	for _, text := range []string{"crypto -> mute", "author:quill -> star", "tag:go -> read, tag code"} {
		if err := addRule(t, s, nil, text); err != nil {
			t.Fatal(err)
		}
		want = append(want, want[len(want)-1]+text+"\n")
		if got := rulesOf(t, s); got != want[len(want)-1] {
			t.Errorf("%q, want %q", got, want[len(want)-1])
		}
	}
	// What changes nothing is no change.
	none := articles.Change{Kind: articles.SettingRules}
	if err := s.EditRules(t.Context(), &none, func(all []rules.Rule) ([]rules.Rule, string) { return all, "" }); err != nil || none.ID != 0 {
		t.Errorf("%+v, %v", none, err)
	}
	// An article and a rule within one change are undone as one.
	adding := articles.Change{Kind: articles.Adding}
	if _, err := s.PutWithin(t.Context(), &adding, storetest.Article(1)); err != nil {
		t.Fatal(err)
	}
	if err := addRule(t, s, &adding, "more -> keep"); err != nil {
		t.Fatal(err)
	}
	for i := range want {
		c, err := s.Undo(t.Context(), time.Time{})
		if err != nil || c.ID == 0 || c.Left > 0 {
			t.Fatalf("%+v, %v", c, err)
		}
		if got := rulesOf(t, s); got != want[len(want)-1-max(0, i)] {
			t.Errorf("after %s: %q, want %q", c.Undone(), got, want[len(want)-1-i])
		}
	}
}

// TestRuledAsItComesIn has rules act on what is new, and on nothing else.
func TestRuledAsItComesIn(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	a := storetest.Article(1)
	a.Tags, a.Prior = []string{"World"}, nil
	a.Rule = func(*articles.Article) articles.Ruling {
		return articles.Ruling{Star: true, Read: true, Tags: []string{"world", "new"}}
	}
	if got := put(t, s, a); got != articles.Added || !a.Ruled.Star {
		t.Fatalf("%v, %+v", got, a.Ruled)
	}
	got, now, err := s.Article(t.Context(), a.ID)
	if err != nil || !now.Starred || !now.Read || articles.Hashtags(got.Tags) != "#World #new" || articles.Hashtags(got.Own.Add) != "#new" {
		t.Errorf("%+v, %q, own %+v, %v", now, got.Tags, got.Own, err)
	}
	if err := s.SetStarred(t.Context(), a.ID, false); err != nil {
		t.Fatal(err)
	}
	again := storetest.Article(1)
	again.Title, again.Rule = "Another", a.Rule
	if got := put(t, s, again); got != articles.Updated || !again.Ruled.IsZero() || state(t, s, a.ID).Starred {
		t.Errorf("brought up to date: %v, %+v, %+v", got, again.Ruled, state(t, s, a.ID))
	}

	muted := fileArticle("/n/muted.md", "Words.")
	muted.Rule = func(*articles.Article) articles.Ruling { return articles.Ruling{Mute: true} }
	c := articles.Change{Kind: articles.Adding}
	if got, err := s.PutWithin(t.Context(), &c, muted); err != nil || got != articles.Muted || c.ID != 0 {
		t.Errorf("muted: %v, %+v, %v", got, c, err)
	}
	if removed, err := s.IsKeptOut(t.Context(), muted.ID, nil); err != nil || !removed {
		t.Errorf("a refresh would read it again: %v", err)
	}
	if _, _, err := s.Article(t.Context(), muted.ID); err == nil {
		t.Error("it is in the library")
	}
	muted.Rule = nil
	if got := put(t, s, muted); got != articles.Added {
		t.Errorf("without rules: %v", got)
	}
	if removed, err := s.IsKeptOut(t.Context(), muted.ID, nil); err != nil || removed {
		t.Errorf("it is not forgotten that it was muted: %v", err)
	}
}

// TestMutedByOlderLedes: of what was muted before it was noted by which rule, the rules are
// asked again, and nothing of what was let go of is taken for it.
func TestMutedByOlderLedes(t *testing.T) {
	t.Parallel()
	s, f := subscribed(t)
	few := subscribe(t, s, articles.Feed{URL: "https://b.example/feed", Title: "The B", Keep: 1})
	for _, key := range []int64{f.Key, few.Key} {
		alter(t, s, `INSERT INTO entry (feed, guid, link, article, owner, pruned, sum, page)
			VALUES (?, 'x', '//x.example/', NULL, 0, 1, '', 0)`, key)
	}
	path := s.path
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	steps, err := schema.Steps()
	if err != nil {
		t.Fatal(err)
	}
	now := open(t, outdated(t, path, slices.Index(steps, "0029_brought_muted.sql")))
	all, err := now.MutedByRules(t.Context())
	if err != nil || len(all) != 1 || all[0].Feed != "The A" || all[0].Rule != "" {
		t.Errorf("%+v, %v", all, err)
	}
	feeds, err := now.Unmute(t.Context(), nil)
	if err != nil || !slices.Equal(feeds, []int64{f.Key}) {
		t.Errorf("%v, %v", feeds, err)
	}
	if all, err := now.MutedByRules(t.Context()); err != nil || len(all) > 0 {
		t.Errorf("%+v, %v", all, err)
	}
	if news := refreshed(t, now, f, lists("x", "https://x.example/", "X", "Text.")); news.Added != 1 {
		t.Errorf("%+v", news)
	}
}
