package lexicon

import "strings"

// Phrases returns the phrases of a kind that stand in the file of a language, as
// they are written there, with their … . It reads the file anew: samples of
// pages are made from them, readers of pages do not ask.
func Phrases(language string, kind Kind) []string {
	text, err := files.ReadFile("words/" + language + ".txt")
	if err != nil {
		return nil
	}
	var out []string
	within := false
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "# "):
		case strings.HasPrefix(line, "["):
			within = line == "["+kind.String()+"]"
		case within:
			for phrase := range strings.SplitSeq(line, "|") {
				out = append(out, strings.TrimSpace(phrase))
			}
		}
	}
	return out
}
