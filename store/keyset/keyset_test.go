package keyset

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestSets: sets of keys do what maps of keys do.
func TestSets(t *testing.T) {
	t.Parallel()
	keys := rapid.SliceOf(rapid.Int64Range(0, 500))
	rapid.Check(t, func(t *rapid.T) {
		a, b := keys.Draw(t, "a"), keys.Draw(t, "b")
		inA, inB := map[int64]bool{}, map[int64]bool{}
		for _, k := range a {
			inA[k] = true
		}
		for _, k := range b {
			inB[k] = true
		}
		want := func(name string, s Set, in func(int64) bool) {
			var all []int64
			for k := range int64(501) {
				if in(k) {
					all = append(all, k)
				}
				if s.Has(k) != in(k) {
					t.Fatalf("%s has %d: %v", name, k, s.Has(k))
				}
			}
			if got := slices.Collect(s.Up()); !slices.Equal(got, all) || s.Len() != len(all) {
				t.Fatalf("%s is %v (%d), not %v", name, got, s.Len(), all)
			}
			list := strings.Trim(s.JSON(), "[]")
			if got := slices.Collect(Parse([]byte(list)).Up()); !slices.Equal(got, all) {
				t.Fatalf("%s is written %s", name, list)
			}
			slices.Reverse(all)
			if got := slices.Collect(s.Down()); !slices.Equal(got, all) {
				t.Fatalf("%s is downwards %v, not %v", name, got, all)
			}
		}
		sa, sb := Of(slices.Collect(maps.Keys(inA))...), Of(b...)
		want("a", sa, func(k int64) bool { return inA[k] })
		want("and", sa.And(sb), func(k int64) bool { return inA[k] && inB[k] })
		want("or", sa.Or(sb), func(k int64) bool { return inA[k] || inB[k] })
		want("without", sa.Without(sb), func(k int64) bool { return inA[k] && !inB[k] })
	})
}

func TestParse(t *testing.T) {
	t.Parallel()
	if got := fmt.Sprint(slices.Collect(Parse([]byte("3,1,x,,70")).Up())); got != "[1 3 70]" {
		t.Error(got)
	}
}

// BenchmarkParse reads the keys of 100,000 articles.
func BenchmarkParse(b *testing.B) {
	var list []byte
	for i := range 100_000 {
		list = fmt.Appendf(list, "%d,", i)
	}
	for b.Loop() {
		Parse(list)
	}
}
