package opml

import (
	"cmp"
	"fmt"
	"strings"

	"lede/articles"
)

// Article makes an article of a list of subscriptions: a heading for each
// folder, a link for each feed, and what of the list cannot be kept.
func Article(name, data string) (*articles.Article, error) {
	l, err := Read(name, data)
	if err != nil {
		return nil, err
	}
	if len(l.Feeds) == 0 && len(l.Refused) == 0 {
		return nil, fmt.Errorf("the list of subscriptions has no feed in it: %w", ErrNoList)
	}
	var folders []string
	feeds := map[string][]string{}
	for _, f := range l.Feeds {
		for _, path := range f.Folders {
			name := strings.TrimPrefix(strings.Join(path, " / "), " / ") // of a category
			if feeds[name] == nil {
				folders = append(folders, name)
			}
			feeds[name] = append(feeds[name], feedLine(f))
		}
	}
	var text strings.Builder
	section := func(name string, lines []string) {
		if name != "" {
			text.WriteString("\n## " + markdownLine(name) + "\n\n")
		}
		text.WriteString(strings.Join(lines, ""))
	}
	section("", feeds[""]) // what stands in no folder comes first
	for _, name := range folders {
		if name != "" {
			section(name, feeds[name])
		}
	}
	var refused []string
	for _, r := range l.Refused {
		refused = append(refused, "- "+markdownLine(r.String())+"\n")
	}
	if len(refused) > 0 {
		section("Not kept", refused)
	}
	a := &articles.Article{
		Title: cmp.Or(l.Title, "Subscriptions"), Dek: feedCount(len(l.Feeds)),
		Markdown: strings.TrimLeft(text.String(), "\n"),
	}
	return a, nil
}

// feedLine is a feed of a list as an item with its links.
func feedLine(f Feed) string {
	name := markdownLine(cmp.Or(f.Title, f.URL))
	if f.Site == "" {
		return "- [" + name + "](" + linkTarget(f.URL) + ")\n"
	}
	return "- [" + name + "](" + linkTarget(f.Site) + "), [feed](" + linkTarget(f.URL) + ")\n"
}

func feedCount(n int) string {
	if n == 1 {
		return "1 feed"
	}
	return articles.Grouped(n) + " feeds"
}

// markdownLine is a line of text in Markdown.
func markdownLine(s string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", `\<`, "&", `\&`, "~", `\~`, "$", `\$`,
		"{", `\{`, "=", `\=`, "^", `\^`, "#", `\#`).Replace(s)
}

// linkTarget is an address as a link in Markdown has it.
func linkTarget(address string) string {
	return strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E", `\`, "%5C").Replace(address)
}
