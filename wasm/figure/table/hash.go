package table

import (
	"encoding/binary"

	"fenghui/corpus"
	"fenghui/corpus/sha256"
	"fenghui/wasm/figure"
)

// Hash names what the figures of one document were read from.
type Hash [16]byte

// HashOf names the text of a document, all of its metadata that could say
// anything about its figures, and the version of the rules and the glossary:
// figures kept under the same hash are those that would be read now.
func HashOf(doc *corpus.Document) (short Hash) {
	w := writer{sha256.New()}
	w.count(Format)
	w.strings(figure.Version(), doc.Title, doc.Speaker, doc.Source.Date, string(doc.Kind))
	s := doc.Summit
	w.strings(s.Event, string(s.EventFrom), s.Organisation, s.Format, s.Date, string(s.DateFrom), s.City, s.Country, s.Host)
	w.count(len(doc.Participants))
	for _, p := range doc.Participants {
		w.strings(p.Name, p.Office)
	}
	w.count(len(doc.Passages))
	for i := range doc.Passages {
		p := &doc.Passages[i]
		w.strings(string(p.Kind), p.Section, p.Text)
	}
	copy(short[:], w.Sum(nil))
	return short
}

// writer feeds strings into a hash so that no two lists of them are alike.
type writer struct{ *sha256.Hash }

func (w writer) strings(list ...string) {
	for _, s := range list {
		w.count(len(s))
		w.WriteString(s)
	}
}

func (w writer) count(n int) {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], uint64(n))
	w.Write(b[:])
}
