// Package linebreak breaks words into lines of so many cells, by UAX #14 and by
// grapheme cluster: as full as they can be ([Fill]), or even ([Balance]); and
// lines of code where they read best ([Code]).
package linebreak
