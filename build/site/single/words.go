package single

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// wordNames has the names of all words, in the order of every language's list.
const wordNames = "lang/names.json"

// words are those of every language by their addresses in the page, packed and
// whole: the site has them in two parts, but here nothing comes later. Their
// names are the same in all and stand there once; web/single/inline.js puts them
// together.
func words(web string) (map[string][]byte, error) {
	files, err := filepath.Glob(filepath.Join(web, "lang", "*.json"))
	if err != nil {
		return nil, fmt.Errorf("single: %w", err)
	}
	languages := map[string]map[string]string{}
	all := map[string]bool{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("single: %w", err)
		}
		var list map[string]string
		if err := json.Unmarshal(data, &list); err != nil {
			return nil, fmt.Errorf("single: %s: %w", file, err)
		}
		languages["lang/"+filepath.Base(file)] = list
		for name := range list {
			all[name] = true
		}
	}
	return packed(slices.Sorted(maps.Keys(all)), languages)
}

// packed makes lists of what each language has for the names; where it has
// nothing there is null.
func packed(names []string, languages map[string]map[string]string) (map[string][]byte, error) {
	list, err := pack(names)
	if err != nil {
		return nil, err
	}
	blocks := map[string][]byte{wordNames: list}
	for address, words := range languages {
		values := make([]*string, len(names))
		for k, name := range names {
			if word, ok := words[name]; ok {
				values[k] = &word
			}
		}
		if blocks[address], err = pack(values); err != nil {
			return nil, err
		}
	}
	return blocks, nil
}

// pack compresses a list.
func pack(list any) ([]byte, error) {
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	plain := json.NewEncoder(w)
	plain.SetEscapeHTML(false)
	if err := plain.Encode(list); err != nil {
		return nil, fmt.Errorf("single: %w", err)
	}
	err = w.Close()
	return packed.Bytes(), err
}
