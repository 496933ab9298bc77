package pdf

import (
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"lede/articles"
	"lede/articles/importer/pdf/layout"
)

// mostLinks is how many links of a page are looked at.
const mostLinks = 1000

// links reads the links of a page that lead to the web.
func (p *page) links(ref references.FPDF_PAGE) {
	one := requests.Page{ByReference: &ref}
	for at, n := 0, 0; n < mostLinks; n++ {
		next, err := p.in.FPDFLink_Enumerate(&requests.FPDFLink_Enumerate{Page: one, StartPos: at})
		if err != nil || next.Link == nil {
			return
		}
		at = *next.NextStartPos
		url := p.address(*next.Link)
		if url == "" {
			continue
		}
		if r, err := p.in.FPDFLink_GetAnnotRect(&requests.FPDFLink_GetAnnotRect{Link: *next.Link}); err == nil && r.Rect != nil {
			b := layout.Box{Left: float64(r.Rect.Left), Right: float64(r.Rect.Right), Bottom: float64(r.Rect.Bottom), Top: float64(r.Rect.Top)}
			p.Links = append(p.Links, layout.Link{Box: p.turn(b), URL: url})
		}
	}
}

// address is where a link leads on the web; empty when it leads elsewhere.
func (p *page) address(link references.FPDF_LINK) string {
	action, err := p.in.FPDFLink_GetAction(&requests.FPDFLink_GetAction{Link: link})
	if err != nil || action.Action == nil {
		return ""
	}
	uri, err := p.in.FPDFAction_GetURIPath(&requests.FPDFAction_GetURIPath{Document: p.ref, Action: *action.Action})
	if err != nil || uri.URIPath == nil || !articles.IsWeb(*uri.URIPath) {
		return ""
	}
	return articles.CleanLine(*uri.URIPath)
}
