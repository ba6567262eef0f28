package dictionary

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// format changes when the same inputs give another file.
//
//	1: vellum 1.1.0, exact frequencies, Chinese words only
const format = 1

// inputKey names everything that a full dictionary is made of; folding is the
// hash of how words are folded.
func inputKey(cut int, names []string, folding string) string {
	h := sha256.New()
	fmt.Fprintln(h, format, cut, nameFrequency, sourceHash, folding)
	fmt.Fprintln(h, strings.Join(names, "\n"))
	return hex.EncodeToString(h.Sum(nil))
}

// cacheName is what a dictionary of those inputs is kept as.
func cacheName(key string) string { return "dictionary-" + key[:16] + ".fst" }
