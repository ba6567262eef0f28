package library

import "runtime/debug"

// maxGarbage is how much more memory a library may take than it holds, in bytes.
// By default a program waits until what it holds has doubled: small libraries
// would be looked through often, and of large ones a browser never gets back
// what they have had. Looking through 100,000 passages for what can be thrown
// away takes a browser a tenth of a second, through our records a hundredth.
const maxGarbage = 48 << 20

// withoutLibrary is what the program holds besides, in bytes: names, rules and
// what is at hand of figures.
const withoutLibrary = 16 << 20

// tuneGC has garbage collected the earlier, the more bytes the library holds.
func tuneGC(bytes int) { debug.SetGCPercent(max(10, 100*maxGarbage/(bytes+withoutLibrary))) }
