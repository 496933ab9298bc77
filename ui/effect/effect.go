// Package effect is the door from the screens to what lies outside of them: the
// library, the disk, the web and the clock. What goes through it is a command;
// nothing in a command touches the state of a screen.
package effect

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/config"
)

// Effects makes the commands. It is the only caller of the library. A copy of it
// is the same door.
type Effects struct {
	ctx  context.Context
	lib  Library
	tick Ticker
	log  *journal
	set  *config.Config
}

// Ticker is [tea.Tick]; tests, which do not wait, have another.
type Ticker func(time.Duration, func(time.Time) tea.Msg) tea.Cmd

// New opens the door. What the reader did last is written under ctx, so that must
// outlive the program's loop.
func New(ctx context.Context, lib Library, tick Ticker) Effects {
	return Effects{ctx: ctx, lib: lib, tick: tick, log: &journal{}}
}

// Under is the same door where something has set settings: what it has set is not
// remembered when a key changes it.
func (e Effects) Under(set *config.Config) Effects {
	e.set = set
	return e
}

// Ask runs a question to the library. What it answers is the message of the screen
// that asked, which carries the number of the request where it could come too late.
func (e Effects) Ask(question func(ctx context.Context, lib Library) tea.Msg) tea.Cmd {
	return func() tea.Msg { return question(e.ctx, e.lib) }
}

// Now asks at once, before there is a screen to be held up.
func (e Effects) Now(question func(ctx context.Context, lib Library) tea.Msg) tea.Msg {
	return question(e.ctx, e.lib)
}

// Tick has a message come after a while.
func (e Effects) Tick(after time.Duration, msg tea.Msg) tea.Cmd {
	return e.tick(after, func(time.Time) tea.Msg { return msg })
}

// After has something wait that begins after a while.
func (e Effects) After(while time.Duration, wait func() tea.Msg) tea.Cmd {
	return e.tick(while, func(time.Time) tea.Msg { return wait() })
}

// Written says that a change is in the library, or why it is not.
type Written struct {
	Notice string // what to say when all went well; empty says nothing
	Err    error
	ID     articles.ID           // of the article that it is about
	Revert func(*articles.State) // takes off its state what is not written; may be nil
}

// Change is a write to the library.
type Change func(ctx context.Context, lib Library) error

// Write makes a change of an article's state after all that were asked for before
// it, and says notice when it is done. When it fails, revert, which may be nil,
// takes it off the state of the article on the screens again.
func (e Effects) Write(notice string, id articles.ID, change Change, revert func(*articles.State)) tea.Cmd {
	return e.Journal(change, func(err error) tea.Msg { return Written{notice, err, id, revert} })
}

// Journal makes a change after all that were asked for before it. What is asked
// for is done even when the program ends before its command runs; see [Effects.Settle].
func (e Effects) Journal(change Change, then func(error) tea.Msg) tea.Cmd {
	write := e.log.add(func(ctx context.Context) error { return change(ctx, e.lib) })
	return func() tea.Msg { return then(write(e.ctx)) }
}

// Settle makes the changes that were asked for and are not made, when the program
// ends.
func (e Effects) Settle() error { return e.log.settle(e.ctx) }

// Context is what commands beside the library may take as long as.
func (e Effects) Context() context.Context { return e.ctx }

// Image is the file of an image that is kept with an article; see [Library].
func (e Effects) Image(ctx context.Context, id articles.ID, source string) ([]byte, error) {
	return e.lib.Image(ctx, id, source)
}

// UnlessGone is err but for an article that the library has no more: nobody asked
// for its view or its place to be written, so nobody is told that they are not.
func UnlessGone(err error) error {
	if errors.Is(err, articles.ErrNotFound) {
		return nil
	}
	return err
}
