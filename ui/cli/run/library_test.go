package run

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"lede/store"
)

// An upgrade is told when it is long, in one line that says where the copy is.
func TestLongUpgradeIsTold(t *testing.T) {
	t.Parallel()
	for takes, lines := range map[time.Duration]int{1900 * time.Millisecond: 0, 2100 * time.Millisecond: 1} {
		path := filepath.Join(t.TempDir(), "stderr")
		stderr, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		synctest.Test(t, func(*testing.T) {
			end := New(Env{Stderr: stderr}).tellUpgrade(store.Upgrade{Copy: "/x/library.db.v3"})
			time.Sleep(takes)
			end()
			time.Sleep(time.Hour)
		})
		data, err := os.ReadFile(path)
		if err != nil || strings.Count(string(data), "\n") != lines || strings.Count(string(data), "/x/library.db.v3") != lines {
			t.Errorf("after %v: %q, %v", takes, data, err)
		}
		if err := stderr.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
