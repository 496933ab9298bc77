package feeds

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/effect"
	"lede/ui/intent"
	"lede/ui/keys"
)

// aboutFeed does what is about a feed.
func (f *Feeds) aboutFeed(c keys.Command) tea.Cmd {
	r := f.current()
	switch {
	case r != nil && r.kind == directory && c.Op == keys.Unsubscribe:
		return f.fx.RemoveFolder(r.dir)
	case r == nil || r.kind != feed:
		f.Say("No feed here.")
		return nil
	}
	one := r.feed
	switch c.Op {
	case keys.Rename:
		if c.Arg == "" {
			return f.askName(*r)
		}
		return f.rename(one, c.Arg)
	case keys.Mute:
		did := fmt.Sprintf("Muted: %s is not asked for what is new.", one.Label())
		if one.Muted {
			did = fmt.Sprintf("%s is asked for what is new again.", one.Label())
		}
		return f.fx.SetFeed(one.Key, func(now *articles.Feed) { now.Muted = !one.Muted }, did)
	case keys.Unsubscribe:
		return f.fx.RemoveFeed(one)
	case keys.Browse:
		f.Ask(intent.Browse{Address: siteOf(&one)})
	case keys.Copy:
		f.Ask(intent.Copy{Text: one.URL, What: "the address of the feed"})
	}
	return nil
}

func (f *Feeds) rename(one articles.Feed, name string) tea.Cmd {
	as := one
	if as.Name = name; name == one.Title {
		as.Name = ""
	}
	if as.Name == one.Name {
		return nil
	}
	return f.fx.SetFeed(one.Key, func(now *articles.Feed) { now.Name = as.Name },
		fmt.Sprintf("%s is called %s.", one.Label(), as.Label()))
}

// siteOf is the page of a feed, or else the feed.
func siteOf(f *articles.Feed) string {
	if f.Site != "" {
		return f.Site
	}
	return f.URL
}

// heard is what of a row is to be asked: of a folder, the feeds that are not muted.
func (f *Feeds) heard(r *row) articles.Origins {
	from := r.from
	if r.kind == folder {
		from.Feeds = slices.DeleteFunc(slices.Clone(from.Feeds), func(key int64) bool {
			return slices.ContainsFunc(f.all, func(one articles.Feed) bool { return one.Key == key && one.Muted })
		})
	}
	return from
}

// aboutFeeds does what is about a feed, or about all those of a folder.
func (f *Feeds) aboutFeeds(o keys.Op) tea.Cmd {
	r := f.current()
	switch {
	case r == nil || r.from.IsEmpty():
		f.Say("No feed here.")
	case o == keys.RefreshOne && f.heard(r).IsEmpty():
		f.Say("All of them are muted.")
	case o == keys.RefreshOne:
		f.Ask(intent.RefreshFrom{Origins: f.heard(r)})
	default:
		from := r.from
		return f.fx.Many(effect.IDs(func(ctx context.Context, lib effect.Library) ([]articles.ID, error) {
			return lib.From(ctx, from)
		}).WithBehind(false), "Nothing is unread here.", effect.MarkRead)
	}
	return nil
}
