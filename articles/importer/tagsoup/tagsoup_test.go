package tagsoup

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

// told is the tokens of a document on one line.
func told(text string) string {
	r := NewReader(text)
	var b strings.Builder
	for {
		switch t := r.Next(); t.Kind {
		case EOF:
			return b.String()
		case Start:
			b.WriteString("<" + t.Name)
			for _, a := range t.Attr {
				b.WriteString(" " + a.Name + "=" + a.Value)
			}
			b.WriteString(">")
		case End:
			b.WriteString("</" + t.Name + ">")
		case Text:
			b.WriteString(t.Text)
		}
	}
}

func TestReader(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ in, want string }{
		"well-formed":          {`<?xml version="1.0"?><a b="c">x<!-- y --><d/></a>`, "<a b=c>x<d></d></a>"},
		"cut off":              {"<a><b>x</b", "<a><b>x</b></a>"},
		"cut off in a tag":     {"<a><b c='d", "<a><b c=d></b></a>"},
		"not closed":           {"<a><b>x</a>y", "<a><b>x</b></a>y"},
		"closes nothing":       {"<a></b>x</a></a>", "<a>x</a>"},
		"bare ampersands":      {"<a b='x&y&z=1'>Q&A & R&amp;D</a>", "<a b=x&y&z=1>Q&A & R&D</a>"},
		"entities of HTML":     {"<a>caf&eacute;&nbsp;&hellip; &nosuch;</a>", "<a>café\u00a0… &nosuch;</a>"},
		"characters":           {"<a>&#65;&#x42;&#146;&#xffffffff;</a>", "<a>AB’&#xffffffff;</a>"},
		"its own entities":     {`<!DOCTYPE a [<!ENTITY me "A &amp; B"><!ENTITY you '&me;'><!ENTITY % p "x">]><a>&me;, &you;</a>`, "<a>A & B, &me;</a>"},
		"an entity elsewhere":  {`<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><a>&f;</a>`, "<a>&f;</a>"},
		"character data":       {"<a><![CDATA[<b>&amp;]]></a>", "<a><b>&amp;</a>"},
		"open character data":  {"<a><![CDATA[<b>", "<a><b></a>"},
		"a sign":               {"<a>1 < 2 <3</a>", "<a>1 < 2 <3</a>"},
		"upper case":           {"<A B='C'>x</a>", "<a b=C>x</a>"},
		"loose attributes":     {`<a b=c d e = "f"/>`, "<a b=c d= e=f></a>"},
		"quotes in a value":    {`<a b="Say "x" to it" c="d"/>`, `<a b=Say "x" to it c=d></a>`},
		"tags in a value":      {`<a b="<i>x</i>" c='"'/>`, `<a b=<i>x</i> c="></a>`},
		"attributes run in":    {`<a b="c"d="e"/>`, "<a b=c d=e></a>"},
		"a known vocabulary":   {`<r xmlns:q="http://purl.org/dc/elements/1.1/"><q:date/></r>`, "<r xmlns:q=http://purl.org/dc/elements/1.1/><dc:date></dc:date></r>"},
		"its scope":            {`<r><x xmlns="http://www.w3.org/2005/Atom"/><x/></r>`, "<r><atom:x xmlns=http://www.w3.org/2005/Atom></atom:x><x></x></r>"},
		"an undeclared prefix": {"<r><itunes:author/></r>", "<r><itunes:author></itunes:author></r>"},
	} {
		if got := told(c.in); got != c.want {
			t.Errorf("%s: %s gives\n %s, want\n %s", name, c.in, got, c.want)
		}
	}
}

func TestEnds(t *testing.T) {
	t.Parallel()
	r := NewReader("<list><item>a<item>b</list>")
	r.Ends = func(open, name string) bool { return open == "item" && name == "item" }
	depth, deepest := 0, 0
	for {
		k := r.Next().Kind
		if k == EOF {
			break
		}
		if k == Start {
			depth++
		}
		if k == End {
			depth--
		}
		deepest = max(deepest, depth)
	}
	if deepest != 2 || depth != 0 {
		t.Errorf("%d deep, %d left open", deepest, depth)
	}
}

func wideText(s string, at func(uint16) []byte) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, at(u)...)
	}
	return string(b)
}

func TestDecode(t *testing.T) {
	t.Parallel()
	big := func(u uint16) []byte { return []byte{byte(u >> 8), byte(u)} }
	little := func(u uint16) []byte { return []byte{byte(u), byte(u >> 8)} }
	big32 := func(u uint16) []byte { return []byte{0, 0, byte(u >> 8), byte(u)} }
	for name, c := range map[string]struct{ in, served, want string }{
		"UTF-8 that says otherwise": {"<?xml version='1.0' encoding='iso-8859-1'?>é", "latin1", "<?xml version='1.0' encoding='iso-8859-1'?>é"},
		"a mark":                    {"\xef\xbb\xbf<a>é", "", "<a>é"},
		"declared":                  {"<?xml version='1.0' encoding='koi8-r'?>\xc1\xc2", "", "<?xml version='1.0' encoding='koi8-r'?>аб"},
		"declared for another":      {"<?xml version='1.0' encoding='utf-8'?>\xe9t\xe9", "", "<?xml version='1.0' encoding='utf-8'?>été"},
		"served":                    {"<a>\xc1\xc2", "koi8-r", "<a>аб"},
		"not said":                  {"<a>caf\xe9 \x93x\x94", "", "<a>café “x”"},
		"not said, of the East":     {"<a>\xb2\xbb\xb9\xe9\xd2\xc6\xc3\xf1\xc2\xfe\xbb\xad", "", "<a>不归移民漫画"},
		"shifted":                   {"<?xml version='1.0' encoding='iso-2022-jp'?>\x1b$B%F\x1b(B", "", "<?xml version='1.0' encoding='iso-2022-jp'?>テ"},
		"a code page":               {"<?xml version='1.0' encoding='cp437'?>\x82", "", "<?xml version='1.0' encoding='cp437'?>é"},
		"one bad byte":              {"<a>été, année, thé \xff", "", "<a>été, année, thé \ufffd"},
		"UTF-16, little":            {"\xff\xfe" + wideText("<a>é", little), "", "<a>é"},
		"UTF-16 without a mark":     {wideText("<a>é", big), "", "<a>é"},
		"UTF-32":                    {wideText("<a>é", big32), "", "<a>é"},
		"controls that are signs":   {"<a>don\u0092t", "", "<a>don’t"},
		"EBCDIC":                    {"\x4c\x6f\xa7\x94\x93\x6e", "", "<?xml>"},
	} {
		if got := Decode(c.in, c.served); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestNode(t *testing.T) {
	t.Parallel()
	r := NewReader(`<a><b type="x">one <xhtml:i title='"'>two</xhtml:i> &lt;3<br/></b><c/><b>three</b></a>`)
	n := r.Tree(r.Next())
	b := n.First("nosuch", "b")
	if b == nil || b.Get("type") != "x" || !b.HasElements() || len(n.All("b", "c")) != 3 {
		t.Fatalf("%+v", n)
	}
	if got := b.HTML(); got != `one <i title="&#34;">two</i> &lt;3<br>` {
		t.Errorf("HTML is %s", got)
	}
	if got := b.Words(); got != "one two <3" {
		t.Errorf("the words are %q", got)
	}
}

// Whatever the bytes are: UTF-8 comes out, each element that begins ends, and
// none stands deeper than it may.
func FuzzReader(f *testing.F) {
	for _, seed := range []string{
		"<rss><channel><item><title>x &amp; y</title></item></channel></rss>", "<a b='c\"d' e=\"f'g\" h=i>", "<![CDATA[x]]", "<!DOCTYPE a [<!ENTITY b 'c'>]>&b;",
		"\xff\xfe<\x00a\x00>\x00", "<?xml encoding='shift_jis'?>\x83\x65", "</a><b><c></b></c>", "<a xmlns:b='http://purl.org/dc/terms/'><b:c/></a>",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) {
		text := Decode(data, "")
		if !utf8.ValidString(text) {
			t.Fatalf("%q", text)
		}
		r := NewReader(text)
		var open []string
		for n := 0; ; n++ {
			tok := r.Next()
			switch tok.Kind {
			case EOF:
				if len(open) > 0 {
					t.Fatalf("%v are not closed", open)
				}
				return
			case Start:
				open = append(open, tok.Name)
			case End:
				if len(open) == 0 || open[len(open)-1] != tok.Name {
					t.Fatalf("%s ends in %v", tok.Name, open)
				}
				open = open[:len(open)-1]
			case Text:
			}
			if len(open) > deepest || n > 3*len(text)+10 {
				t.Fatalf("%d deep, %d tokens of %d bytes", len(open), n, len(text))
			}
		}
	})
}

func BenchmarkReader(b *testing.B) {
	doc := "<rss><channel>" + strings.Repeat("<item><title>Some &amp; any</title><link>https://example.org/</link><description>&lt;p>Words of it&lt;/p></description></item>\n", 10_000) + "</channel></rss>"
	b.SetBytes(int64(len(doc)))
	for b.Loop() {
		for r := NewReader(doc); r.Next().Kind != EOF; {
		}
	}
}
