package feed

import "testing"

// What nobody sees is passed over, and what is beside it is read.
func TestSignsThatNobodySees(t *testing.T) {
	t.Parallel()
	for _, data := range []string{
		`{"version": "https://jsonfeed.org/version/1", "items": [{"id": "\u0001", "url": "https://a.example/", "title": "\u200b", "content_html": "<p>\u0001</p>", "content_text": "Words."}]}`,
		"<rss><channel><item><guid>\x01</guid><link>\u200b</link><link>https://a.example/</link><title>\u200b</title><content:encoded>\x01</content:encoded><description>Words.</description></item></channel></rss>",
	} {
		f := parse(t, data)
		if r := f.Read(&f.Items[0]); f.Items[0].GUID != "" || r.Article.URL != "https://a.example/" || r.Article.Title != "Words." || r.Article.Markdown != "Words.\n" {
			t.Errorf("%q of %q: %+v", f.Items[0].GUID, data, r.Article)
		}
	}
}
