package clipping

import (
	"strings"
	"testing"
)

const threeParagraphs = `The lamp stood on the table for eleven years before anybody asked who had put it there, and by then the only person who could have told had moved to the coast, where she kept bees and answered no letters, not even those that came with a stamp for the reply.

What we know of it comes from the bills. They were kept in a tin box under the stairs, sorted by year and tied with the same blue string, and they say that the lamp was bought second-hand, together with a clock that never went and a rug that nobody wanted to have in the house.

Nobody repaired it. When the wick burned down a new one was cut from an old belt, and when the glass broke the lamp was used without it, so that the ceiling over the table is black to this day, in the shape of a pear, and is shown to visitors who ask for it.
`

// TestColumns: what stands in columns at the edges of a page is no part of its
// article, in whatever language.
func TestColumns(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ above, below, gone string }{
		"a blog with its archive": {
			"This Blog\n\n06 December 2016\nThe Lamp on the Table\nPosted by Hanna Wick\n\n",
			"\nPosted by Hanna Wick at 12:06 PM\nLabels: lamps, light\nNewer Post Older Post Home\n\nARCHIVE\n►  2017 (11)\n▼  2016 (136)\n▼  December (17)\nThe Lamp on the Table\n►  November (16)\n►  October (9)\n►  September (6)\n►  August (7)\n►  July (12)\n\nSubscribe\n",
			"October",
		},
		"a magazine with its sections": {
			"Menu\n\nConnexion\n\nFrance\nPlanète\nIdées\nCulture\nÉconomie\nSociété\nLivres\nSports\nSciences\n\nLa lampe sur la table\nPar Hanna Mèche — 24 novembre 2017 à 18:42\n\n",
			"\npartager\n\ntweeter\n\nVous êtes abonné\nS'abonner à partir de 8€\n",
			"Planète",
		},
		"similar articles with their dates": {
			"Hanna Wick\nAbout\nSubscribe\n\n21 September 2020\nLight\nThe Lamp on the Table\nWhere It Came From\n",
			"\nShare to show you care\nSimilar articles\n27 July 2020\nLight, Wicks\nSome Wicks of a Lamp\n\n13 August 2019\nWicks\nHow to Cut a Wick From an Old Belt\n\n11 May 2017\nGlass\nThe Many Faces of Glass\n\n© Hanna Wick 2016-2020\nCredits\n",
			"Belt",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := Parse(c.above + threeParagraphs + c.below)
			if n := strings.Count(got.Markdown, "\n\n"); !strings.Contains(got.Markdown, "The lamp stood on the table") ||
				!strings.Contains(got.Markdown, "who ask for it.") || n < 2 {
				t.Errorf("a paragraph is missing or joined:\n%s", got.Markdown)
			}
			if strings.Contains(got.Markdown, c.gone) {
				t.Errorf("%q is still there:\n%s", c.gone, got.Markdown)
			}
		})
	}
}

// TestNoColumns: a list of the author's own is no menu.
func TestNoColumns(t *testing.T) {
	t.Parallel()
	menu := "By Hanna Wick, 3 May 2025\n\nThe menu of the new site has these entries:\n\nHome\nAbout\nContact\nBlog\nLamps\nSearch\nJobs\nHelp\nPrivacy\n"
	if got := Parse("Notes on the New Site\n" + menu + "\n" + threeParagraphs); !strings.Contains(got.Markdown, "Contact") {
		t.Errorf("a list of the author's is gone:\n%s", got.Markdown)
	}
	list := "\nWhat was in the box\nbills\nstring\na clock\na rug\na belt\nglass (2)\nletters\nstamps\nwicks\nHome\n"
	got := Parse("The Lamp on the Table\n\n" + threeParagraphs + list)
	for _, word := range strings.Fields(list) {
		if !strings.Contains(got.Markdown, word) {
			t.Errorf("%q is gone:\n%s", word, got.Markdown)
		}
	}
}

func TestPixel(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		`<div style="position:absolute;"><img width=1 height=1 alt="" src="https://count.example/b?P=1"></div>`: true,
		`<img width="1" height="1" src="x">`:           true,
		`<img width="100" height="1" src="x">`:         false,
		`<p>The <img width=1 src=x> is a picture.</p>`: false,
		`<img width=1 `: false,
	} {
		if pixel(s) != want {
			t.Errorf("pixel(%q) is not %v", s, want)
		}
	}
}
