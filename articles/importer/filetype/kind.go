package filetype

import (
	"path"
	"path/filepath"
	"strings"
)

// IsMarkdown reports whether a file is Markdown by its name.
func IsMarkdown(name string) bool {
	switch Extension(name) {
	case ".md", ".markdown", ".mkd", ".mkdn", ".mdwn", ".mdown", ".mdtext", ".mdtxt", ".mdx", ".qmd", ".rmd":
		return true
	}
	return false
}

// IsText reports whether a file is, by its name, of the kinds that folders are
// searched for: Markdown or plain text.
func IsText(name string) bool {
	switch Extension(name) {
	case ".txt", ".text":
		return true
	}
	return IsMarkdown(name)
}

// IsKnown reports whether a name ends as those of files do that hold articles.
func IsKnown(name string) bool {
	switch Extension(name) {
	case ".xml", ".gz":
		return true
	}
	if _, known := IsPassedOver(name); known {
		return true
	}
	return IsText(name) || IsHTML(name) || IsBook(name) || IsMail(name) || IsPDF(name)
}

// IsHTML reports whether a file is a web page by its name.
func IsHTML(name string) bool {
	switch Extension(name) {
	case ".html", ".htm", ".xhtml":
		return true
	}
	return false
}

// IsBook reports whether a file is a book by its name.
func IsBook(name string) bool { return Extension(name) == ".epub" }

// IsMail reports whether a file is a message, or several, by its name.
func IsMail(name string) bool {
	switch Extension(name) {
	case ".eml", ".emlx", ".mbox", ".mht", ".mhtml":
		return true
	}
	return false
}

// IsPDF reports whether a file is a PDF by its name.
func IsPDF(name string) bool { return Extension(name) == ".pdf" }

// Extension is how a name ends, in small letters; that it is packed is no
// matter.
func Extension(name string) string {
	name = strings.ToLower(filepath.ToSlash(name))
	return path.Ext(strings.TrimSuffix(name, ".gz"))
}
