package pdf

import (
	"fmt"
	"strings"
)

// sheet is the content of a page: lines of the operators of PDF.
type sheet struct{ strings.Builder }

// The fonts of made documents.
const (
	roman = "F1"
	bold  = "F2"
	mono  = "F3"
	slant = "F4"
)

// at sets a text at a place.
func (s *sheet) at(x, y float64, font string, size float64, text string) *sheet {
	text = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(text)
	fmt.Fprintf(s, "BT /%s %g Tf %g %g Td (%s) Tj ET\n", font, size, x, y, text)
	return s
}

// lines sets lines of text one under the other, and returns where the next one
// would stand.
func (s *sheet) lines(x, y float64, font string, size float64, lines ...string) float64 {
	for _, l := range lines {
		s.at(x, y, font, size, l)
		y -= 1.2 * size
	}
	return y
}

// made is a document of pages; info and annots may be empty.
func made(info, annots string, pages ...*sheet) string {
	var objects []string
	add := func(body string) int {
		objects = append(objects, body)
		return len(objects)
	}
	add("<</Type/Catalog/Pages 2 0 R>>")
	add("")
	fonts := ""
	for i, name := range []string{"Times-Roman", "Times-Bold", "Courier", "Times-Italic"} {
		fonts += fmt.Sprintf("/F%d %d 0 R", i+1, add("<</Type/Font/Subtype/Type1/BaseFont/"+name+"/Encoding/WinAnsiEncoding>>"))
	}
	kids := ""
	for _, p := range pages {
		content := add(fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", p.Len(), p.String()))
		kids += fmt.Sprintf("%d 0 R ", add(fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<<%s>>>>/Contents %d 0 R%s>>", fonts, content, annots)))
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids, len(pages))
	trailer := "/Root 1 0 R"
	if info != "" {
		trailer += fmt.Sprintf("/Info %d 0 R", add("<<"+info+">>"))
	}
	return written(objects, trailer)
}

// written is a file of objects.
func written(objects []string, trailer string) string {
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<<%s/Size %d>>\nstartxref\n%d\n%%%%EOF\n", trailer, len(objects)+1, start)
	return b.String()
}

// bomb is a small document of which a page draws a form, which draws another
// twice, and so on.
func bomb() string {
	const deep = 28
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>",
		"<</Length 5>>stream\n/X Do\nendstream",
	}
	for i := range deep {
		draws := strings.Repeat("/X Do ", 6)
		objects = append(objects, fmt.Sprintf("<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>/Length %d>>stream\n%s\nendstream", min(i+6, deep+4), len(draws), draws))
	}
	return written(objects, "/Root 1 0 R")
}
