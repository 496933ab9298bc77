package feed

import (
	"testing"

	"lede/articles"
	"lede/articles/steady"
)

var seeds = [...]string{
	rss,
	`<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">&amp;lt;x&amp;#27;</title><content mode="base64">AAA</content></entry></feed>`,
	`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":1,"title":"\u001b","tags":[{}],"authors":{"name":[]}}]}`,
}

// FuzzParse: no text of a feed has a control in it, and no item more than it may.
func FuzzParse(f *testing.F) {
	for _, data := range seeds {
		f.Add(data)
	}
	f.Fuzz(check)
}

// Nor when one of its words is what nobody sees.
func TestEachWordOfAFeed(t *testing.T) {
	t.Parallel()
	for _, data := range seeds {
		for spoilt := range steady.Spoilt(data) {
			check(t, spoilt)
		}
	}
}

func check(t *testing.T, data string) {
	t.Helper()
	Is(data)
	feed, err := Parse(Source{Data: data, URL: "https://example.org/"})
	if err != nil {
		return
	}
	clean := func(what, s string) {
		if articles.CleanLine(s) != s {
			t.Errorf("%q: %s is %q", data, what, s)
		}
	}
	clean("title", feed.Title)
	clean("link", feed.Link)
	clean("description", feed.Description)
	for i := range feed.Items {
		it := &feed.Items[i]
		r := feed.Read(it)
		clean("guid", it.GUID)
		clean("link", it.Link)
		clean("title", r.Article.Title)
		clean("dek", r.Article.Dek)
		clean("author", r.Article.Author)
		clean("address", r.Article.URL)
		for _, s := range []string{r.Article.Markdown, r.Summary, r.Content} {
			if articles.Clean(s) != s {
				t.Errorf("%q: the text is %q", data, s)
			}
		}
		if len(it.Tags) > mostTags || len(it.Enclosures) > mostEnclosures || len(it.Authors) > mostAuthors {
			t.Errorf("%d tags, %d enclosures, %d authors", len(it.Tags), len(it.Enclosures), len(it.Authors))
		}
	}
}
