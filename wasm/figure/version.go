package figure

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"strconv"
	"sync"

	"fenghui/wasm/quantity"
)

// Version changes whenever the rules read any text otherwise than before.
// Figures that were kept are then read again. A test compares the figures of
// our records and of testdata/elsewhere and asks for a new version when they
// changed.
//
//	1: first
const Version = 1

// Rules names the rules by which figures are read: Version and the data files.
// A change in those may be overlooked by a test; it is noticed here.
var Rules = sync.OnceValue(func() string {
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
	return strconv.Itoa(Version) + "-" + hex.EncodeToString(h.Sum(nil)[:6])
})
