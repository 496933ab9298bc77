package feed

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// hostile are feeds that are made to be costly. Each has some megabytes.
var hostile = map[string]func() string{
	"nesting":          func() string { return "<rss><channel><item><title>x" + strings.Repeat("<a>", 1_000_000) },
	"closed nesting":   func() string { return "<rss>" + strings.Repeat("<a>", 500_000) + strings.Repeat("</a>", 500_000) },
	"channels":         func() string { return strings.Repeat("<channel>", 500_000) },
	"xhtml nesting":    func() string { return "<feed><entry><content type='xhtml'>" + strings.Repeat("<div>", 100_000) + "x" },
	"escaped nesting":  func() string { return "<rss><item><description>" + strings.Repeat("&lt;div>", 100_000) + "x" },
	"attributes":       func() string { return "<rss " + attributes(300_000) + "><item><title>x</title></item></rss>" },
	"attributes often": func() string { return "<rss>" + strings.Repeat("<item "+attributes(300)+"/>", 1000) },
	"namespaces":       func() string { return "<rss>" + strings.Repeat(`<item xmlns:a="b" xmlns:c="d"><c:x/></item>`, 100_000) },
	"namespaces at one": func() string {
		return "<rss " + strings.ReplaceAll(attributes(100_000), " a", " xmlns:a") + "><item/></rss>"
	},
	"open quotes":    func() string { return "<rss>" + strings.Repeat(`<a b="x`, 500_000) },
	"odd quotes":     func() string { return "<rss>" + strings.Repeat(`<a b="x"y`, 500_000) },
	"one open quote": func() string { return "<rss>" + strings.Repeat(`<a b='x`+"\n", 500_000) },
	"open comments":  func() string { return "<rss>" + strings.Repeat("<!-- ", 500_000) },
	"open data":      func() string { return "<rss><item><title>" + strings.Repeat("<![CDATA[", 500_000) },
	"open doctypes":  func() string { return "<rss>" + strings.Repeat("<!D [", 500_000) },
	"doctypes":       func() string { return "<rss>" + strings.Repeat("<!D [>", 500_000) },
	"open ends":      func() string { return "<rss>" + strings.Repeat("</a ", 500_000) },
	"ends":           func() string { return "<rss>" + strings.Repeat("<b>", 250) + strings.Repeat("</a>", 500_000) },
	"ampersands":     func() string { return "<rss><item><title>" + strings.Repeat("&", 2_000_000) },
	"references":     func() string { return "<rss><item><title>" + strings.Repeat("&#65;", 500_000) },
	"entity bomb": func() string {
		var b strings.Builder
		b.WriteString("<!DOCTYPE rss [<!ENTITY a0 \"" + strings.Repeat("ha", 1000) + "\">")
		for i := 1; i < 100; i++ {
			fmt.Fprintf(&b, "<!ENTITY a%d \"%s\">", i, strings.Repeat(fmt.Sprintf("&a%d;", i-1), 100))
		}
		return b.String() + "]><rss><item><title>" + strings.Repeat("&a99;&a0;", 100_000)
	},
	"items": func() string {
		return "<rss>" + strings.Repeat("<item><title>x</title><link>https://example.org/</link></item>", 300_000)
	},
	"empty items":    func() string { return "<rss>" + strings.Repeat("<item/>", 300_000) },
	"unclosed items": func() string { return "<rss>" + strings.Repeat("<item><title>x", 500_000) },
	"tags of one":    func() string { return "<rss><item>" + strings.Repeat("<category>x</category>", 200_000) },
	"head":           func() string { return "<rss>" + strings.Repeat("<title>x</title>", 200_000) },
	"authors":        func() string { return "<feed><entry>" + strings.Repeat("<author><name>x</name></author>", 100_000) },
	"JSON items": func() string {
		return `{"version":"https://jsonfeed.org/version/1","items":[{}` + strings.Repeat(`,{"id":"1","title":"x"}`, 300_000) + "]}"
	},
	"JSON nesting": func() string {
		return `{"version":"https://jsonfeed.org/version/1","items":[{"a":` + strings.Repeat("[", 1_000_000)
	},
	"JSON members": func() string {
		var b strings.Builder
		b.WriteString(`{"version":"https://jsonfeed.org/version/1"`)
		for i := range 300_000 {
			fmt.Fprintf(&b, `,"m%d":1`, i)
		}
		return b.String() + "}"
	},
}

func attributes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, " a%d='b'", i)
	}
	return b.String()
}

// What is made to be costly costs as much as what is not: it ends, which the
// time-out of the tests sees to, and keeps a small multiple of the feed's memory.
func TestHostile(t *testing.T) {
	for name, made := range hostile {
		t.Run(name, func(t *testing.T) {
			data := made()
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			f, err := Parse(Source{Data: data})
			runtime.GC()
			runtime.ReadMemStats(&after)
			kept := int64(after.HeapAlloc) - int64(before.HeapAlloc)
			if kept > int64(len(data))+32<<20 {
				t.Errorf("keeps %d MB", kept>>20)
			}
			if err == nil && len(f.Items) > MaxItems {
				t.Errorf("has %d items", len(f.Items))
			}
			if err == nil && len(f.Items) > 0 {
				f.Read(&f.Items[0])
			}
			runtime.KeepAlive(f)
		})
	}
}
