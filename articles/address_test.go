package articles

import "testing"

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
