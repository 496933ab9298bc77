// Command library makes a library of made-up articles, always the same, to measure lede
// with: 100,000 of them have 200 MB of text.
//
//	go run ./store/storetest/library --out library.db --articles 100000
//	go run ./store/storetest/library --files notes --articles 10000 --from 100000
//
// The second makes a folder of Markdown files of them instead, for lede add; of those that
// the library has not yet, when it begins behind them.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"lede/articles"
	"lede/store"
	"lede/store/storetest"
)

func main() {
	out := flag.String("out", "", "make the library `FILE`")
	files := flag.String("files", "", "make Markdown files in `FOLDER`")
	n := flag.Int("articles", 100_000, "how many")
	from := flag.Int("from", 0, "the number of the first one that becomes a file")
	flag.Parse()
	if (*out == "") == (*files == "") {
		fmt.Fprintln(os.Stderr, "library: give one of --out FILE and --files FOLDER")
		os.Exit(2)
	}
	var err error
	if *out != "" {
		err = library(*out, *n)
	} else {
		err = folder(*files, *from, *n)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "library:", err)
		os.Exit(1)
	}
}

func library(path string, n int) error {
	ctx := context.Background()
	s, err := store.Open(ctx, path)
	if err != nil {
		return err
	}
	start := time.Now()
	var failed error
	err = s.PutAll(ctx, storetest.Articles(n), func(_ *articles.Article, _ articles.Outcome, err error) {
		failed = errors.Join(failed, err)
	})
	fmt.Printf("%d articles in %v\n", n, time.Since(start).Round(time.Millisecond))
	return errors.Join(err, failed, s.Close())
}

func folder(path string, from, n int) error {
	for i := from; i < from+n; i++ {
		a := storetest.Article(i)
		name := filepath.Join(path, fmt.Sprintf("%03d", i/1000), fmt.Sprintf("%06d.md", i))
		if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
			return fmt.Errorf("make files: %w", err)
		}
		if err := os.WriteFile(name, []byte(file(a)), 0o600); err != nil {
			return fmt.Errorf("make files: %w", err)
		}
	}
	return nil
}

// file is an article as a Markdown file.
func file(a *articles.Article) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %s\nauthor: %s\nsite: %s\nsource: %s\ndescription: %s\n",
		strconv.Quote(a.Title), strconv.Quote(a.Author), strconv.Quote(a.Site), a.URL, strconv.Quote(a.Dek))
	if !a.Published.IsZero() {
		fmt.Fprintf(&b, "date: %s\n", a.Published.Format(time.RFC3339))
	}
	fmt.Fprintf(&b, "tags: [%s]\n---\n\n%s\n", strings.Join(a.Tags, ", "), a.Markdown)
	return b.String()
}
