package syntax

import (
	"sync"

	"github.com/alecthomas/chroma/v2/lexers"
)

// Lexers are the languages whose code can be coloured at once. The rules of a
// language are read and compiled when it is first met, which takes longer than
// all else of a first screen: until then its code stands in one colour. A nil
// Lexers has everything coloured at once, whatever it takes. It is safe for
// concurrent use.
type Lexers struct {
	mu     sync.Mutex
	known  map[string]bool // by name: loaded, or else asked for
	wanted []string
}

// isReady reports whether code of a language can be coloured at once, and notes
// that it is wanted when not.
func (x *Lexers) isReady(name string) bool {
	if x == nil {
		return true
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	loaded, asked := x.known[name]
	if !asked {
		if x.known == nil {
			x.known = make(map[string]bool)
		}
		x.known[name] = false
		x.wanted = append(x.wanted, name)
	}
	return loaded
}

// Wanted are the languages of code that was set in one colour since it was last
// asked. Each is named once: who asks is to load it, and to have the code set
// again.
func (x *Lexers) Wanted() []string {
	x.mu.Lock()
	defer x.mu.Unlock()
	wanted := x.wanted
	x.wanted = nil
	return wanted
}

// Load makes ready what colours code of a language.
func (x *Lexers) Load(name string) {
	defer func() {
		_ = recover() // a lexer that panics does so again, where the code is set
		x.mu.Lock()
		defer x.mu.Unlock()
		x.known[name] = true
	}()
	tokens, err := lexers.Get(name).Tokenise(nil, "x\n")
	if err == nil {
		_ = tokens.Tokens()
	}
}
