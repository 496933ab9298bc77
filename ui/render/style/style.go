// Package style gives every part of an article its escape sequences, as the theme and
// the terminal have them.
package style

import (
	"bytes"
	"strings"
	"sync"
	"sync/atomic"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"lede/ui/theme"
)

// Role is what a text is for; each has a style of its own in the theme.
type Role uint8

// The roles.
const (
	Body Role = iota
	Heading1
	Heading2
	Heading3
	Heading4
	Heading5
	Heading6
	Pull
	ByLine
	CellHead
	Caption
	Kicker
	Title
	Meta
	Dek
	Notice
	Author
	Reason
	Bullet
	QuoteBar
	PullBar
	TableBar
	CodeBar
	CodeText
	CodeComment
	CodeKeyword
	CodeString
	CodeNumber
	CodeName
	CodeAdded
	CodeRemoved
	Rule
	NoteMark
	Found
	FoundOn
	roles
)

// Face is what inline markup does to a text, as bits.
type Face uint8

// The faces.
const (
	Emph Face = 1 << iota
	Strong
	Strike
	Code
	Linked
	Picture
	faces // how many sets of them there are
)

// Inks gives every role and face its escape sequence, one SGR or nothing.
// Glamour sets a sample of each once and we set whole lines with what it did:
// running every word through it costs a thousand times more, and it would take
// backslashes and breaks out of the text.
type Inks struct {
	theme   *theme.Theme
	profile colorprofile.Profile
	bases   [roles]lipgloss.Style

	cast [roles][faces]atomic.Pointer[string]

	mu  sync.Mutex
	ctx ansi.RenderContext
}

// New makes the inks of a theme, in the colours of a profile.
func New(t *theme.Theme, p colorprofile.Profile) *Inks {
	x := t.Text
	k := &Inks{
		theme: t, profile: p,
		ctx: ansi.NewRenderContext(ansi.Options{Styles: t.Glamour}),
	}
	k.bases = [roles]lipgloss.Style{
		Body:     x.Body,
		Heading1: x.Headings[0].UnsetUnderline(), // a drawn rule stands under it
		Heading2: x.Headings[1], Heading3: x.Headings[2], Heading4: x.Headings[3],
		Heading5: x.Headings[4], Heading6: x.Headings[5],
		Pull: x.Pull, ByLine: x.ByLine, CellHead: x.Body.Bold(true), Caption: x.Caption,
		Kicker: x.Kicker, Title: x.Title, Meta: x.Meta, Dek: x.Dek, Notice: x.Notice,
		Author: x.Author, Reason: x.Reason, Bullet: x.Bullet,
		QuoteBar: x.QuoteBar, PullBar: x.PullBar, TableBar: x.TableBar,
		CodeBar: x.CodeBar, CodeText: x.Code, CodeComment: t.Syntax.Comment, CodeKeyword: t.Syntax.Keyword,
		CodeString: t.Syntax.String, CodeNumber: t.Syntax.Number, CodeName: t.Syntax.Name,
		CodeAdded: t.Syntax.Added, CodeRemoved: t.Syntax.Removed, Rule: x.Rule, NoteMark: x.Mark, Found: x.Found, FoundOn: x.FoundOn,
	}
	return k
}

// AreOf reports whether these are the inks of a theme and a profile.
func (k *Inks) AreOf(t *theme.Theme, p colorprofile.Profile) bool {
	return k.theme == t && k.profile == p
}

// AreNone reports whether no text has a style.
func (k *Inks) AreNone() bool { return k.profile == colorprofile.NoTTY }

// Of returns the sequence that begins text of this role and face. It is empty
// for text in the terminal's own style.
func (k *Inks) Of(r Role, f Face) string {
	if sgr := k.cast[r][f].Load(); sgr != nil {
		return *sgr
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	sgr := k.fit(k.sample(k.bases[r], f))
	k.cast[r][f].Store(&sgr)
	return sgr
}

// fit is sgr in the nearest colours that the profile has. Fitting each sequence
// once costs nothing; fitting all that is written took an eighth of the time.
func (k *Inks) fit(sgr string) string {
	switch {
	case sgr == "" || k.profile == colorprofile.Unknown:
		return sgr
	case k.profile == colorprofile.NoTTY:
		return ""
	}
	var out strings.Builder
	if _, err := (&colorprofile.Writer{Forward: &out, Profile: k.profile}).Write([]byte(sgr)); err != nil {
		return ""
	}
	if out.String() == "\x1b[m" { // nothing is left of it
		return ""
	}
	return out.String()
}

// sample has Glamour render one letter and takes the sequence before it.
func (k *Inks) sample(base lipgloss.Style, f Face) (sgr string) {
	defer func() {
		if recover() != nil { // Glamour may panic on a style it does not like: plain text then
			sgr = ""
		}
	}()
	const letter = "x"
	var out bytes.Buffer
	block := &ansi.BlockElement{Block: &bytes.Buffer{}, Style: ansi.StyleBlock{StylePrimitive: primitive(base)}}
	if block.Render(&out, k.ctx) != nil {
		return ""
	}
	out.Reset()
	if k.element(letter, f).Render(&out, k.ctx) != nil {
		return ""
	}
	at := strings.Index(out.String(), letter)
	if at < 0 {
		return ""
	}
	sgr = out.String()[strings.LastIndexByte(out.String()[:at], '\x1b')+1 : at]
	params := strings.TrimSuffix(strings.TrimPrefix(sgr, "["), "m")
	if !isParams(params) {
		params = ""
	}
	if base.GetFaint() && f&Linked == 0 { // Glamour has no faint
		params = strings.Trim("2;"+params, ";")
	}
	if params == "" {
		return ""
	}
	return "\x1b[" + params + "m"
}

func isParams(s string) bool {
	return strings.Trim(s, "0123456789;:") == ""
}

// element nests Glamour's elements as the inline markup is nested.
func (k *Inks) element(letter string, f Face) ansi.ElementRenderer {
	styles := k.theme.Glamour
	style := styles.Text
	switch {
	case f&Code != 0:
		style = styles.Code.StylePrimitive
	case f&Picture != 0:
		style = styles.ImageText
	case f&Strike != 0:
		style = styles.Strikethrough
	}
	style.Prefix, style.Suffix = "", ""
	var e ansi.ElementRenderer = &ansi.BaseElement{Token: letter, Style: style}
	if f&Emph != 0 {
		e = &ansi.EmphasisElement{Level: 1, Children: []ansi.ElementRenderer{e}}
	}
	if f&Strong != 0 {
		e = &ansi.EmphasisElement{Level: 2, Children: []ansi.ElementRenderer{e}}
	}
	if f&Linked != 0 && f&Code == 0 {
		e = &ansi.LinkElement{Children: []ansi.ElementRenderer{e}, SkipHref: true}
	}
	return e
}

// primitive is a Lip Gloss style as Glamour says it.
func primitive(s lipgloss.Style) ansi.StylePrimitive {
	flag := func(on bool) *bool {
		if !on {
			return nil
		}
		return &on
	}
	return ansi.StylePrimitive{
		Color: theme.Name(s.GetForeground()), BackgroundColor: theme.Name(s.GetBackground()),
		Bold: flag(s.GetBold()), Italic: flag(s.GetItalic()), Underline: flag(s.GetUnderline()),
		CrossedOut: flag(s.GetStrikethrough()), Inverse: flag(s.GetReverse()),
	}
}
