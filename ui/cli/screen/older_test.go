package screen

import (
	"path/filepath"
	"strings"
	"testing"

	"lede/store"
	"lede/ui/cli/run"
)

// TestTellOlder: a library from before is told once, and a new one never.
func TestTellOlder(t *testing.T) {
	t.Parallel()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if said := tellOlder(t.Context(), s); !strings.Contains(said, "lede extract --all") || strings.Contains(said, "\n") {
		t.Errorf("said %q", said)
	}
	if said := tellOlder(t.Context(), s); said != "" {
		t.Errorf("said again: %q", said)
	}
	path := filepath.Join(t.TempDir(), "library.db")
	fresh, err := run.New(run.Env{LookupEnv: func(name string) (string, bool) {
		if name == "LEDE_LIBRARY" {
			return path, true
		}
		return "", false
	}}).Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer fresh.Close()
	if said := tellOlder(t.Context(), fresh); said != "" {
		t.Errorf("a new library is told %q", said)
	}
}
