// Faulty is lede's screens over a library that panics when an article is
// opened or starred: the way to see what a fault costs the reader.
package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"lede/articles"
	"lede/store"
	"lede/ui"
)

type faulty struct{ *store.Store }

func (faulty) Star(context.Context, bool, ...articles.ID) (articles.Change, error) {
	panic("a fault on purpose")
}

func (faulty) Article(context.Context, articles.ID) (*articles.Article, articles.State, error) {
	panic("a fault on purpose")
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "faulty:", err)
		os.Exit(1)
	}
}

func run() error {
	ctx := context.Background()
	s, err := store.Open(ctx, filepath.Join(os.Getenv("HOME"), "library.db"))
	if err != nil {
		return err
	}
	defer s.Close()
	if _, err := s.Put(ctx, &articles.Article{
		ID: articles.NewID("fault"), Origin: "fault", Slug: "fault", Title: "The Fault", Markdown: "It is on purpose.",
	}); err != nil {
		return err
	}
	return ui.Run(ctx, ui.Options{Library: faulty{s}, Getenv: os.Getenv, In: os.Stdin, Out: os.Stdout})
}
