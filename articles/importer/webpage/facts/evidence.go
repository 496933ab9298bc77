package facts

// sign is a piece of evidence for or against a candidate.
type sign uint

// The signs. A candidate has each of them once, however often it was seen.
const (
	titleStated  sign = iota // og:title and the like
	titleLinked              // headline of JSON-LD
	nameLinked               // name of JSON-LD
	titleTwitter             // twitter:title
	windowTitle              // what <title> is
	windowPart               // what is left of it without the site
	topHeading               // an h1
	onlyHeading              // the only h1, or the only one whose words stand in <title>
	entryHeading             // the heading of the page's one entry
	startsWindow             // a heading that <title> begins with, up to a separator
	standsWindow             // a heading between its separators
	endsWindow               // a heading behind the last of them
	gluedWindow              // a heading that it begins with, the name of the site right behind
	besideEntry              // an h1 beside the heading of an entry
	siteTitle                // the name of the site

	authorLinked   // author of JSON-LD
	authorStated   // meta author and the like
	authorLabelled // twitter:label1 and its data
	authorProp     // microdata
	authorRel      // rel=author
	authorClass    // class="author"
	authorAddress  // a link to /author/jane
	authorLine     // "By Jane Roe" near the title or as the first line
	authorFar      // the same somewhere else
	authorHeaded   // a name below the label "Author"
	authorPortrait // the words of a picture that stand beside it
	authorFirm     // an organization
	authorSite     // the name of the site or of its publisher

	dateLinked    // JSON-LD
	dateStated    // meta
	dateOther     // of an object of JSON-LD that is no article
	dateProp      // microdata
	dateEntry     // a <time> that says that it is of the publication
	dateTime      // another <time>
	dateAddress   // in the address
	dateClass     // class="date"
	dateLine      // a line near the title that holds little else
	dateLed       // a line that says "published"
	dateListed    // in a list, a table or a quotation
	dateCrowd     // one of many
	numberOfSigns // how many there are
)

// weights say how much each sign tells. A candidate needs more than its bar.
var weights = [numberOfSigns]float64{
	titleStated: 4, titleLinked: 2.5, nameLinked: 1.5, titleTwitter: 1, windowTitle: 0.3, windowPart: 1,
	topHeading: 0.5, onlyHeading: 0.7, entryHeading: 2, startsWindow: 6.6, standsWindow: 5.6, endsWindow: 2.5, gluedWindow: 2, besideEntry: -4, siteTitle: -7,

	authorLinked: 5, authorStated: 4, authorLabelled: 3.5, authorProp: 3.2, authorRel: 2.6, authorClass: 2.4, authorAddress: 1.7,
	authorLine: 2.3, authorFar: 1.7, authorHeaded: 1.8, authorPortrait: 1.7, authorFirm: -1.5, authorSite: -3.4,

	dateLinked: 6, dateStated: 5, dateOther: 3, dateProp: 4.5, dateEntry: 4, dateTime: 3, dateAddress: 2.5, dateClass: 1.8, dateLine: 1.6,
	dateLed: 1.8, dateListed: -3, dateCrowd: -3,
}

// The bars: what is not above them is not told, and what is clear of doubt is
// not looked for in what the page shows.
const (
	bar     = 0.5
	certain = 4
)

// candidate is a value that a fact of the page may have.
type candidate[T any] struct {
	key   string // alike for values that mean the same
	value T
	signs uint64
}

func (c *candidate[T]) score() float64 {
	score := 0.0
	for s := range numberOfSigns {
		if c.signs&(1<<s) != 0 {
			score += weights[s]
		}
	}
	return score
}

// ballot holds the candidates for one fact.
type ballot[T any] []candidate[T]

// most bounds the candidates that are looked at.
const most = 200

// add gives signs to the candidate of that key. The first value of a key stays.
func (b *ballot[T]) add(key string, value T, signs ...sign) {
	if key == "" {
		return
	}
	at := -1
	for i := range *b {
		if (*b)[i].key == key {
			at = i
		}
	}
	if at < 0 {
		if len(*b) == most {
			return
		}
		at = len(*b)
		*b = append(*b, candidate[T]{key: key, value: value})
	}
	for _, s := range signs {
		(*b)[at].signs |= 1 << s
	}
}

// best is the candidate with most evidence, the first of equals, and its score.
func (b *ballot[T]) best() (T, float64) {
	var best T
	highest := 0.0
	for i := range *b {
		if score := (*b)[i].score(); score > highest {
			best, highest = (*b)[i].value, score
		}
	}
	return best, highest
}
