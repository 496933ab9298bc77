package lexicon

// Kind is what a phrase says of the line that it stands in.
type Kind uint8

// Kinds is a set of them.
type Kinds uint64

// The kinds. Each is a section of the files, by its name in [names].
const (
	Menu        Kind = iota // a menu's word: "home", "sign in"
	Button                  // something to press: "share", "reply"
	Ad                      // "advertisement", "story continues below"
	Image                   // what stands around a picture: "click to enlarge"
	Credit                  // who made a picture: "photo: …"
	TagsLabel               // stands before tags: "filed under"
	AuthorLabel             // heads the words about the author: "about the author"
	Related                 // heads other articles: "read next"
	Comments                // heads what readers wrote: "leave a reply"
	Answers                 // heads the answers to a question: "answers"
	Pages                   // leads to other pages: "previous", "older posts"
	Aside                   // heads a box beside the article: "most viewed"
	Contents                // heads a table of contents: "on this page"
	More                    // leads out of the middle of a text: "read more: …"
	WordCount               // "word count: …"
	ReadTime                // "… min read"
	Views                   // "… views"
	Counted                 // what readers did, with a number before: "… comments"
	Notice                  // opens a notice: "editor's note: …"
	Footer                  // the end of a page: "© …", "all rights reserved"
	Cookie                  // asks for consent: "we use cookies …"
	By                      // stands before the author: "by …", "written by …"
	Helped                  // stands before who else had a part: "reviewed by …"
	Role                    // what a writer is called: "… correspondent"
	NoAuthor                // stands where an author does and is none: "staff", "admin"
	Published               // stands before the day of an article
	Updated                 // stands before the day of its last change
	Handled                 // stands before a day of its making: "received", "accepted"
	Source                  // stands before the site: "from: …"
	Sponsor                 // says that a text is paid for
	Letter                  // offers a newsletter: "subscribe to …"
	Missing                 // says that the page is not there: "page not found"
	Challenge               // keeps programs out: "checking your browser …"
	Members                 // asks for a name and a password: "sign in to continue …"
	MailFrom                // the field of a mail's head with its sender
	MailSubject             // that with its subject
	MailDate                // that with its date
	MailHead                // another of its fields: "to", "reply-to"
	Home                    // leads a trail of sections: "home"
	References              // heads sources of a paper: "references"
	Note                    // the first word of a remark of the author, before a colon: "note"
	Figure                  // opens a caption: "figure 1: …"
	Firm                    // what a company is by law, and others that are no site: "ltd"
	Ago                     // tells a day by today: "… ago", "yesterday"
	Weekday                 // "monday", "mon"
	DateWord                // small words within a date: "of", "th"
	Morning                 // the half of the day before noon: "am"
	Afternoon               // the half after it: "pm"
	Particle                // small words within names: "van", "de la"
	And                     // joins two names
	Hanging                 // words that no line of a text ends with on purpose: "the", "of"
	Common                  // the commonest words of the language, which tell it from others
	Months                  // January first; forms of one month between slashes
	kinds
)

// names are the kinds as the files write them.
var names = [kinds]string{
	"menu", "button", "ad", "image", "credit", "tags label", "author label", "related", "comments", "answers", "pages", "aside",
	"contents", "more", "word count", "read time", "views", "counted", "notice", "footer", "cookie", "by", "helped", "role",
	"no author", "published", "updated", "handled", "source", "sponsor", "letter", "missing", "challenge", "members", "mail from", "mail subject",
	"mail date", "mail head", "home", "references", "note", "figure", "firm", "ago", "weekday", "date word", "am", "pm", "particle", "and", "hanging", "common", "months",
}

// String is the name of the kind in the files.
func (k Kind) String() string { return names[k] }

// Has reports whether k is in the set.
func (s Kinds) Has(k Kind) bool { return s&(1<<k) != 0 }

// HasAny reports whether one of several kinds is in the set.
func (s Kinds) HasAny(ks ...Kind) bool {
	for _, k := range ks {
		if s.Has(k) {
			return true
		}
	}
	return false
}
