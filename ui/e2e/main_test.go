package e2e

import (
	"os"
	"testing"

	"lede/ui/screentest"
)

func TestMain(m *testing.M) { os.Exit(screentest.Main(m)) }
