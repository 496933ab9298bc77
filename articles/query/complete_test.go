package query_test

import (
	"fmt"
	"strings"
	"testing"

	"lede/articles/query"
)

// TestComplete: the cursor is at the ^; what is told is the piece that is replaced, what
// is typed of it, and what it may be.
func TestComplete(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ text, want string }{
		{"ti^", "[ti] ti: title: time:"},
		{"a (-t^i", "[ti] t: tag: title: time:"},
		{"pager^", "[pager] pager:"},
		{`"ti^`, "[] :"},
		{"is:^", "[] : unread reading read starred archived behind"},
		{"a is:re^ b", "[re] re: reading read"},
		{"is:r^ead", "[read] r: reading read"},
		{"i^s:read", "[is:] i: is:"},
		{"has:T^", "[T] T: table tags"},
		{"sort:t^", "[t] t: title"},
		{"#pr^", "[pr] pr: tag?"},
		{"#^", "[] : tag?"},
		{"-tag:^", "[] : tag?"},
		{"tag:#g^", "[#g] g: tag?"},
		{`author:"ada q^`, `["ada q] ada q: author?`},
		{`(feed:"a b^ c" x)`, `["a b c"] a b: feed?`},
		{"folder:/h^", "[/h] /h: folder?"},
		{"tag:(go or -ru^", "[ru] ru: tag?"},
		{"tag:(go or (author:x b)) sor^t", "[sort] sor: sort:"},
		{"is:(r^", "[r] r: reading read"},
		{"time:<^", "[<] <:"},
		{"title:a^", "[a] a:"},
		{"xyz ^", "[] : is: tag: author: site: feed: folder: series: copies: title: time: words: views: after: before: date: added: opened: has: sort:"},
	} {
		at := strings.IndexByte(tt.text, '^')
		text := tt.text[:at] + tt.text[at+1:]
		c := query.Complete(text, at)
		got := fmt.Sprintf("[%s] %s:", text[c.From:c.To], c.Part)
		if c.Field != "" {
			got += " " + string(c.Field) + "?"
		}
		if len(c.Names) > 0 {
			got += " " + strings.Join(c.Names, " ")
		}
		if got != tt.want {
			t.Errorf("%s: %s, not %s", tt.text, got, tt.want)
		}
	}
}

func TestTake(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ text, name, want string }{
		{"a ta^", "tag:", "a tag:^"},
		{"-#pr^", "prose", "-#prose ^"},
		{"#pr^ b", "machine learning", `#"machine learning"^ b`},
		{"author:ad^", `Ada "Q" Quill`, `author:"Ada \"Q\" Quill" ^`},
		{`(tag:"ma^ x" or b)`, "c", "(tag:c^ or b)"},
		{"is:un^", "unread", "is:unread ^"},
		{"(is:un^)", "unread", "(is:unread^)"},
		{"tag:^", "a:", "tag:a: ^"},
	} {
		at := strings.IndexByte(tt.text, '^')
		text := tt.text[:at] + tt.text[at+1:]
		got, at := query.Complete(text, at).Take(text, tt.name)
		if got = got[:at] + "^" + got[at:]; got != tt.want {
			t.Errorf("%s with %s is %s, not %s", tt.text, tt.name, got, tt.want)
		}
	}
}
