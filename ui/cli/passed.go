package cli

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// passedOver counts the files in folders that are not read, by the ends of their
// names.
type passedOver map[string]int

func (p passedOver) count(name string) { p[strings.ToLower(filepath.Ext(name))]++ }

// String is "12 passed over: 5 .org, 4 .pdf, 3 .docx"; empty for none.
func (p passedOver) String() string {
	const most = 8
	kinds := slices.SortedFunc(maps.Keys(p), func(a, b string) int { return cmp.Or(p[b]-p[a], strings.Compare(a, b)) })
	var parts []string
	all := 0
	for i, kind := range kinds {
		if all += p[kind]; i < most {
			parts = append(parts, fmt.Sprintf("%d %s", p[kind], kind))
		}
	}
	if more := len(kinds) - most; more > 0 {
		parts = append(parts, fmt.Sprintf("and %d more kinds", more))
	}
	if all == 0 {
		return ""
	}
	return fmt.Sprintf("%d passed over: %s", all, strings.Join(parts, ", "))
}

// tellPassed says what was passed over, and how to learn more.
func (p *program) tellPassed(passed passedOver) {
	if words := passed.String(); words != "" {
		p.complain(errors.New(words + "; lede add FILE takes one, or says what to do with it"))
	}
}
