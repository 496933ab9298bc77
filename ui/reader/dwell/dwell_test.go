package dwell

import (
	"testing"
	"time"
)

func TestNeed(t *testing.T) {
	t.Parallel()
	const whole = 10 * time.Minute
	for share, want := range map[float64]time.Duration{
		-1: time.Second, 0: time.Second, .002: time.Second, .02: 3 * time.Second, .04: 6 * time.Second, .5: 10 * time.Second, 2: 10 * time.Second,
	} {
		if got := Need(whole, share); got.Round(time.Millisecond) != want {
			t.Errorf("a share of %v of %v must stand for %v, not %v", share, whole, got, want)
		}
	}
	if got := Need(0, 1); got != time.Second {
		t.Errorf("a text of nothing must stand for %v", got)
	}
}

func TestWatch(t *testing.T) {
	t.Parallel()
	const whole = 100 * time.Second
	at := func(n int) Screen { return Screen{Request: n} }
	w := Begin(0)
	if need := w.See(at(1), 0, .2, whole); need != 5*time.Second {
		t.Errorf("the first screenful must stand for %v", need)
	}
	if w.See(at(2), .1, .3, whole); w.Stood(at(1)) || w.Furthest() != 0 {
		t.Errorf("a screenful that was left counts: %v", w.Furthest())
	}
	if !w.Stood(at(2)) || w.Furthest() != .3 {
		t.Errorf("a screenful that stood makes it %v", w.Furthest())
	}
	if need := w.See(at(3), .2, .4, whole); need.Round(time.Millisecond) != 2500*time.Millisecond {
		t.Errorf("half a new screenful must stand for %v", need)
	}
	if need := w.See(at(4), 0, .2, whole); need != 0 {
		t.Errorf("what is read must stand for %v", need)
	}
	if w.See(at(5), .8, 1, whole); w.Ended() {
		t.Error("a look at the end is its end")
	}
	if w.Stood(at(5)); !w.Ended() || w.Furthest() != 1 {
		t.Errorf("the end that stood: %v, %v", w.Ended(), w.Furthest())
	}
	if need := w.See(at(6), .7, 1, whole); need != 0 || !w.Ended() {
		t.Errorf("the end must stand once more for %v", need)
	}
	if w.See(at(7), .5, .7, whole); w.Ended() {
		t.Error("what is not there is still the end")
	}
	if need := w.See(at(8), .8, 1, whole); need != time.Second {
		t.Errorf("the end that is read must stand for %v", need)
	}
}
