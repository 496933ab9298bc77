//go:build !unix

package export

// isGone reports whether no process of a number runs any more: here nobody can
// tell.
func isGone(int) bool { return false }
