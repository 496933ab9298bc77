package search

import (
	"strings"
	"unicode/utf8"

	"lede/articles/query"
	"lede/articles/tokens"
	"lede/store/fulltext"
	"lede/store/keyset"
)

// inNames looks for words in what is seen of an article at once.
const inNames = "{title dek author site} : "

// shortPrefix is how many letters a word that is being typed must have to be looked for in
// texts as the beginning of others: with fewer it is in nearly all of them, and to find them all takes long.
// Titles and other names are found by the first letter. One letter of
// a script that has many is enough.
const shortPrefix = 4

// isShort reports whether a word that is begun is too short for that.
func isShort(begins string) bool {
	return len(begins) < shortPrefix && (len(begins) == 0 || begins[0] < utf8.RuneSelf)
}

// mostFormed is how many articles a word is found in for other forms of it to tell nothing.
const mostFormed = 20_000

// text is what has a text, in its words as they stand or, where other forms of them will
// do, in those.
func (s *searcher) text(t query.Text) (keyset.Set, error) {
	words, prefix := sought(t)
	if len(words) == 0 {
		return s.everything()
	}
	found, err := s.phrase(words, prefix, t.Begun, t.Title)
	if err != nil || !s.forms || t.Phrase || len(words) > 1 || found.Len() > mostFormed {
		return found, err
	}
	if prefix && (!t.Begun || found.Len() >= few) { // what is being typed may be all of a word
		return found, nil
	}
	forms, err := fulltext.Forms(s.ctx, s.tx, words[0])
	if err != nil {
		return found, err
	}
	for _, form := range forms {
		s.formed = true
		more, err := s.phrase([]string{form}, false, false, t.Title)
		if err != nil {
			return found, err
		}
		found = found.Or(more)
	}
	return found, nil
}

// sought is the words of a text as the index has them; the last may be the beginning of one.
func sought(t query.Text) (words []string, prefix bool) {
	words = tokens.Of(t.Words)
	last := len(words) - 1
	if last < 0 {
		return nil, false
	}
	prefix = t.Prefix || tokens.Begins(words[last])
	if last > 0 && tokens.Begins(words[last]) {
		return words[:last], false // the pair before has the letter
	}
	return words, prefix
}

// phrase is what has some words, which follow one another; the last may be the beginning
// of one, and be just begun.
func (s *searcher) phrase(words []string, prefix, begun, title bool) (keyset.Set, error) {
	match := matching(words, prefix)
	if title {
		return s.matches("fulltext_name", "title : "+match)
	}
	found, err := s.matches("fulltext_name", inNames+match)
	if err != nil {
		return found, err
	}
	s.short = s.short || prefix && begun && isShort(words[len(words)-1])
	more, err := s.matches("fulltext", inText(words, prefix, begun))
	if err != nil {
		return found, err
	}
	found = found.Or(more)
	for _, each := range []func([]string, bool) (keyset.Set, error){s.tagged, s.fed} {
		more, err := each(words, prefix)
		if err != nil {
			return found, err
		}
		found = found.Or(more)
	}
	return found, nil
}

// inText is words as MATCH has them for texts, where a short beginning is a whole word.
func inText(words []string, prefix, begun bool) string {
	return matching(words, prefix && !(begun && isShort(words[len(words)-1])))
}

// matching is words as MATCH has them: each in quotes, for a word may be one of its own.
func matching(words []string, prefix bool) string {
	match := `"` + strings.Join(words, " ") + `"`
	if prefix {
		match += " *"
	}
	return match
}

func (s *searcher) matches(table, match string) (keyset.Set, error) {
	found, err := s.keys(`SELECT group_concat(rowid) FROM `+table+` WHERE `+table+` MATCH ?`, match)
	if err != nil {
		return found, err
	}
	lost, err := s.keys(`SELECT group_concat(key) FROM lost`)
	return found.Without(lost), err
}

// tagged is what has a tag that words are the beginning of, or all of it.
func (s *searcher) tagged(words []string, prefix bool) (keyset.Set, error) {
	tag := strings.Join(words, " ")
	if !prefix {
		return s.keys(`SELECT group_concat(article) FROM trait WHERE kind = 3 AND value = ?`, tag)
	}
	return s.keys(`SELECT group_concat(article) FROM trait WHERE kind = 3 AND value >= ? AND value < ?`, tag, tag+string(utf8.MaxRune))
}

// fed is what came from a feed that is called so.
func (s *searcher) fed(words []string, prefix bool) (keyset.Set, error) {
	return s.feeds(query.Named{Field: query.Feed, Value: strings.Join(words, " "), Prefix: prefix})
}
