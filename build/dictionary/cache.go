package dictionary

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
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

func cacheFile(key string) (string, error) {
	dir, err := os.UserCacheDir()
	return filepath.Join(dir, "fenghui", "dictionary-"+key[:16]+".fst"), err
}

// fromCache returns what keep kept, if it is there and undamaged.
func fromCache(key string) ([]byte, bool) {
	file, err := cacheFile(key)
	if err != nil {
		return nil, false
	}
	data, err := os.ReadFile(file)
	if err != nil || len(data) < sha256.Size {
		return nil, false
	}
	sum, made := data[:sha256.Size], data[sha256.Size:]
	if want := sha256.Sum256(made); !bytes.Equal(sum, want[:]) {
		return nil, false
	}
	return made, true
}

// keep writes made with its SHA-256 before it. A cache that cannot be written
// only costs the next build a second, so errors are not reported.
func keep(key string, made []byte) {
	file, err := cacheFile(key)
	if err != nil || os.MkdirAll(filepath.Dir(file), 0o755) != nil {
		return
	}
	sum := sha256.Sum256(made)
	part, err := os.CreateTemp(filepath.Dir(file), "dictionary-*.part")
	if err != nil {
		return
	}
	defer os.Remove(part.Name()) // does nothing once it is renamed
	_, err = part.Write(append(sum[:], made...))
	if closed := part.Close(); err == nil && closed == nil {
		_ = os.Rename(part.Name(), file)
	}
}
