package library

import "runtime/debug"

// maxGarbage is how many bytes of memory beyond what a library holds may be
// used before garbage is collected. By default Go waits until the heap has
// doubled: for a small library it would run too often, and for a large one the
// browser never gets the memory back. One run takes a browser a tenth of a
// second with 100,000 passages, and a hundredth with our records.
const maxGarbage = 48 << 20

// withoutLibrary is how many bytes the program holds besides the library:
// names, rules and the figures read last.
const withoutLibrary = 16 << 20

// tuneGC lets garbage be collected the sooner, the larger the library is.
func tuneGC(bytes int) { debug.SetGCPercent(max(10, 100*maxGarbage/(bytes+withoutLibrary))) }
