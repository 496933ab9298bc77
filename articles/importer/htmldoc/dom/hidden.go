package dom

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// Style is what the style of n itself says of a property, in lower case and
// without blanks; empty when it says nothing.
func Style(n *html.Node, property string) string {
	style := Attr(n, "style")
	if !strings.Contains(style, ":") {
		return ""
	}
	value := ""
	for rule := range strings.SplitSeq(strings.ToLower(style), ";") {
		if name, v, ok := strings.Cut(rule, ":"); ok && strings.TrimSpace(name) == property {
			value = strings.Join(strings.Fields(v), "")
		}
	}
	return value
}

// IsHidden reports whether no browser shows n, as its attributes, its style and
// the names that its classes have by custom say. What is hidden from programs
// that read aloud alone is so only when it has no words, as an icon has none, or
// is a box that opens.
func IsHidden(n *html.Node) bool {
	return n.Type == html.ElementNode && len(n.Attr) > 0 && (IsFolded(n) || hiddenForGood(n))
}

// IsFolded reports whether n takes no room on the page, as do texts that a
// button unfolds, and what a script shows when it is loaded.
func IsFolded(n *html.Node) bool {
	if Has(n, "hidden") && Attr(n, "hidden") != "until-found" || strings.HasPrefix(Style(n, "display"), "none") {
		return true
	}
	return hasOne(n, folding) && !hasOne(n, unfolding)
}

var (
	folding   = func(c string) bool { return slices.Contains(foldingClasses, c) }
	unfolding = func(c string) bool {
		// "md:block", "d-lg-flex": it shows where there is room.
		at := strings.LastIndexByte(c, ':')
		if size, ok := strings.CutPrefix(c, "d-"); ok && at < 0 {
			at = len("d-") + strings.IndexByte(size, '-')
		}
		display, _, _ := strings.Cut(c[at+1:], "-")
		return at >= len("d-") && !strings.Contains(c, "hover") && !strings.Contains(c, "focus") && !strings.Contains(c, "print") &&
			slices.Contains([]string{"block", "flex", "grid", "inline", "table", "contents", "visible"}, display)
	}
	foldingClasses = []string{"d-none", "is-hidden", "hidden", "u-hidden", "hide", "js-hidden", "display-none", "ng-hide", "uk-hidden", "hidden-block"}
	unseenClasses  = []string{
		"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "screenreader-only", "screen-reader", "screenreader", "sr-text",
		"assistive-text", "a11y-hidden", "u-visually-hidden", "u-hidden-visually", "hidden-visually", "is-visually-hidden", "is-sr-only", "visually-hidden-focusable", "element-invisible",
		"invisible", "is-invisible", "offscreen", "off-screen", "cdk-visually-hidden", "readers-only", "mjx_assistive_mathml",
	}
	opening = []string{"modal", "dialog", "drawer", "offcanvas", "dropdown", "dropdown-menu", "menu", "tooltip", "popup", "popover", "overlay", "lightbox"}
)

func hasOne(n *html.Node, is func(class string) bool) bool {
	if class := Attr(n, "class"); class != "" {
		for c := range strings.FieldsSeq(strings.ToLower(class)) {
			if is(c) {
				return true
			}
		}
	}
	return false
}

func hiddenForGood(n *html.Node) bool {
	if seen := Style(n, "visibility"); strings.HasPrefix(seen, "hidden") || strings.HasPrefix(seen, "collapse") {
		return true
	}
	if hasOne(n, func(c string) bool { return slices.Contains(unseenClasses, c) }) && !hasOne(n, func(c string) bool { return strings.HasSuffix(c, ":not-sr-only") }) {
		return true
	}
	if Attr(n, "aria-hidden") != "true" || Is(n, "code", "img", "picture", "pre", "figure", "table") {
		return false
	}
	words := strings.ContainsFunc(Text(n), func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	return !words && First(n, "code", "pre", "picture", "math") == nil || slices.Contains([]string{"dialog", "alertdialog", "menu", "tooltip"}, Attr(n, "role")) ||
		hasOne(n, func(c string) bool { return slices.Contains(opening, c) })
}

// Show takes from n what hides it.
func Show(n *html.Node) {
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool {
		return a.Key == "hidden" || a.Key == "aria-hidden" || a.Key == "style"
	})
	if class := Attr(n, "class"); class != "" {
		Set(n, "class", strings.Join(slices.DeleteFunc(strings.Fields(class), func(c string) bool {
			return folding(strings.ToLower(c)) || slices.Contains(unseenClasses, strings.ToLower(c))
		}), " "))
	}
}
