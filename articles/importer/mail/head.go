package mail

import (
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"lede/articles"
	"lede/articles/importer/dates"
	"lede/articles/importer/htmldoc/dom"
)

// head takes out the lines before the letter that lead elsewhere, and those that
// say what the header says already: the subject, the sender, the day.
func (b *body) head(all []unit, roles []role, out []bool) {
	const most, mostKept = 24, 4 // lines that may stand before the text, and those that stay
	titled, kept := -1, 0        // where the subject stands
	for i := 0; i < min(most, len(all)) && kept <= mostKept; i++ {
		u := all[i]
		linked := len(u.links) > 0
		switch echo := b.echo(u); {
		case i > 0 && !out[i-1] && strings.HasSuffix(all[i-1].text, ":"): // it is what the line before announces
			kept++
		case echo == ofTitle && titled < 0:
			titled, out[i] = i, true
		case echo == ofSender, u.picture && b.isLogo(u):
			out[i] = true
		case roles[i] == prose:
			return
		case roles[i] == view, (roles[i] == unsubscribe || roles[i] == share) && utf8.RuneCountInString(u.text) <= 2*fewWords && linked:
			out[i] = true
			b.noteView(u)
		default:
			kept++
		}
		// What stands between the title and who wrote it is the line below the title.
		if dek := i - 1; titled >= 0 && dek == titled+1 && out[i] && !out[dek] && all[dek].isHeading() && b.dek == "" {
			b.dek, out[dek] = all[dek].text, true
		}
	}
}

// What a line repeats of the header.
type echo int

const (
	ofNothing echo = iota
	ofTitle
	ofSender // or of the day, or both
)

// echo is what a line repeats of the header, and has no word besides.
func (b *body) echo(u unit) echo {
	if u.text == "" || utf8.RuneCountInString(u.text) > 2*fewWords {
		return ofNothing
	}
	words := folded(u.text)
	name, _ := b.of.address("From")
	author, site := b.of.sender()
	switch {
	case words == "":
		return ofNothing
	case words == folded(withoutPrefix(b.of.text1("Subject"))):
		return ofTitle
	case words == folded(name), words == folded(author), words == folded(site):
		return ofSender
	case b.leadsHome(u):
		b.home = u.text
		return ofSender
	}
	sent := b.of.date()
	d, ok := dates.Find(u.text, dates.Unsure)
	if !ok { // some leave out the year
		d, ok = dates.Find(u.text+", "+strconv.Itoa(sent.Year()), dates.Unsure)
		d.End = min(d.End, len(u.text))
	}
	if !ok || d.Start >= d.End || d.Time.Sub(sent).Abs() > 72*time.Hour {
		return ofNothing
	}
	rest := strings.ToLower(u.text[:d.Start] + " " + u.text[d.End:])
	for _, said := range [...]string{author, name, site} {
		if said != "" {
			rest = strings.ReplaceAll(rest, strings.ToLower(said), " ")
		}
	}
	for _, l := range u.links {
		if says(strings.ToLower(l.words), "view") {
			rest = strings.Replace(rest, strings.ToLower(strings.TrimSpace(l.words)), " ", 1)
			b.noteView(unit{text: l.words, links: []link{l}})
		}
	}
	if len(folded(rest)) <= len("author") { // "by", "von", "am"
		return ofSender
	}
	return ofNothing
}

// leadsHome reports whether a line is one link, to the first page of where the
// message was sent from: the name of that place.
func (b *body) leadsHome(u unit) bool {
	_, from := b.of.address("From")
	_, host, _ := strings.Cut(strings.ToLower(from), "@")
	if len(u.links) != 1 || host == "" || utf8.RuneCountInString(u.text) > fewWords/2 || isSentence(u.text) || folded(u.links[0].words) != folded(u.text) {
		return false
	}
	at, err := url.Parse(u.links[0].address)
	return err == nil && strings.Trim(at.Path, "/") == "" && strings.TrimPrefix(strings.ToLower(at.Host), "www.") == host
}

// folded are the letters and digits of words, in small letters.
func folded(words string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, words)
}

// withoutPrefix is a subject without what programs write before it when they
// answer or send on: "Re: ", "Fwd: ", "AW: ", "转发：".
func withoutPrefix(subject string) string {
	for {
		before, after, ok := strings.Cut(strings.ReplaceAll(subject, "：", ": "), ": ")
		if !ok || utf8.RuneCountInString(before) > 4 || strings.TrimSpace(after) == "" || strings.ContainsAny(before, " 0123456789") {
			return subject
		}
		subject = strings.TrimSpace(after)
	}
}

func (u unit) isHeading() bool {
	return len(u.nodes) > 0 && dom.Above(u.nodes[0], "h1", "h2", "h3", "h4", "h5", "h6") != nil
}

// noteView keeps the address of the web version.
func (b *body) noteView(u unit) {
	for _, l := range u.links {
		words := strings.ToLower(l.words)
		if b.view == "" && articles.IsWeb(l.address) && !says(words, "unsubscribe") && (says(words, "view") || len(u.links) == 1 && says(strings.ToLower(u.text), "view")) {
			b.view = l.address
		}
	}
}
