package clipping

import "testing"

// No weight is fitted from the texts of testdata/unseen, and no rule is made for
// one of them: they were written by hand, in thirteen languages, before anything was
// measured on them, and tell what to expect of a text that nobody has seen.
// Raise the floors when the shares have risen; leave the texts alone.
const (
	leastUnseenFields = 0.82 // title, by-line, all headings, all items …: 0.85 when it was set
	leastUnseenAll    = 0.92 // these, and lines that must or must not stand: 0.94
)

func TestUnseen(t *testing.T) {
	t.Parallel()
	c := anatomies(t, "testdata/unseen")
	fields := float64(c.fields) / float64(c.known)
	t.Logf("%.3f of %d fields are right, %.3f of all %d", fields, c.known, c.share(), c.all)
	if fields < leastUnseenFields || c.share() < leastUnseenAll {
		t.Errorf("%.3f of %d fields and %.3f of all %d are right, want %.2f and %.2f", fields, c.known, c.share(), c.all, leastUnseenFields, leastUnseenAll)
	}
}
