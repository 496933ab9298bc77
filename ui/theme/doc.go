// Package theme makes every style of lede from one palette: those of Lip
// Gloss for the screens and those of Glamour for the text.
package theme
