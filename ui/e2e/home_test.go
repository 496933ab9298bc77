//go:build unix

package e2e

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"lede/ui/screentest"
)

// home is one reader's account: where lede keeps all that it keeps.
type home struct{ dir string }

// newHome is an account in which lede never ran.
func newHome(t *testing.T) home {
	t.Helper()
	return home{t.TempDir()}
}

// shelf is the library of [shelfHome], which is made once.
var shelf struct {
	sync.Mutex
	data []byte
}

// shelfHome is an account whose library holds the articles of testdata/shelf
// and nothing else.
func shelfHome(t *testing.T) home {
	t.Helper()
	h := newHome(t)
	shelf.Lock()
	defer shelf.Unlock()
	if shelf.data != nil {
		h.write(t, "data/lede/library.db", string(shelf.data))
		return h
	}
	rm := []string{"rm"}
	for _, row := range h.rows(t) {
		rm = append(rm, row.ID)
	}
	h.must(t, rm...)
	folder, err := filepath.Abs("testdata/shelf")
	must(t, err)
	h.must(t, "add", folder)
	files, err := os.ReadDir(filepath.Join(h.dir, "data/lede"))
	must(t, err)
	if len(files) != 1 {
		t.Fatalf("a library is more than its file: %v", files)
	}
	shelf.data, err = os.ReadFile(filepath.Join(h.dir, "data/lede/library.db"))
	must(t, err)
	return h
}

// env is the environment of a program in a current terminal.
func (h home) env(more ...string) []string {
	return append([]string{
		"HOME=" + h.dir, "PATH=" + os.Getenv("PATH"), "TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8",
		"XDG_DATA_HOME=" + filepath.Join(h.dir, "data"), "XDG_CONFIG_HOME=" + filepath.Join(h.dir, "config"), "TMPDIR=" + os.TempDir(),
		"LEDE_TIMEOUT=1h", // a server that a test holds back waits for the test
	}, more...)
}

// open runs lede in a terminal.
func (h home) open(t *testing.T, p screentest.Program, args ...string) *screentest.Session {
	t.Helper()
	p.Path, p.Args = screentest.Lede(t), args
	if p.Env == nil {
		p.Env = h.env()
	}
	if p.Dir == "" {
		p.Dir = h.dir
	}
	return screentest.Start(t, p)
}

// result is what a run without a terminal gave.
type result struct {
	stdout, stderr string
	code           int
}

// run runs lede without a terminal.
func (h home) run(t *testing.T, args ...string) result {
	t.Helper()
	var out, errs bytes.Buffer
	cmd := exec.CommandContext(t.Context(), screentest.Lede(t), args...)
	cmd.Env, cmd.Dir, cmd.Stdout, cmd.Stderr = h.env(), h.dir, &out, &errs
	tty, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer tty.Close()
	cmd.Stdin = tty
	_ = cmd.Run() // the exit code says it
	return result{out.String(), errs.String(), cmd.ProcessState.ExitCode()}
}

// must is run for what cannot fail.
func (h home) must(t *testing.T, args ...string) string {
	t.Helper()
	r := h.run(t, args...)
	if r.code != 0 || r.stderr != "" {
		t.Fatalf("lede %s: exit code %d, %s", strings.Join(args, " "), r.code, r.stderr)
	}
	return r.stdout
}

// row is an article as lede list --json prints it.
type row struct {
	ID       string  `json:"id"`
	Title    string  `json:"title"`
	Starred  bool    `json:"starred"`
	Read     bool    `json:"read"`
	Views    int     `json:"views"`
	Progress float64 `json:"progress"`
}

// rows is the library.
func (h home) rows(t *testing.T) []row {
	t.Helper()
	var rows []row
	for line := range strings.Lines(h.must(t, "list", "--json")) {
		var r row
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatalf("lede list --json: %v in %s", err, line)
		}
		rows = append(rows, r)
	}
	return rows
}

// row is one article of the library by its title.
func (h home) row(t *testing.T, title string) row {
	t.Helper()
	for _, r := range h.rows(t) {
		if r.Title == title {
			return r
		}
	}
	t.Fatalf("the library has no %q", title)
	return row{}
}

// waitRow waits until an article is as it should be, as it is soon after a text stood long
// enough to be read.
func (h home) waitRow(t *testing.T, title, what string, is func(row) bool) {
	t.Helper()
	for deadline := time.Now().Add(screentest.Patience); !is(h.row(t, title)); time.Sleep(100 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%q is never %s: %+v", title, what, h.row(t, title))
		}
	}
}

// write makes a file in the account and returns its path.
func (h home) write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(h.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// left checks that the program ended with the code, and left the terminal as
// it found it.
func left(t *testing.T, s *screentest.Session, code int) {
	t.Helper()
	if got := s.Exit(); got != code {
		t.Errorf("exit code %d (signal %v), want %d; the screen shows\n%s", got, s.Killed(), code, s.Text())
	}
	clean(t, s)
}

// clean checks that the terminal is as it was, and got nothing strange.
func clean(t *testing.T, s *screentest.Session) {
	t.Helper()
	s.Look(func(screen *screentest.Screen) {
		if residue := screen.Residue(); len(residue) > 0 {
			t.Errorf("the terminal is left with: %s", strings.Join(residue, "; "))
		}
		if unknown := screen.Unknown(); len(unknown) > 0 {
			t.Errorf("the terminal got what it does not know: %q", unknown)
		}
	})
}

// firstLine is the first line of the screen that says something.
func firstLine(screen *screentest.Screen) string {
	for line := range strings.Lines(screen.String()) {
		if line = strings.TrimSpace(line); line != "" {
			return line
		}
	}
	return ""
}
