package startup_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	_ "github.com/alecthomas/chroma/v2/lexers" // allocates the most of all packages while it is initialized

	_ "lede/ui/cli/startup"
)

// What is asked for ahead must be asked for before it is needed.
func TestComesFirst(t *testing.T) {
	t.Parallel()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatal(err)
	}
	_, after, ok := strings.Cut(string(out), "init lede/ui/cli/startup @")
	if !ok || !strings.Contains(after, "init github.com/alecthomas/chroma/v2/lexers @") {
		t.Errorf("memory is asked for too late:\n%s", out)
	}
}
