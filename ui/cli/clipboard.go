package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/atotto/clipboard"

	"lede/articles"
	"lede/articles/importer/intake"
)

// clipboardText is the text on the clipboard of the desktop. The program that
// gives it may wait without end for the one that has it; when ctx ends first, it
// is left to itself.
func clipboardText(ctx context.Context) (string, error) {
	if clipboard.Unsupported {
		return "", errors.New("no clipboard here: install wl-clipboard, xclip or xsel, or pipe the text into lede add -")
	}
	var text string
	var err error
	read := make(chan struct{})
	go func() {
		defer close(read)
		text, err = clipboard.ReadAll()
	}()
	select {
	case <-read:
	case <-ctx.Done():
		return "", ctx.Err()
	}
	switch {
	case err != nil:
		return "", fmt.Errorf("no text can be had from the clipboard (%w): copy it anew, or pipe it into lede add -", err)
	case strings.TrimSpace(text) == "":
		return "", errors.New("there is no text on the clipboard: copy some")
	}
	return text, nil
}

// fromClipboard is what is on the clipboard: an address or the path of a file to
// add, or else the text of an article.
func (p *program) fromClipboard(ctx context.Context) (thing, text string, err error) {
	if text, err = clipboardText(ctx); err != nil {
		return "", "", err
	}
	line := strings.TrimSpace(text)
	if !strings.ContainsAny(line, "\r\n") && (articles.IsWeb(line) || intake.IsFile(line)) {
		return line, "", nil
	}
	return "", text, nil
}
