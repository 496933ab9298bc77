package syntax

// Limits that a text of the tests has to reach, and what tells a block that costs
// too much.
const (
	Deepest       = deepest
	DefinedAtOnce = definedAtOnce
)

var Costly = costly
