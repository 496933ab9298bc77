package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lede/articles/importer/clipping"
)

func TestLabelsOfTheTexts(t *testing.T) {
	t.Parallel()
	texts, err := read("../../clipping/testdata")
	if err != nil || len(texts) < 50 {
		t.Fatalf("%d texts, %v", len(texts), err)
	}
	for _, text := range texts {
		if len(text.lines) != len(text.labels) {
			t.Errorf("%s: %d lines have %d labels", text.name, len(text.lines), len(text.labels))
		}
	}
}

func TestLabelsThatDoNotFit(t *testing.T) {
	t.Parallel()
	const source = "A title\n\nSome words.\nMore words.\n"
	for list, want := range map[string]string{
		"title prose*2":  "",
		"title prose":    "3 lines have 2 labels",
		"title prose*3":  "3 lines have 4 labels",
		"title poem*2":   `no label is named "poem"`,
		"title prose*ab": "invalid syntax",
	} {
		folder := t.TempDir()
		for name, text := range map[string]string{"labels": "# a remark\na: " + list + "\n", "a.txt": source} {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		texts, err := read(folder)
		switch {
		case want == "" && (err != nil || len(texts) != 1 || clipping.LabelNames[texts[0].labels[0]] != "title"):
			t.Errorf("%s: %v, %v", list, texts, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%s: the error is %v, want %q", list, err, want)
		}
	}
}

// What is left out has no part in the fitting, and all that has the group is measured.
func TestMeasureEachGroupOnce(t *testing.T) {
	t.Parallel()
	texts := made(1)
	labels, each := measure(texts, "language", 3, "")
	lines, counted := 0, 0
	for _, text := range texts {
		lines += len(text.lines)
	}
	for _, c := range labels {
		counted += c.is
	}
	if lines != counted {
		t.Errorf("%d of %d lines were measured", counted, lines)
	}
	if all := each["en"]; all.right*2 < all.is {
		t.Errorf("%d of %d lines of English pages are right, without any", all.right, all.is)
	}
}
