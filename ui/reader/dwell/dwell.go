// Package dwell tells reading from looking: a screenful of a text counts as read when it
// stood long enough. It has no clock: who uses it sets the timers.
package dwell

import (
	"time"

	"lede/articles"
)

// How long a screenful stands that is read.
const (
	// part is the share of the time that its words take at the usual speed. Four times
	// that speed, about 950 words a minute, is faster than readers scan a text for a word,
	// which is at about 600 (Carver 1992, "Reading rate: theory, research, and practical
	// implications", Journal of Reading 36). What stood shorter was not looked through.
	part = 4
	// most is how long is long enough, however much there is on the screen. Readers look a
	// page over first, and leave it likeliest in its first seconds; who stays longer reads
	// (Liu, White and Dumais 2010, "Understanding web browsing behaviors through Weibull
	// analysis of dwell time", SIGIR). Ten seconds is our choice.
	most = 10 * time.Second
	// least is for a line or two, so that a held key reads nothing.
	least = time.Second
)

// Need is how long a screenful must stand on which a share of a text is new, when the
// whole of the text takes some time to read.
func Need(whole time.Duration, share float64) time.Duration {
	share = min(1, max(0, share))
	return min(most, max(least, time.Duration(share*float64(whole))/part))
}

// Screen tells one screenful from another.
type Screen struct {
	Request, Width, Height, Measure int
	Place                           articles.Anchor
}

// Watch follows the screenfuls of an article. What lies above one that was read counts as
// read with it.
type Watch struct {
	screen   Screen
	bottom   float64 // how far the last line of the screenful is through the text
	furthest float64
	ended    bool
}

// Begin watches an article that was read so far.
func Begin(furthest float64) Watch { return Watch{furthest: furthest} }

// Furthest is how far the text is read, from 0 to 1.
func (w *Watch) Furthest() float64 { return w.furthest }

// Ended reports whether the end of the text has stood, and stands.
func (w *Watch) Ended() bool { return w.ended }

// Sees reports whether a screenful is the one that is watched.
func (w *Watch) Sees(s Screen) bool { return w.screen == s }

// See watches another screenful, which shows a text that takes some time from one share of
// it to another. It answers how long that must stand; 0 when there is nothing new on it.
func (w *Watch) See(s Screen, top, bottom float64, whole time.Duration) time.Duration {
	w.screen, w.bottom = s, bottom
	w.ended = w.ended && bottom >= 1
	if bottom <= w.furthest && (bottom < 1 || w.ended) {
		return 0
	}
	return Need(whole, bottom-max(top, w.furthest))
}

// Stood notes that a screenful stood for as long as it must, if it is still there.
func (w *Watch) Stood(s Screen) bool {
	if !w.Sees(s) {
		return false
	}
	w.furthest = max(w.furthest, w.bottom)
	w.ended = w.bottom >= 1
	return true
}
