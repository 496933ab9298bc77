package e2e

import (
	"os"
	"testing"

	_ "lede/ui/cli" // the program is built apart: without this, a changed one would pass with results of before
	"lede/ui/screentest"
)

func TestMain(m *testing.M) { os.Exit(screentest.Main(m)) }
