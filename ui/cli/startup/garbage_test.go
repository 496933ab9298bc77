package startup_test

import (
	"os"
	"os/exec"
	"runtime"
	"runtime/metrics"
	"strings"
	"testing"

	_ "github.com/alecthomas/chroma/v2/lexers"
	_ "github.com/alecthomas/chroma/v2/styles"

	_ "lede/ui/cli/startup"
)

// again runs one of the tests in a process of its own, where GOGC is not set.
func again(t *testing.T, test string, env ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+test+"$")
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "GOGC=") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(cmd.Env, env...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return string(out)
}

// No garbage may be collected while the packages are initialized that take most of a start.
func TestCollectsNothingWhileStarting(t *testing.T) {
	t.Parallel()
	if out := again(t, "", "GODEBUG=gctrace=1"); strings.Contains(out, "gc 1 @") {
		t.Errorf("garbage was collected:\n%s", out)
	}
}

// Once garbage was collected, Go collects at its own pace again.
func TestCollectsAsUsualLater(t *testing.T) {
	t.Parallel()
	if os.Getenv("STARTUP_TEST_CHILD") == "" {
		again(t, t.Name(), "STARTUP_TEST_CHILD=1")
		return
	}
	if got := pace(); got != 400 {
		t.Fatalf("starts at %d percent, want 400", got)
	}
	for range 10_000 {
		runtime.GC()
		if pace() == 100 {
			return
		}
	}
	t.Errorf("stays at %d percent", pace())
}

// pace is by how much the heap may grow before garbage is collected, in percent.
func pace() uint64 {
	sample := []metrics.Sample{{Name: "/gc/gogc:percent"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
