package render_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/render"
)

// drawn draws every picture as so many rows of a letter.
type drawn int

func (d drawn) Rows(p render.Picture) []string {
	if strings.HasPrefix(p.Source, "none") {
		return nil
	}
	return slices.Repeat([]string{strings.Repeat("#", min(p.Width, 12))}, int(d))
}

const pictured = `Before.

![One](one.png)

![Two](two.png) ![Three](three.png)

> Quoted.
>
> ![Four](four.png)

- Item

  [![Five](five.png)](https://example.org/)

<img alt="Six" src="six.png">

<figure><img src='seven.png'><figcaption>Seven</figcaption></figure>

![None](none.png) Words beside ![it](it.png) are no figure.

After.
`

func withPictures(t *testing.T, p render.Pictures) *render.Layout {
	t.Helper()
	o := options(t, 60, "mono")
	o.Related, o.Pictures = nil, p
	return render.New(&articles.Article{Title: "T", Markdown: pictured}, o)
}

func TestPicturesStandAboveTheirCaptions(t *testing.T) {
	t.Parallel()
	text := ansi.Strip(shown(t, withPictures(t, drawn(2))))
	lines := strings.Split(text, "\n")
	for caption, frame := range map[string]string{
		"▣ One": "", "▣ Two": "", "▣ Three": "", "▣ Four": "│", "▣ Five": "", "▣ Six": "", "Seven": "",
	} {
		at := slices.IndexFunc(lines, func(line string) bool { return strings.HasSuffix(line, caption) })
		if at < 2 {
			t.Errorf("no %q in\n%s", caption, text)
			continue
		}
		for _, line := range lines[at-2 : at] {
			if got := strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(line), frame)); got != strings.Repeat("#", 12) {
				t.Errorf("%q above %q", got, caption)
			}
		}
	}
	if n := strings.Count(text, strings.Repeat("#", 12)); n != 14 {
		t.Errorf("%d rows of pictures, want 14:\n%s", n, text)
	}
	var sources []string
	for _, line := range withPictures(t, drawn(0)).Lines(render.Pos{}, 100) {
		if s := line.Picture.Source; s != "" {
			sources = append(sources, s)
		}
	}
	want := []string{"one.png", "two.png", "three.png", "four.png", "five.png", "six.png", "seven.png"}
	if !slices.Equal(sources, want) {
		t.Errorf("captions of %v, want %v", sources, want)
	}
}

// Where finds every line again, however many rows the pictures come to have.
func TestWhereKeepsTheLine(t *testing.T) {
	t.Parallel()
	for _, rows := range [][2]int{{0, 9}, {9, 0}, {3, 9}, {9, 3}, {5, 5}} {
		old, l := withPictures(t, drawn(rows[0])), withPictures(t, drawn(rows[1]))
		for p := old.Start(); ; {
			was, now := old.Lines(p, 1)[0], l.Lines(l.Where(old, p), 1)[0]
			same := was.Text == now.Text
			if strings.Contains(was.Text, "##") { // of a picture at least its caption
				same = was.Picture == now.Picture
			}
			if !same {
				t.Errorf("%v rows: %q became %q", rows, was.Text, now.Text)
			}
			next := old.Move(p, 1)
			if next == p {
				break
			}
			p = next
		}
	}
}
