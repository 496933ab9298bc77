package feed

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"lede/articles"
	"lede/articles/importer/tagsoup"
	"lede/articles/lazy"
)

// mostPictures is how many pictures beside its text an item may have.
const mostPictures = 20

// pictures are those that an item has outside of its text.
func pictures(n *tagsoup.Node, base *url.URL) []Picture {
	var out []Picture
	add := func(ref string, p Picture) {
		p.URL = wholeAddress(base, ref)
		if p.URL == "" || len(out) >= mostPictures || slices.ContainsFunc(out, func(o Picture) bool { return o.URL == p.URL }) {
			return
		}
		out = append(out, p)
	}
	for _, e := range n.All("enclosure") {
		if kind := e.Get("type"); strings.HasPrefix(kind, "image/") || kind == "" && isPicture(e.Get("url")) {
			add(e.Get("url"), Picture{})
		}
	}
	for _, l := range n.All("link", "atom:link") {
		if strings.EqualFold(l.Get("rel"), "enclosure") && strings.HasPrefix(l.Get("type"), "image/") {
			add(l.Get("href"), Picture{About: l.Get("title")})
		}
	}
	for _, m := range append(n.All("media:content"), inMedia(n, "media:content")...) {
		if strings.HasPrefix(m.Get("type"), "image/") || m.Get("medium") == "image" || m.Get("type") == "" && m.Get("medium") == "" && isPicture(m.Get("url")) {
			about := first(m, "media:description", "media:text", "media:title")
			add(m.Get("url"), Picture{About: plain(about), Credit: plain(m.First("media:credit")), Sign: len(out) > 0 && about == nil})
		}
	}
	for _, i := range append(n.All("media:thumbnail", "itunes:image", "googleplay:image", "image"), inMedia(n, "media:thumbnail")...) {
		inside := ""
		if u := first(i, "url"); u != nil {
			inside = u.Words()
		} else if !i.HasElements() {
			inside = i.Words()
		}
		add(nonEmpty(nonEmpty(i.Get("url"), i.Get("href")), inside), Picture{Sign: true})
	}
	return out
}

// shown are the pictures that the text of an item lacks, in Markdown. Those that
// stand for the item are left out where the text has a picture, and where they
// are the sign of the whole feed.
func shown(all []Picture, body, sign string) string {
	var b strings.Builder
	has := strings.Contains(body, "![")
	names := body
	for _, p := range all {
		name := pictureName(p.URL)
		if !articles.IsWeb(p.URL) || p.URL == sign || p.Sign && has || name != "" && strings.Contains(names, name) || strings.Contains(names, p.URL) {
			continue
		}
		has = true
		names += "\n" + p.URL
		target := p.URL
		if p.Credit != "" {
			target += ` "` + strings.ReplaceAll(inLink.Replace(p.Credit), `"`, "'") + `"`
		}
		b.WriteString("![" + inLink.Replace(p.About) + "](" + inTarget.Replace(p.URL) + target[len(p.URL):] + ")\n\n")
	}
	return b.String()
}

// sized is what publishing systems put behind the name of a picture for each
// of its sizes: "-300x200", "_1024", "-scaled".
var sized = &lazy.Regexp{Source: `([-_]\d{2,4}x\d{2,4}|[-_]\d{3,4}|-scaled|@\dx)+$`}

// pictureName is the name of a picture's file, which all its sizes share; empty
// for one too short to tell.
func pictureName(address string) string {
	const least = 6 // letters
	name := fileName(address)
	name = sized.Get().ReplaceAllString(strings.TrimSuffix(name, path.Ext(name)), "")
	if len(name) < least {
		return ""
	}
	return name
}

// Signs of Markdown in the words and in the address of a link.
var (
	inLink   = strings.NewReplacer("[", "(", "]", ")", "\\", "", "`", "", "<", "", "*", "", "_", `\_`)
	inTarget = strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E", "\\", "%5C")
)
