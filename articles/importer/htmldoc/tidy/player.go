package tidy

import (
	"net/url"
	"regexp"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// player makes a link of what plays or frames something else: to its page where
// its address tells that, with its title. Without an address, or where it counts
// readers, shows advertisements or buttons, it goes.
func player(n *html.Node, base *url.URL) {
	name := "Video"
	var address string
	switch n.Data {
	case "audio", "amp-audio":
		name = "Audio"
		fallthrough
	case "iframe", "embed", "amp-iframe", "video", "amp-video":
		address = source(n)
	default:
		if address = film(n); address == "" {
			return
		}
	}
	if address != "" {
		address = pageOf(Whole(base, address))
	}
	u, err := url.Parse(address)
	if err != nil || address == "" || isPixel(n, address) || dom.IsFolded(n) {
		dom.Remove(n)
		return
	}
	if strings.HasSuffix(n.Data, "frame") && !plays(u.Hostname()) {
		name = strings.TrimPrefix(u.Hostname(), "www.")
	}
	for _, attr := range [...]string{"aria-label", "data-title", "data-playlabel", "title"} {
		if title := dom.Attr(n, attr); title != "" {
			name = title
		}
	}
	link := dom.New("a", name)
	dom.Set(link, "href", address)
	whole := link
	if dom.Above(n, "p", "h1", "h2", "h3", "h4", "h5", "h6", "span", "a") == nil {
		whole = dom.New("p", "")
		dom.Set(whole, "data-player", "")
		whole.AppendChild(link)
	}
	dom.Replace(n, whole)
}

// objects makes of each object what stands in it for those who do not see it, which is
// what a terminal can show, and a player of one that holds nothing.
func objects(root *html.Node) {
	for _, n := range dom.Elements(root, "object") {
		if dom.Outweighs(n, 0) || dom.First(n, "img", "picture", "video", "audio", "iframe", "embed", "object", "svg", "math") != nil {
			dom.Rename(n, "div")
			continue
		}
		dom.Rename(n, "embed")
		dom.Set(n, "src", dom.Attr(n, "data"))
	}
}

// source is the address of what an element plays; empty when it states none.
func source(n *html.Node) string {
	for _, from := range [...]*html.Node{n, dom.First(n, "source")} {
		for _, name := range [...]string{"src", "data-src", "data-lazy-src", "data-original", "data-url", "data-cmp-src", "data-ezsrc", "data-litespeed-src"} {
			if from == nil {
				break
			}
			if src := dom.Attr(from, name); src != "" && !dom.Holds(src, "about:", "data:", "javascript:") {
				return src
			}
		}
	}
	if _, rest, ok := strings.Cut(dom.Attr(n, "srcdoc"), "href="); ok && rest != "" {
		rest, _, _ = strings.Cut(strings.TrimLeft(rest, "\"'"), rest[:1])
		return rest
	}
	return ""
}

// film is the address of a film that a script would have put in the place of n.
func film(n *html.Node) string {
	about := dom.Classes(n) + n.Data
	youtube, vimeo := dom.Holds(about, "youtube", "yt-"), strings.Contains(about, "vimeo")
	if !youtube && !vimeo || dom.Is(n, "a", "p") {
		return ""
	}
	for _, name := range [...]string{"videoid", "video-id", "data-videoid", "data-video-id", "data-youtube-id", "data-youtube", "data-yt-id", "data-ytid", "data-vimeo-id", "data-embed", "data-id", "data-src"} {
		switch id := dom.Attr(n, name); {
		case strings.Contains(id, "/") && dom.Is(n, "div", "span", "figure"):
			return id
		case youtube && len(id) == len("dQw4w9WgXcQ") && url.QueryEscape(id) == id:
			return "https://www.youtube.com/watch?v=" + id
		case vimeo && id != "" && strings.Trim(id, "0123456789") == "":
			return "https://vimeo.com/" + id
		}
	}
	return ""
}

// plays reports whether a site has films or sound alone.
func plays(host string) bool {
	return dom.Holds(host, "youtu", "vimeo", "dailymotion", "twitch", "soundcloud", "spotify", "bandcamp", "archive.org", "podcast", "wistia", "video", "tube", "ted.com")
}

// pageOf is the page of what a frame shows; empty for what is no part of a text.
func pageOf(address string) string {
	if dom.Holds(address, "doubleclick.", "googlesyndication.", "googletagmanager.", "google.com/recaptcha", "facebook.com/plugins/like", "facebook.com/tr", "addthis.", "disqus.", "amazon-adsystem.", "adnxs.", "criteo.", "taboola.", "outbrain.", "accounts.google.", "platform.twitter.com/widgets/") {
		return ""
	}
	for _, p := range pages() {
		if at := p.frame.FindStringSubmatchIndex(address); at != nil {
			page := string(p.frame.ExpandString(nil, p.page, address, at))
			if plain, err := url.QueryUnescape(page); err == nil && p.page == "$1" {
				return plain
			}
			return page
		}
	}
	return address
}

type framed struct {
	frame *regexp.Regexp
	page  string
}

// pages are the pages of what frames show, by the addresses of the frames.
var pages = sync.OnceValue(func() []framed {
	var all []framed
	for _, p := range [...][2]string{
		{`youtube(?:-nocookie)?\.com/embed/videoseries\?.*list=([^&]+).*`, "https://www.youtube.com/playlist?list=$1"},
		{`youtube(?:-nocookie)?\.com/embed/([^/?&#]+).*`, "https://www.youtube.com/watch?v=$1"},
		{`player\.vimeo\.com/video/(\w+).*`, "https://vimeo.com/$1"},
		{`(?:w\.soundcloud|facebook)\.com/.*[?&](?:url|href)=([^&]+).*`, "$1"},
		{`platform\.twitter\.com/.*[?&]id=(\w+).*`, "https://twitter.com/i/status/$1"},
		{`open\.spotify\.com/embed(?:-podcast)?/([\w/]+).*`, "https://open.spotify.com/$1"},
		{`archive\.org/embed/([^/?]+).*`, "https://archive.org/details/$1"},
		{`dailymotion\.com/embed/video/(\w+).*`, "https://www.dailymotion.com/video/$1"},
		{`([^/]+)/videos/embed/([^?]+).*`, "https://$1/videos/watch/$2"},
		{`embed\.(podcasts\.apple\.com|ted\.com|music\.apple\.com)/(.*)`, "https://$1/$2"},
		{`(instagram\.com/.*)embed/?(?:\?.*)?`, "https://www.$1"},
		{`(codepen\.io/[^/]+)/embed/(.*)`, "https://$1/pen/$2"},
	} {
		all = append(all, framed{regexp.MustCompile(`^https?://(?:www\.)?` + p[0] + `$`), p[1]})
	}
	return all
})
