// Package squeeze compresses files ahead of time, as a server will send them.
// Brotli at its best takes half a minute for the program, so what has been
// compressed once is kept and found again by the hash of its content.
//
//	s := squeeze.Squeezer{Cache: cache.Default(), Quality: squeeze.Best}
//	forms, err := s.Forms(ctx, data) // .br and .gz, as far as they are smaller
package squeeze

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"fmt"
	"io"

	"github.com/andybalholm/brotli"

	"fenghui/build/cache"
)

// Quality of brotli: 0 to 11.
const (
	Best  = 11
	Quick = 9 // a fifteenth of the time, an eighth larger
)

// window is the largest that browsers accept, 16 MB: the program is larger
// than brotli's usual 4 MB.
const window = 24

// small is the size below which compressing a file again is faster than looking
// for it.
const small = 1 << 14

// suffix of kept files.
const suffix = ".br"

// Squeezer compresses with brotli and gzip.
type Squeezer struct {
	Cache   cache.Folder
	Quality int // Best or Quick
}

// Form is one compressed form of a file.
type Form struct {
	Suffix string // .br or .gz
	Data   []byte
}

// Compressible reports whether a file with this ending gets smaller at all.
func Compressible(suffix string) bool {
	switch suffix {
	case ".html", ".css", ".js", ".json", ".svg", ".wasm", ".webmanifest", ".bin", ".fst", ".txt":
		return true
	}
	return false
}

// Forms returns the compressed forms that are smaller than the file.
func (s Squeezer) Forms(ctx context.Context, data []byte) ([]Form, error) {
	br, err := s.Brotli(ctx, data)
	if err != nil {
		return nil, err
	}
	gz, err := zip(data)
	if err != nil {
		return nil, err
	}
	var forms []Form
	for _, f := range []Form{{suffix, br}, {".gz", gz}} {
		if len(f.Data) < len(data) {
			forms = append(forms, f)
		}
	}
	return forms, nil
}

// Brotli compresses data, or finds it in the cache.
func (s Squeezer) Brotli(ctx context.Context, data []byte) ([]byte, error) {
	keep := len(data) >= small
	name := fmt.Sprintf("%x-q%d-w%d%s", sha256.Sum256(data), s.Quality, window, suffix)
	if kept, ok := s.Cache.Find(name); keep && ok {
		return kept, nil
	}
	var b bytes.Buffer
	w := brotli.NewWriterOptions(&b, brotli.WriterOptions{Quality: s.Quality, LGWin: window})
	if err := copyUntil(ctx, w, data); err != nil {
		return nil, fmt.Errorf("squeeze: brotli: %w", err)
	}
	if keep {
		s.Cache.Keep(name, b.Bytes())
	}
	return b.Bytes(), nil
}

// Sweep removes from the cache what no build has asked for in a month.
func (s Squeezer) Sweep() { s.Cache.Sweep(suffix) }

// copyUntil writes in pieces, so that ctx can end it.
func copyUntil(ctx context.Context, w io.WriteCloser, data []byte) error {
	const piece = 1 << 18
	for len(data) > 0 {
		if err := ctx.Err(); err != nil {
			return err
		}
		n := min(piece, len(data))
		if _, err := w.Write(data[:n]); err != nil {
			return err
		}
		data = data[n:]
	}
	return w.Close()
}

func zip(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err == nil {
		_, err = w.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("squeeze: gzip: %w", err)
	}
	return b.Bytes(), nil
}
