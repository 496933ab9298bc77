// Package startup makes the program start sooner, by two things that it does
// before all else.
//
// It asks the kernel for the memory that starting takes anyway, on Linux. A page
// that is first touched costs a fault; in a virtual machine the thousand faults of
// a start take as long as all that the program then does. Asked for at once, on
// another processor, the pages are there before they are needed.
//
// And it puts the first collection of garbage off. While other packages are
// initialized the heap passes the 4 MB at which Go collects twice, and finds
// little garbage: what is allocated there stays.
//
// To come first, the package imports next to nothing: packages that are ready
// are initialized in the order of their paths
// (https://go.dev/ref/spec#Program_initialization), and those that allocate much
// wait for strings, time and os.
package startup
