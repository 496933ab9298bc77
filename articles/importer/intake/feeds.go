package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/disk"
	"lede/articles/importer/opml"
	"lede/articles/importer/refresh"
)

// isFeed reports whether what came from an address is a feed.
func isFeed(b *importer.Bundle) bool { return b != nil && b.Kind == importer.FeedBundle }

// Subscribe subscribes to the feed at an address, or to the one that the page
// there has, and takes in what it lists. The switches of a new feed are those of
// as.
func (in *Intake) Subscribe(ctx context.Context, word string, as articles.Feed) (articles.Subscribed, error) {
	word = Meant(word)
	switch KindOf(word) {
	case Address:
	case List:
		return articles.Subscribed{}, refuse(word, IsAList)
	case File, Stdin:
		return articles.Subscribed{}, in.refuseFile(ctx, word)
	case Folder:
		return articles.Subscribed{}, refuse(word, IsAFolder)
	case Several:
		return articles.Subscribed{}, refuse(word, TwoAtOnce)
	default:
		if IsPath(word) && !isForeign(word) {
			return articles.Subscribed{}, refuse(word, NotThere)
		}
		return articles.Subscribed{}, refuse(word, NoAddress)
	}
	as.URL = word
	as.TakeUser()
	r := in.Refresher()
	found, err := eitherWay(as.URL, func(address string) (*refresh.Found, error) { return r.Find(ctx, address, as.Access) })
	if err != nil {
		return articles.Subscribed{}, err
	}
	return in.subscribeTo(ctx, r, found, as)
}

// refuseFile is why a file is no feed to subscribe to: it is one to add, or none at
// all.
func (in *Intake) refuseFile(ctx context.Context, word string) error {
	if info, err := os.Stat(word); err == nil && info.Mode().IsRegular() {
		if _, err := (importer.Hint{Waits: in.Waits}).File(ctx, word); err != nil {
			return err
		}
	}
	return refuse(word, IsAFile)
}

// subscribeHere is [Intake.Subscribe] to a feed that was fetched by now.
func (in *Intake) subscribeHere(ctx context.Context, b *importer.Bundle) (articles.Subscribed, error) {
	r := in.Refresher()
	found, err := r.FoundAt(ctx, b.Asked, b.Answer)
	if err != nil {
		return articles.Subscribed{}, fmt.Errorf("%s %w", articles.ShownAddress(b.Asked), err)
	}
	return in.subscribeTo(ctx, r, found, articles.Feed{})
}

func (in *Intake) subscribeTo(ctx context.Context, r *refresh.Refresher, found *refresh.Found, as articles.Feed) (articles.Subscribed, error) {
	found.Feed.FullText, found.Feed.Keep = as.FullText, as.Keep
	found.Feed.TakeUser()
	feeds := []articles.Feed{found.Feed}
	outcomes, err := in.lib.AddFeeds(ctx, feeds)
	if err != nil {
		return articles.Subscribed{}, err
	}
	found.Feed.Key = feeds[0].Key
	if outcomes[0] != articles.Added {
		return articles.Subscribed{Feed: found.Feed, Was: true}, nil
	}
	news, err := r.TakeIn(ctx, found)
	if err != nil {
		return articles.Subscribed{}, err
	}
	return articles.Subscribed{Feed: found.Feed, New: news.Added, Ruled: news.Ruled, Others: found.Others}, nil
}

// mostList is how long a list of feeds may be, in bytes.
const mostList = 20 << 20

// TakeList subscribes to the feeds of a list: a file of OPML or of newsboat's
// addresses, or the standard input for -. Nothing is fetched.
func (in *Intake) TakeList(ctx context.Context, path string) (articles.FeedList, error) {
	did := articles.FeedList{Name: path}
	data, err := in.readList(path)
	if err != nil {
		return did, err
	}
	list, err := opml.Read(path, data)
	if err == nil && len(list.Feeds)+len(list.Refused) == 0 && !opml.Is(data) {
		err = opml.ErrNoList
	}
	if err != nil {
		return did, fmt.Errorf("%s: %w", articles.CleanLine(path), err)
	}
	feeds := make([]articles.Feed, len(list.Feeds))
	for i, f := range list.Feeds {
		feeds[i] = f.Subscription()
	}
	outcomes, err := in.lib.AddFeeds(ctx, feeds)
	if err != nil {
		return did, err
	}
	for _, outcome := range outcomes {
		did.Outcomes[outcome]++
	}
	for _, r := range list.Refused {
		did.Refused = append(did.Refused, r.String())
	}
	return did, nil
}

func (in *Intake) readList(path string) (string, error) {
	r, name := in.Stdin, articles.CleanLine(path)
	if path != "-" {
		f, err := os.Open(path)
		if errors.Is(err, os.ErrNotExist) {
			return "", refuse(path, NotThere)
		}
		if err != nil {
			return "", fmt.Errorf("open %s: %w", name, disk.Cause(err))
		}
		defer f.Close() //nolint:errcheck // only read
		r = f
	}
	if r == nil {
		return "", refuse(path, IsKeyboard)
	}
	data, err := io.ReadAll(io.LimitReader(r, mostList+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("read %s: %w", name, disk.Cause(err))
	case len(data) > mostList:
		return "", fmt.Errorf("%s is over the limit of %d MB for a list of feeds", name, mostList>>20)
	}
	return string(data), nil
}
