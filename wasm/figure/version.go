package figure

import (
	_ "embed"
	"strings"
)

// version is a hash over the data files of the rules, the glossary, and the
// figures of our records and of testdata/elsewhere. A test compares it, and
// UPDATE=1 writes it anew; worked out here it would delay every start.
//
//go:embed version.txt
var version string

// Version names the rules by which figures are read. Figures kept under
// another version are read again.
func Version() string { return strings.TrimSpace(version) }
