package gallery

import (
	"strings"

	"github.com/charmbracelet/colorprofile"

	"lede/ui/picture"
)

// cache keeps the pictures that are ready, here and in the terminal. The zero
// cache is empty.
type cache struct {
	pictures map[cacheKey]*scaled
	clock    int
}

// cacheKey is a picture at one size.
type cacheKey struct {
	source string
	box    picture.Box
}

// scaled is a picture at one size, ready to be shown.
type scaled struct {
	rows    []string
	sixels  string        // the image itself, to draw over the rows; empty for other means
	means   picture.Means // that it was made for
	profile colorprofile.Profile
	number  int // under which the terminal keeps the image; 0 when it does not
	bytes   int
	used    int // when it was near the window last, by the cache's clock
}

// mostCached is the memory for the pictures of an article, here and in the
// terminal, in bytes.
const mostCached = 32 << 20

// clear drops all pictures; it returns what makes the terminal forget their images.
func (c *cache) clear() (forget string) {
	var b strings.Builder
	for key := range c.pictures {
		b.WriteString(c.drop(key))
	}
	return b.String()
}

func (c *cache) drop(key cacheKey) (forget string) {
	if p := c.pictures[key]; p.number != 0 {
		forget = picture.KittyForget(p.number)
	}
	delete(c.pictures, key)
	return forget
}

// put adds a picture and drops those for it that are the longest out of use,
// but none of near.
func (c *cache) put(key cacheKey, p *scaled, near map[cacheKey]bool) (forget string) {
	if c.pictures == nil {
		c.pictures = make(map[cacheKey]*scaled)
	}
	if c.pictures[key] != nil {
		forget = c.drop(key)
	}
	c.pictures[key] = p
	c.clock++
	total := 0
	for k, p := range c.pictures {
		if total += p.bytes; near[k] {
			p.used = c.clock
		}
	}
	p.used = c.clock
	for total > mostCached {
		oldest, found := cacheKey{}, false
		for k, p := range c.pictures {
			if p.used < c.clock && (!found || p.used < c.pictures[oldest].used) {
				oldest, found = k, true
			}
		}
		if !found {
			break
		}
		total -= c.pictures[oldest].bytes
		forget += c.drop(oldest)
	}
	return forget
}
