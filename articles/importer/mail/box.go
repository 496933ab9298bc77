package mail

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lede/articles"
)

// IsBox reports whether a file that begins with start is a box of messages
// (mbox): a line "From " before the fields of the first.
func IsBox(start string) bool {
	start = strings.TrimLeft(strings.TrimPrefix(start, "\xef\xbb\xbf"), "\r\n")
	_, rest, _ := strings.Cut(start, "\n")
	return isFromLine(start) && Is(rest, false)
}

// isFromLine reports whether a text begins with the line that stands before a
// message in a box: the sender, and when it came.
func isFromLine(s string) bool {
	rest, ok := strings.CutPrefix(s, "From ")
	if !ok {
		return false
	}
	rest, _, _ = strings.Cut(rest[:min(len(rest), 300)], "\n")
	words := strings.Fields(rest)
	return len(words) > 0 && (len(words) == 1 || slices.ContainsFunc(words, isYear) || slices.ContainsFunc(words, isClock))
}

func isYear(s string) bool {
	return len(s) == 4 && strings.Trim(s, "0123456789") == "" && (s[0] == '1' || s[0] == '2')
}

func isClock(s string) bool {
	return strings.Count(s, ":") == 2 && strings.Trim(s, "0123456789:") == ""
}

// mostTold is how many messages of a box that cannot be read are told one by
// one.
const mostTold = 20

// Box reads the messages of a box as they come, and holds one at a time. The
// number of one that cannot be read stands before what is wrong with it.
func Box(ctx context.Context, r io.Reader) iter.Seq2[*articles.Article, error] {
	return func(yield func(*articles.Article, error) bool) {
		t := &teller{yield: yield}
		n := 0
		err := split(ctx, r, func(text string, err error) bool {
			n++
			if err == nil {
				return t.tell(text, fmt.Sprintf("message %d", n))
			}
			return t.fail(fmt.Errorf("message %d: %w", n, err))
		})
		if err != nil && !t.stopped {
			t.stopped = !yield(nil, err)
		}
		t.end()
	}
}

// teller gives on messages.
type teller struct {
	yield   func(*articles.Article, error) bool
	failed  int
	stopped bool
}

func (t *teller) tell(text, place string) bool {
	a, err := Read(text)
	if err != nil {
		return t.fail(fmt.Errorf("%s: %w", place, err))
	}
	t.stopped = !t.yield(a, nil)
	return !t.stopped
}

func (t *teller) fail(err error) bool {
	if t.failed++; t.failed <= mostTold {
		t.stopped = !t.yield(nil, err)
	}
	return !t.stopped
}

func (t *teller) end() {
	if more := t.failed - mostTold; more > 0 && !t.stopped {
		t.stopped = !t.yield(nil, fmt.Errorf("%s more messages could not be read", articles.Grouped(more)))
	}
}

// errTooLong is of one message.
var errTooLong = fmt.Errorf("it is over the limit of %d MB for one message", MaxSize>>20)

// split cuts a box into its messages; next returns false to end it.
func split(ctx context.Context, r io.Reader, next func(string, error) bool) error {
	in := bufio.NewReaderSize(r, 64<<10)
	var text strings.Builder
	began, blank, long := false, true, false
	give := func() bool {
		one, over := text.String(), long
		text, long = strings.Builder{}, false
		switch {
		case over:
			return next("", errTooLong)
		case !began || strings.TrimSpace(one) == "":
			return true
		}
		return next(one, nil)
	}
	whole := true // the line before was read to its end
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		line, err := in.ReadSlice('\n')
		starts := whole
		whole = !errors.Is(err, bufio.ErrBufferFull)
		if err != nil && !errors.Is(err, io.EOF) && whole {
			return err
		}
		switch {
		case starts && blank && isFromLine(string(line[:min(len(line), 300)])) && beginsMessage(in):
			if !give() {
				return nil
			}
			began = true
		case text.Len()+len(line) > MaxSize:
			long = true
		case !long:
			if starts && isEscapedFrom(line) {
				line = line[1:] // as a line of the text was written that begins so
			}
			text.Write(line)
		}
		blank = starts && len(bytes.TrimSpace(line)) == 0 && whole
		if errors.Is(err, io.EOF) {
			began = began || text.Len() > 0
			give()
			return nil
		}
	}
}

// isEscapedFrom reports whether a line is one that begins with From, as a box has it.
func isEscapedFrom(line []byte) bool {
	return len(line) > 0 && line[0] == '>' && bytes.HasPrefix(bytes.TrimLeft(line, ">"), []byte("From "))
}

// beginsMessage reports whether what follows is a field.
func beginsMessage(in *bufio.Reader) bool {
	start, _ := in.Peek(200)
	if len(start) == 0 {
		return true // the box was cut
	}
	name, _, ok := strings.Cut(string(start), ":")
	return ok && isFieldName(strings.TrimPrefix(name, ">"))
}

// IsMaildir reports whether a folder is a box with a file for each message.
func IsMaildir(dir string) bool {
	for _, name := range [...]string{"cur", "new", "tmp"} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || !info.IsDir() {
			return false
		}
	}
	return true
}

// Maildir reads the messages of such a folder, by their names, which are by
// time.
func Maildir(ctx context.Context, dir string) iter.Seq2[*articles.Article, error] {
	return func(yield func(*articles.Article, error) bool) {
		t := &teller{yield: yield}
		for _, sub := range [...]string{"cur", "new"} {
			entries, err := os.ReadDir(filepath.Join(dir, sub))
			if err != nil && !t.fail(err) {
				return
			}
			for _, e := range entries {
				if ctx.Err() != nil || t.stopped {
					return
				}
				if e.Type().IsRegular() && !strings.HasPrefix(e.Name(), ".") {
					t.file(filepath.Join(dir, sub, e.Name()))
				}
			}
		}
		t.end()
	}
}

// file gives on the message in a file. Its name says what the reader did with
// it; that it was looked at in a mail program is not that it was read.
func (t *teller) file(path string) {
	name := articles.CleanLine(filepath.Base(path))
	info, err := os.Stat(path)
	if err == nil && info.Size() > MaxSize {
		err = errTooLong
	}
	var data []byte
	if err == nil {
		data, err = os.ReadFile(path)
	}
	if err != nil {
		t.fail(fmt.Errorf("%s: %w", name, cmp.Or(errors.Unwrap(err), err)))
		return
	}
	text := string(data)
	if _, flags, ok := strings.Cut(name, ":2,"); ok && strings.Contains(flags, "F") {
		text = "X-Status: F\n" + trimStart(text)
	}
	t.tell(text, name)
}
