// Package e2e holds the tests that use lede as a reader does: the real program
// in a terminal, with a real library. It also makes the pictures of the README
// from the same screens.
package e2e

//go:generate go test . -run ^TestPictures$ -update
