package query

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/articles/tokens"
)

// What a query may be at most: far more than a hand types, and far less than what would
// keep a machine busy.
const (
	mostBytes = 8 << 10
	mostTerms = 256
	mostDepth = 32
)

// Parse reads a query. The error is a [*Mistake].
func Parse(text string) (Query, error) { return parse(text, false) }

// ParseTyping reads a query whose end is being typed: the last word is the beginning of
// one, and a bracket, a quote or a value that is not complete yet is no mistake.
func ParseTyping(text string) (Query, error) { return parse(text, true) }

func parse(text string, typing bool) (Query, error) {
	p := parser{text: text, typing: typing}
	var where Node
	if len(text) > mostBytes {
		p.fail(mostBytes, len(text), "a query has at most %d bytes", mostBytes)
	} else {
		where = p.any()
	}
	p.query.Where = where
	if p.mistake == nil && len(p.query.Texts()) == 0 {
		p.mistake = p.wordless
	}
	if p.mistake != nil {
		return Query{}, p.mistake
	}
	return p.query, nil
}

// parser reads a query from its start to its end, or to the first mistake, after which
// nothing comes next.
type parser struct {
	text    string
	at      int
	typing  bool
	terms   int // that were read
	depth   int // of brackets and negations
	inside  int // brackets
	negated bool
	field   *FieldInfo // of what stands in the brackets without one, as in tag:(go or rust)
	query   Query
	mistake *Mistake
	// wordless is the first text without words: a mistake unless others have some.
	wordless *Mistake
}

func (p *parser) fail(from, to int, format string, values ...any) Node {
	if p.mistake == nil {
		p.mistake = &Mistake{p.text, from, to, fmt.Sprintf(format, values...)}
	}
	return nil
}

// any reads up to the end, or to the bracket that closes.
func (p *parser) any() Node {
	parts := []Node{p.all()}
	for p.or() {
		parts = append(parts, p.all())
	}
	return Any(parts...)
}

// or passes what parts two that are to be found each for itself.
func (p *parser) or() bool {
	switch {
	case p.next() == '|':
		p.at++
		return true
	case p.operator() == "or":
		p.at += len("or")
		return true
	}
	return false
}

// all reads what is to be found together.
func (p *parser) all() Node {
	var parts []Node
	for first := true; ; first = false {
		switch next := p.next(); {
		case next == 0, next == '|', next == ')' && p.inside > 0, !first && p.operator() == "or":
			return All(parts...)
		case p.typing && p.dangling(first):
			p.at = len(p.text)
			return All(parts...)
		case !first && p.operator() == "and":
			p.at += len("and")
		case next == ')' && p.typing:
			p.at++
		case next == ')':
			p.fail(p.at, p.at+1, "this bracket closes none")
		}
		parts = append(parts, p.one())
	}
}

// one reads one term, or a bracket, or the negation of either.
func (p *parser) one() Node {
	negation := 0
	switch next := p.next(); {
	case next == 0, next == '|', next == ')':
		return nil
	case next == '(':
		return p.bracket()
	case next == '-':
		negation = 1
	case p.operator() == "not":
		negation = len("not")
	}
	if negation == 0 || !p.isOperand(p.at+negation, negation == 1) {
		return p.term()
	}
	p.deeper(1)
	p.at += negation
	p.negated = !p.negated
	n := p.one()
	p.negated = !p.negated
	p.depth--
	return None(n)
}

func (p *parser) bracket() Node {
	from := p.at
	p.deeper(1)
	p.at++
	p.inside++
	n := p.any()
	p.inside--
	p.depth--
	switch {
	case p.next() == ')':
		p.at++
	case !p.typing:
		p.fail(from, from+1, "this bracket is not closed")
	}
	return n
}

func (p *parser) deeper(size int) {
	if p.depth++; p.depth > mostDepth {
		p.fail(p.at, p.at+size, "brackets and negations go %d deep at most", mostDepth)
	}
}

// next passes blanks, and is what comes then; 0 at the end.
func (p *parser) next() byte {
	for p.mistake == nil && p.at < len(p.text) {
		r, size := utf8.DecodeRuneInString(p.text[p.at:])
		if !unicode.IsSpace(r) {
			return p.text[p.at]
		}
		p.at += size
	}
	return 0
}

// operator is the operator that comes next. Where nothing stands behind it that it could
// be for, the same letters are a word.
func (p *parser) operator() string {
	op := operatorOf(p.text[p.at:])
	if op == "" || !p.isOperand(p.at+len(op), false) {
		return ""
	}
	return op
}

// dangling reports whether an operator is all that comes: what it is for is not typed yet.
func (p *parser) dangling(first bool) bool {
	op := operatorOf(p.text[p.at:])
	return op != "" && (!first || op == "not") && strings.TrimSpace(p.text[p.at+len(op):]) == ""
}

// isOperand reports whether something to look for may begin at a place, or at once.
func (p *parser) isOperand(at int, atOnce bool) bool {
	rest := strings.TrimLeftFunc(p.text[at:], unicode.IsSpace)
	return rest != "" && rest[0] != ')' && rest[0] != '|' && (!atOnce || at+len(rest) == len(p.text))
}

// term reads a word, a phrase, or a field with its value or with brackets of them.
func (p *parser) term() Node {
	t := scan(p.text, p.at)
	if t.field == nil && p.field != nil {
		t.field = p.field
		t.read(p.text)
	}
	if strings.HasPrefix(p.text[t.value:], "(") {
		outer := p.field
		p.at, p.field = t.value, t.field
		n := p.bracket()
		p.field = outer
		return n
	}
	if p.terms++; p.terms > mostTerms {
		return p.fail(t.from, t.to, "a query has %d terms at most", mostTerms)
	}
	p.at = t.to
	typed := p.typing && t.to == len(p.text) // it may go on
	if t.open && !typed {
		return p.fail(t.value, t.value+quote(p.text[t.value:]), "this quote is not closed")
	}
	if typed && !p.negated && (!t.quoted || t.open) && tokens.Open(t.text) { // what begins so is kept out only once it is whole
		t.begun, t.star = !t.star, true
	}
	name := unknown(p.text[t.from:t.to])
	switch {
	case t.field == nil && !t.quoted && name != "":
		return p.fail(t.from, t.from+len(name)+1,
			"unknown field %s: did you mean %s:? (in quotes it is words)", name, fieldLike(name).Name)
	case t.field == nil || t.field.kind == takesText && (t.text != "" || typed):
		return p.words(t)
	}
	n, ok := t.node()
	switch {
	case !ok && typed && t.unfinished():
		return nil
	case !ok:
		return p.wrong(t)
	case t.field.kind == takesOrder:
		return p.sort(t)
	}
	return n
}

// words is the text of a term. What has neither letters nor digits cannot be looked for: it
// is passed over between words, as in "war & peace", and is a mistake where it is all that
// is looked for.
func (p *parser) words(t term) Node {
	if len(tokens.Of(t.text)) == 0 {
		typed := t.to == len(p.text) && p.typing && (t.text == "" || t.text == "#") // it may go on
		if p.wordless == nil && !typed {
			p.wordless = &Mistake{p.text, t.from, t.to, "this has neither letters nor digits to look for"}
		}
		if t.field != nil && !typed {
			p.mistake = p.wordless
		}
		return nil
	}
	text := Text{Words: t.text, Title: t.field != nil, Phrase: t.quoted, Prefix: t.star, Begun: t.begun}
	text.Phrase = text.Phrase || !text.isBare()
	return text
}

func (p *parser) sort(t term) Node {
	switch {
	case p.query.Ordered:
		return p.fail(t.from, t.to, "there is an order already")
	case p.inside > 0:
		return p.fail(t.from, t.to, "an order stands outside of brackets")
	case p.depth > 0:
		return p.fail(t.from, t.to, "an order cannot be negated")
	}
	p.query.Order, p.query.Ordered = orderNamed(strings.ToLower(t.text)), true
	return nil
}
