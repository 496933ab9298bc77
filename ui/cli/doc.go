// Package cli is the command line of lede. The scripts in testdata specify it.
package cli
