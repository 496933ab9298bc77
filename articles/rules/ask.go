package rules

import (
	"path"
	"strings"
	"time"

	"lede/articles"
	"lede/articles/markdown"
	"lede/articles/query"
)

// Source is where articles come from.
type Source struct {
	Feed  *articles.Feed // that lists them; nil for none
	Named bool           // their reader named them one by one: no rule keeps them out
}

// Ask makes what says what rules do with an article from a source: see
// [articles.Article.Rule]. It is nil without rules.
func Ask(all []Rule, from Source) func(*articles.Article) articles.Ruling {
	if len(all) == 0 {
		return nil
	}
	words := needed(all)
	return func(a *articles.Article) articles.Ruling { return Of(all, subject(a, from, words), from.Named) }
}

// Of is what rules do with an article; one that its reader named they do not mute.
func Of(all []Rule, s *query.Subject, named bool) articles.Ruling {
	var done articles.Ruling
	kept, by := named, ""
	for _, r := range all {
		if r.Do.Mute && kept || !query.Match(r.Query, s) {
			continue
		}
		if r.Do.Mute && by == "" {
			by = r.String()
		}
		kept = kept || r.Do.Keep
		done.Mute = done.Mute || r.Do.Mute
		done.Star = done.Star || r.Do.Star
		done.Read = done.Read || r.Do.Read
		done.Tags = articles.AddTags(done.Tags, r.Do.Tags...)
	}
	if done.Mute = done.Mute && !kept; done.Mute {
		return articles.Ruling{Mute: true, By: by}
	}
	return done
}

// subject is an article that comes in, as queries are asked of it that look for some words.
func subject(a *articles.Article, from Source, words []string) *query.Subject {
	s := &query.Subject{Article: a, Now: time.Now()}
	s.Body = func() string {
		if !mayHave(a.Markdown, words) {
			return "" // none of them finds it by its text
		}
		return plain(a.Markdown)
	}
	if f := from.Feed; f != nil {
		s.Feeds = []string{f.Title, f.Name, f.URL}
		for _, folder := range f.Folders {
			s.Folders = append(s.Folders, "/"+strings.Join(folder, "/"))
		}
	}
	if file, ok := strings.CutPrefix(a.Origin, "file:"); ok {
		s.Folders = append(s.Folders, path.Dir(file))
	}
	return s
}

// plain is a text without its markup, as a library looks for words in it.
func plain(source string) string {
	var b strings.Builder
	b.Grow(len(source))
	for words := range markdown.Parse(source).Said() {
		b.WriteString(words)
		b.WriteByte('\n')
	}
	return b.String()
}
