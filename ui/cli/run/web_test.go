package run

import "testing"

func TestLanguagesOfTheReader(t *testing.T) {
	t.Parallel()
	for locale, want := range map[string]string{
		"de_AT.UTF-8": "de-AT,de;q=0.9,en;q=0.7,*;q=0.5",
		"en_GB":       "en-GB,en;q=0.9,*;q=0.5",
		"fr":          "fr,en;q=0.7,*;q=0.5",
		"C.UTF-8":     "en;q=0.8,*;q=0.5",
		"":            "en;q=0.8,*;q=0.5",
	} {
		r := New(Env{LookupEnv: func(name string) (string, bool) {
			if name == "LANG" {
				return locale, true
			}
			return "", false
		}})
		if got := r.languages(); got != want {
			t.Errorf("%q: %s, want %s", locale, got, want)
		}
	}
}
