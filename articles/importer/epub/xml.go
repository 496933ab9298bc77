package epub

import (
	"encoding/xml"
	"io"
	"strings"

	"lede/articles/importer/charset"
)

// decode is a text of XML in UTF-8; its charset is the one that it declares,
// where it can be.
func decode(data string) string {
	declaration, _, _ := strings.Cut(data[:min(len(data), 200)], "?>")
	_, label, _ := strings.Cut(declaration, "encoding")
	if label = strings.TrimLeft(label, " =\t\r\n"); label != "" {
		label, _, _ = strings.Cut(label[1:], label[:1])
	}
	return charset.Decode(data, label)
}

// An element of XML as walk hands it on, with the words right in it.
type element struct {
	name string // without its prefix
	attr map[string]string
	text string
}

// mostElements bounds what is looked at of one file of XML.
const mostElements = 500_000

// walk calls begin and end for the elements of an XML text. What is ill-formed
// ends it: what stands before that counts.
func walk(data string, begin, end func(*element)) {
	d := xml.NewDecoder(strings.NewReader(data))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // it is UTF-8 by now
	const deepest = 200
	var open []*element
	for range mostElements {
		token, err := d.RawToken()
		if err != nil {
			break
		}
		switch t := token.(type) {
		case xml.StartElement:
			e := &element{name: t.Name.Local, attr: make(map[string]string, len(t.Attr))}
			for _, a := range t.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			begin(e)
			if len(open) == deepest {
				return
			}
			open = append(open, e)
		case xml.CharData:
			if n := len(open); n > 0 && len(open[n-1].text) < 1<<16 {
				open[n-1].text += string(t)
			}
		case xml.EndElement:
			open = closed(open, t.Name.Local, end)
		}
	}
	for len(open) > 0 {
		open = closed(open, open[len(open)-1].name, end)
	}
}

// closed ends the elements that end with the nearest one of a name.
func closed(open []*element, name string, end func(*element)) []*element {
	at := len(open) - 1
	for at >= 0 && open[at].name != name {
		at--
	}
	if at < 0 {
		return open
	}
	for i := len(open) - 1; i >= at; i-- {
		end(open[i])
	}
	return open[:at]
}
