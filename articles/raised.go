package articles

import (
	"strings"
	"unicode"
)

// The characters that Unicode has raised and lowered, each above its own form.
// That of a letter is left out where most fonts of terminals lack it.
const (
	level        = "0123456789+-−–=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW"
	superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ"
	lowered      = "0123456789+-−–=()aehijklmnoprstuvx"
	subscripts   = "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"
)

// Superscript is words as they stand raised behind what they belong to: "2" is
// "²". What needs no raising, such as the "st" of "21st", stays. It is false, and
// the words are as they were, when they cannot be raised: then a sign must say
// that they are, see [RaisedSigns].
func Superscript(words string) (raised string, ok bool) {
	if needsNoRaising(words) {
		return words, true
	}
	return shifted(words, level, superscripts)
}

// Subscript is [Superscript] for words below the line.
func Subscript(words string) (set string, ok bool) { return shifted(words, lowered, subscripts) }

// RaisedSigns stand around words that could not be raised, or lowered: they are
// never set level, where a number would become another.
func RaisedSigns(words string, sub bool) (open, end string) {
	sign := "^"
	if sub {
		sign = "_"
	}
	if strings.HasPrefix(words, "(") && strings.IndexByte(words, ')') == len(words)-1 {
		return sign, ""
	}
	return sign + "(", ")"
}

// needsNoRaising reports whether words stand raised for their looks alone: the
// endings of ordinals and titles, and signs that are raised by themselves, with
// the numbers of notes in brackets.
func needsNoRaising(words string) bool {
	switch words {
	case "st", "nd", "rd", "th", "er", "re", "ère", "ème", "me", "mme", "lle", "os", "as", "TM", "SM":
		return true
	}
	if inner, ok := strings.CutPrefix(words, "["); ok && strings.IndexByte(inner, ']') == len(inner)-1 {
		return true
	}
	return strings.IndexFunc(words, func(r rune) bool {
		return !unicode.IsSpace(r) && !strings.ContainsRune("*†‡§¶°′″‴'\"“”‘’®™℠©ªº", r) && !isRaised(r)
	}) < 0
}

func isRaised(r rune) bool {
	return strings.ContainsRune(superscripts[:len("⁰¹²³⁴⁵⁶⁷⁸⁹")], r)
}

// shifted is s with each character of from as the one at its place in to.
func shifted(s, from, to string) (string, bool) {
	if strings.TrimSpace(s) == "" {
		return s, true
	}
	all, small := []rune(from), []rune(to)
	var b strings.Builder
	for _, r := range s {
		at := -1
		for i, f := range all {
			if f == r {
				at = i
				break
			}
		}
		if at < 0 {
			return s, false
		}
		b.WriteRune(small[at])
	}
	return b.String(), true
}
