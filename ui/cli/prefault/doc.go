// Package prefault asks the kernel, as the first thing that the program does, for
// the memory that starting takes anyway. A page that is first touched costs a
// fault; in a virtual machine the thousand faults of a start take as long as all
// that the program then does. Asked for at once, on another processor, the pages
// are there before they are needed. It is done for Linux alone.
//
// To come first, the package imports next to nothing: packages that are ready
// are initialized in the order of their paths
// (https://go.dev/ref/spec#Program_initialization), and those that allocate much
// wait for strings, time and os.
package prefault
