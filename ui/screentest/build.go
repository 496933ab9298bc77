package screentest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
)

// builder compiles programs for one run of the tests.
type builder struct {
	mu       sync.Mutex
	dir      string
	programs map[string]string // package → path of its program
}

var builds = builder{programs: map[string]string{}}

// Main runs a package's tests and then removes what [Build] made. A package
// whose tests build a program calls it:
//
//	func TestMain(m *testing.M) { os.Exit(screentest.Main(m)) }
func Main(m *testing.M) int {
	code := m.Run()
	if builds.dir != "" {
		if err := os.RemoveAll(builds.dir); err != nil {
			fmt.Fprintln(os.Stderr, "remove the built programs:", err)
			return 1
		}
	}
	return code
}

// Lede is the path of the program itself, compiled on first use.
func Lede(t testing.TB) string {
	t.Helper()
	return Build(t, "lede")
}

// Build compiles a main package once per run of the tests, with the race
// detector if the tests have it, and returns the path of the program.
func Build(t testing.TB, pkg string) string {
	t.Helper()
	path, err := builds.build(pkg)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func (b *builder) build(pkg string) (string, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if path := b.programs[pkg]; path != "" {
		return path, nil
	}
	if b.dir == "" {
		dir, err := os.MkdirTemp("", "lede-test-")
		if err != nil {
			return "", fmt.Errorf("make a directory for the built programs: %w", err)
		}
		b.dir = dir
	}
	path := filepath.Join(b.dir, fmt.Sprintf("%d", len(b.programs)), filepath.Base(pkg))
	if runtime.GOOS == "windows" {
		path += ".exe"
	}
	args := []string{"build", "-o", path}
	if raceEnabled {
		args = append(args, "-race")
	}
	out, err := exec.CommandContext(context.Background(), "go", append(args, pkg)...).CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("build %s: %w\n%s", pkg, err, out)
	}
	b.programs[pkg] = path
	return path, nil
}
