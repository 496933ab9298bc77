package effect

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
)

// FeedSet says that a feed or a folder is otherwise than before, or why it is not.
type FeedSet struct {
	Did string // in words
	Err error
}

// SetFeed changes what the reader says of a feed, as it is then; did says in words
// what that did.
func (e Effects) SetFeed(key int64, set func(*articles.Feed), did string) tea.Cmd {
	return e.Journal(func(ctx context.Context, lib Library) error {
		all, err := lib.Feeds(ctx)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(all, func(f articles.Feed) bool { return f.Key == key })
		if at < 0 {
			return nil // somebody else ended the subscription: nothing is to be set
		}
		set(&all[at])
		return lib.SetFeed(ctx, all[at])
	}, func(err error) tea.Msg { return FeedSet{did, err} })
}

// RemoveFeed ends a subscription.
func (e Effects) RemoveFeed(f articles.Feed) tea.Cmd {
	went, stayed := 0, 0
	return e.Journal(func(ctx context.Context, lib Library) (err error) {
		went, stayed, err = lib.RemoveFeed(ctx, f.Key, false)
		return err
	}, func(err error) tea.Msg {
		return FeedSet{fmt.Sprintf("Unsubscribed from %s: %s.", f.Label(), leaving(went, stayed)), err}
	})
}

// RemoveFolder forgets a folder of the disk.
func (e Effects) RemoveFolder(f articles.Folder) tea.Cmd {
	return e.Journal(func(ctx context.Context, lib Library) error { return lib.RemoveFolder(ctx, f.Key) },
		func(err error) tea.Msg { return FeedSet{fmt.Sprintf("Forgot %s: its articles stay.", f.Label()), err} })
}

// leaving says how many articles of a feed went, and how many stayed.
func leaving(went, stayed int) string {
	words := articles.Grouped(went) + " articles went"
	if went == 1 {
		words = "1 article went"
	}
	switch stayed {
	case 0:
	case 1:
		words += ", 1 stays"
	default:
		words += ", " + articles.Grouped(stayed) + " stay"
	}
	return words
}
