package ui

import (
	"os"
	"testing"
)

func TestAnInputThatEndsIsATerminalGone(t *testing.T) {
	t.Parallel()
	in, out, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	gone := 0
	k := keyboard{in, func() { gone++ }}
	if _, err := out.WriteString("j"); err != nil {
		t.Fatal(err)
	}
	if n, err := k.Read(make([]byte, 8)); n != 1 || err != nil || gone != 0 {
		t.Errorf("a key: %d bytes, %v, gone %d times", n, err, gone)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := k.Read(make([]byte, 8)); err == nil || gone != 1 {
		t.Errorf("the end: %v, gone %d times", err, gone)
	}
	_ = in.Close()
}
