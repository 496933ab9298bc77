package screen

import (
	"context"

	"lede/store"
	"lede/ui/cli/run"
)

// tellOlder is a line for the reader of a library that was made before lede acted out,
// when it imports, what other programs write (see [run.ActedOut]); it is said
// once; empty when there is nothing to say.
func tellOlder(ctx context.Context, s *store.Store) string {
	if said, err := s.Setting(ctx, run.ActedOut); said != "" || err != nil {
		return ""
	}
	if err := s.SetSetting(ctx, run.ActedOut, "told"); err != nil {
		return "" // it would be said again and again
	}
	return "signs of Obsidian, Hugo and others in older articles: lede extract --all brings them up to date"
}
