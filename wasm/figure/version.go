package figure

import (
	_ "embed"
	"strings"
)

// version is a hash over the code and the data of all packages that figures
// and their tables are read with, and go.mod. A test compares it, and UPDATE=1
// writes it anew. The version of the whole program would need no test, but it
// changes with every release: each would have every pack fetched and every
// article read again, which takes a large library a minute, though most leave
// the rules as they are.
//
//go:embed version.txt
var version string

// Version names the rules by which figures are read. Figures kept under
// another version are read again.
func Version() string { return strings.TrimSpace(version) }
