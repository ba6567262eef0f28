package single

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// words are those of every language by their addresses in the page, packed and
// whole: the site has them in two parts, but here nothing comes later.
func words(web string) (map[string][]byte, error) {
	files, err := filepath.Glob(filepath.Join(web, "lang", "*.json"))
	if err != nil {
		return nil, fmt.Errorf("single: %w", err)
	}
	packed := map[string][]byte{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("single: %w", err)
		}
		if packed["lang/"+filepath.Base(file)], err = pack(data); err != nil {
			return nil, fmt.Errorf("single: %s: %w", file, err)
		}
	}
	return packed, nil
}

// pack takes the white space out of JSON, and compresses it.
func pack(data []byte) ([]byte, error) {
	var plain, packed bytes.Buffer
	if err := json.Compact(&plain, data); err != nil {
		return nil, err
	}
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(plain.Bytes()); err != nil {
		return nil, err
	}
	err = w.Close()
	return packed.Bytes(), err
}
