// Package screentest is a terminal for tests: an emulator that turns what a
// program writes into a screen of cells ([Screen]), the real program run in a
// pseudo-terminal ([Session]), files to compare a screen with ([Golden]), and
// pictures of a screen ([SVG]).
//
// The emulator knows what current terminals know and what Bubble Tea's
// renderer writes. Whatever it does not know it keeps in [Screen.Unknown], so
// that a test never passes because a sequence was silently dropped.
package screentest
