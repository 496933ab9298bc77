package importer

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"lede/articles"
	"lede/articles/importer/fetch"
	"lede/articles/importer/webpage"
	"lede/articles/lazy"
)

// mostParts is how many pages one article may be spread over.
const mostParts = 20

// parts fetches the parts of an article that is spread over several pages.
type parts struct {
	ctx    context.Context
	client *fetch.Client
	public bool // the first page is one of the public web
	hint   Hint
	left   int64 // of the size that all of them may have
	seen   map[string]bool
	joined bool
}

// join puts the following parts behind the first. A part that there is not, or
// that has nothing new in it, ends the article; one that does not come now is an
// error, for an article that ends in the middle is none.
func (p *parts) join(first *webpage.Page) error {
	all := []string{first.Markdown}
	next := first.Next
	for n := 2; n <= mostParts && next != "" && !p.seen[articles.KeptAddress(next)]; n++ {
		p.seen[articles.KeptAddress(next)] = true
		page, err := p.part(next)
		if err != nil {
			return err
		}
		if page == nil || slices.Contains(all, page.Markdown) {
			break
		}
		all = append(all, page.Markdown)
		next = page.Next
	}
	if p.joined = len(all) > 1; p.joined {
		first.Markdown = joined(all)
	}
	return nil
}

// part is the page at an address; nil when there is no part of an article.
func (p *parts) part(at string) (*webpage.Page, error) {
	if p.left <= 0 {
		return nil, nil
	}
	r, err := p.client.Get(p.ctx, fetch.Request{URL: at, Limit: p.left, Public: p.public})
	if refused, ok := errors.AsType[*fetch.Error](err); ok && refused.Status >= 400 && refused.Status < 429 {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if r.URL != articles.KeptAddress(at) && p.seen[r.URL] || host(r.URL) != host(at) {
		return nil, nil
	}
	p.seen[r.URL] = true
	p.left -= int64(len(r.Body))
	page, err := webpage.Parse(webpage.Source{Data: text(r.Body), URL: r.URL, Charset: r.Charset, WholePage: p.hint.WholePage})
	if errors.Is(err, webpage.ErrNoArticle) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", r.URL, err)
	}
	return &page, nil
}

func host(at string) string {
	u, err := url.Parse(at)
	if err != nil {
		return ""
	}
	return u.Hostname()
}

// joined is the text of all parts. What stands at the start of every one, such as
// a picture, stays in the first alone, and what stands at the end of every one,
// such as a word about the author, in the last.
func joined(all []string) string {
	const head = 6 // blocks
	blocks := make([][]string, len(all))
	for i, text := range all {
		if i > 0 {
			text = renumbered(text, i+1)
		}
		blocks[i] = strings.Split(strings.TrimSpace(text), "\n\n")
	}
	start := blocks[0][:min(head, len(blocks[0])-1)]
	for i := 1; i < len(blocks); i++ {
		for len(blocks[i]) > 1 && slices.Contains(start, blocks[i][0]) {
			blocks[i] = blocks[i][1:]
		}
		for before, last := len(blocks[i-1]), len(blocks[i]); before > 1 && last > 1 && blocks[i-1][before-1] == blocks[i][last-1]; {
			before, last = before-1, last-1
			blocks[i-1] = blocks[i-1][:before]
		}
	}
	return strings.Join(slices.Concat(blocks...), "\n\n") + "\n"
}

var noteStart = &lazy.Regexp{Source: `(?m)^\[\^([^\]\s]+)\]:`}

// renumbered gives the footnotes of part n names that no other part has.
func renumbered(text string, n int) string {
	var pairs []string
	for _, found := range noteStart.Get().FindAllStringSubmatch(text, -1) {
		label := found[1]
		pairs = append(pairs, "[^"+label+"]", "[^"+strconv.Itoa(n)+"-"+label+"]")
	}
	return strings.NewReplacer(pairs...).Replace(text)
}
