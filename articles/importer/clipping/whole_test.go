package clipping

import (
	"runtime"
	"strings"
	"testing"
	"unicode"
)

// noPages are texts that hold the words of pages and are none.
var noPages = map[string]string{
	"a manual page":  "KNOT(1)                  User Commands                 KNOT(1)\n\nNAME\n       knot - tie and untie\n\nSYNOPSIS\n       knot [OPTION]... [ROPE]...\n\nDESCRIPTION\n       Tie each ROPE, or untie it. The ropes are read one after another,\n       and none of them is tied twice, as nobody would wish it so.\n\n       --follow\n              go on with the next rope\n\nAUTHOR\n       Written by Hanna Rope and Sven Twine.\n\nCOPYRIGHT\n       Copyright © 2019 The Ropewalk. All rights reserved.\n\nSEE ALSO\n       rope(1), twine(1)\n\nKNOT 1.4                   March 2019                  KNOT(1)\n",
	"meeting notes":  "Meeting notes 3 May 2025\n\nShare\n6 min read\nAdvertisement: who writes it?\nAdvertisement\n\nWe talked about the lamp for some time and then agreed that it should be bought before the winter.\n\nShare the figures\nFollow us\n\n- Comments\n- 3 comments from Ann\n\nAll rights reserved\n\nTags: lamp, winter\nRelated\nthe other lamp\n",
	"a license":      "Copyright (c) 2014 The Lamp Authors. All rights reserved.\n\nUse of the lamp, in parts or as a whole, is allowed if these terms are met:\n\n   * The notice above stays on the lamp.\n   * No author's name is used to sell it.\n\nTHE LAMP COMES AS IT IS, AND THE AUTHORS ARE NOT LIABLE FOR ANY DARKNESS THAT\nMAY COME OF IT.\n",
	"a book":         "CHAPTER I.\n\nIn Which Nothing Happens\n\nIt was a dull evening, and the clerk of the parish had nothing to do but to\nlook out at the rain, which he did, as was his habit, until supper was called\nby his wife.\n\n* * *\n\nCHAPTER II.\n\nHe went to bed early and slept badly, for the rain had stopped and the house\nwas very quiet.\n\nTHE END\n",
	"a poem":         "Evening\n\nLet us put out the lamp; (it smokes)\nimport no light from other folks;\n\"Return,\" she said; the night is long;\n   and so\n   and so\nfrom every roof there comes a song;\n\n-- A. Lamplighter\n",
	"a readme":       "lamp\n====\n\nA small lamp for small rooms. It does what a lamp does, and nothing else at all.\n\nContents\n--------\n1. Install\n2. Use\n4. License\n\nInstall\n-------\n\n    $ make\n    $ make install PREFIX=/usr\n\nSee also\n--------\n\n* torch\n  * candle\n\nRelated projects: torch, candle\n\nAuthors\n-------\nHanna Wick <hanna@lamp.example>\n",
	"a log":          "2025-01-02 10:00:01 INFO  lamp on\n2025-01-02 10:00:02 WARN  lamp smokes\n2025-01-02 10:00:03 INFO  lamp off\n",
	"a mail":         "From: Ann Wick <ann@lamp.example>\nTo: Sven Twine <sven@rope.example>\nDate: Wed, 5 Oct 2022 21:14:09 +0100\nSubject: Re: [ropes] The lamp\nMessage-ID: <20221005@lamp>\n\nHi Sven,\n\nthe lamp works. Please reply.\n\n> Does it smoke?\n> -- Sven\n> Twine\n\nNo.\n\nShare\nAnn\n\n-- \nAnn Wick\nLamps, wicks & more\nUnsubscribe: https://lamp.example/u\n",
	"an essay":       "On Lamps\nby Hanna Wick\n3 May 2021\n\nA lamp is a small sun that one can put out, and this is why nobody has ever worshipped one for long.\n\nPhoto by Sven Twine\n\nThe sun cannot be put out. People have tried to shut it out with curtains, and have slept badly behind them.\n\nShare\n\n© 2021 Hanna Wick\n",
	"a change log":   "2.1.0 (2024-05-03)\n\n  - menu: new entry \"Home\"\n  - Search is faster\n\n2.0.0 (2023-11-20)\n\n  - removed: Sign in\n  - Subscribe\n    now needs a name\n",
	"a recipe":       "Lentils\n\nServes 4\n20 min\n\n250 g lentils\n1 onion\n2 tbsp oil\n\nCook the lentils in plenty of water until they are soft but still whole, and drain them.\n\nPrint\n\nNotes: keeps for 3 days\n",
	"a table":        "Name      Lamps   Views\n-----------------------\nHome          3       12\nContact       1        4\nAbout         0        7\n\nTotal         4       23\n",
	"code":           "package lamp\n\n// Share shares the lamp.\nfunc Share(l *Lamp) error {\n\tif l == nil {\n\t\treturn nil // All rights reserved\n\t}\n\treturn l.Share()\n}\n",
	"an interview":   "Ann: Menu?\n\nSven: Search. I have looked for the lamp for a year, and nobody could tell me where it had been put.\n\nAnn: Advertisement?\n\nSven: Twice. The paper printed it between a photo and a list of related offers, and no one ever called.\n\nAnn: Next?\n\nSven: Subscribe\n",
	"a to-do list":   "Home\n[ ] Search\n[x] Newsletter\n[ ] Log in\n\nContact\n01. Help\n03. Privacy\n",
	"a transcript":   "Loading\n$ lamp --status\non\n$ lamp --off | tee log\nok > log\nHome / Lamps / One\nDone.\n",
	"a glossary":     "wick\n    the part of a lamp that burns\ntorch\n    see also: lamp\n\nRelated terms\n    candle, sun\n",
	"another tongue": "Mehr zum Thema\n\nAnzeige\n\nDie Lampe steht auf dem Tisch, und niemand weiß mehr, wer sie in jener Nacht dort hingestellt hat.\n\nTeilen\nImpressum\nVon Hanna Docht\n",
}

// TestWordsOfNoPage compares the words of a text that is no page with those of
// its title and body, each as often as it stands there.
func TestWordsOfNoPage(t *testing.T) {
	t.Parallel()
	for name, in := range noPages {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := Parse(in)
			out := wordCounts(got.Title + "\n" + got.Markdown)
			for word, n := range wordCounts(in) {
				if out[word] < n {
					t.Errorf("%q stands %d times in the text and %d times in the article:\n%s\n\n%s", word, n, out[word], got.Title, got.Markdown)
				}
			}
			for word := range out {
				if !strings.Contains(in, word) {
					t.Errorf("%q is not in the text:\n%s", word, got.Markdown)
				}
			}
		})
	}
}

func wordCounts(s string) map[string]int {
	n := map[string]int{}
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		n[word]++
	}
	return n
}

// TestLayoutOfNoPage looks at what a reader of such a text would miss.
func TestLayoutOfNoPage(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ in, body string }{
		"verse that looks like code": {"Let us put out the lamp; it smokes;\nimport no light from other folks;\nreturn the wick to those who know;\n", "Let us put out the lamp; it smokes;\\\nimport no light from other folks;\\\nreturn the wick to those who know;\n"},
		"a manual's section":         {"LAMP(1)\n\nNAME\n       lamp - light\n\nFILES\n       /etc/lamp  wicks\n", "## NAME\n\n```\nlamp - light\n```\n\n## FILES\n\n```\n/etc/lamp  wicks\n```\n"},
		"a program":                  {"import sys\nfrom pathlib import Path\n\ndef wicks(path):\n    \"\"\"Count the wicks.\"\"\"\n    n = {}\n    for line in Path(path).read_text().splitlines():\n        n[line] = n.get(line, 0) + 1\n    return n\n\n# Print all of them.\nprint(wicks(sys.argv[1]))\n", "```\nimport sys\nfrom pathlib import Path\n\ndef wicks(path):\n    \"\"\"Count the wicks.\"\"\"\n    n = {}\n    for line in Path(path).read_text().splitlines():\n        n[line] = n.get(line, 0) + 1\n    return n\n\n# Print all of them.\nprint(wicks(sys.argv[1]))\n```\n"},
		"wrapped paragraphs":         {"A lamp is a small sun that one can put out, and this is why nobody\nhas ever worshipped one for long, although many people have tried.\n\nShare\n", "A lamp is a small sun that one can put out, and this is why nobody has ever worshipped one for long, although many people have tried.\n\nShare\n"},
		"quotes in quotes":           {"A letter of some words.\n\n> outer\n> > inner\n> after\n\n> Bob:\n>\n>> said so\n>> twice\n", "A letter of some words.\n\n> outer\n>\n> > inner\n>\n> after\n\n> Bob:\n>\n> > said so\\\n> > twice\n"},
		"tabs and spaces":            {"Usage\n\n       -a, --all\n\t      all lamps\n\t      at once\n", "```\n-a, --all\n       all lamps\n       at once\n```\n"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := Parse(c.in); got.Markdown != c.body {
				t.Errorf("body\n%s\nwant\n%s", got.Markdown, c.body)
			}
		})
	}
}

// A quotation costs what it is long, and not the square of it.
func TestLongQuotation(t *testing.T) {
	text := strings.Repeat("> words of a mail\n", 50_000)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	a := Parse(text)
	runtime.ReadMemStats(&after)
	if n := strings.Count(a.Markdown, "words of a mail"); n != 50_000 {
		t.Errorf("%d lines: %.200q…", n, a.Markdown)
	}
	if grown := (after.TotalAlloc - before.TotalAlloc) >> 20; grown > 200 {
		t.Errorf("it took %d MB", grown)
	}
}

// A text of more lines than any page has stands as it is, and takes no memory
// for each of them.
func TestManyLines(t *testing.T) {
	text := strings.Repeat("a\n", mostLines+1) + "the `end`"
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	a := Parse(text)
	runtime.ReadMemStats(&after)
	if a.Markdown != "```\n"+text+"\n```\n" {
		t.Errorf("%d bytes: %.40q…", len(a.Markdown), a.Markdown)
	}
	if grown := (after.TotalAlloc - before.TotalAlloc) >> 20; grown > 20 {
		t.Errorf("it took %d MB", grown)
	}
}

// Each piece of evidence has a weight, so that none is gathered in vain.
func TestEvidenceIsWeighed(t *testing.T) {
	t.Parallel()
	for name, in := range noPages {
		for piece := range Evidence(in) {
			if _, ok := weighPages()[piece]; !ok {
				t.Errorf("%s: %q has no weight", name, piece)
			}
		}
	}
}
