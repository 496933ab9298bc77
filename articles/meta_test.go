package articles

import "testing"

func TestViewsLabel(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		own    int
		source int64
		want   string
	}{
		{0, 0, ""},
		{1, 0, "1 view"},
		{42, 0, "42 views"},
		{0, 3, "3 views"},
		{2, 12_412, "12.4k views · you 2"},
		{0, 1_000, "1k views"},
		{0, 999_949, "1000k views"},
		{0, 999_950, "1M views"},
		{1_234, 3_100_000, "3.1M views · you 1.2k"},
	} {
		if got := ViewsLabel(c.own, c.source); got != c.want {
			t.Errorf("ViewsLabel(%d, %d) = %q, want %q", c.own, c.source, got, c.want)
		}
	}
}
