package articles

import "strings"

// TagEdit is what a reader does with the tags of articles beside their sources: tags
// that are put on, and tags that are taken off. Case and accents tell no tags apart.
type TagEdit struct{ Add, Take []string }

// IsZero reports whether there is nothing to do.
func (e TagEdit) IsZero() bool { return len(e.Add)+len(e.Take) == 0 }

// String is what it does to an article, in words: "tagged #go, untagged #rust".
func (e TagEdit) String() string {
	var parts []string
	if len(e.Add) > 0 {
		parts = append(parts, "tagged "+Hashtags(e.Add))
	}
	if len(e.Take) > 0 {
		parts = append(parts, "untagged "+Hashtags(e.Take))
	}
	return strings.Join(parts, ", ")
}

// Hashtags are tags as they are shown: "#go #rust".
func Hashtags(tags []string) string {
	if len(tags) == 0 {
		return ""
	}
	return "#" + strings.Join(tags, " #")
}

// TagName is a tag as a reader wrote it, without the sign before it.
func TagName(s string) string {
	return CleanLine(strings.TrimLeft(strings.TrimSpace(s), "#"))
}

// TagCount is a tag of the library, and how many articles have it.
type TagCount struct {
	Tag      string
	Articles int
}
