package paint

import (
	"flag"
	"os"
	"testing"

	_ "pgregory.net/rapid" // which has the flag

	"lede/ui/screentest"
)

// Property tests try the same screens each time.
func TestMain(m *testing.M) {
	if err := flag.Set("rapid.seed", "1"); err != nil {
		panic(err)
	}
	os.Exit(screentest.Main(m))
}
