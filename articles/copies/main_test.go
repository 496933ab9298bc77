package copies

import (
	"testing"

	"lede/articles/steady"
)

func TestMain(m *testing.M) { steady.Main(m) }
