package importer

import "testing"

func TestPartsAreJoined(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		all  []string
		want string
	}{
		"what all begin or end with stands once": {
			[]string{
				"![The pier](pier.png)\n\nOne.\n\n---\n\nAda writes.\n",
				"![The pier](pier.png)\n\nTwo.\n\n---\n\nAda writes.\n",
				"Three.\n\n---\n\nAda writes.\n",
			},
			"![The pier](pier.png)\n\nOne.\n\nTwo.\n\nThree.\n\n---\n\nAda writes.\n",
		},
		"footnotes keep to their part": {
			[]string{"One.[^1]\n\n[^1]: First.\n", "Two.[^1] [^no]\n\n[^1]: Second.\n"},
			"One.[^1]\n\n[^1]: First.\n\nTwo.[^2-1] [^no]\n\n[^2-1]: Second.\n",
		},
		"a part of one block stays": {
			[]string{"One.\n", "One.\n\nTwo.\n", "Two.\n"},
			"One.\n\nOne.\n\nTwo.\n\nTwo.\n",
		},
	} {
		if got := joined(c.all); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}
