package clipping

import (
	"os"
	"testing"
	"strings"
)

func TestDbgFile(t *testing.T) {
	for _, f := range strings.Fields(os.Getenv("FILES")) {
		b, _ := os.ReadFile(f)
		os.Setenv("SHOW", f)
		dbg(f, string(b))
	}
}
