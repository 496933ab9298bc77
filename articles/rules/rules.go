// Package rules is what a reader wants done with articles as they come into the library:
// a rule is a query, and what is done to the articles that it finds. As text it is
//
//	feed:"The Review" (crypto or nft) -> mute
//	author:quill -> star, tag quill
//
// All rules that find an article act on it, in their order. What one keeps no other
// mutes. They are asked of what is new to the library alone: no rule does again what its
// reader has undone.
package rules

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"lede/articles"
	"lede/articles/nearest"
	"lede/articles/query"
)

// Rule is a query, and what is done to what it finds.
type Rule struct {
	Query query.Query
	Do    Action
	// Wrong is why a rule that is kept cannot be read, as one of a newer lede: it does
	// nothing. Else it is nil.
	Wrong error

	asked, done string // of one that is wrong
}

// Action is what a rule does.
type Action struct {
	Keep bool // no other rule mutes it
	articles.Ruling
}

// Arrow stands between the query of a rule and what it does.
const Arrow = "->"

// Parse reads a rule. A mistake in the query is a [*query.Mistake], with its place in the
// whole text.
func Parse(text string) (Rule, error) {
	at := strings.LastIndex(text, Arrow)
	if at < 0 {
		return Rule{}, fmt.Errorf("a rule is a query, %s and what is done: feed:hn crypto %s mute", Arrow, Arrow)
	}
	return New(text[:at], text[at+len(Arrow):])
}

// New is the rule of a query and of what it does: "mute", or "star, tag quill".
func New(asked, done string) (Rule, error) {
	q, err := query.Parse(asked)
	if err != nil {
		return Rule{}, err
	}
	if err := check(q); err != nil {
		return Rule{}, err
	}
	do, err := ParseAction(done)
	return Rule{Query: q, Do: do}, err
}

// Kept is the rule of texts that a library keeps. What is wrong with it is in the rule.
func Kept(asked, done string) Rule {
	r, err := New(asked, done)
	if err != nil {
		return Rule{Wrong: err, asked: asked, done: done}
	}
	return r
}

// Texts are its query, and what it does.
func (r Rule) Texts() (asked, done string) {
	if r.Wrong != nil {
		return r.asked, r.done
	}
	return r.Query.String(), r.Do.String()
}

// String is the rule as [Parse] reads it.
func (r Rule) String() string {
	asked, done := r.Texts()
	if done != "" {
		return asked + " " + Arrow + " " + done
	}
	return asked
}

// words are those of actions, but for tag, which has a name behind it.
var words = [...]string{"mute", "keep", "star", "read", "tag"}

// Words are the words of actions.
func Words() []string { return words[:] }

// ParseAction reads what a rule does, with commas between several things.
func ParseAction(text string) (Action, error) {
	var do Action
	for part := range strings.SplitSeq(text, ",") {
		word, name, _ := strings.Cut(strings.TrimSpace(part), " ")
		name = articles.TagName(strings.Trim(strings.TrimSpace(name), `"`))
		switch lower := strings.ToLower(word); {
		case lower == "tag" && name != "":
			do.Tags = articles.AddTags(do.Tags, name)
		case lower == "tag":
			return do, errors.New("tag needs a name, as in tag later")
		case name != "" && slices.Contains(words[:], lower):
			return do, fmt.Errorf("%s takes no name, and a comma stands between two actions: %[1]s, tag later", lower)
		case lower == "mute":
			do.Mute = true
		case lower == "keep":
			do.Keep = true
		case lower == "star":
			do.Star = true
		case lower == "read":
			do.Read = true
		default:
			return do, unknown(word)
		}
	}
	if do.Mute && (do.Keep || do.Star || do.Read || len(do.Tags) > 0) {
		return do, errors.New("what a rule mutes stays out of the library: nothing else can be done to it")
	}
	return do, nil
}

func unknown(word string) error {
	const say = "a rule can mute, keep, star, read or tag NAME"
	if word == "" {
		return errors.New("what is done is missing: " + say)
	}
	if near := nearest.First(word, words[:]); near != "" {
		return fmt.Errorf("no rule can %s: did you mean %s? %s", articles.CleanLine(word), near, say)
	}
	return fmt.Errorf("no rule can %s: %s", articles.CleanLine(word), say)
}

// Words are the actions, each as [ParseAction] reads it.
func (a Action) Words() []string {
	all := []string{}
	for i, does := range [...]bool{a.Mute, a.Keep, a.Star, a.Read} {
		if does {
			all = append(all, words[i])
		}
	}
	for _, tag := range a.Tags {
		all = append(all, "tag "+tag)
	}
	return all
}

// String is the action as [ParseAction] reads it.
func (a Action) String() string { return strings.Join(a.Words(), ", ") }

// check refuses what says nothing of an article that only comes in.
func check(q query.Query) error {
	switch {
	case q.Ordered:
		return errors.New("a rule has no order: take sort: away")
	case q.Where == nil:
		return errors.New("a rule needs a query: what it acts on")
	}
	return checkNode(q.Where)
}

func checkNode(n query.Node) error {
	var parts []query.Node
	about := ""
	switch n := n.(type) {
	case query.And:
		parts = n
	case query.Or:
		parts = n
	case query.Not:
		parts = []query.Node{n.Node}
	case query.Is:
		about = "is:" + string(n)
	case query.Number:
		if n.Quantity == query.Views {
			about = "views:"
		}
	case query.Time:
		if n.Event != query.Published {
			about = string(n.Event) + ":"
		}
	case query.Named:
		if n.Field == query.Copies {
			about = "copies:"
		}
	}
	if about != "" {
		return fmt.Errorf("a rule is asked of articles that only come in, which nobody has read or opened: take %s away", about)
	}
	for _, part := range parts {
		if err := checkNode(part); err != nil {
			return err
		}
	}
	return nil
}

// RenameTag is the rule with a tag called by another name, and whether it has the tag.
func (r Rule) RenameTag(from, to string) (Rule, bool) {
	if r.Wrong != nil {
		return r, false
	}
	q, has := r.Query.RenameTag(from, to)
	r.Query = q
	var tags []string
	for _, tag := range r.Do.Tags {
		if strings.EqualFold(tag, from) {
			tag, has = to, true
		}
		tags = articles.AddTags(tags, tag)
	}
	r.Do.Tags = tags
	return r, has
}
