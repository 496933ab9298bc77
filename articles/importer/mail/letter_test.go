package mail

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

const (
	long  = "The ferry to the island runs twice a day in winter, and the keeper counts those who come by the sound of their boots."
	later = "<p>He has done this for nineteen years. In the first he was wrong every week; since then once, when a dog wore shoes.</p>"
)

// TestLetters: what services write around a letter is left out for what it says and
// where it stands, and what it says of the letter is kept as that.
func TestLetters(t *testing.T) {
	t.Parallel()
	const list = "Date: Thu, 12 Nov 2026 08:03:11 +0000\nList-Unsubscribe: <https://x.example/u>\n"
	foot := `<p>© 2026 Piers<br><a href="https://x.example/u">Unsubscribe</a></p>`
	tests := []struct{ name, text, want, dek, url string }{
		{"head that the header says", page(list, `<h1><a href="https://x.example/1">News</a></h1><h3>Of winter</h3><p>By Ann • 12 Nov 2026 <a href="https://x.example/v">View in browser</a></p><p>`+long+`</p>`+foot), long + "\n", "Of winter", "https://x.example/v"},
		{"day without its year, and icons", page(list, `<p>Nov 12</p><p><a href="https://x.example/l"><img src="https://x.example/h.png" width="18"></a></p><p>`+long+`</p>`+foot), long + "\n", "", ""},
		{"another day is the writer's", page(list, `<p>3 March 2024</p><p>`+long+`</p>`+foot), "3 March 2024\n\n" + long + "\n", "", ""},
		{"the place it was sent from", page(list, `<p><a href="https://example.org/?a=1">Piers</a></p><p>`+long+`</p>`+foot), long + "\n", "", ""},
		{"buttons and icons at the end", page(list, "<p>"+long+`</p><table><tr><td><a href="https://x.example/a">Like</a></td><td><a href="https://x.example/b">Comment</a></td></tr></table><p>Share this post: <a href="https://x.example/c">there</a></p><p><a href="https://x.example/d"><img src="https://x.example/d.png" alt="Facebook" width="24"></a></p><hr>`+foot), long + "\n", "", ""},
		{"a button of the writer", page(list, "<p>"+long+`</p><p><a href="https://x.example/a">Book the ferry</a></p>`+foot), long + "\n\n[Book the ferry](https://x.example/a)\n", "", ""},
		{"no foot, so nothing is one", page("", "<p>"+long+`</p><p><a href="https://x.example/a">Like</a></p>`), long + "\n\n[Like](https://x.example/a)\n", "", ""},
		{"box among paragraphs", page(list, "<p>"+long+`</p><div class="subscription-widget-wrap"><p>Subscribe to receive new posts and support my work.</p></div>`+later), long + "\n\n" + strings.TrimSuffix(strings.TrimPrefix(later, "<p>"), "</p>") + "\n", "", ""},
		{"line of a telephone", page("", "<p>"+long+"</p><div>Sent from my iPhone</div><blockquote>On Monday Bo wrote: no.</blockquote>"), long + "\n\n> On Monday Bo wrote: no.\n", "", ""},
		{"a telephone in prose", page("", "<p>Sent from my iPhone, it said.</p><p>"+long+"</p>"), "Sent from my iPhone, it said.\n\n" + long + "\n", "", ""},
		{"web version in the plain text", plain("Content-Type: multipart/alternative; boundary=b\n", "--b\nContent-Type: text/plain\n\nView this post on the web at https://x.example/p/1.\n\nx\n--b\nContent-Type: text/html\n\n<p>"+long+"</p>\n--b--\n"), long + "\n", "", "https://x.example/p/1"},
		{"web version in the field of the list", page("List-Post: <https://x.example/p/1>\n", "<p>"+long+"</p>"), long + "\n", "", "https://x.example/p/1"},
		{"poor page", plain("Content-Type: multipart/alternative; boundary=b\n", "--b\nContent-Type: text/plain\n\n"+strings.Repeat(long+"\n\n", 4)+"--b\nContent-Type: text/html\n\n<p>See the plain text.</p>\n--b--\n"), strings.TrimSuffix(strings.Repeat(long+"\n\n", 4), "\n"), "", ""},
	}
	for _, tt := range tests {
		a, err := Read(tt.text)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		} else if a.Markdown != tt.want || a.Dek != tt.dek || a.URL != tt.url {
			t.Errorf("%s: got\n%q %q %q, want\n%q %q %q", tt.name, a.Markdown, a.Dek, a.URL, tt.want, tt.dek, tt.url)
		}
	}
}

// TestPlainTexts: rules part the lines of a text, and what is ill-formed is read as
// far as it goes.
func TestPlainTexts(t *testing.T) {
	t.Parallel()
	const base64 = "Content-Transfer-Encoding: base64\n"
	for _, tt := range [...]struct{ name, text, want string }{
		{"a page without its type", "From: a@x\nSubject: x\nMessage-ID: <1@x>\n\n<html><body><p>Words.</p></body></html>\n", "Words.\n"},
		{"a sentence is no heading", plain("", "Send words to the one who wrote them.\n-----------\nWords.\n"), "Send words to the one who wrote them.\n\n___\n\nWords.\n"},
		{"framed heading", plain("", "-----------\n1. The pier\n-----------\nWords.\n"), "## 1. The pier\n\nWords.\n"},
		{"rule between lines", plain("", "A sentence, then a rule.\n━━━━━━\nAfter.\n"), "A sentence, then a rule.\n\n___\n\nAfter.\n"},
		{"columns are no rules", plain("", "Name     Value\n----     -----\na        1\n"), "```\nName     Value\n----     -----\na        1\n```\n"},
		{"patch in a quote", plain("", "> diff --git a/x b/x\n> - old\n\nI would wait:\n\n- one\n"), "> ```\n> diff --git a/x b/x\n> - old\n> ```\n\nI would wait:\n\n- one\n"},
		{"words after a letter of a box", plain("", "Words.\n\n>From here on.\n"), "Words.\n\nFrom here on.\n"},
		{"signature over a list's foot", plain("List-Id: <piers.example.org>\n", "Words.\n\n[1] https://x.example/1\n-- \nAnn\n______\npiers@example.org\n"), "Words.\n\n\\[1\\] [https\\://x.example/1](https://x.example/1)\n"},
		{"sequences around an address", plain("", "Words \x1b]8;;http://x.example\alink\x1b]8;;\a here.\n"), "Words link here.\n"},
		{"address in brackets", plain("", "See (https://x.example/1).\n"), "See ([https\\://x.example/1](https://x.example/1)).\n"},
		{"strays in base64", plain(base64, " V29yZHMg.\n b2YgaXQ.\n"), "Words of it\n"},
		{"base64 in pieces", plain(base64, "V29yZHMgZg==\nb3VyIHR5cGVzIG9mIHBpZXJzIGFuZCBhbGwgb2YgdGhlbSBsb25nLg==\n"), "Words four types of piers and all of them long.\n"},
		{"UTF-7", plain("Content-Type: text/plain; charset=utf-7\n", "Gr+APwA3w-e, 1+-1 +IB4-x+IBw\n"), "Grüße, 1+1 „x“\n"},
	} {
		if a, err := Read(tt.text); err != nil || a.Markdown != tt.want {
			t.Errorf("%s: got\n%q %v, want\n%q", tt.name, a.Markdown, err, tt.want)
		}
	}
}

// TestForwarded: a message that was sent on without a word is the one that it has
// within, in whatever language programs say so.
func TestForwarded(t *testing.T) {
	t.Parallel()
	const words = "\n\nWords of it.\n"
	for _, tt := range [...]struct{ head, text, title, author, body string }{
		{"Subject: Fwd: On oil\n", "---------- Forwarded message ---------\nFrom: Bo Oak <bo@x.example>\nDate: Mon, Nov 9, 2026 at 1:00 PM\nSubject: On oil\nTo: <me@x.example>" + words, "On oil", "Bo Oak", "Words of it.\n"},
		{"Subject: WG: Öl\n", "-------- Weitergeleitete Nachricht --------\nBetreff: Öl\nVon: bo@x.example\nDatum: 9. November 2026\nAn: me@x.example" + words, "Öl", "bo@x.example", "Words of it.\n"},
		{"Subject: Fwd: On oil\n", "Look at this.\n\nFrom: Bo <bo@x.example>\nSubject: On oil\nDate: 9 Nov 2026" + words, "Fwd: On oil", "Ann", "Look at this.\n\nFrom: Bo \\<bo\\@x.example>\\\nSubject: On oil\\\nDate: 9 Nov 2026\n\nWords of it.\n"},
		{"Subject: On oil\n", "From: Bo <bo@x.example>\nSubject: On oil\nDate: 9 Nov 2026" + words, "On oil", "Ann", "From: Bo \\<bo\\@x.example>\\\nSubject: On oil\\\nDate: 9 Nov 2026\n\nWords of it.\n"},
		{"Subject: Fwd: On oil\nContent-Type: text/html\n", "<blockquote><div>Begin forwarded message:</div><div><b>From: </b><span>Bo Oak &lt;bo@x.example&gt;<br></span></div><div><b>Subject: </b><span>On oil<br></span></div><div><b>Date: </b><span>9 Nov 2026<br></span></div><p>Words of it.</p></blockquote>", "On oil", "Bo Oak", "Words of it.\n"},
		{"Subject: Fwd: On oil\nContent-Type: multipart/mixed; boundary=b\n", "--b\n\n\n--b\nContent-Type: message/rfc822\n\nFrom: Bo <bo@x.example>\nSubject: On oil" + words + "--b--\n", "On oil", "Bo", "Words of it.\n"},
	} {
		a, err := Read("From: Ann <ann@example.org>\n" + tt.head + "\n" + tt.text)
		if err != nil || a.Title != tt.title || a.Author != tt.author || a.Markdown != tt.body {
			t.Errorf("%q: %q by %q: %q, %v", tt.text, a.Title, a.Author, a.Markdown, err)
		}
	}
}

// TestPictures: what a message carries is shown where it stands, with its words.
func TestPictures(t *testing.T) {
	t.Parallel()
	const png = "Content-Type: image/png\nContent-ID: <a b@x>\n\n\x89PNG\r\n\x1a\n"
	for kind, want := range map[string]string{
		"multipart/related": "Words.\n\n![A pier](cid:a%20b@x)\n",
		"multipart/mixed":   "Words.\n\n![A pier](cid:a%20b@x)\n\n![](cid:a%20b@x)\n\nAfter.\n",
	} {
		a, err := Read("From: a@x\nSubject: x\nContent-Type: " + kind + "; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Words.</p><img src='cid:a%20b@x' alt='A pier'>\n--b\n" + png + "\n--b\n\nAfter.\n--b--\n")
		if err != nil || a.Markdown != want || len(a.Images) == 0 {
			t.Errorf("%s: %q with %d, %v", kind, a.Markdown, len(a.Images), err)
		}
	}
}

// TestSenders: a name that holds that of the letter is parted by what the header names
// elsewhere, and left whole without that.
func TestSenders(t *testing.T) {
	t.Parallel()
	for from, want := range map[string][2]string{
		"Ann Vogel from Piers <piers@letters.example>": {"Ann Vogel", "Piers"},
		"Piers by Ann Vogel <piers@letters.example>":   {"Ann Vogel", "Piers"},
		"Ann | Piers <hello@piers.example>":            {"Ann", "Piers"},
		"Ann from Oslo <ann@x.example>":                {"Ann from Oslo", "Ann from Oslo"},
		"Ann <ann@x.example>":                          {"Ann", "Ann"},
	} {
		a, err := Read("From: " + from + "\nSubject: x\nList-Unsubscribe: <mailto:u@x>\n\nWords.\n")
		if err != nil || a.Author != want[0] || a.Site != want[1] {
			t.Errorf("%s: %q of %q, %v", from, a.Author, a.Site, err)
		}
	}
}

// TestProseStays: every letter of the paragraphs between the first and the last one
// of prose stands in the article, whatever stands among them.
func TestProseStays(t *testing.T) {
	t.Parallel()
	lines := []string{"Like", "Share", "News", "Ann", "Unsubscribe", "Nov 12", "-----", "From: a@b", "Sent from my iPhone", "© 2026", "View in browser", "* one", ">From here"}
	rapid.Check(t, func(t *rapid.T) {
		among := rapid.SliceOfN(rapid.SampledFrom(lines), 0, 8).Draw(t, "among")
		foot := rapid.SliceOfN(rapid.SampledFrom(lines), 0, 4).Draw(t, "foot")
		text := long + "\n\n" + strings.Join(among, "\n\n") + "\n\n" + long + "\n\n"
		a, err := Read(plain("List-Unsubscribe: <mailto:u@x>\nDate: Thu, 12 Nov 2026 08:03:11 +0000\n", text+strings.Join(foot, "\n\n")))
		if err != nil {
			t.Fatal(err)
		}
		if got := folded(a.Markdown); !strings.HasPrefix(got, folded(text)) {
			t.Fatalf("of %q is left %q", text, a.Markdown)
		}
	})
}
