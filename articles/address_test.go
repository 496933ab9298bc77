package articles

import "testing"

func TestWebAddress(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]string{
		"https://a.example": "https://a.example", "HTTP://www.a.example/x": "HTTP://www.a.example/x", "www.a.example/x y": "",
		"www.a.example/x": "https://www.a.example/x", "WWW.a.example": "https://WWW.a.example", "www.": "", "ww": "", "": "",
		"a.example/x": "", "file:///www.a.example": "",
	} {
		if got := WebAddress(word); got != want {
			t.Errorf("WebAddress(%q) = %q, want %q", word, got, want)
		}
	}
}

func TestThing(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"www.a.example/x": "https://www.a.example/x", "https://a.example": "https://a.example", "/notes/a.md": "/notes/a.md",
		"'/my notes/a.md'": "'/my notes/a.md'", "FILE:///a.md": "FILE:///a.md", "~/a.md": "~/a.md", "../a.md": "../a.md",
		`C:\notes\a.md`: `C:\notes\a.md`, "/": "", ".": "", "a/b": "", "the page /a": "", "": "",
	} {
		if got := Thing(text); got != want {
			t.Errorf("Thing(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestIsWeb(t *testing.T) {
	for address, want := range map[string]bool{
		"https://example.org/x": true, "http://example.org": true, "HTTPS://Example.org/": true, "Http://x": true,
		"": false, "http://": false, "http:x": false, "example.org": false, "ftp://example.org/": false,
		"javascript://x": false, "file:///etc/passwd": false, "the page https://example.org/": false, "https://two words": false,
	} {
		if got := IsWeb(address); got != want {
			t.Errorf("IsWeb(%q) = %v", address, got)
		}
	}
}

func TestKeptAddress(t *testing.T) {
	t.Parallel()
	for given, want := range map[string]string{
		"https://example.org/a?utm_source=x&id=3&fbclid=abc#top":  "https://example.org/a?id=3",
		"https://example.org/a?utm_source=x":                      "https://example.org/a",
		"HTTP://User:secret@Example.ORG:80":                       "http://example.org/",
		"https://example.org:443/a%20b?q=%C3%BC":                  "https://example.org/a%20b?q=%C3%BC",
		"https://example.org:8443/":                               "https://example.org:8443/",
		"http://[::1]:8080/x":                                     "http://[::1]:8080/x",
		"https://bücher.example/straße":                           "https://xn--bcher-kva.example/stra%C3%9Fe",
		"https://a_b.example.org/":                                "https://a_b.example.org/",
		" https://example.org/x?mc_cid=1&mc_eid=2&page=2&gclid=3": "https://example.org/x?page=2",
		"file:/notes/a.md":                                        "file:/notes/a.md",
		"notes/a.md":                                              "notes/a.md",
		"mailto:someone@example.org":                              "mailto:someone@example.org",
		"https://":                                                "https://",
		"http://[::1":                                             "http://[::1",
	} {
		if got := KeptAddress(given); got != want {
			t.Errorf("KeptAddress(%q) = %q, want %q", given, got, want)
		}
	}
}

func FuzzKeptAddress(f *testing.F) {
	f.Add("https://user:pw@bücher.example:443/a?utm_source=b&c=d#e")
	f.Add("http://[fe80::1%25eth0]:80/")
	f.Add("http://Ⴠ")
	f.Fuzz(func(t *testing.T, given string) {
		kept := KeptAddress(given)
		if again := KeptAddress(kept); again != kept {
			t.Errorf("kept once %q, kept twice %q", kept, again)
		}
	})
}
