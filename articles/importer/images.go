package importer

import (
	"context"
	"fmt"
	"net/url"
	"sync"

	"lede/articles"
	"lede/articles/importer/fetch"
	"lede/articles/importer/filetype"
	"lede/articles/markdown"
)

// mostImages is how many images of an article are fetched.
const mostImages = 300

// fetchImages fetches the images of an article that stand on the web, and says
// in one line each which of them cannot be had. All of them stay within the
// limits of [articles.MaxImage] and [articles.MaxImages].
func fetchImages(ctx context.Context, c *fetch.Client, a *articles.Article, at string, public bool) (images []articles.Image, lost []error) {
	base, err := url.Parse(at)
	if err != nil {
		return nil, nil
	}
	var wanted []wantedImage
	for _, source := range markdown.Images(a.Markdown) {
		if u, err := base.Parse(source); err == nil && articles.IsWeb(u.String()) && len(wanted) < mostImages {
			wanted = append(wanted, wantedImage{source: source, address: u.String()})
		}
	}
	const atOnce = 4
	places := make(chan struct{}, atOnce)
	room := &room{left: articles.MaxImages}
	var wait sync.WaitGroup
	for i := range wanted {
		wait.Go(func() {
			places <- struct{}{}
			defer func() { <-places }()
			wanted[i].fetch(ctx, c, public, room)
		})
	}
	wait.Wait()
	for _, w := range wanted {
		if w.err != nil {
			lost = append(lost, w.err)
		} else {
			images = append(images, articles.Image{Source: w.source, Data: w.data})
		}
	}
	return images, lost
}

type wantedImage struct {
	source, address string
	data            []byte
	err             error
}

// room is how much more the images of an article may have, in bytes.
type room struct {
	sync.Mutex
	left int64
}

// take is so much of the room, if there is as much.
func (r *room) take(n int64) bool {
	r.Lock()
	defer r.Unlock()
	if r.left < n {
		return false
	}
	r.left -= n
	return true
}

func (w *wantedImage) fetch(ctx context.Context, c *fetch.Client, public bool, room *room) {
	r, err := c.Get(ctx, fetch.Request{URL: w.address, Kind: fetch.Image, Limit: articles.MaxImage, Public: public})
	switch {
	case err != nil:
		w.err = err
	case !filetype.IsImage(string(r.Body[:min(len(r.Body), 16)])):
		w.err = fmt.Errorf("%s is no PNG, JPEG, GIF or WebP: its caption stays", r.URL)
	case !room.take(int64(len(r.Body))):
		w.err = fmt.Errorf("%s is beyond the %d MB that the images of an article may have: its caption stays", r.URL, articles.MaxImages>>20)
	default:
		w.data = r.Body
	}
}
