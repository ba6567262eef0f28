package library

import (
	"slices"
	"strings"

	"fenghui/wasm/text"
)

// titles of all documents, folded.
type titles struct {
	joined string   // each ends its line
	starts []int    // of the lines
	first  []uint32 // the number in Reader of each document's first passage
}

func (s *Snapshot) foldTitles() *titles {
	t := &titles{}
	var b strings.Builder
	for number, p := range s.passages {
		if p.Document == nil || p.Ordinal > 0 {
			continue
		}
		t.starts, t.first = append(t.starts, b.Len()), append(t.first, uint32(number))
		b.WriteString(strings.ReplaceAll(text.Fold(p.Document.Title), "\n", " ") + "\n")
	}
	t.joined = b.String()
	return t
}

// Titled visits the documents with a title that has the folded string in it:
// that title, folded, and the number in Reader of the first passage.
func (s *Snapshot) Titled(folded string, visit func(title string, first uint32)) {
	if folded == "" {
		return
	}
	t := s.titles()
	eachLine(t.joined, folded, func(start, end int) bool {
		n, _ := slices.BinarySearch(t.starts, start)
		visit(t.joined[start:end], t.first[n])
		return true
	})
}
