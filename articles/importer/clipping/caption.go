package clipping

// caption reports whether line i is the caption of a picture: beside a hint at
// one, or above the name of its photographer.
func (p *page) caption(i int) bool {
	l := &p.lines[i]
	if l.class != text || l.weight > 300 {
		return false
	}
	if i > 0 && p.lines[i-1].class == image {
		return true
	}
	if i+1 < len(p.lines) && p.lines[i+1].class == credit && p.lines[i+1].gap == 0 {
		return true
	}
	// Under an agency's name, which stands over the picture and under it.
	return i > 1 && l.gap == 0 && p.lines[i-1].class == credit && words(p.lines[i-1].text) <= 3 && p.caption(i-2)
}
