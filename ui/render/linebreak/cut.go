package linebreak

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/ui/render/cells"
)

const (
	// closing signs begin no line, opening ones end none (kinsoku shori; JIS X
	// 4051, and Requirements for Japanese Text Layout, 3.1.7 and 3.1.8).
	closing = "、。，．：；！？）」』】〕〉》〙〗］｝｠”’ー々〻ゝゞヽヾ・…‥゛゜｡､｣･ｰﾞﾟ" +
		"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ" + "!),.:;?]}»›%"
	opening = "（「『【〔〈《〘〖［｛｟“‘｢" + "([{«‹"
	// joints are the signs behind which an address or a long name is parted.
	joints = "/?&.-_=,;:@#+~%\\"
)

func isClosing(r rune) bool { return strings.ContainsRune(closing, r) }

// cluster is a grapheme cluster of a piece that is being cut.
type cluster struct {
	text  string
	at    int
	width int
}

// clusters is those of s, which begins at this place. One that no line can hold
// comes as its characters: it may be a family of emoji on a terminal that counts
// all of them.
func clusters(s string, at, width int) []cluster {
	out := make([]cluster, 0, len(s))
	for v, w := range cells.Clusters(s) {
		if w <= width {
			out = append(out, cluster{v, at, w})
			at += len(v)
			continue
		}
		for _, r := range v {
			out = append(out, cluster{string(r), at, cells.Of(string(r))})
			at += utf8.RuneLen(r)
		}
	}
	return out
}

// cutPiece breaks a piece that is wider than a line, leaves its last part in
// cur and returns that part's width.
func cutPiece(p Piece, words string, width int, cur *Line, lines *[]Line) int {
	rest := clusters(words[p.start:p.end], p.start, width)
	for {
		n, used := 0, 0
		for n < len(rest) && (n == 0 || used+rest[n].width <= width) {
			used += rest[n].width
			n++
		}
		if n == len(rest) {
			return used
		}
		n = cutAt(rest, n)
		end := rest[n].at
		for n < len(rest) && rest[n].text == " " {
			n++
		}
		filled := strings.TrimRight(words[cur.Start:end], " ")
		*lines = append(*lines, Line{Start: cur.Start, End: cur.Start + len(filled)})
		rest = rest[n:]
		cur.Start = p.end
		if len(rest) > 0 {
			cur.Start = rest[0].at
		}
	}
}

// cutAt is the best place to cut rest, of which so many clusters fit a line: at
// a blank, else behind a joint, else where no sign stands wrong, and always at
// the last such place. A line less than a third full is not worth that.
func cutAt(rest []cluster, fit int) int {
	if rest[fit].text == " " {
		return fit
	}
	joint, fair := 0, 0
	for n := fit; n > 0; n-- {
		before, after := rest[n-1].text, rest[n].text
		switch {
		case before == " ":
			return n
		case 3*n < fit:
		case joint == 0 && isJoint(rest, n):
			joint = n
		case fair == 0 && !isClosing(firstRune(after)) && !strings.ContainsRune(opening, firstRune(before)):
			fair = n
		}
	}
	switch {
	case joint > 0:
		return joint
	case fair > 0:
		return fair
	}
	return fit
}

// isJoint reports whether an address may be parted before cluster n: behind a
// sign, but neither before another one nor inside a number.
func isJoint(rest []cluster, n int) bool {
	before, after := rest[n-1].text, firstRune(rest[n].text)
	if !strings.Contains(joints, before) || strings.ContainsRune(joints, after) {
		return false
	}
	return !strings.Contains(".,:", before) || !unicode.IsDigit(after) || n < 2 || !unicode.IsDigit(firstRune(rest[n-2].text))
}
