package next

import (
	"slices"
	"testing"
	"time"
)

func TestFit(t *testing.T) {
	t.Parallel()
	day := func(n int) time.Time { return time.Date(2026, 2, n, 0, 0, 0, 0, time.UTC) }
	all := []Candidate{
		{Key: 1, Minutes: 4, Dated: day(1)},
		{Key: 2, Minutes: 4, Dated: day(9)},
		{Key: 3, Minutes: 4, Dated: day(2), Opens: 3},
		{Key: 4, Minutes: 4, Dated: day(3), Opens: 7},
		{Key: 5, Minutes: 4, Dated: day(1), Begun: true},
		{Key: 6, Minutes: 4, Dated: day(1), Starred: true},
		{Key: 7, Minutes: 4, Dated: day(1), Starred: true, Begun: true},
		{Key: 8, Minutes: 30, Dated: day(9), Starred: true},
		{Key: 9, Minutes: 1, Dated: day(1)},
	}
	for minutes, want := range map[int][]int64{
		0: nil, 1: {9}, 3: {9}, 4: {7}, 5: {7, 9}, 15: {7, 6, 5, 9}, 24: {7, 6, 5, 4, 3, 2}, 29: {7, 6, 5, 4, 3, 2, 9, 1}, 34: {7, 8},
		100: {7, 8, 6, 5, 4, 3, 2, 9, 1},
	} {
		var got []int64
		for _, c := range Fit(minutes, all) {
			got = append(got, c.Key)
		}
		if !slices.Equal(got, want) {
			t.Errorf("in %d minutes %v, want %v", minutes, got, want)
		}
	}
}
