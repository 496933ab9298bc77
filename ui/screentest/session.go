//go:build unix

package screentest

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// Patience is how long a session waits for what must come: far longer than
// any machine needs, since a test that passes never waits for all of it.
const Patience = 2 * time.Minute

// Program says what to run, in which terminal.
type Program struct {
	Path   string   // the program
	Args   []string // its arguments, without the program's own name
	Env    []string // its whole environment; TERM and the like included
	Dir    string   // where it runs
	Width  int      // columns; 80 if zero
	Height int      // rows; 24 if zero
	Terminal

	Stdin  io.Reader // a pipe in place of the terminal, if set
	Stdout io.Writer // a pipe in place of the terminal, if set
}

// Session is a program that runs in an emulated terminal.
type Session struct {
	t       testing.TB
	cmd     *exec.Cmd
	tty     *os.File
	drained chan struct{} // closed when all output was read
	exited  chan struct{} // closed when the program is gone
	code    int           // its exit code; valid once exited

	mu      sync.Mutex // guards the following
	screen  *Screen
	raw     []byte
	changed chan struct{} // closed, and made anew, at each output
}

// Start runs a program in a terminal of its own. The test's end ends it.
func Start(t testing.TB, p Program) *Session {
	t.Helper()
	if p.Width == 0 {
		p.Width = 80
	}
	if p.Height == 0 {
		p.Height = 24
	}
	s := &Session{
		t: t, screen: New(p.Width, p.Height, p.Terminal),
		drained: make(chan struct{}), exited: make(chan struct{}), changed: make(chan struct{}),
	}
	tty, err := s.spawn(p)
	if err != nil {
		t.Fatalf("run %s in a terminal: %v", p.Path, err)
	}
	s.tty = tty
	go s.read()
	go s.wait()
	t.Cleanup(s.end)
	return s
}

// spawn starts the program as the leader of a session whose controlling
// terminal is the new one, whichever of its streams are pipes.
func (s *Session) spawn(p Program) (*os.File, error) {
	s.cmd = exec.CommandContext(context.Background(), p.Path, p.Args...)
	s.cmd.Env, s.cmd.Dir, s.cmd.Stdin, s.cmd.Stdout = p.Env, p.Dir, p.Stdin, p.Stdout
	s.cmd.WaitDelay = Patience
	const stderr = 2 // the stream that is never a pipe
	return pty.StartWithAttrs(s.cmd, driverSize(p.Width, p.Height), &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: stderr})
}

// read feeds the screen and answers for it until the program is gone.
func (s *Session) read() {
	defer close(s.drained)
	buf := make([]byte, 64<<10)
	for {
		n, err := s.tty.Read(buf)
		s.mu.Lock()
		_, _ = s.screen.Write(buf[:n])
		s.raw = append(s.raw, buf[:n]...)
		reply := s.screen.Reply()
		close(s.changed)
		s.changed = make(chan struct{})
		s.mu.Unlock()
		if len(reply) > 0 {
			_, _ = s.tty.Write(reply) // a program that has ended reads no answer
		}
		if err != nil {
			return
		}
	}
}

func (s *Session) wait() {
	err := s.cmd.Wait()
	s.code = s.cmd.ProcessState.ExitCode()
	if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
		s.code = -1
	}
	close(s.exited)
}

// end kills what still runs, and hangs up.
func (s *Session) end() {
	_ = syscall.Kill(-s.cmd.Process.Pid, syscall.SIGKILL) // its process group: it leads one
	<-s.exited
	_ = s.tty.Close()
	<-s.drained
}

// Exit waits for the program to end and returns its exit code, -1 if a signal
// ended it.
func (s *Session) Exit() int {
	s.t.Helper()
	select {
	case <-s.exited:
	case <-time.After(Patience):
		s.t.Fatalf("the program does not end; it shows\n%s", s.Text())
	}
	select { // a child that keeps the terminal open must not hold the test up
	case <-s.drained:
	case <-time.After(time.Second):
	}
	return s.code
}

// Killed is the signal that ended the program, 0 if none did. Call it after
// [Session.Exit].
func (s *Session) Killed() syscall.Signal {
	status, ok := s.cmd.ProcessState.Sys().(syscall.WaitStatus)
	if !ok || !status.Signaled() {
		return 0
	}
	return status.Signal()
}

// Look calls see with the screen while nothing is written to it.
func (s *Session) Look(see func(*Screen)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	see(s.screen)
}

// Text is the text of the screen.
func (s *Session) Text() (text string) {
	s.Look(func(screen *Screen) { text = screen.String() })
	return text
}

// Raw is all that the program has written to the terminal.
func (s *Session) Raw() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return string(s.raw)
}

// Until waits for a condition on the screen, looking between whole frames
// where the program marks them. It fails the test when the condition does not
// come true.
func (s *Session) Until(what string, holds func(*Screen) bool) {
	s.t.Helper()
	limit := time.After(Patience)
	for {
		s.mu.Lock()
		changed := s.changed
		ok := !s.screen.drawing() && holds(s.screen)
		s.mu.Unlock()
		if ok {
			return
		}
		select {
		case <-changed:
		case <-s.drained:
			s.t.Fatalf("the program ended before %s; it shows\n%s", what, s.Text())
		case <-limit:
			s.t.Fatalf("still waiting for %s after %v; the screen shows\n%s", what, Patience, s.Text())
		}
	}
}

// WaitFor waits until the screen shows each of the texts.
func (s *Session) WaitFor(texts ...string) {
	s.t.Helper()
	s.Until("it shows "+strings.Join(texts, ", "), func(screen *Screen) bool {
		all := screen.String()
		for _, text := range texts {
			if !strings.Contains(all, text) {
				return false
			}
		}
		return true
	})
}

// WaitGone waits until the screen shows the text no more.
func (s *Session) WaitGone(text string) {
	s.t.Helper()
	s.Until("it no longer shows "+text, func(screen *Screen) bool {
		return !strings.Contains(screen.String(), text)
	})
}

// stillness is how long a screen must not change before a test believes that
// nothing more will come. Only failing and updating tests wait for it.
const stillness = 10 * time.Second

// Golden waits until the screen's text is that of testdata/NAME.golden. With
// -update it writes the file, once the screen has come to rest.
func (s *Session) Golden(name string) {
	s.t.Helper()
	s.Match(goldenPath(name), (*Screen).String)
}

// GoldenStyled is Golden for the screen with its styles.
func (s *Session) GoldenStyled(name string) {
	s.t.Helper()
	s.Match(goldenPath(name), (*Screen).Styled)
}

// Match waits until what show makes of the screen is what the file holds.
// With -update it writes the file, once the screen has come to rest.
func (s *Session) Match(path string, show func(*Screen) string) {
	s.t.Helper()
	if Updating() {
		s.settle(time.Second, nil)
	} else {
		want := read(s.t, path)
		s.settle(stillness, func(screen *Screen) bool { return show(screen) == want })
	}
	var shown string
	s.Look(func(screen *Screen) { shown = show(screen) })
	Match(s.t, path, shown)
}

// settle waits until the condition holds or nothing has changed for a while.
func (s *Session) settle(quiet time.Duration, holds func(*Screen) bool) {
	for {
		s.mu.Lock()
		changed := s.changed
		ok := holds != nil && !s.screen.drawing() && holds(s.screen)
		s.mu.Unlock()
		if ok {
			return
		}
		select {
		case <-changed:
		case <-s.drained:
			return
		case <-time.After(quiet):
			return
		}
	}
}
