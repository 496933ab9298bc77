// Package cli is the command line of lede.
package cli
