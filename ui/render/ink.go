package render

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

// role is what a text is for; each has a style of its own in the theme.
type role uint8

const (
	body role = iota
	heading1
	heading2
	heading3
	heading4
	heading5
	heading6
	pull
	byLine
	cellHead
	caption
	kicker
	title
	meta
	dek
	notice
	author
	reason
	bullet
	quoteBar
	pullBar
	tableBar
	codeBar
	codeText
	codeComment
	codeKeyword
	codeString
	codeNumber
	codeName
	codeAdded
	codeRemoved
	rule
	noteMark
	found
	foundOn
	roles
)

// face is what inline markup does to a text, as bits.
type face uint8

const (
	emph face = 1 << iota
	strong
	strike
	code
	linked
	picture
	faces // how many sets of them there are
)

// inks gives every role and face its escape sequence, one SGR or nothing.
// Glamour sets a sample of each once and we set whole lines with what it did:
// running every word through it costs a thousand times more, and it would take
// backslashes and breaks out of the text.
type inks struct {
	theme   *theme.Theme
	profile colorprofile.Profile
	bases   [roles]lipgloss.Style

	cast [roles][faces]atomic.Pointer[string]

	mu  sync.Mutex
	ctx ansi.RenderContext
}

func newInks(t *theme.Theme, p colorprofile.Profile) *inks {
	x := t.Text
	k := &inks{
		theme: t, profile: p,
		ctx: ansi.NewRenderContext(ansi.Options{Styles: t.Glamour}),
	}
	k.bases = [roles]lipgloss.Style{
		body:     x.Body,
		heading1: x.Headings[0].UnsetUnderline(), // a drawn rule stands under it
		heading2: x.Headings[1], heading3: x.Headings[2], heading4: x.Headings[3],
		heading5: x.Headings[4], heading6: x.Headings[5],
		pull: x.Pull, byLine: x.ByLine, cellHead: x.Body.Bold(true), caption: x.Caption,
		kicker: x.Kicker, title: x.Title, meta: x.Meta, dek: x.Dek, notice: x.Notice,
		author: x.Author, reason: x.Reason, bullet: x.Bullet,
		quoteBar: x.QuoteBar, pullBar: x.PullBar, tableBar: x.TableBar,
		codeBar: x.CodeBar, codeText: x.Code, codeComment: t.Syntax.Comment, codeKeyword: t.Syntax.Keyword,
		codeString: t.Syntax.String, codeNumber: t.Syntax.Number, codeName: t.Syntax.Name,
		codeAdded: t.Syntax.Added, codeRemoved: t.Syntax.Removed, rule: x.Rule, noteMark: x.Mark, found: x.Found, foundOn: x.FoundOn,
	}
	return k
}

// of returns the sequence that begins text of this role and face. It is empty
// for text in the terminal's own style.
func (k *inks) of(r role, f face) string {
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
func (k *inks) fit(sgr string) string {
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
func (k *inks) sample(base lipgloss.Style, f face) (sgr string) {
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
	if base.GetFaint() && f&linked == 0 { // Glamour has no faint
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
func (k *inks) element(letter string, f face) ansi.ElementRenderer {
	styles := k.theme.Glamour
	style := styles.Text
	switch {
	case f&code != 0:
		style = styles.Code.StylePrimitive
	case f&picture != 0:
		style = styles.ImageText
	case f&strike != 0:
		style = styles.Strikethrough
	}
	style.Prefix, style.Suffix = "", ""
	var e ansi.ElementRenderer = &ansi.BaseElement{Token: letter, Style: style}
	if f&emph != 0 {
		e = &ansi.EmphasisElement{Level: 1, Children: []ansi.ElementRenderer{e}}
	}
	if f&strong != 0 {
		e = &ansi.EmphasisElement{Level: 2, Children: []ansi.ElementRenderer{e}}
	}
	if f&linked != 0 && f&code == 0 {
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
