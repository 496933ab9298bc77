package compress

import (
	"errors"
	"math"
	"strings"
	"testing"
)

func FuzzText(f *testing.F) {
	for _, seed := range []string{"", "a", "\x00\xff", strings.Repeat("It rained. ", 500)} {
		f.Add(seed)
	}
	var w Writer
	f.Fuzz(func(t *testing.T, text string) {
		packed, ok, err := w.Text(text)
		if err != nil {
			t.Fatal(err)
		}
		if ok != (len(packed) < len(text)) {
			t.Errorf("%d bytes of %d: %v", len(packed), len(text), ok)
		}
		var got Text
		if err := got.Scan(append([]byte{}, packed...)); err != nil || string(got) != text {
			t.Errorf("%q comes back as %q, %v", text, got, err)
		}
		if err := got.Scan(text); err != nil || string(got) != text {
			t.Errorf("%q comes back as %q, %v", text, got, err)
		}
	})
}

// FuzzDamagedText: whatever stands in a library, reading it ends, and takes no more
// memory than what stands there can hold.
func FuzzDamagedText(f *testing.F) {
	var w Writer
	packed, _, err := w.Text(strings.Repeat("It rained. ", 500))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(append([]byte{}, packed...))
	f.Add(packed[:len(packed)/2])
	f.Add([]byte{})
	f.Add([]byte("\xff\xff\xff\xff\xff\xff\xff\xff\x7f"))
	f.Fuzz(func(t *testing.T, packed []byte) {
		var got Text
		if err := got.Scan(packed); err != nil && !errors.Is(err, ErrDamaged) {
			t.Error(err)
		}
		if len(got) > 1100*len(packed) {
			t.Errorf("%d bytes of %d", len(got), len(packed))
		}
	})
}

func TestInflateRefusesWrongSizes(t *testing.T) {
	t.Parallel()
	var w Writer
	packed, err := w.Deflate("It rained.")
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range []int64{-1, 11, 1 << 40, math.MaxInt64} {
		if text, err := Inflate(packed, size); !errors.Is(err, ErrDamaged) {
			t.Errorf("of %d bytes: %q, %v", size, text, err)
		}
	}
	if text, err := Inflate(packed, 10); err != nil || text != "It rained." {
		t.Errorf("%q, %v", text, err)
	}
}

func TestTextScansTextsAlone(t *testing.T) {
	t.Parallel()
	var text Text
	for _, value := range []any{nil, int64(1), 1.5} {
		if text.Scan(value) == nil {
			t.Errorf("%v is read as %q", value, text)
		}
	}
}

func BenchmarkText(b *testing.B) {
	var w Writer
	text := strings.Repeat("It rained. ", 20) + strings.Repeat("The rain in Spain stays mainly in the plain. ", 40)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, _, err := w.Text(text); err != nil {
			b.Fatal(err)
		}
	}
}
