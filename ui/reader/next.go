package reader

import (
	"fmt"
	"math"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/articles"
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
	pages       int  // how often a page further was asked for
	hasty       bool // and whether that was a moment ago

	// Of the minutes that the reader has, total in all, so many were left when the article
	// was opened, which was read from a share of it on. Without any, nobody said how many
	// there are.
	left, total int
	from        float64
}

// Sit has the bottom line say how many minutes are left of those that the reader has.
func (r *Reader) Sit(left, total int) {
	r.next.left, r.next.total, r.next.from = left, total, r.State.Place.Progress
}

// sitting is how many minutes are left of those that the reader has, in words; empty when nobody
// said how many there are.
func (r *Reader) sitting() string {
	n := r.next
	if n.total == 0 {
		return ""
	}
	row := articles.Row{Minutes: r.Article.Length.Minutes(), State: articles.State{Place: articles.Place{Progress: n.from}}}
	read := 1.0
	if n.from < 1 {
		read = max(0, (r.progress(r.top)-n.from)/(1-n.from))
	}
	left := max(0, int(math.Ceil(float64(n.left)-read*float64(row.MinutesLeft()))))
	return fmt.Sprintf("%d min left of %d", left, n.total)
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

// keyRepeats is longer than the time between two strokes of a key that is held: it is
// never taken for one that is pressed again.
const keyRepeats = 400 * time.Millisecond

// pageDown goes on by lines, and at the end of all to the next article. A key that is held
// stops there.
func (r *Reader) pageDown(lines int) tea.Cmd {
	hasty := r.next.hasty
	r.next.hasty, r.next.pages = true, r.next.pages+1
	rest := r.fx.Tick(keyRepeats, restedMsg{r.request, r.next.pages})
	switch atEnd := r.ends() && r.top == r.bounded(r.layout.Move(r.top, 1)); {
	case !atEnd:
		return tea.Batch(r.scroll(lines), rest)
	case !hasty:
		r.goOn()
	}
	return rest
}

// rested notes that the key was let go.
func (r *Reader) rested(msg restedMsg) {
	if msg.request == r.request && msg.pages == r.next.pages {
		r.next.hasty = false
	}
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
	lead := r.next.lead
	if s := r.sitting(); s != "" {
		lead = s + " · " + strings.ToLower(lead)
	}
	switch reads, leaves := r.names.Said(keys.PageDown, keys.InReader), r.names.Said(keys.Out, keys.InReader); {
	case r.width >= spacious:
		facts += " — " + reads + " reads it, " + leaves + " goes back"
	case r.width >= roomy:
		facts += " — " + reads + " reads it"
	}
	room := r.width - ansi.StringWidth(lead+facts) - 2
	return chrome.Cut(" "+st.Hint.Render(lead)+st.Title.Render(chrome.Cut(r.next.title, max(8, room)))+st.Hint.Render(facts), r.width)
}
