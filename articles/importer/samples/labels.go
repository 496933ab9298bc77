package samples

// Label says what a line of a page, or a block of one, is.
type Label string

// The labels. The words that head something ("Tags", "About the author", "More
// stories", "3 comments") are furniture; what stands under them has its label.
const (
	Title     Label = "title"     // the title of the article
	Kicker    Label = "kicker"    // a word or two over the title: section, series, "opinion", "FOR IMMEDIATE RELEASE"
	Dek       Label = "dek"       // the sentence or two under the title that say what the article is about
	Byline    Label = "byline"    // who wrote it, with role or without; who wrote a post or an answer
	Date      Label = "date"      // when it was published, changed, received
	Fact      Label = "fact"      // a number about the article: read time, views, comments, votes, rating, servings
	Notice    Label = "notice"    // a remark on the article: correction, first published elsewhere, paid links
	Heading   Label = "heading"   // a heading inside the article
	Prose     Label = "prose"     // a paragraph or a verse of the article, also "* * *" between two
	Item      Label = "item"      // an item of a list in the article, also a reference or footnote
	Quote     Label = "quote"     // a quotation that stands by itself
	QuoteBy   Label = "quoteby"   // who said the quotation or epigraph beside it: "— Ada", "ada said:"
	Caption   Label = "caption"   // what a picture shows, with the credit if on the same line
	Credit    Label = "credit"    // who made a picture, on a line of its own
	Code      Label = "code"      // a line of a program or of a terminal
	Table     Label = "table"     // a row of a table of the article
	Tags      Label = "tags"      // subjects of the article
	Bio       Label = "bio"       // the words about the author, and the places where authors work
	Epigraph  Label = "epigraph"  // a quotation in front of the text
	Related   Label = "related"   // the title of another article, in a list after or beside this one
	Comment   Label = "comment"   // what a reader wrote, with name, day and buttons
	Furniture Label = "furniture" // what belongs to the page: menus, buttons, consent, adverts, footers
	Site      Label = "site"      // the name of the site, on a line of its own
)

// Labels returns all labels.
func Labels() []Label {
	return []Label{
		Title, Kicker, Dek, Byline, Date, Fact, Notice, Heading, Prose, Item, Quote, QuoteBy, Caption, Credit,
		Code, Table, Tags, Bio, Epigraph, Related, Comment, Furniture, Site,
	}
}
