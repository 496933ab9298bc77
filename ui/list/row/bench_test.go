package row

import (
	"testing"

	"lede/ui/theme"
)

// BenchmarkScreen draws the rows of a tall and wide screen.
func BenchmarkScreen(b *testing.B) {
	dark, err := theme.New("dark", theme.Dark, 0)
	if err != nil {
		b.Fatal(err)
	}
	table, rows := New(dark), many()
	table.See(rows)
	table.Resize(300, false)
	for b.Loop() {
		for i := range 80 {
			table.Line(&rows[i%len(rows)], Look{On: i == 7})
		}
	}
}

// BenchmarkSee measures a page of rows.
func BenchmarkSee(b *testing.B) {
	table, rows := New(nil), many()
	table.Resize(120, true)
	for b.Loop() {
		for range 3 {
			table.See(rows)
		}
	}
}
