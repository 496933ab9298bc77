package store

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"lede/articles"
	"lede/store/storetest"
)

// Some tests need another program with the library open: they run this test
// binary again, as one of these. Each gets the path of the library and the
// words after it, and writes what it acknowledges to its output.
var programs = map[string]func(ctx context.Context, path string, words []string, out io.Writer) error{
	"first-start": firstStart,
	"write":       writeForever,
	"change":      changeForever,
	"view":        viewOften,
	"read-only":   readOnly,
	"hold":        holdLock,
	"add-many":    addMany,
}

const programVariable = "LEDE_STORE_TEST_PROGRAM"

func TestMain(m *testing.M) {
	if name := os.Getenv(programVariable); name != "" {
		if err := programs[name](context.Background(), os.Args[1], os.Args[2:], os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	if err := flag.Set("rapid.seed", "1"); err != nil { // each run tries the same
		panic(err)
	}
	code := m.Run()
	if err := os.RemoveAll(shared.dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	os.Exit(code)
}

func program(t *testing.T, name, path string, words ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), self, append([]string{path}, words...)...)
	cmd.Env = append(os.Environ(), programVariable+"="+name)
	return cmd
}

// together runs so many programs at once, and returns their outputs.
func together(t *testing.T, n int, name, path string, words ...string) []string {
	t.Helper()
	out := make([]string, n)
	var wait sync.WaitGroup
	for i := range n {
		cmd := program(t, name, path, words...)
		wait.Go(func() {
			data, err := cmd.CombinedOutput()
			out[i] = string(data)
			if err != nil {
				t.Errorf("%s: %v\n%s", name, err, data)
			}
		})
	}
	wait.Wait()
	return out
}

// firstStart is what the program does when it starts.
func firstStart(ctx context.Context, path string, _ []string, out io.Writer) error {
	s, err := Open(ctx, path)
	if err != nil {
		return err
	}
	if err := s.Seed(ctx, []*articles.Article{storetest.Article(1), storetest.Article(2)}); err != nil {
		return err
	}
	counts, err := s.Counts(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintln(out, counts.Rows[articles.All], "articles")
	return s.Close()
}

func TestFirstStartsAtOnce(t *testing.T) {
	t.Parallel()
	for i := range 3 {
		path := filepath.Join(t.TempDir(), strconv.Itoa(i), "library.db")
		out := strings.Join(together(t, 4, "first-start", path), "")
		if strings.Count(out, "2 articles\n") != 4 {
			t.Errorf("got %q", out)
		}
	}
}

// viewOften counts views of one article at half-hours that all copies share.
func viewOften(ctx context.Context, path string, _ []string, out io.Writer) error {
	s, err := Open(ctx, path)
	if err != nil {
		return err
	}
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range 50 {
		id := storetest.Article(i).ID
		counted, err := s.View(ctx, id, start)
		if err != nil {
			return err
		}
		if counted {
			fmt.Fprintln(out, "counted")
		}
		if err := s.SetStarred(ctx, id, true); err != nil {
			return err
		}
	}
	return s.Close()
}

func TestTwoProgramsCountOneView(t *testing.T) {
	t.Parallel()
	s := library(t, 50)
	out := strings.Join(together(t, 3, "view", s.path), "")
	if got := strings.Count(out, "counted\n"); got != 50 {
		t.Errorf("%d views counted by the programs, want 50", got)
	}
	for _, row := range everything(t, s) { // and this one sees what they wrote
		if row.State.Views != 1 || !row.State.Starred {
			t.Errorf("state %+v", row.State)
		}
	}
}

// writeForever adds articles and changes state until it is killed, and prints
// each number once that article is acknowledged.
func writeForever(ctx context.Context, path string, words []string, out io.Writer) error {
	s, err := Open(ctx, path)
	if err != nil {
		return err
	}
	first, err := strconv.Atoi(words[0])
	if err != nil {
		return err
	}
	number := map[articles.ID]int{}
	acknowledge := func(a *articles.Article, _ articles.Outcome, err error) {
		if err == nil {
			err = s.SavePlace(ctx, a.ID, articles.Place{Progress: 0.5})
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return
		}
		fmt.Fprintln(out, number[a.ID])
	}
	for i := first; ; i += 20 {
		err := s.PutAll(ctx, func(yield func(*articles.Article) bool) {
			for j := i; j < i+20; j++ {
				a := storetest.Article(j)
				number[a.ID] = j
				if !yield(a) {
					return
				}
			}
		}, acknowledge)
		if err != nil {
			return err
		}
	}
}

// TestKilledWhileWriting kills a writer at several moments. All that it
// acknowledged is there, and the library is sound.
func TestKilledWhileWriting(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "library.db")
	acknowledged, next := 0, 0
	for round := range 6 {
		cmd := program(t, "write", path, strconv.Itoa(next))
		cmd.Stderr = os.Stderr
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		var numbers []int
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			n, err := strconv.Atoi(lines.Text())
			if err != nil {
				t.Fatal(err)
			}
			numbers = append(numbers, n)
			if len(numbers) == 7+round*23 {
				if err := cmd.Process.Kill(); err != nil { // SIGKILL, or TerminateProcess
					t.Fatal(err)
				}
			}
		}
		if err := cmd.Wait(); err == nil {
			t.Fatal("the writer ended by itself")
		}
		s, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range numbers {
			a, state, err := s.Article(t.Context(), storetest.Article(n).ID)
			if err != nil || a.Markdown != storetest.Article(n).Markdown || state.Place.Progress != 0.5 {
				t.Errorf("article %d was acknowledged: %v", n, err)
			}
		}
		acknowledged += len(numbers)
		sound(t, s)
		next = len(everything(t, s))
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if acknowledged < 100 {
		t.Errorf("only %d were acknowledged in all", acknowledged)
	}
}

// sound checks the file, and that the tally is right.
func sound(t *testing.T, s *Store) {
	t.Helper()
	var check string
	// On a new connection: FTS5 looks no further than what one has read of the index
	// before another one wrote it.
	if err := open(t, s.path).read.QueryRowContext(t.Context(), "PRAGMA integrity_check").Scan(&check); err != nil || check != "ok" {
		t.Errorf("integrity: %s, %v", check, err)
	}
	counts, err := s.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, shelf := range articles.Shelves {
		rows := span(t, s, articles.Listing{Shelf: shelf}, articles.Span{N: 1 << 20})
		if counts.Rows[shelf] != len(rows) {
			t.Errorf("%v: tally %d, rows %d", shelf, counts.Rows[shelf], len(rows))
		}
	}
}
