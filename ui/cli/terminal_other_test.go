//go:build !unix

package cli_test

import "os"

// onTerminal is for systems with pseudo-terminals alone; scripts ask for [unix].
func onTerminal() { os.Exit(2) }
