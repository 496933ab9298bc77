package articles

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSamePage(t *testing.T) {
	t.Parallel()
	for _, same := range [][]string{
		{
			"https://example.org/A/b", "http://www.example.org/A/b/", "https://example.org:443/A/b#x", "HTTPS://EXAMPLE.org/A/b?",
			"http://example.org:80/A/b", " https://user:pw@example.org/A/b ", "//example.org/A/b", "https://www.example.org./A/b//",
			"https://example.org/A/b?utm_source=q&fbclid=1", "https://example.org/A/b?spm=1", "https://example.org/A/b?mtm_x&_ga=2&pk_y=3",
			"https://example.org/A/b?ref=home", "https://example.org/A/b?UTM_Medium=x", "https://example.org/A/b?utm%5Fsource=x",
			"https://example.org/%41/b",
		},
		{"https://example.org", "https://example.org/", "https://example.org/?gclid=1", "https://example.org/#top"},
		{"https://example.org/?p=1", "https://example.org?p=1&ref=home", "https://example.org/?&p=1&", "https://example.org/?msclkid=2&p=1"},
		{"https://example.org/?a=1&b=2", "https://example.org/?b=2&a=1"},
		{"https://example.org/?q=one%20two", "https://example.org/?q=one+two", "https://example.org/?q=one two"},
		{"https://bücher.example/straße", "https://xn--bcher-kva.example/stra%C3%9Fe", "https://BÜCHER.example/stra%c3%9fe"},
		{"https://a.example/wiki/Lede_(news)", "https://a.example/wiki/Lede_%28news%29"},
		{"http://[::1]:8080/x", "http://[::1]:8080/x/"},
		{"http://%zz/", "http://%zz/#part"},
	} {
		for _, other := range same {
			if !SamePage(same[0], other) {
				t.Errorf("%q is %q, but %q is %q", same[0], PageKey(same[0]), other, PageKey(other))
			}
		}
	}
	seen := map[string]string{}
	for _, page := range []string{
		"https://example.org/a", "https://example.org/A", "https://example.org/a?p=1", "https://example.org/a?p=2", "https://example.org/a/b",
		"https://example.org/a?p=1&p=2", "https://example.org/a?p=2&p=1", "https://example.org:8080/a", "https://blog.example.org/a",
		"https://example.org/a%2Fb", "https://example.org/a?p=1%262", "https://example.org/a?p=1&2", "https://example.org/a?reference=1",
		"https://example.org/a%3Fp=1", "https://example.org/?spmx=1", "https://example.org/a%25", "ftp://example.org/a", "file:/a", "example", "",
	} {
		if other, found := seen[PageKey(page)]; found {
			t.Errorf("%q and %q are one page", page, other)
		}
		seen[PageKey(page)] = page
	}
	if SamePage("", "") {
		t.Error("no address is a page")
	}
}

// addresses are made of pieces that are spelled in several ways.
func addresses() *rapid.Generator[string] {
	piece := func(of ...string) *rapid.Generator[string] { return rapid.SampledFrom(of) }
	return rapid.Custom(func(t *rapid.T) string {
		address := piece("https://", "http://", "HTTP://", "//", "", " https://", "ftp:").Draw(t, "scheme") +
			piece("", "u:p@", "www.", "WWW.", "www.www.").Draw(t, "lead") +
			piece("a.example", "A.example", "bücher.example", "xn--bcher-kva.example", "a_b.example", "a.example.", "ｗｗｗ.a.example").Draw(t, "host") +
			piece("", ":80", ":443", ":8080").Draw(t, "port")
		for range rapid.IntRange(0, 3).Draw(t, "folders") {
			address += "/" + piece("", "a", "A", "ü", "%C3%BC", "%c3%bc", "%", "%2", "%%341", "%2F", "a b", "(x)", "%28x%29", ".", "..").Draw(t, "folder")
		}
		lead := "?"
		for range rapid.IntRange(0, 4).Draw(t, "parameters") {
			address += lead + piece("a=1", "a=2", "b", "b=", "", "utm_source=x", "%75tm_x=1", "ref=y", "spm=z", "q=1+2", "q=1%202", "q=%", "ü=1", "B=1", "a%3D1").Draw(t, "parameter")
			lead = "&"
		}
		return address + piece("", "#", "#part", "#a?b").Draw(t, "fragment")
	})
}

func TestPageKeyIsSteady(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a := addresses().Draw(t, "a")
		key := PageKey(a)
		if again := PageKey(key); again != key {
			t.Errorf("the key of %q is %q, and the key of that %q", a, key, again)
		}
		if kept := KeptAddress(a); !SamePage(a, kept) {
			t.Errorf("%q (%s) is kept as %q, another page (%s)", a, key, kept, PageKey(kept))
		}
		b := addresses().Draw(t, "b")
		if SamePage(a, b) != SamePage(b, a) {
			t.Errorf("%q and %q are one page from one side only", a, b)
		}
	})
}

func FuzzPageKey(f *testing.F) {
	for _, s := range []string{"https://[::1]:80/?&=&utm_", "http://%zz", "https://a.example/%2f#", "//www.a/%%341?ref", "http://www./x", "https://a.example:/?a=%", "//\u00a0/", "//.\u00a0."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		key := PageKey(s)
		if again := PageKey(key); again != key {
			t.Errorf("the key of %q is %q, and the key of that %q", s, key, again)
		}
		if page := strings.ReplaceAll(s, "#", ""); PageKey(page) != PageKey(page+"#part") {
			t.Errorf("%q and its part differ: %q, %q", page, PageKey(page), PageKey(page+"#part"))
		}
	})
}

func BenchmarkPageKey(b *testing.B) {
	for b.Loop() {
		PageKey("https://www.example.org/2026/11/on-the-measure-of-a-line?utm_source=x&page=2")
	}
}
