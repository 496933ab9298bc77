package epub

import "testing"

func TestMainTitle(t *testing.T) {
	for meta, want := range map[string]string{
		"<dc:title id='a'>Sub</dc:title><dc:title id='b'>Main</dc:title><meta refines='#b' property='title-type'>main</meta>":     "Main",
		"<dc:title id='a'>One</dc:title><dc:title id='b'>&#x200b;</dc:title><meta refines='#b' property='title-type'>main</meta>": "One",
		"<dc:title>&#x200b;</dc:title><dc:title>Two</dc:title>":                                                                   "Two",
	} {
		m := parsePackage("a.opf", "<package><metadata xmlns:dc='http://purl.org/dc/elements/1.1/'>"+meta+"</metadata></package>")
		if got := m.title(); got != want {
			t.Errorf("%s is called %q, want %q", meta, got, want)
		}
	}
}
