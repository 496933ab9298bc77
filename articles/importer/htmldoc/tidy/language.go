package tidy

import (
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

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
