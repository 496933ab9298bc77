package ui

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/command"
	"lede/ui/effect"
	"lede/ui/intent"
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
	from := a.set.Origin("browser").String()
	browser, mend := a.set.Browser, "change "+from
	if browser == "" {
		browser, from, mend = a.getenv("BROWSER"), "$BROWSER", "set $BROWSER to one"
	}
	return func() tea.Msg {
		commands, err := browserCommands(browser, url, a.getenv)
		if err != nil {
			return effect.Written{Err: fmt.Errorf("%s: %w Set it to a command, as in firefox", from, err)}
		}
		var missing []string
		for _, words := range commands {
			path, err := command.Find(words[0])
			if err == nil {
				// A browser outlives the program that opened it.
				cmd := exec.CommandContext(context.WithoutCancel(a.fx.Context()), path, words[1:]...)
				if err = cmd.Start(); err == nil {
					go func() { _ = cmd.Wait() }() // a browser's exit says nothing to a reader
					return effect.Written{Notice: "Opened in the browser."}
				}
			}
			missing = append(missing, fmt.Sprintf("%q %v", articles.CleanLine(words[0]), command.Cause(err)))
		}
		return effect.Written{Err: fmt.Errorf("browser %s: %s", strings.Join(missing, ", "), mend)}
	}
}

// browserCommands are the commands that may open a page, the first that starts
// first. $BROWSER is a list of them, each read as a shell would read it, in which %s
// stands for the address and %% for a %, as Unix programs have it; an address that
// nothing stands for comes last.
func browserCommands(browser, url string, getenv func(string) string) (commands [][]string, err error) {
	insert := strings.NewReplacer("%s", url, "%%", "%")
	for _, each := range filepath.SplitList(browser) {
		words, err := command.Words(each, getenv)
		if err != nil {
			return nil, err
		}
		if len(words) == 0 {
			continue
		}
		named := strings.Contains(strings.ReplaceAll(each, "%%", ""), "%s")
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
		return commands, nil
	case runtime.GOOS == "darwin":
		return [][]string{{"open", url}}, nil
	case runtime.GOOS == "windows":
		return [][]string{{"rundll32", "url.dll,FileProtocolHandler", url}}, nil
	}
	return [][]string{{"xdg-open", url}}, nil
}

// mostThroughTerminal is the longest text, in bytes, that every terminal takes for
// its clipboard: xterm's sequence of 100,000 bytes holds so many.
const mostThroughTerminal = 74_994

// copyText puts a text on the clipboard: through the terminal (OSC 52), so that it
// works over SSH too, and on the desktop's own, for a terminal that does not know the
// sequence. A text that is too long for the first goes to the second alone.
func (a *app) copyText(text, what string) tea.Cmd {
	if len(text) <= mostThroughTerminal {
		return tea.Batch(tea.SetClipboard(text), a.copyToDesktop(text, nil), a.notice.Say("Copied "+what))
	}
	return a.copyToDesktop(text, func(err error) tea.Msg {
		if err != nil {
			return effect.Written{Err: fmt.Errorf("%d kB are too much for the terminal's clipboard, and %w", len(text)/1000, err)}
		}
		return effect.Written{Notice: "Copied " + what}
	})
}

// copyReadMsg brings a text that is to be copied.
type copyReadMsg intent.Copy

// copyRead copies what was read for it.
func (a *app) copyRead(c copyReadMsg) tea.Cmd {
	if c.Text == "" {
		return a.notice.Say(c.What)
	}
	return a.copyText(c.Text, c.What)
}

// copyToDesktop puts a text on the desktop's clipboard, where there is one. It takes
// its time beside the keys.
func (a *app) copyToDesktop(text string, then func(error) tea.Msg) tea.Cmd {
	write := a.clipboard
	return func() tea.Msg {
		err := errors.New("no other is known here")
		if write != nil {
			err = write(text)
		}
		if then == nil {
			return nil // the terminal has it
		}
		return then(err)
	}
}

func (a *app) copyLink(url string) tea.Cmd { return a.copyText(url, url) }
