package importer

import (
	"fmt"
	"strings"
	"testing"
)

// bigFeed has some 10 MB: whole articles of 16 KB.
func bigFeed() string {
	paragraph := "<p>Some words of a paragraph that has <em>emphasis</em>, and <a href='/there'>a link</a> in it. " +
		strings.Repeat("It goes on for a while, as paragraphs do. ", 8) + "</p>\n"
	body := strings.Repeat(paragraph, 36)
	var b strings.Builder
	b.WriteString("<rss><channel><title>Big</title><link>https://example.org/</link>")
	for i := range 640 {
		fmt.Fprintf(&b, "<item><title>Item %d</title><link>https://example.org/%d</link><description>What it is about.</description>"+
			"<pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate><content:encoded><![CDATA[%s]]></content:encoded></item>\n", i, i, body)
	}
	b.WriteString("</channel></rss>")
	return b.String()
}

func BenchmarkFeed(b *testing.B) {
	data := bigFeed()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		g, err := (Hint{}).Read("big.xml", data)
		if err != nil || len(g.Bundle.Items) != 640 {
			b.Fatal(err)
		}
	}
}
