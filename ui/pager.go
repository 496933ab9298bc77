package ui

import (
	"fmt"
	"io"
	"os/exec"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"lede/articles"
	"lede/ui/render"
)

// openPager hands the whole article to the pager. It is laid out while the
// pager reads, so that a long one opens at once.
func (a *app) openPager(found pagerFoundMsg) tea.Cmd {
	if found.err != nil || !a.reading {
		return a.fail(found.err)
	}
	in, out := io.Pipe()
	found.cmd.Stdin = in
	article, options := a.reader.Article, a.reader.Options()
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
	return a.lend(found.cmd, func(err error) tea.Msg {
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

// pagerFoundMsg brings the pager that an article goes to; pagerEndedMsg comes when
// it gave the terminal back.
type (
	pagerFoundMsg struct {
		cmd    *exec.Cmd
		colors bool // it shows them
		err    error
	}
	pagerEndedMsg struct{ err error }
)

// findPager finds the pager for the article on the screen.
func (a *app) findPager() tea.Cmd {
	find := a.pager
	return func() tea.Msg {
		cmd, colors, err := find()
		return pagerFoundMsg{cmd, colors, err}
	}
}
