package ui

import "os"

// endSignals end the program in good order: the place is written and the
// terminal put right.
var endSignals = []os.Signal{os.Interrupt}
