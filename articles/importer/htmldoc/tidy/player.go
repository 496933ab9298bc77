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
	case "iframe", "embed", "amp-iframe", "video", "amp-video", "audio", "amp-audio":
		if strings.HasSuffix(n.Data, "audio") {
			name = "Audio"
		}
		address = source(n)
	default:
		if address = film(n); address == "" {
			return
		}
	}
	if address != "" {
		address = pageOf(Whole(base, address))
	}
	if address == "" || isPixel(n, address) || dom.IsFolded(n) {
		dom.Remove(n)
		return
	}
	if u, err := url.Parse(address); err == nil && strings.HasSuffix(n.Data, "frame") && !plays(u.Hostname()) {
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

// source is the address of what an element plays; empty when it states none.
func source(n *html.Node) string {
	for _, name := range [...]string{"src", "data-src", "data-lazy-src", "data-original", "data-url", "data-cmp-src", "data-ezsrc", "data-litespeed-src"} {
		if src := dom.Attr(n, name); src != "" && !strings.HasPrefix(src, "about:") && !strings.HasPrefix(src, "data:") && !strings.HasPrefix(src, "javascript:") {
			return src
		}
	}
	if s := dom.First(n, "source"); s != nil {
		return dom.Attr(s, "src")
	}
	if _, rest, ok := strings.Cut(dom.Attr(n, "srcdoc"), "href="); ok && rest != "" {
		rest, _, _ = strings.Cut(strings.TrimLeft(rest, "\"'"), rest[:1])
		return rest
	}
	return ""
}

// film is the address of a film that a script would have put in the place of n.
func film(n *html.Node) string {
	if len(n.Attr) == 0 {
		return ""
	}
	about := strings.ToLower(n.Data + dom.Attr(n, "class") + dom.Attr(n, "id"))
	youtube, vimeo := strings.Contains(about, "youtube") || strings.Contains(about, "yt-"), strings.Contains(about, "vimeo")
	if !youtube && !vimeo || dom.Is(n, "a", "p") {
		return ""
	}
	for _, name := range [...]string{"videoid", "video-id", "data-videoid", "data-video-id", "data-youtube-id", "data-youtube", "data-yt-id", "data-ytid", "data-vimeo-id", "data-embed", "data-id", "data-src"} {
		switch id := dom.Attr(n, name); {
		case strings.Contains(id, "/") && dom.Is(n, "div", "span", "figure"):
			return id
		case youtube && filmID().MatchString(id):
			return "https://www.youtube.com/watch?v=" + id
		case vimeo && id != "" && strings.Trim(id, "0123456789") == "":
			return "https://vimeo.com/" + id
		}
	}
	return ""
}

var filmID = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[\w-]{11}$`) })

// plays reports whether a site has films or sound alone.
func plays(host string) bool {
	return dom.Holds(host, "youtu", "vimeo", "dailymotion", "twitch", "soundcloud", "spotify", "bandcamp", "archive.org", "podcast", "wistia", "video", "tube", "ted.com")
}

// pageOf is the page of what a frame shows; empty for what is no part of a text.
func pageOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" && u.Scheme != "" {
		return ""
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if dom.Holds(host+u.Path, "doubleclick.", "googlesyndication.", "googletagmanager.", "google.com/recaptcha", "facebook.com/plugins/like", "facebook.com/tr", "addthis.", "disqus.", "amazon-adsystem.", "adnxs.", "criteo.", "taboola.", "outbrain.", "accounts.google.", "platform.twitter.com/widgets/") {
		return ""
	}
	id := strings.Trim(u.Path, "/")
	id = id[strings.LastIndexByte(id, '/')+1:]
	in := func(start string) bool { return strings.HasPrefix(u.Path, start) && id != "" && id != "embed" }
	query := u.Query()
	switch {
	case (host == "youtube.com" || host == "youtube-nocookie.com") && in("/embed/"):
		if id != "videoseries" {
			return "https://www.youtube.com/watch?v=" + url.QueryEscape(id)
		}
		return "https://www.youtube.com/playlist?list=" + url.QueryEscape(query.Get("list"))
	case host == "player.vimeo.com" && in("/video/"):
		return "https://vimeo.com/" + id
	case host == "w.soundcloud.com" && query.Get("url") != "", host == "facebook.com" && query.Get("href") != "":
		return query.Get("url") + query.Get("href")
	case host == "platform.twitter.com" && query.Get("id") != "":
		return "https://twitter.com/i/status/" + url.QueryEscape(query.Get("id"))
	case host == "open.spotify.com" && in("/embed"):
		u.Path, u.RawQuery = strings.TrimPrefix(strings.TrimPrefix(u.Path, "/embed-podcast"), "/embed"), ""
	case host == "archive.org" && in("/embed/"):
		u.Path, u.RawQuery = "/details/"+id, ""
	case host == "dailymotion.com" && in("/embed/video/"):
		u.Path, u.RawQuery = "/video/"+id, ""
	case in("/videos/embed/"):
		u.Path, u.RawQuery = "/videos/watch/"+id, ""
	case host == "embed.podcasts.apple.com", host == "embed.ted.com", host == "embed.music.apple.com":
		u.Host = strings.TrimPrefix(host, "embed.")
	case host == "instagram.com" && id == "embed":
		u.Path = strings.TrimSuffix(strings.TrimSuffix(u.Path, "/"), "embed")
	case host == "codepen.io":
		u.Path = strings.Replace(u.Path, "/embed/", "/pen/", 1)
	}
	return u.String()
}
