package reader

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/lexicon"
)

// A post is one of a thread: what one person wrote to others on the page.
type post struct {
	root   *html.Node
	blocks []int      // by their place in the page
	name   int        // the block with who wrote it, or -1
	who    *html.Node // the name in it
	head   *html.Node // what stands around the name, and tells of its bearer
}

// Words in the classes of posts, of what counts for them, and of those who wrote
// them.
var (
	postWords   = []string{"post", "message", "reply", "comment", "answer", "question", "topic-post", "postcontainer", "topic-reply"}
	threadWords = []string{"forum", "forums", "thread", "topic", "reply", "message", "messages", "discussion", "answer", "question", "answers", "replies", "bbp", "phpbb", "posts"}
	userWords   = []string{"user", "username", "author", "poster", "member", "nick", "nickname", "bigusername", "creator", "profile", "postprofile", "names"}
	nickWords   = []string{"username", "bigusername", "postprofile", "poster", "nickname"}
	countWords  = []string{"vote", "votes", "score", "count", "counts", "points", "reputation", "badge", "badges", "rep", "karma", "likes", "number"}
)

// settleThread keeps with each post of a thread who wrote it, in place of what else
// its head tells of them, such as how much they wrote; and with each answer what was
// said to it, in place of votes.
func settleThread(root *html.Node, blocks []*Block, keep []bool) {
	posts := postsOf(root, blocks, keep)
	if len(posts) < 2 {
		return
	}
	for _, p := range posts {
		answer := isAnswer(p.root)
		for _, i := range p.blocks {
			b := blocks[i]
			n := b.parent()
			switch {
			case !strings.ContainsFunc(b.Text, unicode.IsLetter) && b.Text != "" && nearNames(b, p.root, countWords):
				keep[i] = false
			case p.head != nil && (dom.Within(n, p.head) || b.Nodes[0] == p.head):
				if keep[i] = i == p.name; keep[i] {
					p.nameAlone(b)
				}
			case answer && isComment(n, p.root):
				keep[i] = keep[i] || len(strings.Fields(b.Text)) > 3
				dropCounts(b)
			}
		}
	}
}

// postsOf are the posts of a page from which something is kept, when it is a
// thread.
func postsOf(root *html.Node, blocks []*Block, keep []bool) []*post {
	bare := true // of prose: where there is none but in posts, they are the text
	for i, b := range blocks {
		bare = bare && !(keep[i] && b.isProse())
	}
	within := map[*html.Node]*post{}
	var posts []*post
	thread := false
	for _, n := range dom.Elements(root, "div", "article", "li", "table", "section", "tr") {
		if !isAnswer(n) && !names(n, postWords) || within[n] != nil || holdsPosts(n) {
			continue
		}
		p := &post{root: n, name: -1}
		posts = append(posts, p)
		for c := range dom.Below(n) {
			within[c] = p
		}
		within[n] = p
	}
	for i, b := range blocks {
		if p := within[b.Nodes[0]]; p != nil {
			p.blocks = append(p.blocks, i)
		}
	}
	posts = slices.DeleteFunc(posts, func(p *post) bool {
		p.findName(blocks)
		return !slices.ContainsFunc(p.blocks, func(i int) bool {
			keep[i] = keep[i] || bare && blocks[i].isProse()
			return keep[i] && blocks[i].Text != "" && (p.head == nil || !dom.Within(blocks[i].Nodes[0], p.head))
		})
	})
	for _, p := range posts {
		for n := p.root; n != nil && !thread; n = n.Parent {
			thread = names(n, threadWords)
		}
		thread = thread || isAnswer(p.root) || p.name >= 0 && nearNames(blocks[p.name], p.root, nickWords)
	}
	if !thread {
		return nil
	}
	return posts
}

// holdsPosts reports whether n has several posts in it and is none itself.
func holdsPosts(n *html.Node) bool {
	if isAnswer(n) {
		return false
	}
	held := 0
	for _, c := range dom.Elements(n, "div", "article", "li", "table", "section", "tr") {
		if names(c, postWords) && c.Parent.FirstChild != nil {
			for s := c.NextSibling; s != nil; s = s.NextSibling {
				if dom.Is(s, c.Data) && firstClass(s) == firstClass(c) && dom.Outweighs(s, 40) && dom.Outweighs(c, 40) {
					held++
				}
			}
		}
		if held > 0 {
			return true
		}
	}
	return false
}

func firstClass(n *html.Node) string {
	class, _, _ := strings.Cut(dom.Attr(n, "class"), " ")
	return strings.TrimRight(class, "0123456789")
}

// isAnswer reports whether n is an answer or a question of a page of them.
func isAnswer(n *html.Node) bool {
	kind := dom.Attr(n, "itemtype")
	return strings.HasSuffix(kind, "/Answer") || dom.HasClass(n, "answer") || dom.HasClass(n, "question")
}

// isComment reports whether n stands among the comments within root.
func isComment(n, root *html.Node) bool {
	for ; n != nil && n != root; n = n.Parent {
		if names(n, []string{"comment", "comments"}) {
			return true
		}
	}
	return false
}

const longestName = 40 // bytes

// findName finds who wrote a post: in a short line, the first element that says so
// by its class.
func (p *post) findName(blocks []*Block) {
	const line = 120 // bytes
	for _, i := range p.blocks {
		b := blocks[i]
		if b.Text == "" || len(b.Text) > line || isSentence(b.Text) || isComment(b.parent(), p.root) {
			continue
		}
		who := userIn(b)
		if who == nil && len(b.Nodes) == 1 && nearNames(b, p.root, userWords) {
			if who = b.Nodes[0]; len(b.Text) > longestName {
				who = dom.First(who, "a")
			}
		}
		if who == nil {
			continue
		}
		if text := dom.Text(who); len(text) <= longestName && strings.ContainsFunc(text, unicode.IsLetter) {
			p.name, p.who = i, who
			break
		}
	}
	if p.name < 0 {
		return
	}
	const most = 400 // bytes of the words about somebody
	head := blocks[p.name].Nodes[0]
	for n := head.Parent; n != nil && n != p.root && !dom.Outweighs(n, most) && !p.says(blocks, n); n = n.Parent {
		head = n
	}
	p.head = head
}

// userIn is the first element of a line that names somebody by its class.
func userIn(b *Block) *html.Node {
	for _, n := range b.Nodes {
		if n.Type != html.ElementNode {
			continue
		}
		for _, c := range append([]*html.Node{n}, dom.Elements(n, "a", "span", "b", "strong")...) {
			if names(c, userWords) && !dom.Outweighs(c, longestName) && dom.Find(c, func(in *html.Node) bool { return names(in, userWords) }) == nil {
				if a := dom.First(c, "a"); a != nil {
					return a
				}
				return c
			}
		}
	}
	return nil
}

// dropCounts takes the numbers out of a line that stand in elements of their own.
func dropCounts(b *Block) {
	for _, n := range b.Nodes {
		for _, c := range dom.Elements(n, "span", "b", "strong", "div") {
			if text := dom.Text(c); text != "" && !strings.ContainsFunc(text, unicode.IsLetter) {
				dom.Remove(c)
			}
		}
	}
}

// nameAlone takes from a line what it says beside the name in it, unless it says
// that this is who wrote.
func (p *post) nameAlone(b *Block) {
	if opens(b.Text, lexicon.By) {
		dropCounts(b)
		return
	}
	for _, n := range b.Nodes {
		switch {
		case !dom.Within(p.who, n):
			dom.Remove(n)
			continue
		case n != p.who:
			dom.Remove(p.who)
			for _, c := range dom.Children(n) {
				dom.Remove(c)
			}
			n.AppendChild(p.who)
		}
		b.Nodes = []*html.Node{n}
	}
}

// says reports whether a sentence stands in n.
func (p *post) says(blocks []*Block, n *html.Node) bool {
	return slices.ContainsFunc(p.blocks, func(i int) bool {
		return dom.Within(blocks[i].Nodes[0], n) && (isSentence(blocks[i].Text) || len(blocks[i].Text) > 100)
	})
}

// nearNames reports whether a block, what is in it, or an element around it below
// root has a word of a class.
func nearNames(b *Block, root *html.Node, words []string) bool {
	for _, n := range b.Nodes {
		if n.Type == html.ElementNode && (names(n, words) || dom.Find(n, func(c *html.Node) bool { return names(c, words) }) != nil) {
			return true
		}
	}
	for n := b.parent(); n != nil && n != root; n = n.Parent {
		if names(n, words) {
			return true
		}
	}
	return false
}
