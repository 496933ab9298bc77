package compress

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// prose is a text of n different sentences.
func prose(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "On day %d it rained on %d roofs of %d. ", i, i*7%13, i*i)
	}
	return b.String()
}

// made is base and data and what a delta makes of them; ok is false where there is none.
func made(t testing.TB, base, data string) (size int, ok bool) {
	t.Helper()
	var w Writer
	delta, ok, err := w.Delta(base, data)
	if err != nil {
		t.Fatal(err)
	}
	if !ok {
		return 0, false
	}
	got, err := Apply(base, delta, int64(len(data)))
	if err != nil || got != data {
		t.Errorf("%q comes back as %q, %v", data, got, err)
	}
	return len(delta), true
}

func FuzzDelta(f *testing.F) {
	text := prose(10)
	for _, seed := range [][2]string{
		{"", ""},
		{text, text},
		{text, ""},
		{"", text},
		{text, "---\ntitle: Rain\n---\n\n" + text + "\n\n"},
		{text, text[100:200] + text[:150] + text[50:]},
		{text + text, text},
		{text, text + text},
		{text, strings.ReplaceAll(text, "\n", "\r\n")},
		{strings.Repeat("a", 100), strings.Repeat("a", 150)},
		{"\x00\xff" + text, text + "\xff\x00"},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, base, data string) { made(t, base, data) })
}

// FuzzDamagedDelta: whatever stands in a library, and whatever text it is put to, making
// data of it ends, and makes what it should have or says that it is damaged.
func FuzzDamagedDelta(f *testing.F) {
	var w Writer
	delta, _, err := w.Delta(prose(10), "Rain. "+prose(9))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(prose(10), append([]byte{}, delta...), int64(len(prose(9))+6))
	f.Add(prose(5), append([]byte{}, delta...), int64(len(prose(9))+6))
	steps := func(size int, skip int64) []byte {
		packed, _, err := w.Text(string(appendStep(nil, "ab", size, int(skip))))
		if err != nil {
			f.Fatal(err)
		}
		return append([]byte{}, packed...)
	}
	f.Add("base", steps(4, 0), int64(6))
	f.Add("base", steps(-1, 0), int64(6))
	f.Add("base", steps(1, 1<<62), int64(3))
	f.Add("base", steps(1, -1), int64(3))
	f.Add("base", steps(5, 0), int64(-1))
	f.Fuzz(func(t *testing.T, base string, delta []byte, size int64) {
		data, err := Apply(base, delta, size)
		if err == nil && int64(len(data)) != size || err != nil && !errors.Is(err, ErrDamaged) {
			t.Errorf("%d bytes of %d, %v", len(data), size, err)
		}
	})
}

func TestDeltaIsSmall(t *testing.T) {
	t.Parallel()
	text := prose(100)
	front := "---\ntitle: Rain\n---\n\n"
	for name, c := range map[string]struct {
		data string
		most int // bytes; 0 for no delta
	}{
		"the text":                 {text, 20},
		"with something above":     {front + text, 50},
		"with something in it":     {text[:500] + "\n# A heading that went\n" + text[500:], 60},
		"in another order":         {text[1000:] + text[:1000], 30},
		"lines that end otherwise": {strings.ReplaceAll(text, ". ", ".\r\n"), 1000},
		"half of it":               {text + strings.Repeat("#", len(text)-10), 100},
		"less than half":           {text + strings.Repeat("#", len(text)+10), 0},
		"another text":             {strings.ToUpper(text), 0},
		"nothing":                  {"", 0},
	} {
		if size, ok := made(t, text, c.data); ok != (c.most > 0) || size > c.most {
			t.Errorf("%s: %d bytes, %v; want %d", name, size, ok, c.most)
		}
	}
}

func BenchmarkDelta(b *testing.B) {
	var w Writer
	text := prose(60)
	data := "---\ntitle: Rain\nauthor: Ada Abel\ndate: 2026-11-01\n---\n\n" + text
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, ok, err := w.Delta(text, data); !ok || err != nil {
			b.Fatal(ok, err)
		}
	}
}
