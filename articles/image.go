package articles

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
