package reader

import (
	"fmt"

	"github.com/charmbracelet/x/ansi"

	"lede/ui/chrome"
	"lede/ui/intent"
	"lede/ui/keys"
)

// upNext is what is to be read after the article, as it is offered at its end.
type upNext struct {
	lead, title string // no title: nothing is offered
	minutes     int
	asked       bool // for it, by leaving
	moved       bool // the text, since it was opened
}

// Offer offers an article that is to be read next.
func (r *Reader) Offer(lead, title string, minutes int) {
	r.next.lead, r.next.title, r.next.minutes = lead, title, minutes
}

// ends reports whether the end of the text is on the screen.
func (r *Reader) ends() bool { return !r.Coming && is[reading](r) && r.progress(r.top) >= 1 }

// goOut leaves the article. At an end that the reader went to, the next one is offered
// before; where that is on the screen already, nobody is kept.
func (r *Reader) goOut() {
	if r.ends() && r.next.moved && !r.next.asked && r.next.title == "" {
		r.next.asked = true
		r.Ask(intent.SeekNext{Leaving: true})
		return
	}
	r.Ask(intent.Leave{})
}

// goOn is a page further from the end: to the next article. Who came to the end in haste
// sees first where that leads.
func (r *Reader) goOn() {
	if r.next.title != "" || r.dwell.Ended() {
		r.Ask(intent.OpenNext{})
		return
	}
	r.Ask(intent.SeekNext{})
}

// offered is the bottom line at the end of the text: what is to be read next.
func (r *Reader) offered() string {
	const roomy, spacious = 48, 72
	st := r.theme.Screen
	facts := fmt.Sprintf(" · %d min", r.next.minutes)
	switch reads, leaves := r.names.Said(keys.PageDown, keys.InReader), r.names.Said(keys.Out, keys.InReader); {
	case r.width >= spacious:
		facts += " — " + reads + " reads it, " + leaves + " goes back"
	case r.width >= roomy:
		facts += " — " + reads + " reads it"
	}
	room := r.width - ansi.StringWidth(r.next.lead+facts) - 2
	return chrome.Cut(" "+st.Hint.Render(r.next.lead)+st.Title.Render(chrome.Cut(r.next.title, max(8, room)))+st.Hint.Render(facts), r.width)
}
