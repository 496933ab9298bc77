//go:build race

package screentest

// raceEnabled tells that the tests run with the race detector.
const raceEnabled = true
