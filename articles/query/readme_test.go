package query_test

import (
	"os"
	"strings"
	"testing"

	"lede/articles/query"
	"lede/ui/screentest"
)

// TestReadmeFields holds the README's table of fields to the table; -update writes it.
func TestReadmeFields(t *testing.T) {
	var b strings.Builder
	b.WriteString("\n| field | finds articles |\n|:--|:--|\n")
	for _, f := range query.Fields() {
		b.WriteString("| `" + f.Example + "` | " + f.Says() + " |\n")
	}
	screentest.MatchPart(t, "../../README.md", "fields", b.String()+"\n")
}

// TestReadmeQueries reads the queries that the README shows.
func TestReadmeQueries(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok1 := strings.Cut(string(text), "## Queries\n")
	_, examples, ok2 := strings.Cut(rest, "```\n")
	examples, _, ok3 := strings.Cut(examples, "\n```\n")
	if !ok1 || !ok2 || !ok3 {
		t.Fatal("the README shows no queries")
	}
	for line := range strings.SplitSeq(examples, "\n") {
		line, _, _ = strings.Cut(line, "   ")
		if q, err := query.Parse(line); err != nil || q.String() != line {
			t.Errorf("%s is read as %s (%v)", line, q, err)
		}
	}
}

// TestExamples: the example of each field is a query of it.
func TestExamples(t *testing.T) {
	t.Parallel()
	for _, f := range query.Fields() {
		if q, err := query.Parse(f.Example); err != nil || !strings.HasPrefix(q.String(), f.Name+":") || f.Help == "" {
			t.Errorf("%s: %s (%v)", f.Name, q, err)
		}
		for _, value := range f.Values {
			if q, err := query.Parse(f.Name + ":" + value); err != nil || q.IsEmpty() {
				t.Errorf("%s:%s: %v", f.Name, value, err)
			}
		}
	}
}
