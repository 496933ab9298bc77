package ui

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"lede/articles"
	"lede/ui/render"
)

// openPager hands the whole article to the pager. It is laid out while the
// pager reads, so that a long one opens at once.
func (a *app) openPager(found pagerFoundMsg) tea.Cmd {
	if found.err != nil || a.at != inReader {
		return a.fail(found.err)
	}
	in, out := io.Pipe()
	found.cmd.Stdin = in
	article, options := a.reader.Article, a.reader.options()
	options.Pictures = nil // they are the screen's, and a pager has no use for them
	options.Hyperlinks = false
	profile := a.profile
	if !found.colors {
		profile, options.Profile = colorprofile.NoTTY, colorprofile.NoTTY
	}
	w := &colorprofile.Writer{Forward: out, Profile: profile}
	go func() {
		// A pager that is quit early closes the pipe: that is no error.
		_ = out.CloseWithError(typeset(w, article, options))
	}()
	return a.child.run(found.cmd, func(err error) tea.Msg {
		_ = in.Close()
		return pagerEndedMsg{a.pagerFailure(found.cmd, err)}
	})
}

// typeset writes the whole article. It runs beside the program, where a fault
// must not end it before the place is written.
func typeset(w io.Writer, article *articles.Article, o render.Options) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("typeset the article: %v", r)
		}
	}()
	_, err = render.New(article, o).WriteTo(w)
	return err
}

// address finds the web address of the article that a key is about, and hands
// it to what the key wants.
func (a *app) address(then func(url string) tea.Cmd) tea.Cmd {
	if a.at == inReader {
		return a.receiveAddress(addressMsg{a.reader.Article.URL, then, nil})
	}
	if r := a.list.current(); r != nil {
		return a.fx.address(r.ID, then)
	}
	return nil
}

func (a *app) receiveAddress(msg addressMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		return a.notice.complain(msg.err)
	case !articles.IsWeb(msg.url):
		// Nothing else is given to a browser, whatever a source calls its address.
		return a.notice.say("This article has no address on the web.")
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
			cmd := exec.CommandContext(context.WithoutCancel(a.fx.ctx), words[0], words[1:]...)
			if err := cmd.Start(); err != nil {
				missing = append(missing, strconv.Quote(words[0]))
				continue
			}
			go func() { _ = cmd.Wait() }() // a browser's exit says nothing to a reader
			return writtenMsg{notice: "Opened in the browser."}
		}
		return writtenMsg{err: fmt.Errorf("no browser %s: set $BROWSER to one", strings.Join(missing, ", "))}
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

// copyLink puts an address on the clipboard, through the terminal (OSC 52), so
// that it works over SSH too.
func (a *app) copyLink(url string) tea.Cmd {
	return tea.Batch(tea.SetClipboard(url), a.notice.say("Copied "+url))
}
