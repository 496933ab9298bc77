package reader

import (
	"testing"

	"lede/articles"
	"lede/articles/markdown"
)

func TestSectionMinutesHoldThoseUnderThem(t *testing.T) {
	t.Parallel()
	var heads []markdown.Heading
	var own []articles.Length
	for _, level := range []int{3, 1, 2, 3, 2, 1} {
		heads = append(heads, markdown.Heading{Level: level})
		own = append(own, articles.Length{Words: 238})
	}
	want := []int{1, 4, 2, 1, 1, 1}
	for i, got := range sectionMinutes(heads, own) {
		if got != want[i] {
			t.Errorf("section %d takes %d min, want %d", i, got, want[i])
		}
	}
}
