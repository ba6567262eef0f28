// Package cache keeps what takes long to make, between builds, in a folder of
// the user's. A kept file is the SHA-256 of its content and then the content,
// so that a damaged one is made again. A cache that cannot be read or written
// costs time and nothing else, so none of its errors is told.
//
//	kept, ok := cache.Default().Find(name)
//	cache.Default().Keep(name, made)
package cache

import (
	"bytes"
	"crypto/sha256"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// unused is how long a file is kept that no build asks for.
const unused = 30 * 24 * time.Hour

// unfinished begins the names of files that are being written.
const unfinished = "new-"

// Folder is where files are kept; an empty one keeps nothing.
type Folder string

// Default is in the user's cache folder, or empty where there is none.
func Default() Folder {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return Folder(filepath.Join(dir, "fenghui"))
}

// Find returns what was kept under a name, if it is there and undamaged.
func (f Folder) Find(name string) ([]byte, bool) {
	if f == "" {
		return nil, false
	}
	file := filepath.Join(string(f), name)
	kept, err := os.ReadFile(file)
	if err != nil || len(kept) < sha256.Size {
		return nil, false
	}
	sum := sha256.Sum256(kept[sha256.Size:])
	if !bytes.Equal(sum[:], kept[:sha256.Size]) {
		return nil, false
	}
	now := time.Now()
	_ = os.Chtimes(file, now, now) // still in use
	return kept[sha256.Size:], true
}

// Keep keeps content under a name that says all it was made of.
func (f Folder) Keep(name string, content []byte) {
	if f == "" || os.MkdirAll(string(f), 0o755) != nil {
		return
	}
	temporary, err := os.CreateTemp(string(f), unfinished+"*")
	if err != nil {
		return
	}
	sum := sha256.Sum256(content)
	_, err = temporary.Write(append(sum[:], content...))
	closing := temporary.Close()
	if err != nil || closing != nil || os.Rename(temporary.Name(), filepath.Join(string(f), name)) != nil {
		_ = os.Remove(temporary.Name())
	}
}

// Sweep removes the files with this ending that no build has asked for in a
// month, and what was never finished in that time.
func (f Folder) Sweep(suffix string) {
	if f == "" {
		return
	}
	entries, err := os.ReadDir(string(f))
	if err != nil {
		return
	}
	for _, entry := range entries {
		ours := strings.HasSuffix(entry.Name(), suffix) || strings.HasPrefix(entry.Name(), unfinished)
		info, err := entry.Info()
		if ours && err == nil && time.Since(info.ModTime()) > unused {
			_ = os.Remove(filepath.Join(string(f), entry.Name()))
		}
	}
}
