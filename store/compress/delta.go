package compress

import (
	"encoding/binary"
	"io"
	"strings"
)

// A delta says how to make data of a base: bytes of its own and copies of pieces of the
// base, by turns. It is a row of steps, compressed. A step is the number of bytes that
// are its own, these, the length of the copy after them, and how many bytes after the
// end of the copy before it that begins; numbers are varints, the last one signed.

// block is how many bytes of the base are looked for at once. A piece that data has from
// the base is found when it is twice as long.
const block = 16

// Delta is what data has that base has not: [Apply] makes data of the two. It is good
// until the next call of w; ok is false where less than half of data is in base.
func (w *Writer) Delta(base, data string) (delta []byte, ok bool, err error) {
	steps, ok := stepsOf(base, data)
	if !ok {
		return nil, false, nil
	}
	delta, _, err = w.Text(string(steps))
	return delta, err == nil, err
}

func stepsOf(base, data string) (steps []byte, ok bool) {
	if len(data) < block || len(data)/2 > len(base) {
		return nil, false
	}
	if at := strings.Index(data, base); at >= 0 { // front matter, and the text
		steps = appendStep(appendStep(nil, data[:at], len(base), 0), data[at+len(base):], 0, 0)
		return steps, len(data)-len(base) <= len(data)/2
	}
	places := make(map[string]int, len(base)/block)
	for at := 0; at+block <= len(base); at += block {
		if piece := base[at : at+block]; places[piece] == 0 {
			places[piece] = at + 1 // the first
		}
	}
	own, from, end := 0, 0, 0 // bytes of its own; where those of this step begin; the end of the last copy
	for i := 0; i+block <= len(data); {
		at := places[data[i:i+block]] - 1
		if at < 0 {
			i++
			if own+i-from > len(data)/2 {
				return nil, false
			}
			continue
		}
		start := i
		for start > from && at > 0 && data[start-1] == base[at-1] {
			start, at = start-1, at-1
		}
		size := i + block - start
		for start+size < len(data) && at+size < len(base) && data[start+size] == base[at+size] {
			size++
		}
		steps = appendStep(steps, data[from:start], size, at-end)
		own += start - from
		i, from, end = start+size, start+size, at+size
	}
	own += len(data) - from
	return appendStep(steps, data[from:], 0, 0), own <= len(data)/2
}

func appendStep(steps []byte, own string, size, skip int) []byte {
	steps = binary.AppendUvarint(steps, uint64(len(own)))
	steps = append(steps, own...)
	steps = binary.AppendUvarint(steps, uint64(size))
	return binary.AppendVarint(steps, int64(skip))
}

// Apply is the data of size bytes of which a delta was made. With another base it is
// other bytes, or [ErrDamaged].
func Apply(base string, delta []byte, size int64) (string, error) {
	var steps Text
	if err := steps.Scan(delta); err != nil {
		return "", err
	}
	var out strings.Builder
	at := int64(0) // in base
	for from := strings.NewReader(string(steps)); from.Len() > 0; {
		own, err := binary.ReadUvarint(from)
		if err != nil || own > uint64(from.Len()) {
			return "", ErrDamaged
		}
		_, _ = io.CopyN(&out, from, int64(own)) // so many are there
		n, err := binary.ReadUvarint(from)
		if err != nil {
			return "", ErrDamaged
		}
		skip, err := binary.ReadVarint(from)
		at += skip
		if err != nil || at < 0 || at > int64(len(base)) || n > uint64(int64(len(base))-at) || int64(out.Len())+int64(n) > size {
			return "", ErrDamaged
		}
		out.WriteString(base[at : at+int64(n)])
		at += int64(n)
	}
	if int64(out.Len()) != size {
		return "", ErrDamaged
	}
	return out.String(), nil
}
