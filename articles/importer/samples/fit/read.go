package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"lede/articles/importer/clipping"
)

// label finds a label by its name.
func label(name string) (clipping.Label, error) {
	i := slices.Index(clipping.LabelNames, name)
	if i < 0 {
		return 0, fmt.Errorf("no label is named %q", name)
	}
	return clipping.Label(i), nil
}

// read reads the labelled texts of a folder: its file "labels" has a line for
// each, NAME: LABEL LABEL*3 …, with the labels of the lines of NAME.txt that are
// not empty.
func read(folder string) ([]text, error) {
	labels, err := os.ReadFile(filepath.Join(folder, "labels"))
	if err != nil {
		return nil, fmt.Errorf("read the labels: %w", err)
	}
	var out []text
	for line := range strings.Lines(string(labels)) {
		name, list, found := strings.Cut(line, ": ")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		source, err := os.ReadFile(filepath.Join(folder, name+".txt"))
		if err != nil {
			return nil, fmt.Errorf("read a text: %w", err)
		}
		t, err := labelled(string(source), strings.Fields(list))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		alike, _, _ := strings.Cut(name, ".") // a page and its article
		t.name, t.from, t.weight = name, map[string]string{"text": alike, "folder": filepath.Base(folder)}, 8
		out = append(out, t)
	}
	return out, nil
}

// labelled gives the lines of a text their labels.
func labelled(source string, list []string) (t text, err error) {
	var all []clipping.Label // of the lines that are not empty
	for _, word := range list {
		name, times, _ := strings.Cut(word, "*")
		l, err := label(name)
		if err != nil {
			return t, err
		}
		n := 1
		if times != "" {
			if n, err = strconv.Atoi(times); err != nil {
				return t, fmt.Errorf("labels: %w", err)
			}
		}
		all = append(all, slices.Repeat([]clipping.Label{l}, n)...)
	}
	at := map[int]clipping.Label{}
	number := 0
	for i, line := range strings.Split(source, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if number < len(all) {
			at[i] = all[number]
		}
		number++
	}
	if number != len(all) {
		return t, fmt.Errorf("%d lines have %d labels", number, len(all))
	}
	t.source, t.lines = source, clipping.Describe(source)
	for _, l := range t.lines {
		t.labels = append(t.labels, at[l.Line])
	}
	return t, nil
}
