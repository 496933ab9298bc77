package cli

import (
	"context"
	"fmt"
	"net/url"
	"strings"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/refresh"
	"lede/store"
)

func (p *program) feedsAdd() *cobra.Command {
	var as articles.Feed
	var access accessFlags
	cmd := &cobra.Command{
		Use:   "add [OPTION]... ADDRESS...",
		Short: "Subscribe to feeds",
		Long:  `Subscribe to feeds (RSS, Atom or JSON Feed), and read them. ADDRESS is that of a feed or of a page that has one: the main feed that the page names is taken and the others are told. Where a page names none, the usual addresses of its site are tried.`,
		Example: `lede feeds add https://example.org/feed.xml
lede feeds add example.org --full-text --keep 50`,
		Args:                  some("an address"),
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, addresses []string) error {
			if as.Keep < 0 {
				return usage(cmd, "--keep %d: needs a number from 0 on", as.Keep)
			}
			if err := access.apply(cmd, &as.Access); err != nil {
				return err
			}
			return p.withLibrary(cmd.Context(), func(s *store.Store) error {
				return p.sayEach(cmd.Context(), addresses, func(address string) (string, error) {
					return p.subscribe(cmd.Context(), s, address, as)
				})
			})
		},
	}
	f := cmd.Flags()
	f.BoolVar(&as.FullText, "full-text", false, "fetch pages where there is only a summary")
	f.IntVar(&as.Keep, "keep", 0, "keep the newest N articles, or all for 0")
	nameValue(f, "keep", "N")
	access.define(f)
	return cmd
}

// sayEach does something with each of some words, and prints what it says of it.
// One that fails is told and does not stop the rest.
func (p *program) sayEach(ctx context.Context, words []string, do func(word string) (string, error)) error {
	var failed error
	for _, word := range words {
		said, err := do(word)
		if err != nil && ctx.Err() != nil {
			return err
		}
		if err == nil {
			_, err = fmt.Fprintln(p.stdout(), said)
		}
		if err != nil {
			p.complain(err)
			failed = errReported
		}
	}
	return failed
}

// subscribe subscribes to the feed at an address, or to the one that the page
// there has, takes in what it lists, and says what it did. The switches of a new
// feed are those of as.
func (p *program) subscribe(ctx context.Context, s *store.Store, word string, as articles.Feed) (string, error) {
	address, err := feedAddress(word)
	if err != nil {
		return "", err
	}
	r := p.refresher(s)
	as.URL = address
	as.TakeUser()
	found, err := eitherWay(as.URL, func(address string) (*refresh.Found, error) { return r.Find(ctx, address, as.Access) })
	if err != nil {
		return "", err
	}
	return subscribeTo(ctx, s, r, found, as)
}

// subscribeHere is [program.subscribe] to a feed that was fetched by now.
func (p *program) subscribeHere(ctx context.Context, s *store.Store, b *importer.Bundle) (string, error) {
	r := p.refresher(s)
	found, err := r.FoundAt(ctx, b.Asked, b.Answer)
	if err != nil {
		return "", fmt.Errorf("%s %w", shownAddress(b.Asked), err)
	}
	return subscribeTo(ctx, s, r, found, articles.Feed{})
}

func subscribeTo(ctx context.Context, s *store.Store, r *refresh.Refresher, found *refresh.Found, as articles.Feed) (string, error) {
	found.Feed.FullText, found.Feed.Keep = as.FullText, as.Keep
	found.Feed.TakeUser()
	feeds := []articles.Feed{found.Feed}
	outcomes, err := s.AddFeeds(ctx, feeds)
	if err != nil {
		return "", err
	}
	if outcomes[0] != articles.Added {
		said := fmt.Sprintf("%s is subscribed to already (feed %d)", found.Feed.Label(), feeds[0].Key)
		if as.FullText || as.Keep > 0 || !as.Access.IsZero() {
			said += fmt.Sprintf(" and stays as it is set: lede feeds set %d changes that", feeds[0].Key)
		}
		return said, nil
	}
	found.Feed.Key = feeds[0].Key
	news, err := r.TakeIn(ctx, found)
	if err != nil {
		return "", err
	}
	said := fmt.Sprintf("subscribed to %s (feed %d): %s", found.Feed.Label(), found.Feed.Key, plural(news.Added, "new article"))
	for _, other := range found.Others {
		said += "\n  the page also names " + other
	}
	return said, nil
}

// feedAddress is the address that a person means: it may be written without
// https:// or as feed://…. What is a command or a file is refused.
func feedAddress(word string) (string, error) {
	lower := strings.ToLower(word)
	for _, lead := range [...]string{"feed:https://", "feed:http://"} {
		if strings.HasPrefix(lower, lead) {
			return word[len("feed:"):], nil
		}
	}
	switch {
	case isFile(word):
		return "", fmt.Errorf("%s is a file: lede add reads it, and lede feeds import takes lists of feeds", nameOf(word))
	case articles.IsWeb(word), isBare(word):
		return word, nil
	case strings.HasPrefix(lower, "feed://"):
		return word[len("feed://"):], nil
	}
	return "", fmt.Errorf("%s is no web address: lede subscribes to http and https alone, and runs no commands", nameOf(word))
}

// shownAddress is an address without the password that it may hold.
func shownAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.User == nil {
		return address
	}
	return u.Redacted()
}

func (p *program) refresher(s *store.Store) *refresh.Refresher {
	return refresh.New(s, p.web(), thisProgram(), isFatal)
}
