package articles

// Original is what an article was made of: bytes as they came, and what was
// known of them beside. A later version can make the article of them again.
type Original struct {
	Name    string // path of the file with slashes, or a name whose end tells what it is
	URL     string // address that it came from, when that was known
	Charset string // that the server said it is in
	// WholePage says that all of a web page was wanted, not the article in it.
	WholePage bool
	// Reader names the program that made the article of it: another one may make
	// a better one. It is empty when that is not known.
	Reader string
	Data   string
}

// The most that is kept of the images of an article, in bytes.
const (
	MaxImage  = 10 << 20 // of one
	MaxImages = 50 << 20 // of all
)

// Image is an image of an article, kept to be shown without a network.
type Image struct {
	Source string // its address as the Markdown has it
	Data   []byte // of the file: PNG, JPEG, GIF or WebP
}
