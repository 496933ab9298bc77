package cli

import (
	"testing"

	"lede/articles"
	"lede/ui/config"
	"lede/ui/render"
)

// TestSettingsMeanTheSame holds the words of settings to what they are words for.
func TestSettingsMeanTheSame(t *testing.T) {
	t.Parallel()
	for i, o := range articles.Orders {
		if got := orders[config.Orders[i]]; got != o {
			t.Errorf("%s is %v, not %v", config.Orders[i], got, o)
		}
	}
	for i, s := range articles.Shelves {
		if got := shelves[config.Shelves[i]]; got != s {
			t.Errorf("%s is %v, not %v", config.Shelves[i], got, s)
		}
	}
	if len(config.Orders) != len(articles.Orders) || len(config.Shelves) != len(articles.Shelves) {
		t.Error("there are more of them")
	}
	if got := config.Defaults().Measure; got != render.DefaultMeasure {
		t.Errorf("the measure is %d, not %d", got, render.DefaultMeasure)
	}
}
