package clipping

import "testing"

// No weight is fitted from the texts of testdata/unseen: they were written by hand,
// in fourteen languages and as many layouts as there are texts, before anything was
// measured on them, and tell what to expect of a text that nobody has seen.
// Raise the floors when the shares have risen; leave the texts alone.
const (
	leastUnseenFields = 0.74 // title, by-line, all headings, all items …: 0.76 when it was set
	leastUnseenAll    = 0.90 // these, and lines that must or must not stand: 0.91
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
