package library

import "runtime/debug"

// garbage is how much more memory a library may take than it holds, in bytes.
// By default a program waits until that has doubled, and a browser never gets
// back what one has had. Less would cost time: in a browser, looking through
// 100,000 passages for what can be thrown away takes a tenth of a second.
const garbage = 48 << 20

// thrift has garbage collected the earlier, the more bytes the library holds.
func thrift(bytes int) { debug.SetGCPercent(min(100, max(10, 100*garbage/(bytes+1)))) }
