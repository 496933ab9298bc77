package samples

import (
	"encoding/json"
	"fmt"
	"html"
	"slices"
	"strings"
)

// LabelAttribute marks, in the HTML of a [Page], each element that has a label.
// Readers of pages must not see it.
const LabelAttribute = "data-label"

// writeHTML writes an element and all within it.
func (w *writer) writeHTML(b *strings.Builder, n *node) {
	if n.picture {
		fmt.Fprintf(b, `<img src="/img/%d.jpg" alt="%s">`, w.n(1000), html.EscapeString(n.text))
		return
	}
	tag := n.tag
	if tag == "" {
		tag = "div"
	}
	b.WriteString("<" + tag)
	if class := w.classOf(n.class); class != "" {
		b.WriteString(` class="` + class + `"`)
	}
	if n.unseen {
		b.WriteString(` style="display:none"`)
	}
	if n.label != "" {
		b.WriteString(" " + LabelAttribute + `="` + string(n.label) + `"`)
	}
	if tag == "a" {
		fmt.Fprintf(b, ` href="/%d"`, w.n(1000))
	}
	b.WriteString(">")
	w.writeText(b, n)
	for _, kid := range n.kids {
		w.writeHTML(b, kid)
	}
	b.WriteString("</" + tag + ">")
	if !slices.Contains(inlineTags, n.tag) {
		b.WriteString("\n")
	}
}

// writeText writes the text of a leaf, with its link and its line breaks.
func (w *writer) writeText(b *strings.Builder, n *node) {
	if n.text == "" {
		return
	}
	if n.tag == "pre" {
		b.WriteString("<code>" + html.EscapeString(n.text) + "</code>")
		return
	}
	text := html.EscapeString(n.text)
	text = strings.ReplaceAll(text, "\u00a0", "&nbsp;")
	switch words := strings.Split(text, " "); {
	case n.allLink && n.tag != "a":
		text = fmt.Sprintf(`<a href="/%d">%s</a>`, w.n(1000), text)
	case n.linked > 0 && n.linked <= len(words):
		words[n.linked-1] = fmt.Sprintf(`<a href="/%d">%s</a>`, w.n(1000), words[n.linked-1])
		text = strings.Join(words, " ")
	}
	b.WriteString(strings.ReplaceAll(text, "\n", "<br>"))
}

// classOf returns the class of an element as this site writes it: some sites
// have names that tell nothing.
func (w *writer) classOf(class string) string {
	if !w.hashed || class == "" {
		return class
	}
	sum := uint32(w.seed)
	for _, r := range class {
		sum = sum*31 + uint32(r)
	}
	return fmt.Sprintf("css-%06x", sum&0xffffff)
}

// head writes the head of the HTML: what the page says of itself to programs.
func (w *writer) head() string {
	var b strings.Builder
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=%q%s><head><meta charset=\"utf-8\">", w.language.name,
		map[bool]string{true: ` dir="rtl"`}[w.language.rightToLeft()])
	title := w.title
	if w.site != "" && w.chance(80) {
		title += pick(w, []string{" | ", " - ", " – ", " · "}) + w.site
	}
	fmt.Fprintf(&b, "<title>%s</title>", html.EscapeString(title))
	meta := func(attribute, name, content string) {
		if content != "" {
			fmt.Fprintf(&b, "<meta %s=%q content=\"%s\">", attribute, name, html.EscapeString(content))
		}
	}
	if w.chance(70) {
		meta("property", "og:title", w.title)
		meta("property", "og:description", w.say("dek"))
		meta("property", "og:site_name", w.site)
	}
	if w.chance(40) {
		ld, err := json.Marshal(map[string]any{
			"@context": "https://schema.org", "@type": "Article", "headline": w.title, "author": map[string]string{"@type": "Person", "name": w.author},
			"datePublished": w.published.Format("2006-01-02T15:04:05Z07:00"),
		})
		if err == nil {
			b.WriteString(`<script type="application/ld+json">` + string(ld) + "</script>")
		}
	}
	b.WriteString("</head>\n<body>\n")
	return b.String()
}
