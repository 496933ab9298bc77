package reader

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui/gallery"
)

// LoadPictures has the next picture in or near the window loaded, and shows those
// that have come. It is called after every message while the article is shown.
func (r *Reader) LoadPictures() tea.Cmd {
	if v := r.pictures.Version(); v != r.pictured {
		r.pictured = v
		r.relayPictures()
	}
	return r.pictures.Load(gallery.Window{Layout: r.layout, Top: r.top, Rows: r.text()})
}

// relayPictures lays the article out anew with the pictures that there are now;
// the text stays where it is.
func (r *Reader) relayPictures() {
	if r.layout == nil {
		return
	}
	old := r.layout
	r.layout = old.With(r.options())
	r.keepSelection(old)
	switch {
	case r.atEnd:
		r.top = r.layout.End(r.text())
	case !r.place.IsZero():
		r.top = r.bounded(r.layout.Where(old, r.top))
	}
}

// togglePictures shows images, or their captions alone.
func (r *Reader) togglePictures() tea.Cmd {
	t := r.Taste()
	t.Captions = !t.Captions
	cmd := r.SetTaste(t)
	r.Say(r.pictures.Describe())
	return cmd
}
