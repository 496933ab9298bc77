// Package lazy holds what is made when it is first asked for, so that a start
// of the program does not pay for what this run of it may never need.
package lazy

import (
	"regexp"
	"sync"
)

// Regexp is a regular expression that is compiled at its first use. One at the
// level of a package costs a start nothing: &Regexp{Source: `…`}.
type Regexp struct {
	Source string // as [regexp.MustCompile] takes it

	once     sync.Once
	compiled *regexp.Regexp
}

// Get is the expression, compiled. It panics when Source is not one.
func (r *Regexp) Get() *regexp.Regexp {
	r.once.Do(func() { r.compiled = regexp.MustCompile(r.Source) })
	return r.compiled
}
