package feeds

import (
	"cmp"
	"slices"
	"strings"

	"lede/articles"
)

// kind is what a row is.
type kind int

const (
	everything kind = iota // all articles of the library
	folder                 // of feeds, or what all folders of the disk stand under
	feed
	directory // a folder of the disk
)

// row is a line of the screen. A feed that stands in several folders has several.
type row struct {
	kind   kind
	path   string // of the folder that it is, or that it stands in; empty for the top
	depth  int
	name   string
	feed   articles.Feed   // of a row that is one
	dir    articles.Folder // likewise
	from   articles.Origins
	total  int // articles
	unread int
}

// is reports whether two rows are the same thing, whatever has become of it.
func (r *row) is(other *row) bool {
	return r.kind == other.kind && r.path == other.path && r.feed.Key == other.feed.Key && r.dir.Key == other.dir.Key
}

// node is a folder of feeds with what stands in it.
type node struct {
	row
	feeds   []articles.Feed
	folders map[string]*node
}

// part parts the names of a path.
const part = "\x00"

// within is the folder of a name in a folder.
func (n *node) within(name string) *node {
	if n.folders == nil {
		n.folders = map[string]*node{}
	}
	if n.folders[name] == nil {
		n.folders[name] = &node{row: row{kind: folder, path: n.path + part + name, depth: n.depth + 1, name: name}}
	}
	return n.folders[name]
}

// put puts a feed into a folder, and counts it there and in all folders around it,
// once.
func (n *node) put(f articles.Feed, path []string) {
	if !slices.Contains(n.from.Feeds, f.Key) {
		n.from.Feeds = append(n.from.Feeds, f.Key)
		n.total += f.Articles
		n.unread += f.Unread
	}
	if len(path) > 0 {
		n.within(path[0]).put(f, path[1:])
		return
	}
	n.feeds = append(n.feeds, f)
}

// rows are all rows of the feeds: those at the top, then the folders, each in the order
// of their names. What stands in a folder that is folded is left out.
func rows(all []articles.Feed, folded map[string]bool) []row {
	top := node{row: row{depth: -1}}
	for _, f := range all {
		placed := false
		for _, path := range f.Folders {
			if len(path) > 0 && path[0] != "" { // the top, or a category
				top.put(f, path)
				placed = true
			}
		}
		if !placed {
			top.put(f, nil)
		}
	}
	return top.rows(nil, folded)
}

func (n *node) rows(to []row, folded map[string]bool) []row {
	slices.SortStableFunc(n.feeds, func(a, b articles.Feed) int { return byName(a.Label(), b.Label()) })
	for _, f := range n.feeds {
		to = append(to, row{
			kind: feed, path: n.path, depth: n.depth + 1, name: f.Label(), feed: f,
			from: articles.Origins{Feeds: []int64{f.Key}}, total: f.Articles, unread: f.Unread,
		})
	}
	inside := make([]*node, 0, len(n.folders))
	for _, in := range n.folders {
		inside = append(inside, in)
	}
	slices.SortFunc(inside, func(a, b *node) int { return byName(a.name, b.name) })
	for _, in := range inside {
		to = append(to, in.row)
		if !folded[in.path] {
			to = in.rows(to, folded)
		}
	}
	return to
}

// onDisk is the path of what the folders of the disk stand under: no feed stands there.
const onDisk = part

// directories are the rows of the folders of the disk, after the one that they stand
// under.
func directories(all []articles.Folder, folded map[string]bool) []row {
	if len(all) == 0 {
		return nil
	}
	rows := []row{{kind: folder, path: onDisk, name: "Folders of the disk"}}
	for _, f := range all {
		top := &rows[0]
		top.from.Folders = append(top.from.Folders, f.Key)
		top.total += f.Articles
		top.unread += f.Unread
		if !folded[onDisk] {
			rows = append(rows, row{
				kind: directory, path: onDisk, depth: 1, name: f.Label(), dir: f,
				from: articles.Origins{Folders: []int64{f.Key}}, total: f.Articles, unread: f.Unread,
			})
		}
	}
	return rows
}

// byName compares names as one looks for them.
func byName(a, b string) int {
	return cmp.Or(strings.Compare(strings.ToLower(a), strings.ToLower(b)), strings.Compare(a, b))
}
