package format

import (
	"io"
	"time"

	"lede/articles"
)

// feedJSON is a feed as feeds list --json prints it.
type feedJSON struct {
	Number   int64      `json:"number"`
	URL      string     `json:"url"`
	Title    string     `json:"title"` // what it is called: by the reader, or by itself
	Site     string     `json:"site"`
	Folders  [][]string `json:"folders"`
	Tags     []string   `json:"tags"`
	Articles int        `json:"articles"`
	Unread   int        `json:"unread"`
	FullText bool       `json:"full_text"`
	Keep     int        `json:"keep"`     // 0 for all
	Checked  *time.Time `json:"checked"`  // last asked
	Due      *time.Time `json:"due"`      // not asked before, unless it is named
	Failures int        `json:"failures"` // in a row
	Error    string     `json:"error"`
	Gone     bool       `json:"gone"`
	Muted    bool       `json:"muted"`
	State    string     `json:"state"` // an articles.FeedState
}

// FeedJSON writes a feed as an object in a line.
func FeedJSON(w io.Writer, f *articles.Feed) error {
	folders := make([][]string, 0, len(f.Folders))
	for _, path := range f.Folders {
		if len(path) > 0 && path[0] != "" { // the top, or a category
			folders = append(folders, path)
		}
	}
	due := f.Next()
	return Encode(w, feedJSON{
		Number: f.Key, URL: articles.ShownAddress(f.URL), Title: f.Label(), Site: f.Site, Folders: folders, Tags: list(f.Tags()),
		Articles: f.Articles, Unread: f.Unread, FullText: f.FullText, Keep: f.Keep, Checked: dateOrNull(f.Checked), Due: dateOrNull(due),
		Failures: f.Failures, Error: f.Error, Gone: f.Gone,
		Muted: f.Muted, State: f.State(time.Now()).String(),
	}, "")
}
