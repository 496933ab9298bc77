package record

import (
	"bytes"
	"encoding/json"
	"strings"
	"time"

	"lede/articles"
	"lede/articles/query"
	"lede/articles/rules"
	"lede/articles/welcome"
)

// LibraryName is the file of a [Library] in an export.
const LibraryName = "lede-library.json"

// Library is what an export of a library holds beside articles and feeds.
type Library struct {
	Queries []articles.SavedQuery // saved under names, in their order
	Rules   []rules.Rule
	Gone    []articles.Gone // what feeds are not to bring back, nor the program
	Folds   []articles.Fold
	Stories []articles.Fold   // that there are copies of
	Entries []articles.Listed // of feeds, those of one after another
}

// IsEmpty reports whether there is nothing to hold.
func (l *Library) IsEmpty() bool {
	return len(l.Queries)+len(l.Rules)+len(l.Gone)+len(l.Folds)+len(l.Stories)+len(l.Entries) == 0
}

// libraryJSON is a [Library] as the file has it.
type libraryJSON struct {
	Queries []queryJSON `json:"queries,omitempty"`
	Rules   []ruleJSON  `json:"rules,omitempty"`
	Removed []goneJSON  `json:"removed,omitempty"`
	Folded  []foldJSON  `json:"folded,omitempty"`
	Copies  []foldJSON  `json:"copies,omitempty"`
	Feeds   []feedJSON  `json:"feeds,omitempty"`
	Sum     string      `json:"sum"` // of the file with zeros in its place
}

type queryJSON struct {
	Name  string `json:"name"`
	Query string `json:"query"`
}

type ruleJSON struct {
	Query string `json:"query"`
	Do    string `json:"do"`
}

type goneJSON struct {
	Feed   string `json:"feed,omitempty"`
	GUID   string `json:"guid,omitempty"`
	Link   string `json:"link,omitempty"`
	Origin string `json:"origin,omitempty"`
}

type foldJSON struct {
	Behind   articles.ID   `json:"behind"`
	Articles []articles.ID `json:"articles"`
}

type feedJSON struct {
	Feed    string      `json:"feed"`
	Entries []entryJSON `json:"entries"`
}

type entryJSON struct {
	GUID    string      `json:"guid,omitempty"`
	Link    string      `json:"link,omitempty"`
	Article articles.ID `json:"article,omitempty"`
	Owner   bool        `json:"owner,omitempty"`
	Sum     string      `json:"sum,omitempty"`
	Page    int         `json:"page,omitempty"`
	Muted   *mutedJSON  `json:"muted,omitempty"`
}

type mutedJSON struct {
	Title  string    `json:"title"`
	Origin string    `json:"origin"`
	Rule   string    `json:"rule"`
	At     time.Time `json:"at"`
}

// Bytes are the file of the library. They hold a sum of themselves, by which
// [IsIntactLibrary] knows a file that nobody changed.
func (l *Library) Bytes() ([]byte, error) {
	out := libraryJSON{Sum: noSum}
	for _, q := range l.Queries {
		out.Queries = append(out.Queries, queryJSON{q.Name, q.Query})
	}
	for _, r := range l.Rules {
		asked, done := r.Texts()
		out.Rules = append(out.Rules, ruleJSON{asked, done})
	}
	for _, g := range l.Gone {
		out.Removed = append(out.Removed, goneJSON(g))
	}
	for _, f := range l.Folds {
		out.Folded = append(out.Folded, foldJSON{f.Front, f.Behind})
	}
	for _, f := range l.Stories {
		out.Copies = append(out.Copies, foldJSON{f.Front, f.Behind})
	}
	for _, e := range l.Entries {
		if n := len(out.Feeds); n == 0 || out.Feeds[n-1].Feed != e.Feed {
			out.Feeds = append(out.Feeds, feedJSON{Feed: e.Feed})
		}
		last := &out.Feeds[len(out.Feeds)-1]
		last.Entries = append(last.Entries, entryJSON{e.GUID, e.Link, e.Article, e.Owner, e.Sum, e.Page, nil})
		if k := e.Muted; k != nil {
			last.Entries[len(last.Entries)-1].Muted = &mutedJSON{k.Title, k.Origin, k.Rule, k.At.UTC()}
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // a rule has an arrow
	e.SetIndent("", "  ")
	err := e.Encode(out)
	data := b.Bytes()
	if at := librarySumAt(data); err == nil {
		copy(data[at:], sumOf(data))
	}
	return data, err
}

const librarySum = "\n  \"sum\": \""

// librarySumAt is where the digits of the sum stand in the file of a library; -1 where it
// has none.
func librarySumAt(data []byte) int {
	at := bytes.LastIndex(data, []byte(librarySum)) + len(librarySum)
	if at < len(librarySum) || at+sumSize > len(data) {
		return -1
	}
	return at
}

// IsIntactLibrary reports whether a file is that of a library as lede wrote it.
func IsIntactLibrary(data []byte) bool {
	at := librarySumAt(data)
	if at < 0 {
		return false
	}
	plain := bytes.Clone(data)
	copy(plain[at:], noSum)
	return sumOf(plain) == string(data[at:at+sumSize])
}

// ReadLibrary reads the file of a library. What it holds is cleaned. What is no query or
// rule is left out, and is among the wrong, a line each.
func ReadLibrary(data []byte) (l Library, wrong []string, err error) {
	var in libraryJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return l, nil, err
	}
	for _, q := range in.Queries {
		one := articles.SavedQuery{Name: articles.CleanLine(q.Name), Query: articles.CleanLine(q.Query)}
		if _, err := query.Parse(one.Query); err != nil {
			wrong = append(wrong, "query "+one.Name+": "+err.Error())
			continue
		}
		l.Queries = append(l.Queries, one)
	}
	for _, r := range in.Rules {
		asked := articles.CleanLine(r.Query)
		one, err := rules.New(asked, articles.CleanLine(r.Do))
		if err != nil {
			wrong = append(wrong, "rule "+asked+": "+err.Error())
			continue
		}
		l.Rules = append(l.Rules, one)
	}
	for _, g := range in.Removed {
		one := articles.Gone{Feed: articles.CleanLine(g.Feed), GUID: articles.CleanLine(g.GUID), Link: articles.CleanLine(g.Link)}
		if own := articles.CleanLine(g.Origin); strings.HasPrefix(own, welcome.Scheme) { // no file takes other articles out
			one.Origin = own
		}
		l.Gone = append(l.Gone, one)
	}
	for _, f := range in.Folded {
		l.Folds = append(l.Folds, articles.Fold{Front: f.Behind, Behind: f.Articles})
	}
	for _, f := range in.Copies {
		l.Stories = append(l.Stories, articles.Fold{Front: f.Behind, Behind: f.Articles})
	}
	for _, f := range in.Feeds {
		for _, e := range f.Entries {
			l.Entries = append(l.Entries, articles.Listed{
				Feed: articles.CleanLine(f.Feed), GUID: articles.CleanLine(e.GUID), Link: articles.CleanLine(e.Link),
				Article: e.Article, Owner: e.Owner, Sum: articles.CleanLine(e.Sum), Page: e.Page,
			})
			if k := e.Muted; k != nil {
				l.Entries[len(l.Entries)-1].Muted = &articles.KeptOut{
					Title: articles.CleanLine(k.Title), Origin: articles.CleanLine(k.Origin), Rule: articles.CleanLine(k.Rule), At: k.At,
				}
			}
		}
	}
	return l, wrong, nil
}
