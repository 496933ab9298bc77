package importer

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestAGlanceAtALongTextComesToTheSame(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "long.md")
	text := "Some words first.\n\n# The title\n\n" + strings.Repeat("A paragraph with [a link](other.md) and words.\n\n", 3000)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	want, err := Read(path, text)
	if err != nil {
		t.Fatal(err)
	}
	g, err := File(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if g.Whole == nil || g.Title != "The title" || g.ID != want.ID || g.Markdown != want.Markdown || g.Length.Words == 0 {
		t.Errorf("a glance shows %q, %v, whole %v", g.Title, g.Length, g.Whole == nil)
	}
	want.FileTime = g.FileTime // no file's that is not looked at
	if got := g.Finish(); !reflect.DeepEqual(got, want) || len(got.Links) != 2 {
		t.Errorf("finished it has %v, %v, want %v, %v", got.Length, got.Links, want.Length, want.Links)
	}
}

func BenchmarkGlance(b *testing.B) {
	text := "# Title\n\n" + strings.Repeat("A paragraph with some words in it, *enough* for a line or two of text.\n\n", 140_000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := (Hint{}).Read("x.md", text); err != nil {
			b.Fatal(err)
		}
	}
}
