package e2e

import (
	"bytes"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"lede/ui/screentest"
)

// What a package may allocate before main begins, in bytes: one of ours, and one
// of a module. Whoever needs more makes it when it is first asked for, as
// package lazy does.
const (
	mostOfOurs    = 4 << 10
	mostOfOthers  = 64 << 10
	mostOfOursAll = 24 << 10
)

// glamours are the packages that cost a start more, and come with Glamour.
var glamours = regexp.MustCompile(`^(charm\.land/glamour|github\.com/(alecthomas/chroma|microcosm-cc/bluemonday|gorilla/css|yuin/goldmark)|golang\.org/x/net/html)(/|$)`)

// initialized is a line that GODEBUG=inittrace=1 has for a package: its path,
// and the bytes that its variables took.
var initialized = regexp.MustCompile(`(?m)^init (\S+) @.* clock, (\d+) bytes,`)

// TestStart holds what every run of the program pays for before it begins.
func TestStart(t *testing.T) {
	home := t.TempDir()
	cmd := exec.Command(screentest.Lede(t), "version")
	cmd.Env = []string{"HOME=" + home, "USERPROFILE=" + home, "GODEBUG=inittrace=1"}
	var traced bytes.Buffer
	cmd.Stderr = &traced
	out, err := cmd.Output()
	if err != nil || !strings.HasPrefix(string(out), "lede ") {
		t.Fatalf("lede version: %v: %s", err, out)
	}
	all := initialized.FindAllStringSubmatch(traced.String(), -1)
	if len(all) < 20 {
		t.Fatalf("few packages were traced:\n%s", traced.String())
	}
	ours := 0
	for _, found := range all {
		path := found[1]
		size, err := strconv.Atoi(found[2])
		if err != nil {
			t.Fatal(err)
		}
		most := mostOfOthers
		if strings.HasPrefix(path, "lede/") {
			ours += size
			most = mostOfOurs
		}
		if size > most && !glamours.MatchString(path) {
			t.Errorf("%s takes %d bytes at every start: at most %d", path, size, most)
		}
	}
	if ours > mostOfOursAll {
		t.Errorf("our packages take %d bytes at every start: at most %d", ours, mostOfOursAll)
	}
	if left, err := os.ReadDir(home); err != nil || len(left) > 0 {
		t.Errorf("to say its version it touched the home directory: %v %v", left, err)
	}
}
