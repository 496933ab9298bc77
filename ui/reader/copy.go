package reader

import (
	"cmp"
	"strings"

	"lede/articles"
	"lede/ui/intent"
	"lede/ui/keys"
	"lede/ui/render"
)

// copies copies what a key asks for: what is selected, the link that is chosen, the
// block in focus. Without any of them the key is not the reader's.
func (r *Reader) copies(p keys.Command) bool {
	switch {
	case p.Op == keys.CopyBlock:
		r.copyBlock()
	case p.Op != keys.Copy:
		return false
	case r.hasSelection():
		r.copySelection()
	case r.chosenAt() >= 0:
		r.copyLink(*r.chosen)
	case r.focus && !r.search.on():
		r.copyBlock()
	default:
		return false
	}
	return true
}

// copyLink copies where a link leads: its address on the web, or else what it says.
func (r *Reader) copyLink(k render.Link) {
	if k.Target == "" {
		r.Say("This link has no address.")
		return
	}
	address := cmp.Or(r.layout.Address(k.Target), articles.CleanLine(k.Target))
	r.Ask(intent.Copy{Text: address, What: address})
}

// copyBlock copies the block that stands where the reader is, however long it is.
func (r *Reader) copyBlock() {
	layout, p, rows := r.layout.Apart(), r.hereBlock(), r.text()
	r.Ask(intent.CopyRead{Read: func() intent.Copy {
		for range rows {
			at, kind := layout.BlockAt(p)
			text := layout.Copy(at)
			if strings.TrimSpace(text) != "" {
				return intent.Copy{Text: text, What: "the " + kind.String() + ", " + size(kind, text) + "."}
			}
			p = layout.Move(p, 1)
		}
		return intent.Copy{What: "There is no text here."}
	}})
}

// size says how long a block is.
func size(kind render.Block, text string) string {
	switch lines := strings.Count(text, "\n") + 1; kind {
	case render.Code:
		return counted(lines, "line")
	case render.Table:
		return counted(lines, "row")
	}
	return wordsOf(text)
}

// hereBlock is a line of the block that a key is about: the one that a key led to,
// or under the heading that it led to, else the one at the reading line.
func (r *Reader) hereBlock() render.Pos {
	if j := r.jumped; j.place == r.place && !j.to.IsZero() {
		p := r.layout.Find(j.to)
		for range r.text() {
			if _, kind := r.layout.BlockAt(p); kind != render.Heading {
				break
			}
			p = r.layout.Move(p, 1)
		}
		return p
	}
	window := r.layout.Lines(r.top, r.text())
	if _, last, ok := r.standing(window); ok {
		return r.layout.Move(r.top, last)
	}
	return r.layout.Move(r.top, r.readingLine())
}

// landing is where a key led to a heading or a quote.
type landing struct {
	to    articles.Anchor
	place articles.Anchor // of the window then: it counts until the reader scrolls
}
