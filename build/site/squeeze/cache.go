package squeeze

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A kept file is the SHA-256 of the compressed bytes and then those. A cache
// that cannot be read or written costs time and nothing else, so none of its
// errors is told.

// small files are compressed anew faster than they are found.
const small = 1 << 14

// keptFor is how long a file stays that no build asks for.
const keptFor = 30 * 24 * time.Hour

// DefaultCache is a folder in the user's cache folder, or "" where there is none.
func DefaultCache() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "fenghui")
}

func (s Squeezer) file(data []byte) string {
	return filepath.Join(s.Cache, fmt.Sprintf("%x-q%d-w%d.br", sha256.Sum256(data), s.Quality, window))
}

func (s Squeezer) find(data []byte) ([]byte, bool) {
	if s.Cache == "" || len(data) < small {
		return nil, false
	}
	name := s.file(data)
	kept, err := os.ReadFile(name)
	if err != nil || len(kept) < sha256.Size {
		return nil, false
	}
	sum := sha256.Sum256(kept[sha256.Size:])
	if !bytes.Equal(sum[:], kept[:sha256.Size]) {
		return nil, false
	}
	now := time.Now()
	_ = os.Chtimes(name, now, now) // still in use
	return kept[sha256.Size:], true
}

func (s Squeezer) keep(data, compressed []byte) {
	if s.Cache == "" || len(data) < small || os.MkdirAll(s.Cache, 0o755) != nil {
		return
	}
	temporary, err := os.CreateTemp(s.Cache, "new-*")
	if err != nil {
		return
	}
	sum := sha256.Sum256(compressed)
	_, err = temporary.Write(append(sum[:], compressed...))
	if closing := temporary.Close(); err != nil || closing != nil || os.Rename(temporary.Name(), s.file(data)) != nil {
		_ = os.Remove(temporary.Name())
	}
}

// Sweep removes what no build has asked for in a month.
func (s Squeezer) Sweep() {
	entries, err := os.ReadDir(s.Cache)
	if err != nil {
		return
	}
	for _, entry := range entries {
		ours := strings.HasSuffix(entry.Name(), ".br") || strings.HasPrefix(entry.Name(), "new-") // others keep things there too
		info, err := entry.Info()
		if ours && err == nil && time.Since(info.ModTime()) > keptFor {
			_ = os.Remove(filepath.Join(s.Cache, entry.Name()))
		}
	}
}
