package articles

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// ID names an article for good: ten characters, made of its [Article.Origin],
// so that the same thing added twice is the same article.
type ID string

// idLength is in characters of base32: 50 bits. Among 100,000 articles two
// share an ID with a chance of about 4 in a million (birthday bound).
const idLength = 10

var idAlphabet = base32.NewEncoding("abcdefghjkmnpqrstvwxyz0123456789").WithPadding(base32.NoPadding)

// NewID returns the ID of the article that came from origin.
func NewID(origin string) ID {
	sum := sha256.Sum256([]byte(origin))
	return ID(idAlphabet.EncodeToString(sum[:])[:idLength])
}

// Article is a piece of writing with its whole anatomy. An importer fills what
// its source has; what it lacks stays at the zero value. Every text in it has
// been through [Clean] or [CleanLine].
type Article struct {
	ID     ID
	Slug   string // name for the command line and for links: "the-measure"
	Origin string // address: "file:/abs/path.md", "https://…", "welcome:the-measure", "text:<hash>"
	// Aliases are further names under which others link to it, as slugs: those
	// that its source gives it, and the name of its file.
	Aliases []string
	Former  []string // origins that it had before its file was moved; the library's to know

	Title     string
	Dek       string
	Author    string
	AuthorBio string
	Site      string
	URL       string // where it stands on the web; often empty for a file
	Published time.Time
	Updated   time.Time

	// Series is what the articles are called together of which this is one, such
	// as the title of a book; Part is its number in it, from 1, and Parts how
	// many there are. Each is zero when nothing says it.
	Series string
	Part   int
	Parts  int

	// Bookmark says that only the address is known, and what stands there is
	// called, and that Markdown says so. It never takes the place of a text.
	Bookmark bool

	Notices   []string
	Tags      []string
	Own       TagEdit // what its reader did with them, which Tags has already
	Epigraphs []Quote
	Related   []Link // the source's own list, in its order

	// SourceViews is the count that the source states of itself; 0 when it
	// states none.
	SourceViews int64

	// Markdown is the body: CommonMark with GFM tables, task lists and
	// footnotes, without front matter and without the title.
	Markdown string

	// What a survey of the Markdown found (package markdown).
	Length Length
	Links  []string // addresses that the body links to: URLs, origins or slugs
	// Opening is its first words, of an article without a dek.
	Opening string

	Added time.Time
	// FileTime is when the file was written last that the article was made of, and
	// nothing else says how old it is. It is no part of what its source says.
	FileTime time.Time

	// What comes along with an article that is put into a library, and is not
	// part of it: an article that is read from there has none of it.
	Excerpt  bool      // a feed has only this much of it: it never takes the place of a whole text
	Images   []Image   // that are kept with it
	Original *Original // what it was made of; nil when that is not known
	Prior    *State    // what its reader did with it elsewhere; taken when it is new here
	// Rule says what the rules of its reader do with it, and Ruled what they did: the
	// library asks it of what is new there alone. Nil for no rules.
	Rule  func(*Article) Ruling
	Ruled Ruling
}

// Quote is words with their by-line; By is empty when nobody is named.
type Quote struct {
	Text string `json:"text"`
	By   string `json:"by,omitempty"`
}

// Link points from one article to another thing. Target is a URL, an origin or
// a slug, and is empty when the source gives only a title.
type Link struct {
	Title  string
	Target string
}

// Slug turns a title into a name made of lower-case letters, digits and single
// hyphens, at most 80 bytes long. It is empty for a title without letters or
// digits. Latin letters lose their accents; in other scripts a mark makes another
// letter, or is a vowel, and stays.
func Slug(title string) string {
	const most = 80
	var b strings.Builder
	gap, latin := false, false
	for _, r := range norm.NFKC.String(strings.ToLower(title)) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) && !latin && b.Len() > 0 && !gap:
			word := string(r)
			base, _ := utf8.DecodeRuneInString(norm.NFD.String(word))
			if latin = unicode.Is(unicode.Latin, base); latin {
				word = string(base)
			}
			if gap && b.Len() > 0 {
				word = "-" + word
			}
			gap = false
			if b.Len()+len(word) > most {
				return b.String()
			}
			b.WriteString(word)
		case unicode.IsMark(r), r == '\'', r == '’':
			// accents and apostrophes join: "l’été" is "lete"
		default:
			gap = true
		}
	}
	return b.String()
}
