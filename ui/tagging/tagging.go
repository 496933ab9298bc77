// Package tagging asks for tags: a line over the bottom of a screen, with the tags of
// the library above it that begin as what is typed does.
package tagging

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/effect"
	"lede/ui/intent"
	"lede/ui/keys"
	"lede/ui/theme"
)

// Prompt lies over the bottom of a screen.
type Prompt struct {
	intent.Asked
	theme  *theme.Theme
	names  *keys.Bindings
	about  string   // what is tagged
	has    []string // the tags that it has
	done   func(articles.TagEdit) tea.Cmd
	all    []articles.TagCount
	rows   []articles.TagCount
	chosen chrome.Choices // of rows
	prompt chrome.Prompt
	width  int
	height int
}

// mostTyped is how long a line may be, in characters.
const mostTyped = 500

// New asks for tags of what about names, which has tags already. Done is called with
// what is to be done.
func New(t *theme.Theme, names *keys.Bindings, about string, has []string, done func(articles.TagEdit) tea.Cmd) *Prompt {
	p := &Prompt{theme: t, names: names, about: about, has: has, done: done}
	p.prompt = chrome.NewPrompt("tags:", "a tag to put on, or -tag to take one off", mostTyped)
	return p
}

// Known brings the tags of the library to a prompt.
type Known struct {
	To   *Prompt
	tags []articles.TagCount
	err  error
}

// Open starts typing, and asks for the tags of the library.
func (p *Prompt) Open(fx effect.Effects) tea.Cmd {
	return tea.Batch(p.prompt.Open(""), fx.Ask(func(ctx context.Context, lib effect.Library) tea.Msg {
		all, err := lib.Tags(ctx)
		return Known{p, all, err}
	}))
}

// Learn takes in the tags of the library.
func (p *Prompt) Learn(k Known) {
	if k.err != nil {
		p.Ask(intent.Complain{Err: k.err})
		return
	}
	p.all = k.tags
	p.match()
}

// match lists the tags that the last word may become. Of those that can be taken off,
// those of the article stand first.
func (p *Prompt) match() {
	_, word := lastWord(p.prompt.Text())
	if p.prompt.EndsInBlank() {
		word = ""
	}
	word, off := strings.CutPrefix(word, "-")
	word = strings.ToLower(strings.Trim(word, `"#+`))
	p.rows, p.chosen = nil, chrome.Choices{Cursor: -1}
	on := func(t articles.TagCount) bool {
		return slices.ContainsFunc(p.has, func(tag string) bool { return strings.EqualFold(tag, t.Tag) })
	}
	for _, t := range p.all {
		if strings.HasPrefix(strings.ToLower(t.Tag), word) && (on(t) == off || off && p.has == nil) {
			p.rows = append(p.rows, t)
		}
	}
	if p.chosen.N = len(p.rows); word != "" && p.chosen.N > 0 {
		p.chosen.Cursor = 0
	}
}

// Scope is what the keys mean.
func (p *Prompt) Scope() keys.Scope { return keys.InPrompt }

// Of is the place that the prompt is about: its own line.
func (p *Prompt) Of() keys.Scope { return keys.InPrompt }

// SetTheme draws the prompt in other colours from now on.
func (p *Prompt) SetTheme(t *theme.Theme) { p.theme = t }

// Resize lays the prompt out for a window of a size.
func (p *Prompt) Resize(width, height int) { p.width, p.height = width, height }

// IsEmpty reports whether nothing is typed.
func (p *Prompt) IsEmpty() bool { return p.prompt.IsEmpty() }

// Able reports whether an operation of the prompt has something to do now.
func (p *Prompt) Able(o keys.Op) bool { return p.chosen.Able(o) }

// Type matches what is typed.
func (p *Prompt) Type(msg tea.Msg) tea.Cmd {
	cmd, _ := p.prompt.Type(msg)
	p.match()
	return cmd
}

// Act does what a key asks for; false for what is not the prompt's.
func (p *Prompt) Act(c keys.Command) (tea.Cmd, bool) {
	switch {
	case c.Op == keys.DeleteBack && p.prompt.IsEmpty():
		p.Ask(intent.Uncover{})
		return nil, true
	case c.Op.EditsLine():
		cmd, _ := p.prompt.Edit(c.Op)
		p.match()
		return cmd, true
	}
	switch c.Op {
	case keys.Complete:
		p.complete()
	case keys.Accept:
		return p.accept(), true
	case keys.Cancel:
		p.Ask(intent.Uncover{})
	default:
		return nil, p.chosen.Act(c.Op, p.room())
	}
	return nil, true
}

// complete puts the tag under the cursor in the place of the word that is typed.
func (p *Prompt) complete() {
	if len(p.rows) == 0 {
		return
	}
	before, word := lastWord(p.prompt.Text())
	if p.prompt.EndsInBlank() {
		before, word = p.prompt.Text()+" ", ""
	}
	sign := ""
	if strings.HasPrefix(word, "-") {
		sign = "-"
	}
	p.prompt.Set(before + sign + quote(p.rows[max(0, p.chosen.Cursor)].Tag) + " ")
	p.match()
}

// accept does what is typed; with nothing typed, the tag under the cursor is meant.
func (p *Prompt) accept() tea.Cmd {
	if p.prompt.Text() == "" && p.chosen.Cursor >= 0 {
		p.complete()
	}
	edit := Parse(p.prompt.Text())
	p.Ask(intent.Uncover{})
	if edit.IsZero() {
		return nil
	}
	return p.done(edit)
}
