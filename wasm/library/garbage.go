package library

import "runtime/debug"

// garbage is how many bytes may be thrown away before memory is gathered in, of
// a library that is larger than that. By default a program takes twice the
// memory of what it holds; a browser never gets back what one has had.
const garbage = 16 << 20

// thrift has memory gathered in more often the more the library holds.
func thrift(bytes int) { debug.SetGCPercent(min(100, max(10, 100*garbage/(bytes+1)))) }
