package figure

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"io/fs"
	"strings"
	"sync"

	"fenghui/wasm/quantity"
)

// version is a hash of the figures of our records and of testdata/elsewhere,
// so that rules which read any of them otherwise are of another version. A
// test compares it, and UPDATE=1 writes it anew.
//
//go:embed version.txt
var version string

// Version names the rules by which figures are read. Figures kept under
// another version are read again: it changes with what the rules read in the
// texts they are tested with, and with their data files, as a change in those
// might touch other texts only.
var Version = sync.OnceValue(func() string {
	h := sha256.New()
	for _, folder := range []fs.FS{files, quantity.Data()} {
		names, _ := fs.Glob(folder, "data/*.tsv") // the pattern is sound
		for _, name := range names {
			data, err := fs.ReadFile(folder, name)
			if err != nil {
				panic("figure: " + err.Error()) // the program's own file
			}
			h.Write(data)
		}
	}
	return strings.TrimSpace(version) + "-" + hex.EncodeToString(h.Sum(nil)[:6])
})
