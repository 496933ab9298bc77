package plain_test

import (
	"testing"

	"lede/articles/markdown"
)

func TestTextOfInlines(t *testing.T) {
	for src, want := range map[string]string{
		"\\*a\\* &lt;b&gt; &amp;lt; &#x41; &copy &nosuch;": "*a* <b> &lt; A &copy &nosuch;",
		"a `\\*` ![pic](x) <i>b</i> vector<T> <my-tag>c":   "a \\*  b vector<T> c",
		"a  \nb\nc":                           "a\nb c",
		"$a_1 * b_2 * c_3$ and $$x_i*y_i*z$$": "$a_1 * b_2 * c_3$ and $$x_i*y_i*z$$",
		"$5 *or* $10, $6-$7 *x*":              "$5 or $10, $6-$7 x",
		"$$\na_i &= b_i\\\\\n*c*\n$$ *d*":     "$$\na_i &= b_i\\\\\n*c*\n$$ d",
		"$$\na_i &= b_i\\\\\n*c*\n$$":         "a_i &= b_i\\\\\n*c*",
		"$$ x_i $$":                           "x_i",
		"$$$$":                                "$$$$",
		"$a$ &amp; \\*b\\* $$c$$ &lt;":        "$a$ & *b* $$c$$ <",
		"`$a` *b* `c$`":                       "$a b c$",
		"a <table><tr><td>b</td><td>c</td></tr></table>d<option>e</option>": "a \n\n\nb\n\nc\n\n\nd\ne",
		"[[Target#Part|shown]] [[Other]] <https://e.org>":                   "Target#Part|shown Other https://e.org",
	} {
		if got := markdown.Parse(src).Plain(0); got != want {
			t.Errorf("%q: got %q, want %q", src, got, want)
		}
	}
}
