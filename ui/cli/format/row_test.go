package format

import "testing"

// TestCount: a pipe gets digits that a script can read.
func TestCount(t *testing.T) {
	t.Parallel()
	if got := Count(18568, true); got != "18,568" {
		t.Errorf("a person gets %s", got)
	}
	if got := Count(18568, false); got != "18568" {
		t.Errorf("a pipe gets %s", got)
	}
}
