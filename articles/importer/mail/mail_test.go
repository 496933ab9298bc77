package mail

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

func page(head, html string) string {
	return "From: Ann <ann@example.org>\nSubject: News\nMessage-ID: <1@example.org>\n" + head +
		"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + html
}

func plain(head, text string) string {
	return "From: Ann <ann@example.org>\nSubject: News\n" + head + "\n" + text
}

const flowed = "Content-Type: text/plain; format=flowed\n"

// TestBodies: the words of the writer come through, and what programs write
// around them does not.
func TestBodies(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, want string }{
		{"preview and pixel", page("", `<div style="display:none; font-size:1px">Preview</div><p>Words.</p><img src="https://x.example/open.gif" width="1" height="1">`), "Words.\n"},
		{"images are kept", page("", `<p>Words.</p><img src="https://x.example/pier.jpg" alt="A pier" width="600">`), "Words.\n\n![A pier](https://x.example/pier.jpg)\n"},
		{
			"footer", page("", `<p>A long letter about piers, and about what stands on them in the winter months of every year.</p><p>See you,<br>Ann</p><p>© 2026 Pier Ltd</p><p>12 Harbour Street</p><p>You receive this because you signed up. <a href="https://x.example/u">Unsubscribe</a></p>`),
			"A long letter about piers, and about what stands on them in the winter months of every year.\n\nSee you,\\\nAnn\n",
		},
		{
			"unsubscribe in prose", page("", `<p>How to unsubscribe from a newsletter: look for a link at its foot.</p><p>It is often set so small that nobody sees it, and in grey, on grey, in the last line of the page, behind all the addresses.</p>`),
			"How to unsubscribe from a newsletter: look for a link at its foot.\n\nIt is often set so small that nobody sees it, and in grey, on grey, in the last line of the page, behind all the addresses.\n",
		},
		{"in German", page("", `<p><a href="https://x.example/v">Im Browser ansehen</a></p><p>Ein langer Brief über Stege und über alles, was im Winter auf ihnen steht, Jahr für Jahr.</p><p><a href="https://x.example/u">Abmelden</a></p>`), "Ein langer Brief über Stege und über alles, was im Winter auf ihnen steht, Jahr für Jahr.\n"},
		{"flowed", plain(flowed, "One line that \ngoes on.\n\n> quoted \n> words\n> > deeper\n"), "One line that goes on.\n\n> quoted words\n>\n> > deeper\n"},
		{"wrapped", plain("", "A line that was cut by the program that wrote it at some width,\nand goes on here.\nShort.\nLines.\n"), "A line that was cut by the program that wrote it at some width, and goes on here.\\\nShort.\\\nLines.\n"},
		{"signs of Markdown", plain("", "# no heading\n\n*stars* and _lines_\n"), "\\# no heading\n\n\\*stars\\* and \\_lines\\_\n"},
		{"list and rule", plain("", "- one\n- two\n\n-----\n\nEnd.\n"), "- one\n- two\n\n___\n\nEnd.\n"},
		{"signed", plain("", "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nWords.\n-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n"), "Words.\n"},
		{"latin", plain("Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n", "caf=E9 =\nau lait =ZZ\n"), "café au lait =ZZ\n"},
		{"japanese", plain("Content-Type: text/plain; charset=iso-2022-jp\n", "\x1b$B$3$s$K$A$O\x1b(B\n"), "こんにちは\n"},
		{"base64 with a list's foot", plain("Content-Transfer-Encoding: base64\n", "V29yZHMu\n_______\nFoot of a list\n"), "Words.\n"},
		{"no end", plain("Content-Type: multipart/alternative; boundary=b\n", "--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: text/html\n\n<p>Page"), "Page\n"},
		{"empty page", plain("Content-Type: multipart/alternative; boundary=b\n", "--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: text/html\n\n<div></div>\n--b--\n"), "plain\n"},
		{"boundary not named", plain("Content-Type: multipart/mixed\n", "--=_x1\nContent-Type: text/plain\n\nplain\n--=_x1--\n"), "plain\n"},
		{"line that is no field", "From: a@b\nthis is none\nSubject: News\nContent-Type: text/plain\n\nWords.\n", "Words.\n"},
		{"no blank line", "From: a@b\nSubject: News\nDate: Tue, 3 Mar 2026 10:00:00 +0200\nWords of it,\nand more: these.\n", "Words of it,\\\nand more: these.\n"},
		{"the page names its charset", "From: a@b\nSubject: News\nContent-Type: text/html\n\n<meta charset=windows-1251><p>\xcf\xf0\xe8\xe2\xe5\xf2</p>", "Привет\n"},
		{"Markdown", plain("Content-Type: text/markdown\n", "## Part\n\nSome **words**.\n"), "## Part\n\nSome **words**.\n"},
		{"dashes in what is signed", plain("", "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n- --dashes\n-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n"), "\\--dashes\n"},
		{"a file in the text", plain("", "Before.\n\nbegin 644 a.bin\n#86)C\n`\nend\n\nbegin 12 steps\n"), "Before.\n\nbegin 12 steps\n"},
		{"foot of a list", plain("List-Id: Piers <piers.example.org>\n", "A letter.\n\n____________________\nPiers mailing list\npiers@example.org\n"), "A letter.\n"},
		{"as Apple keeps it", "56\nFrom: a@b\nSubject: News\nMessage-Id: <1@b>\n\nWords of it.\n\n<?xml version=\"1.0\"?>\n<plist/>\n", "Words of it.\n"},
		{"an invitation", plain("Content-Type: text/calendar\n", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A walk\\, a long\n  one\nDTSTART;TZID=Europe/Rome:20260401T090000\nDTEND;TZID=Europe/Rome:20260401T100000\nLOCATION:The pier\nBEGIN:VALARM\nDESCRIPTION:Ring\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR\n"), "## A walk, a long one\n\nWhen: Apr 1, 2026, 09:00 Europe/Rome – Apr 1, 2026, 10:00 Europe/Rome\n\nWhere: The pier\n"},
		{"a digest", plain("Content-Type: multipart/digest; boundary=b\n", "--b\n\nFrom: Bo <bo@b>\nSubject: Inner\n\nIts words.\n--b--\n"), "___\n\n## Inner\n\n*Bo*\n\nIts words.\n"},
	}
	for _, tt := range tests {
		a, err := Read(tt.text)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if a.Markdown != tt.want {
			t.Errorf("%s: got\n%q, want\n%q", tt.name, a.Markdown, tt.want)
		}
	}
}

func TestHeads(t *testing.T) {
	t.Parallel()
	a, err := Read("From: =?utf-8?Q?Zo=C3?= =?utf-8?Q?=AB?= via Pier <pier@lists.example>\nSubject: =?ISO-8859-1?Q?caf=E9?= two\n" +
		"Date: Mon, 02 Nov 2026 10:00:00 +0100 (CET)\nList-Id: The Pier <pier.lists.example>\nArchived-At: <https://lists.example/a/1>\nMessage-ID: <x y@z>\n" +
		"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nWords of some length.\n\n-- \nZoë\nHarbour master\n--b\nContent-Type: application/pdf; name=\"plan.pdf\"\nContent-Disposition: attachment\n\nx\n--b--\n")
	if err != nil {
		t.Fatal(err)
	}
	want := time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)
	if a.Author != "Zoë" || a.Title != "café two" || !a.Published.Equal(want) || a.Site != "The Pier" || a.URL != "https://lists.example/a/1" || a.Origin != "mid:xy@z" {
		t.Errorf("%+v", a)
	}
	if a.AuthorBio != "Zoë · Harbour master" || len(a.Notices) != 1 || a.Notices[0] != "Sent along: plan.pdf." {
		t.Errorf("%q %q", a.AuthorBio, a.Notices)
	}
}

// The address of a message is its own, and says nothing of who reads it.
func TestAddresses(t *testing.T) {
	t.Parallel()
	for head, want := range map[string]string{
		"Archived-At: <https://lists.example/a/1?utm_source=x&n=2>\n":  "https://lists.example/a/1?n=2",
		"List-Archive: <https://lists.example/pier>\n":                 "",
		"List-Archive: <https://lists.example/msgid/1@example.org>\n":  "https://lists.example/msgid/1@example.org",
		"List-Unsubscribe: <https://lists.example/off?utm_source=x>\n": "",
	} {
		if a, err := Read(page(head, "<p>Words.</p>")); err != nil || a.URL != want {
			t.Errorf("%s: %q, %v", head, a.URL, err)
		}
	}
}

// A message within another says who wrote it, by the address where there is no name.
func TestEnclosed(t *testing.T) {
	t.Parallel()
	a, err := Read("Subject: x\nContent-Type: multipart/digest; boundary=b\n\n--b\n\nFrom: ann@example.org\nSubject: First\n\nOne.\n--b\n\nFrom: Bob <bob@example.org>\n\nTwo.\n--b--\n")
	if err != nil || !strings.Contains(a.Markdown, "## First\n\n*ann\\@example.org*\n\nOne.") || !strings.Contains(a.Markdown, "*Bob*\n\nTwo.") {
		t.Errorf("%q, %v", a.Markdown, err)
	}
}

func TestIs(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"From: a\nSubject: b\nMessage-ID: <c>\n\nText":                                    true,
		"MIME-Version: 1.0\nSubject: b\n\nText":                                           true,
		"From: a friend\nSubject: lamps\n\nText":                                          false, // somebody pasted it
		"From: Ann <ann@example.org>\nSubject: lamps\nDate: 3 Mar 2026 09:15 GMT\n\nText": false,
		"From: Ann <ann@example.org>\nSubject: lamps\nDate: soon\n\nText":                 false,
		"From: Ann, who is @home\nSubject: lamps\nDate: 3 Mar 2026\n\nText":               false,
		"Note: x\nMessage-ID: <c>\nsome words\n\nText":                                    false,
		"Words of a letter.\n\nFrom: a\nMessage-ID: <c>\n\n":                              false,
		"Content-Type: text/plain\n\nText":                                                false,
	} {
		if Is(text, false) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

// Hostile messages end, which the time-out of the tests sees to.
func TestHostile(t *testing.T) {
	t.Parallel()
	deep := "Subject: x\nContent-Type: multipart/mixed; boundary=b0\n\n"
	for i := range 5000 {
		deep += fmt.Sprintf("--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n", i, i+1)
	}
	for name, text := range map[string]string{
		"deep":          deep + "words\n",
		"one boundary":  "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + strings.Repeat("--b\nContent-Type: multipart/mixed; boundary=b\n\n", 20_000) + "words",
		"messages":      "Subject: x\nContent-Type: message/rfc822\n\n" + strings.Repeat("Content-Type: message/rfc822\n\n", 20_000) + "words",
		"parts":         "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + strings.Repeat("--b\n\nx\n", 200_000),
		"long field":    "Subject: x\nX-A: " + strings.Repeat("a", 4<<20) + "\n\nwords",
		"folded field":  "Subject: x\n" + strings.Repeat(" a\n", 1<<20) + "\nwords",
		"many fields":   "Subject: x\n" + strings.Repeat("X-A: a\n", 400_000) + "\nwords",
		"encoded words": "Subject: " + strings.Repeat("=?utf-8?Q?a?= ", 4000) + "\nMIME-Version: 1.0\n\nwords",
		"quotes":        "Subject: x\nMIME-Version: 1.0\n\n" + strings.Repeat(strings.Repeat(">", 2000)+" x\n", 500),
		"tables":        page("", strings.Repeat("<table><tr><td>x", 2000)),
	} {
		if a, err := Read(text); err == nil && strings.TrimSpace(a.Markdown) == "" {
			t.Errorf("%s: neither words nor an error", name)
		}
	}
}

// A box longer than memory comes message by message: what is held is one.
func TestBoxIsRead(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for i := range 300 {
		fmt.Fprintf(&b, "From a@b Mon Nov  2 10:00:00 2026\nSubject: n%d\nMessage-ID: <%d@x>\n\nWords.\n\nFrom here it goes on.\n\n", i, i)
	}
	n := 0
	for a, err := range Box(context.Background(), strings.NewReader(b.String())) {
		if err != nil || a.Title != fmt.Sprintf("n%d", n) || a.Markdown != "Words.\n\nFrom here it goes on.\n" {
			t.Fatalf("%d: %+v, %v", n, a, err)
		}
		n++
	}
	if n != 300 {
		t.Errorf("%d messages", n)
	}
}

// A message without a Message-ID is the same in a file, with whatever ends of lines,
// and in a box, where lines that begin with From are written otherwise.
func TestSameWithoutMessageID(t *testing.T) {
	t.Parallel()
	dated := "Date: Mon, 02 Nov 2026 10:00:00 +0100\n"
	for _, text := range []string{
		plain(dated, "Words.\n\nFrom here on.\n"),
		plain("", "Words.\n\nFrom here on.\n"),
		strings.Replace(page(dated, "<p>Words.</p>"), "Message-ID: <1@example.org>\n", "", 1),
	} {
		var ids []string
		for _, s := range []string{text, strings.ReplaceAll(text, "\n", "\r\n"), text + "\n\n"} {
			a, err := Read(s)
			if err != nil {
				t.Fatal(err)
			}
			ids = append(ids, a.Origin)
		}
		box := "From a@b Mon Nov  2 10:00:00 2026\n" + strings.ReplaceAll(text, "\nFrom ", "\n>From ") + "\n\n"
		for a, err := range Box(t.Context(), strings.NewReader(strings.Repeat(box, 2))) {
			if err != nil {
				t.Fatal(err)
			}
			ids = append(ids, a.Origin)
		}
		if slices.Sort(ids); ids[0] != ids[4] || !strings.HasPrefix(ids[0], Scheme) {
			t.Errorf("%q is %q", text, ids)
		}
		other, err := Read(text + "More.\n")
		if err != nil || other.Origin == ids[0] {
			t.Errorf("another text is the same: %v", err)
		}
	}
}

// TestSealed: a message that cannot be opened says so, and one of files names them.
func TestSealed(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		plain("", "-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n"):                     "encrypted",
		plain("Content-Type: application/pkcs7-mime; smime-type=signed-data\n", "MII\n"):                 "sealed by its signature",
		plain("Content-Type: application/pdf; name=\"a.pdf\"\nContent-Disposition: attachment\n", "x\n"): "no text in it but what is sent along: a.pdf",
	} {
		if _, err := Read(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
