package opml

import (
	"strings"

	"lede/articles"
)

// IsURLs reports whether a text that begins so is a list of feeds as newsboat
// keeps it: an address a line, with tags behind it. Bare addresses alone are no
// such list unless its file is called so: they may be of anything.
func IsURLs(name, start string) bool {
	const far = 200 // lines
	named := name == "urls" || strings.HasSuffix(strings.ReplaceAll(name, `\`, "/"), "/urls")
	feeds, tagged := 0, false
	for i, line := range strings.Split(start, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		words := shellWords(line)
		if i >= far || len(words) == 0 {
			break
		}
		isFeed := articles.IsWeb(words[0]) && !strings.ContainsAny(words[0], "<>[]()")
		if !isFeed && !isSpecial(words[0]) {
			return false
		}
		if isFeed {
			feeds++
		}
		tagged = tagged || len(words) > 1 && strings.ContainsAny(line, `"~!`) || isSpecial(words[0])
	}
	return feeds > 0 && (named || tagged)
}

// isSpecial reports whether a word stands where newsboat takes more than
// addresses.
func isSpecial(word string) bool {
	for _, lead := range [...]string{"query:", "exec:", "filter:", "file:"} {
		if strings.HasPrefix(word, lead) {
			return true
		}
	}
	return false
}

// ParseURLs reads such a list: a tag becomes a folder, and one that begins with ~
// the name of the feed. That ! hides a feed there is no matter here.
func ParseURLs(data string) *List {
	p := parser{list: &List{}, at: map[string]int{}}
	for line := range strings.Lines(data) {
		line = strings.TrimSpace(line)
		words := shellWords(line)
		if line == "" || line[0] == '#' || len(words) == 0 {
			continue
		}
		title := ""
		var folders [][]string
		for _, tag := range words[1:] {
			tag = clipped(articles.CleanLine(tag))
			if name, ok := strings.CutPrefix(tag, "~"); ok {
				title = articles.CleanLine(name)
			} else if tag = articles.CleanLine(strings.TrimPrefix(tag, "!")); tag != "" {
				folders = append(folders, []string{tag})
			}
		}
		if rest, ok := strings.CutPrefix(words[0], "query:"); ok {
			name, _, _ := strings.Cut(rest, ":")
			p.refuse(Refused{Title: clipped(articles.CleanLine(name)), Address: clipped(articles.CleanLine(words[0])), Reason: "it is a search among feeds and no feed"})
			continue
		}
		p.feed(articles.CleanLine(words[0]), title, "", folders)
	}
	return p.list
}

// shellWords are the words of a line, of which those with blanks stand in
// quotation marks.
func shellWords(line string) []string {
	var out []string
	for line = strings.TrimSpace(line); line != ""; line = strings.TrimSpace(line) {
		if line[0] != '"' {
			word, rest, _ := strings.Cut(line, " ")
			out, line = append(out, word), rest
			continue
		}
		var b strings.Builder
		i := 1
		for ; i < len(line) && line[i] != '"'; i++ {
			if line[i] == '\\' && i+1 < len(line) {
				i++
			}
			b.WriteByte(line[i])
		}
		out = append(out, b.String())
		line = line[min(len(line), i+1):]
	}
	return out
}

// checked is an address that can be fetched, or why it is none.
func checked(address string) (url, reason string) {
	lower := strings.ToLower(address)
	for _, lead := range [...]string{"feed://", "feed:"} {
		if rest := address[min(len(address), len(lead)):]; strings.HasPrefix(lower, lead) {
			if !articles.IsWeb(rest) {
				rest = "http://" + strings.TrimLeft(rest, "/")
			}
			if articles.IsWeb(rest) {
				return rest, ""
			}
			return "", "it is no address"
		}
	}
	scheme, _, ok := strings.Cut(lower, ":")
	switch {
	case articles.IsWeb(address):
		return address, ""
	case strings.HasPrefix(address, "|"), scheme == "exec", scheme == "filter", scheme == "query":
		return "", "it is a command and no address, and lede runs no commands"
	case ok && scheme == "file", strings.HasPrefix(address, "/"), strings.HasPrefix(address, "~"):
		return "", "it is a file on a disk: lede add reads it"
	case ok && !strings.ContainsAny(scheme, "./"):
		return "", "lede fetches feeds from http and https alone"
	}
	host, _, _ := strings.Cut(lower, "/")
	if web := "http://" + address; strings.Contains(host, ".") && !strings.ContainsAny(host, " |<>\"'`$;&\\(){}") && articles.IsWeb(web) {
		return web, "" // as browsers take it
	}
	return "", "it is no address"
}
