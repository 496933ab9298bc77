package tidy

import (
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/webpage/dom"
)

// codes makes each block of code one text that knows its language.
func codes(root *html.Node) {
	for _, n := range dom.Elements(root, "code") {
		if dom.HasClass(n, "block") && dom.Above(n, "pre", "p") == nil {
			dom.Rename(n, "pre")
		}
	}
	for _, n := range dom.Elements(root, "pre") {
		if !dom.Within(n, root) || dom.Above(n, "pre") != nil {
			continue
		}
		lang := language(n)
		ungutter(n)
		text := codeText(n)
		pre := dom.New("pre", text)
		if lang != "" {
			dom.Set(pre, "data-lang", lang)
		}
		dom.Replace(n, pre)
		untable(pre)
	}
}

// ungutter takes out the numbers of lines, and buttons.
func ungutter(pre *html.Node) {
	for _, c := range dom.Elements(pre) {
		class := dom.Classes(c)
		if dom.Is(c, "button", "svg", "style", "script") {
			dom.Remove(c)
			continue
		}
		for _, sign := range [...]string{" gutter ", "line-number", "linenumber", " lineno", "linenos", " ln ", " copy", "rouge-gutter"} {
			if strings.Contains(class, sign) && strings.Trim(dom.Text(c), "0123456789 ") == "" {
				dom.Remove(c)
				break
			}
		}
	}
}

// untable puts code that stands in a table beside the numbers of its lines in
// the place of the table.
func untable(pre *html.Node) {
	table := dom.Above(pre, "table")
	if table == nil {
		return
	}
	rest := strings.Replace(dom.Text(table), dom.Text(pre), "", 1)
	if strings.Trim(rest, "0123456789 ") == "" {
		dom.Replace(table, pre)
	}
}

// codeText is the text of code; each element that begins a line of its own
// does so, and each that a program made for a line when nothing else breaks it.
func codeText(pre *html.Node) string {
	lines := !strings.Contains(strings.TrimSpace(rawText(pre)), "\n") && dom.First(pre, "br") == nil
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
			return
		case dom.Is(n, "br"):
			b.WriteByte('\n')
			return
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
		ends := dom.IsBlock(n) && !dom.Is(n, "td", "table", "tbody") || lines && dom.Is(n, "span") && isLine(n)
		if n != pre && ends && !strings.HasSuffix(b.String(), "\n") {
			b.WriteByte('\n')
		}
	}
	walk(pre)
	return strings.Trim(strings.ReplaceAll(b.String(), "\u00a0", " "), "\r\n")
}

func isLine(n *html.Node) bool {
	return dom.HasClass(n, "line") || dom.HasClass(n, "code-line") || dom.Has(n, "data-line")
}

func rawText(n *html.Node) string {
	var b strings.Builder
	for c := range dom.Below(n) {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// language is what code is written in, as its element, the one in it or one of
// those around say; empty when none does.
func language(pre *html.Node) string {
	near := []*html.Node{pre}
	if code := dom.First(pre, "code"); code != nil {
		near = []*html.Node{code, pre}
	}
	const others = 199 // bytes of words beside the code, such as a label
	most := dom.Weight(pre) + others
	for p, i := pre.Parent, 0; p != nil && i < 4 && !dom.Outweighs(p, most); p, i = p.Parent, i+1 {
		near = append(near, p)
	}
	for _, n := range near {
		if lang := languageOf(n); lang != "" {
			return lang
		}
	}
	return ""
}

func languageOf(n *html.Node) string {
	for _, name := range [...]string{"data-lang", "data-language", "data-code-language", "data-highlight-language"} {
		if lang := languageName(dom.Attr(n, name)); lang != "" {
			return lang
		}
	}
	class := strings.ToLower(strings.ReplaceAll(dom.Attr(n, "class"), "brush: ", "brush:"))
	words := strings.FieldsFunc(class, func(r rune) bool { return r == ' ' || r == ';' || r == '\n' || r == '\t' })
	for i, w := range words {
		for _, lead := range [...]string{"language-", "lang-", "highlight-source-", "highlight-text-", "brush:", "sourcecode-", "code-", "lang:"} {
			if lang, ok := strings.CutPrefix(w, lead); ok && (lead != "code-" || i > 0) {
				if lang = languageName(lang); lang != "" {
					return lang
				}
			}
		}
		if (w == "sourcecode" || w == "hljs" || w == "prettyprint" || w == "shiki" || w == "highlight" || w == "chroma") && i+1 < len(words) {
			if lang := languageName(words[i+1]); lang != "" && known(lang) {
				return lang
			}
		}
		if dom.Is(n, "pre", "code") && known(w) {
			return w
		}
	}
	return ""
}

// languageName is s when it can be the name of a language.
func languageName(s string) string {
	s = strings.ToLower(strings.TrimPrefix(s, "lang-"))
	switch s {
	case "none", "plain", "plaintext", "text", "undefined", "block", "wrapper", "block-wrapper", "toolbar", "snippet", "highlight", "box", "container", "default", "nohighlight", "auto", "unknown", "txt":
		return ""
	}
	if s == "" || len(s) > 20 || strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789+#-_.") != "" {
		return ""
	}
	return s
}

// known reports whether s, that nothing says to be one, names a language.
func known(s string) bool {
	return strings.Contains(" bash sh zsh shell console powershell python python3 py ruby rb go golang rust rs c cpp c++ csharp cs java javascript js jsx typescript ts tsx kotlin swift scala haskell hs lua perl php r julia sql html xml css scss sass less json yaml yml toml ini diff makefile dockerfile nginx elixir erlang clojure lisp scheme ocaml fsharp dart groovy graphql objc objectivec objective-c matlab vim tex latex markdown md zig nix lean wasm assembly asm protobuf ", " "+s+" ")
}
