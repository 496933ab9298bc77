// Package mail reads mail as articles: single messages, boxes of them (mbox,
// Maildir), and the pages that browsers save as one message (MHTML).
//
// The words of the sender are kept, and what mail programs and services for
// newsletters put around them is not: headers, hidden previews, links to the
// web version and to unsubscribe, pixels that count readers. Go's own packages
// for mail decode what a message is made of; the parts are cut here, since no
// message is to be refused for a line in it that is ill-formed.
package mail

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"lede/articles"
	"lede/articles/importer/webpage"
	"lede/articles/markdown"
)

// MaxSize is the most that one message may have, in bytes.
const MaxSize = 64 << 20

// Scheme begins the origin of a message (RFC 2392): the same wherever its file
// lies.
const Scheme = "mid:"

// ErrEncrypted says that the text of a message is encrypted.
var ErrEncrypted = errors.New("the message is encrypted: open it in your mail program, and save its text")

// errSignedWhole is of a message that S/MIME has put into its signature.
var errSignedWhole = errors.New("the message is sealed by its signature (S/MIME): open it in your mail program, and save its text")

// ErrNoText says that a message has nothing to read in it.
var ErrNoText = errors.New("the message has no text in it")

// fieldsOfPeople are the fields that people write too, when they paste the head
// of a letter; fieldsOfMachines are those that only programs write.
var (
	fieldsOfPeople   = []string{"From", "Subject", "Date", "To", "Reply-To", "Cc", "Sender"}
	fieldsOfMachines = []string{
		"Mime-Version", "Content-Type", "Content-Transfer-Encoding", "Message-Id", "Received", "Return-Path", "Delivered-To",
		"Dkim-Signature", "X-Mailer", "User-Agent", "List-Id", "List-Unsubscribe", "In-Reply-To", "References",
		"Snapshot-Content-Location", "Content-Location", "X-Received", "Authentication-Results",
	}
)

// Is reports whether a text that begins with start, some kilobytes, is a
// message: fields and nothing else stand before its first blank line, and one of
// them at least is of a kind that no person writes. Where the name of the file
// says that it is mail, the fields of people are enough.
func Is(start string, named bool) bool {
	start = trimStart(start)
	head, _, _ := strings.Cut(strings.ReplaceAll(start, "\r\n", "\n"), "\n\n")
	for i, line := range strings.Split(head, "\n") {
		name, _, ok := strings.Cut(line, ":")
		folded := i > 0 && line != "" && (line[0] == ' ' || line[0] == '\t')
		whole := len(head) < len(start) || i < strings.Count(head, "\n") // the last line may be cut
		if !folded && whole && !(ok && isFieldName(name)) && !named {
			return false
		}
	}
	h, _ := cutHeader(start)
	people, machines := h.count(fieldsOfPeople), h.count(fieldsOfMachines)
	if named {
		return people+machines > 1
	}
	return machines > 0 && people+machines > 1
}

func (h header) count(names []string) int {
	n := 0
	for _, name := range names {
		if h[name] != nil {
			n++
		}
	}
	return n
}

// trimStart takes off what may stand before the first field.
func trimStart(text string) string {
	text = strings.TrimLeft(strings.TrimPrefix(text, "\xef\xbb\xbf"), "\r\n")
	if first, rest, ok := strings.Cut(text, "\n"); ok { // Apple's .emlx says how long the message is
		if size, err := strconv.Atoi(strings.TrimSpace(first)); err == nil && size > 0 {
			if text = rest; size < len(rest) && strings.HasPrefix(strings.TrimSpace(rest[size:]), "<?xml") {
				text = rest[:size]
			}
		}
	}
	if isFromLine(text) {
		_, text, _ = strings.Cut(text, "\n")
	}
	return text
}

// Read makes an article of a message. It has no ID, and no Origin either when
// the message says nothing that tells it from others.
func Read(text string) (*articles.Article, error) {
	if len(text) > MaxSize {
		return nil, fmt.Errorf("it is over the limit of %d MB for one message", MaxSize>>20)
	}
	p := parse(trimStart(text))
	if inner := p.onlyMessage(); inner != nil { // sent on without a word
		inner.header["Message-Id"] = p.header["Message-Id"]
		p = inner
	}
	b := &body{of: p, resources: map[string]*part{}}
	if err := b.add(p, 0); err != nil {
		return nil, err
	}
	if b.invitation != nil && !hasWords(b.html.String()) {
		b.event(b.invitation)
	}
	a := p.article(b)
	page, err := webpage.Parse(webpage.Source{Data: "<!DOCTYPE html><body>" + b.html.String(), URL: cmp.Or(a.URL, b.base), WholePage: true})
	if err != nil && !errors.Is(err, webpage.ErrNoArticle) {
		return nil, err
	}
	a.Markdown = page.Markdown
	if !articles.Shows(a.Markdown) && len(b.attached) > 0 {
		return nil, fmt.Errorf("%w but what is sent along: %s", ErrNoText, strings.Join(b.attached[:min(3, len(b.attached))], ", "))
	}
	if !articles.Shows(a.Markdown) {
		return nil, ErrNoText
	}
	a.AuthorBio = articles.CleanLine(b.signature)
	a.Images = b.images(a.Markdown)
	if a.Origin == "" {
		a.Origin = madeUp(a, p.text1("From"))
	}
	return a, nil
}

// article is what the header of a message says.
func (p *part) article(b *body) *articles.Article {
	a := &articles.Article{Title: p.text1("Subject"), Published: p.date()}
	author, site := p.sender()
	a.Author, a.Dek = author, b.dek
	if p.isNewsletter() || b.home != "" {
		list := p.listName()
		if !strings.Contains(list, " ") && strings.Contains(list, ".") {
			list = cmp.Or(site, list) // a name for machines
		}
		a.Site = cmp.Or(b.home, list, site, author)
	}
	if o := b.original; o != nil {
		a.Title, a.Author, a.Published = o.title, o.author, o.published
	}
	ids := p.angled("Message-Id")
	a.URL = cmp.Or(b.view, p.web("Archived-At"), p.post())
	if at := p.web("List-Archive"); a.URL == "" && len(ids) > 0 && strings.Contains(at, ids[0]) {
		a.URL = at // that of the message, and not of the list
	}
	a.URL = articles.KeptAddress(a.URL)
	for tag := range strings.SplitSeq(p.text1("Keywords"), ",") {
		if tag = strings.TrimSpace(tag); tag != "" && len(a.Tags) < 20 && !slices.Contains(a.Tags, tag) {
			a.Tags = append(a.Tags, tag)
		}
	}
	if len(ids) > 0 && len(ids[0]) < 1000 {
		a.Origin = Scheme + strings.ReplaceAll(ids[0], " ", "")
	}
	if strings.Contains(p.raw("X-Status"), "F") {
		a.Prior = &articles.State{Starred: true}
	}
	if note := b.attachedNote(); note != "" {
		a.Notices = append(a.Notices, note)
	}
	return a
}

// madeUp is the origin of a message without a Message-ID: the same whether it is a
// file of its own or stands in a box.
func madeUp(a *articles.Article, from string) string {
	h := sha256.New()
	for _, says := range [...]string{a.Published.UTC().String(), from, a.Title, strings.TrimSpace(a.Markdown)} {
		_, _ = fmt.Fprintf(h, "%d %s", len(says), says) // a hash takes all
	}
	return Scheme + hex.EncodeToString(h.Sum(nil)[:12])
}

// text1 is a field as a line.
func (p *part) text1(name string) string { return p.header.text(name) }

// isNewsletter reports whether a message went to many.
func (p *part) isNewsletter() bool {
	return p.raw("List-Id") != "" || p.raw("List-Unsubscribe") != "" || p.raw("List-Post") != ""
}

// listName is what a list calls itself; empty for a name that only machines
// read.
func (p *part) listName() string {
	field := p.text1("List-Id")
	name, id, ok := strings.Cut(field, "<")
	if !ok {
		name, id = "", field
	}
	name = strings.Trim(name, ` "'`)
	id, _, _ = strings.Cut(id, ">")
	for _, s := range [...]string{name, strings.TrimSpace(id)} {
		if s != "" && len(s) <= 80 && !manyDigits(s) {
			return s
		}
	}
	return ""
}

// manyDigits reports whether a name was counted out and not thought of.
func manyDigits(s string) bool {
	digits := 0
	for i := range len(s) {
		if '0' <= s[i] && s[i] <= '9' {
			digits++
		}
	}
	return digits > 4
}

// images are the pictures of the message that its text shows, within the limits
// of an article.
func (b *body) images(text string) []articles.Image {
	if len(b.resources) == 0 {
		return nil
	}
	return pictures(text, b.resources)
}

// pictures are the pictures of a text that stand in parts of the message.
func pictures(text string, resources map[string]*part) []articles.Image {
	var out []articles.Image
	left := articles.MaxImages
	for _, source := range markdown.Images(text) {
		p := resources[resourceKey(source)]
		if p == nil {
			continue
		}
		data := p.content()
		if isPicture(data) && len(data) <= min(left, articles.MaxImage) {
			out = append(out, articles.Image{Source: source, Data: []byte(data)})
			left -= len(data)
		}
	}
	return out
}

// isPicture reports whether data is a picture that can be shown.
func isPicture(data string) bool {
	for _, start := range [...]string{"\x89PNG\r\n\x1a\n", "\xff\xd8\xff", "GIF87a", "GIF89a"} {
		if strings.HasPrefix(data, start) {
			return true
		}
	}
	return strings.HasPrefix(data, "RIFF") && strings.HasPrefix(data[min(8, len(data)):], "WEBP")
}
