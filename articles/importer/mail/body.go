package mail

import (
	"cmp"
	"fmt"
	"html"
	"net/url"
	"strings"

	"lede/articles"
	"lede/articles/importer/charset"
	"lede/articles/markdown"
)

// body is what of a message is to be read, as one page.
type body struct {
	of        *part
	html      strings.Builder
	base      string // what its addresses are seen from
	view      string // the address of its web version
	home      string // what the place calls itself that it came from
	dek       string
	original  *original // of a message that was sent on
	signature string
	attached  []string // what the files are called that are sent along
	// invitation is the first event that is sent along; nil for most.
	invitation *part
	resources  map[string]*part // by what the text calls them
}

// add takes in a part; the depth is that of messages in messages.
func (b *body) add(p *part, depth int) error {
	switch {
	case p.kind == "multipart/encrypted", isSealed(p):
		return ErrEncrypted
	case strings.HasSuffix(p.kind, "pkcs7-mime"):
		return errSignedWhole
	case p.kind == "multipart/alternative":
		return b.alternative(p, depth)
	case p.kind == "multipart/related":
		return b.related(p, depth)
	case strings.HasPrefix(p.kind, "multipart/"):
		for _, c := range p.parts {
			if err := b.add(c, depth); err != nil {
				return err
			}
		}
	case len(p.parts) > 0: // a message
		return b.message(p.parts[0], depth+1)
	case p.isAttached():
		b.attach(p)
	case p.kind == "text/html", p.kind == "application/xhtml+xml", p.isUnnamedPage():
		b.page(p)
	case p.kind == "text/markdown", p.kind == "text/x-markdown":
		return markdown.Parse(articles.Clean(p.text())).HTML(&b.html)
	case p.kind == "text/plain", p.kind == "text/enriched":
		if isArmoured(p.text()) {
			return ErrEncrypted
		}
		b.text(p)
	case p.kind == "text/calendar" && b.invitation == nil:
		b.invitation = p
	case strings.HasPrefix(p.kind, "image/") && isPicture(p.content()):
		b.picture(p)
	default:
		b.attach(p)
	}
	return nil
}

// isUnnamedPage reports whether a part that does not say what it is begins as a page.
func (p *part) isUnnamedPage() bool {
	start := strings.ToLower(strings.TrimLeft(p.body[:min(len(p.body), 100)], " \t\r\n"))
	return p.raw("Content-Type") == "" && p.kind == "text/plain" && (strings.HasPrefix(start, "<html") || strings.HasPrefix(start, "<!doctype html"))
}

// picture takes in a picture that stands among the texts.
func (b *body) picture(p *part) {
	p.name(b.resources)
	at := "cid:" + cmp.Or(strings.Join(p.angled("Content-Id"), ""), fmt.Sprintf("picture-%d", len(b.resources)+1))
	b.resources[resourceKey(at)] = p
	b.html.WriteString(`<p><img src="` + html.EscapeString(at) + `" alt=""></p>` + "\n")
}

// onlyMessage is the message that p sends on and has no word besides; nil where there
// is none.
func (p *part) onlyMessage() *part {
	if p.kind != "multipart/mixed" {
		return nil
	}
	var inner *part
	for _, c := range p.parts {
		switch {
		case c.kind == "message/rfc822" && len(c.parts) == 1 && inner == nil:
			inner = c.parts[0]
		case c.kind == "text/html" && !hasWords(c.text()), c.kind == "text/plain" && !articles.Shows(c.text()):
		default:
			return nil
		}
	}
	return inner
}

// isSealed reports whether a part is encrypted as S/MIME has it.
func isSealed(p *part) bool {
	return strings.HasSuffix(p.kind, "pkcs7-mime") && !strings.HasPrefix(p.params["smime-type"], "signed")
}

// first is the first part of a kind in p that is no file.
func (p *part) first(kind string) *part {
	if p.kind == kind && !p.isAttached() {
		return p
	}
	for _, c := range p.parts {
		if p.kind == "message/rfc822" {
			break
		}
		if found := c.first(kind); found != nil {
			return found
		}
	}
	return nil
}

// hasWords reports whether something stands outside of the tags of a page.
func hasWords(page string) bool {
	root, err := tree(page)
	return err == nil && len(units(root)) > 0
}

// related takes in a page, and keeps what belongs to it at hand.
func (b *body) related(p *part, depth int) error {
	root := p.root()
	for _, c := range p.parts {
		if c == root {
			continue
		}
		c.name(b.resources)
		if !strings.HasPrefix(c.kind, "image/") && c.isAttached() {
			b.attach(c)
		}
	}
	if root == nil {
		return nil
	}
	return b.add(root, depth)
}

// root is the part that shows the others: the one that is named, or the first
// that can.
func (p *part) root() *part {
	start := strings.Trim(p.params["start"], "<> ")
	for _, c := range p.parts {
		if id := c.angled("Content-Id"); start != "" && len(id) > 0 && id[0] == start {
			return c
		}
	}
	for _, c := range p.parts {
		if c.first("text/html") != nil {
			return c
		}
	}
	if len(p.parts) > 0 {
		return p.parts[0]
	}
	return nil
}

// name notes a part by what a page calls it.
func (p *part) name(resources map[string]*part) {
	if ids := p.angled("Content-Id"); len(ids) > 0 {
		resources[resourceKey("cid:"+ids[0])] = p
	}
	if at := p.raw("Content-Location"); at != "" {
		resources[resourceKey(at)] = p
	}
}

// resourceKey is the same for all ways to write one address.
func resourceKey(at string) string {
	if plain, err := url.PathUnescape(at); err == nil {
		at = plain
	}
	return strings.TrimSpace(at)
}

// message takes in a message that another one brings along, with who wrote it.
func (b *body) message(p *part, depth int) error {
	inner := &body{of: p, resources: b.resources}
	if err := inner.add(p, depth); err != nil {
		return err
	}
	title := p.text1("Subject")
	name, address := p.address("From")
	line := cmp.Or(name, address)
	if at := p.date(); !at.IsZero() {
		line = strings.Trim(line+", "+articles.DateLabel(at), ", ")
	}
	b.html.WriteString("\n<hr>\n")
	if title != "" {
		b.html.WriteString("<h2>" + html.EscapeString(title) + "</h2>\n")
	}
	if line != "" {
		b.html.WriteString("<p><em>" + html.EscapeString(line) + "</em></p>\n")
	}
	b.html.WriteString(inner.html.String())
	if inner.signature != "" {
		b.html.WriteString("<p>" + html.EscapeString(inner.signature) + "</p>\n")
	}
	b.attached = append(b.attached, inner.attached...)
	return nil
}

// attach notes a file that is sent along and not shown.
func (b *body) attach(p *part) {
	p.name(b.resources)
	switch p.kind {
	case "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "text/rfc822-headers":
		return // programs add it
	}
	if name := p.fileName(); name != "" {
		b.attached = append(b.attached, name)
	}
}

// attachedNote says which files are sent along.
func (b *body) attachedNote() string {
	const most = 10
	n := len(b.attached)
	switch {
	case n == 0:
		return ""
	case n > most:
		return fmt.Sprintf("Sent along: %s and %d more.", strings.Join(b.attached[:most], ", "), n-most)
	}
	return "Sent along: " + strings.Join(b.attached, ", ") + "."
}

// page takes in a part that is a page.
func (b *body) page(p *part) {
	text := p.text()
	if p.params["charset"] == "" {
		text = charset.Decode(p.content(), charset.OfPage(p.content()))
	}
	root, err := tree(text)
	if err != nil {
		b.text(&part{header: p.header, kind: "text/plain", params: p.params, body: p.body})
		return
	}
	b.cleanPage(root)
	renderInto(&b.html, root)
	if b.base == "" && articles.IsWeb(p.raw("Content-Location")) {
		b.base = p.raw("Content-Location")
	}
}

// text takes in a part that is plain text.
func (b *body) text(p *part) {
	lines := unflowed(articles.Clean(p.text()), strings.EqualFold(p.params["format"], "flowed"), strings.EqualFold(p.params["delsp"], "yes"))
	lines = b.unencoded(unarmoured(lines))
	lines, signature := cutSignature(lines)
	if b.signature == "" {
		b.signature = signature
	} else if signature != "" {
		lines = append(lines, line{}, line{text: signature})
	}
	writeText(&b.html, b.cleanText(paragraphs(lines)))
}
