// Package tags keeps apart what the source of an article says of its tags and what
// the reader did with them, so that both stay when either changes.
package tags

import (
	"slices"
	"strings"

	"lede/articles"
	"lede/store/spelling"
)

// Own is what a reader did with the tags of one article: those of its source, less
// those that were taken off, and those that were added.
type Own struct{ Source, Added, Taken []string }

// Outcome is the tags that the article has by that.
func (o Own) Outcome() []string {
	all := without(o.Source, o.Taken...)
	return append(all, without(o.Added, all...)...)
}

// Edit does what a reader does. Of the tags of an article, it is the one of the same
// name that is taken off, however either is spelled.
func (o *Own) Edit(e articles.TagEdit) {
	for _, tag := range e.Take {
		o.Added = without(o.Added, tag)
		if has(o.Source, tag) && !has(o.Taken, tag) {
			o.Taken = append(slices.Clip(o.Taken), tag)
		}
	}
	for _, tag := range e.Add {
		switch {
		case has(o.Outcome(), tag):
		case slices.Contains(o.Source, tag):
			o.Taken = without(o.Taken, tag)
		default: // also one that the source spells in another way
			o.Added = append(slices.Clip(o.Added), tag)
		}
	}
}

// IsZero reports whether the tags are those of the source.
func (o Own) IsZero() bool { return len(o.Added)+len(o.Taken) == 0 }

// Of is what a reader did by which an article has these tags.
func Of(outcome []string, did articles.TagEdit) Own {
	o := Own{Added: did.Add, Taken: did.Take, Source: without(outcome, did.Add...)}
	for _, tag := range did.Take {
		if !has(o.Source, tag) {
			o.Source = append(o.Source, tag)
		}
	}
	return o
}

func has(tags []string, tag string) bool { return Find(tags, spelling.Fold(tag)) != "" }

// Find is the tag that is folded so; empty when it is not among them.
func Find(tags []string, folded string) string {
	for _, tag := range tags {
		if spelling.Fold(tag) == folded {
			return tag
		}
	}
	return ""
}

func without(tags []string, taken ...string) []string {
	if len(taken) == 0 {
		return slices.Clone(tags)
	}
	return slices.DeleteFunc(slices.Clone(tags), func(tag string) bool { return has(taken, tag) })
}

// Join writes tags one on a line. A tag is a text of one line, so it holds no newline
// of its own.
func Join(tags []string) string { return strings.Join(tags, "\n") }

// Split reads what [Join] wrote.
func Split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

// WriteEdit writes an edit one tag on a line: "+go", "-rust".
func WriteEdit(e articles.TagEdit) string {
	var lines []string
	for _, tag := range e.Add {
		lines = append(lines, "+"+tag)
	}
	for _, tag := range e.Take {
		lines = append(lines, "-"+tag)
	}
	return Join(lines)
}

// ReadEdit reads what [WriteEdit] wrote.
func ReadEdit(s string) (e articles.TagEdit) {
	for _, line := range Split(s) {
		if tag, ok := strings.CutPrefix(line, "+"); ok {
			e.Add = append(e.Add, tag)
		} else {
			e.Take = append(e.Take, strings.TrimPrefix(line, "-"))
		}
	}
	return e
}
