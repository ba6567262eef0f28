package corpus

import (
	"embed"
	"sync"

	"fenghui/wasm/tsv"
)

//go:embed words.tsv metadata.tsv
var dataFiles embed.FS

// lists are the words of words.tsv by the name of their list.
var lists = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for _, row := range tsv.Rows(dataFiles, "words.tsv") {
		m[row[1]] = append(m[row[1]], tsv.Words(row[0])...)
	}
	return m
})

// listed are the words of a list, in the order of the file.
func listed(list string) []string {
	words, ok := lists()[list]
	if !ok {
		panic("corpus: no list " + list)
	}
	return words
}
