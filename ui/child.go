package ui

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"lede/articles"
	"lede/ui/render"
)

// child is the program that has the terminal for a while, such as the pager.
// Bubble Tea stands still as long: what ends lede has to end the child first.
type child struct {
	mu  sync.Mutex
	cmd *exec.Cmd // nil when there is none
}

// running is a command of the child's that Bubble Tea runs.
type running struct {
	*exec.Cmd
	child *child
}

// SetStdin, SetStdout and SetStderr implement [tea.ExecCommand]: what the
// command has no stream for it has the terminal for.
func (r running) SetStdin(in io.Reader) {
	if r.Stdin == nil {
		r.Stdin = in
	}
}

// SetStdout implements [tea.ExecCommand].
func (r running) SetStdout(out io.Writer) {
	if r.Stdout == nil {
		r.Stdout = out
	}
}

// SetStderr implements [tea.ExecCommand].
func (r running) SetStderr(out io.Writer) {
	if r.Stderr == nil {
		r.Stderr = out
	}
}

// Run implements [tea.ExecCommand].
func (r running) Run() error {
	r.child.mu.Lock()
	err := r.Start()
	if err == nil {
		r.child.cmd = r.Cmd
	}
	r.child.mu.Unlock()
	if err != nil {
		return err
	}
	err = r.Wait()
	r.child.mu.Lock()
	r.child.cmd = nil
	r.child.mu.Unlock()
	return err
}

// run gives the terminal to a command until it ends.
func (c *child) run(cmd *exec.Cmd, ended func(error) tea.Msg) tea.Cmd {
	return tea.Exec(running{cmd, c}, ended)
}

// is reports whether there is one.
func (c *child) is() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.cmd != nil
}

// graceful is how long a child that is told to end may take for it.
const graceful = 2 * time.Second

// end passes a signal on to the child, and ends it by force when it does not heed
// it.
func (c *child) end(s os.Signal) {
	c.mu.Lock()
	defer c.mu.Unlock()
	cmd := c.cmd
	if cmd == nil {
		return
	}
	if err := cmd.Process.Signal(s); err != nil {
		_ = cmd.Process.Kill() // where there are no signals
		return
	}
	time.AfterFunc(graceful, func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		if c.cmd == cmd {
			_ = cmd.Process.Kill()
		}
	})
}

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
