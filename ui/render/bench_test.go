package render_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"lede/articles"
	"lede/ui/render"
)

const window = 58 // lines of a tall terminal

func long(b *testing.B, size int) *articles.Article {
	b.Helper()
	a := sampler(b)
	a.Markdown = strings.Repeat(a.Markdown+"\n\n", size/len(a.Markdown)+1)
	return a
}

func sizes(b *testing.B, bench func(b *testing.B, a *articles.Article)) {
	b.Helper()
	for _, size := range []int{10 << 10, 1 << 20, 10 << 20} {
		b.Run(fmt.Sprintf("%dkB", size>>10), func(b *testing.B) { bench(b, long(b, size)) })
	}
}

// BenchmarkOpen is the time to the first screen.
func BenchmarkOpen(b *testing.B) {
	sizes(b, func(b *testing.B, a *articles.Article) {
		o := options(b, 100, "dark")
		b.ReportAllocs()
		for b.Loop() {
			l := render.New(a, o)
			l.Lines(l.Start(), window)
		}
	})
}

func BenchmarkScroll(b *testing.B) {
	sizes(b, func(b *testing.B, a *articles.Article) {
		l := render.New(a, options(b, 100, "dark"))
		p := l.Start()
		b.ReportAllocs()
		for b.Loop() {
			l.Lines(p, window)
			next := l.Move(p, 1)
			if next == p {
				next = l.Start()
			}
			p = next
		}
	})
}

// BenchmarkResize keeps the place in the middle through a change of width.
func BenchmarkResize(b *testing.B) {
	sizes(b, func(b *testing.B, a *articles.Article) {
		o := options(b, 100, "dark")
		l := render.New(a, o)
		anchor := l.Anchor(render.Pos{Part: l.BodyEnd().Part / 2, Line: 3})
		width := 60
		b.ReportAllocs()
		for b.Loop() {
			o.Width = 60 + width%40
			width++
			m := l.With(o)
			m.Lines(m.Find(anchor), window)
		}
	})
}

// BenchmarkEnd is a jump to the end.
func BenchmarkEnd(b *testing.B) {
	sizes(b, func(b *testing.B, a *articles.Article) {
		l := render.New(a, options(b, 100, "dark"))
		b.ReportAllocs()
		for b.Loop() {
			m := l.With(options(b, 100, "dark"))
			m.Lines(m.End(window), window)
		}
	})
}

// BenchmarkWrite prints the whole article, as for a pipe.
func BenchmarkWrite(b *testing.B) {
	sizes(b, func(b *testing.B, a *articles.Article) {
		o := options(b, 74, "dark")
		o.Flush = true
		b.ReportAllocs()
		b.SetBytes(int64(len(a.Markdown)))
		for b.Loop() {
			if _, err := render.New(a, o).WriteTo(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	})
}
