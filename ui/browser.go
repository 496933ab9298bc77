package ui

import (
	"cmp"
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/effect"
)

// address finds the web address of the article that a key is about, and hands
// it to what the key wants.
func (a *app) address(then func(url string) tea.Cmd) tea.Cmd {
	if a.reading {
		return a.receiveAddress(addressMsg{a.reader.Article.URL, then, nil})
	}
	if r := a.list.Current(); r != nil {
		return a.fx.Ask(func(ctx context.Context, lib Library) tea.Msg {
			article, _, err := lib.Article(ctx, r.ID)
			if err != nil {
				return addressMsg{err: err}
			}
			return addressMsg{url: article.URL, then: then}
		})
	}
	return nil
}

// addressMsg brings the web address of an article to what wants it.
type addressMsg struct {
	url  string
	then func(url string) tea.Cmd
	err  error
}

func (a *app) receiveAddress(msg addressMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		return a.notice.Complain(msg.err)
	case !articles.IsWeb(msg.url):
		// Nothing else is given to a browser, whatever a source calls its address.
		return a.notice.Say("This article has no address on the web.")
	}
	return msg.then(msg.url)
}

// browse opens a page in the reader's browser.
func (a *app) browse(url string) tea.Cmd {
	browser := cmp.Or(a.set.Browser, a.getenv("BROWSER"))
	return func() tea.Msg {
		var missing []string
		for _, words := range browserCommands(browser, url) {
			// A browser outlives the program that opened it.
			cmd := exec.CommandContext(context.WithoutCancel(a.fx.Context()), words[0], words[1:]...)
			if err := cmd.Start(); err != nil {
				missing = append(missing, strconv.Quote(words[0]))
				continue
			}
			go func() { _ = cmd.Wait() }() // a browser's exit says nothing to a reader
			return effect.Written{Notice: "Opened in the browser."}
		}
		return effect.Written{Err: fmt.Errorf("no browser %s: set $BROWSER to one", strings.Join(missing, ", "))}
	}
}

// browserCommands are the commands that may open a page, the first that starts
// first. $BROWSER is a list of them, in which %s stands for the address and %%
// for a %, as Unix programs have it; an address that nothing stands for comes
// last.
func browserCommands(browser, url string) [][]string {
	var commands [][]string
	insert := strings.NewReplacer("%s", url, "%%", "%")
	for _, command := range filepath.SplitList(browser) {
		words := strings.Fields(command)
		if len(words) == 0 {
			continue
		}
		named := strings.Contains(strings.ReplaceAll(command, "%%", ""), "%s")
		for i, word := range words {
			words[i] = insert.Replace(word)
		}
		if !named {
			words = append(words, url)
		}
		commands = append(commands, words)
	}
	switch {
	case len(commands) > 0:
		return commands
	case runtime.GOOS == "darwin":
		return [][]string{{"open", url}}
	case runtime.GOOS == "windows":
		return [][]string{{"rundll32", "url.dll,FileProtocolHandler", url}}
	}
	return [][]string{{"xdg-open", url}}
}
