package sitefile

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"fenghui/corpus"
)

// Documents are the texts of a site that the program does not carry: the rest of
// our records, and the articles that the site was built with.
//
// As a file they are a headed one. The header is the Documents without passages;
// the body are the passages: of each document how many, and of each of them where
// it starts and its strings, every one behind its length in bytes. These numbers
// are varints.
// As JSON a program in a browser would look at every byte of the texts several
// times and copy them, which took longer than all else there is to do before a
// large library can be asked.
type Documents struct {
	Embedded bool               `json:"embedded"`        // whether the records that the program carries are part of the site
	List     []*corpus.Document `json:"documents"`       // added; one with the ID of a record replaces it
	Years    []Year             `json:"years,omitempty"` // the rest of a large site, newest first
}

const documentsMagic = "FHTEXT1\n"

// leastPassage is how many bytes a passage takes at least.
const leastPassage = 6

var errDocuments = errors.New("sitefile: not a sound documents file")

// Merge gives the documents of base that are not replaced by one of the same ID,
// and then those that are added.
func Merge(base, added []*corpus.Document) []*corpus.Document {
	replaced := map[string]bool{}
	for _, d := range added {
		replaced[d.ID] = true
	}
	var docs []*corpus.Document
	for _, d := range base {
		if !replaced[d.ID] {
			docs = append(docs, d)
		}
	}
	return append(docs, added...)
}

// Encode gives the bytes of the file.
func (f Documents) Encode() ([]byte, error) {
	var texts []byte
	bare := make([]*corpus.Document, len(f.List))
	for i, d := range f.List {
		head := *d
		head.Passages, bare[i] = nil, &head
		texts = binary.AppendUvarint(texts, uint64(len(d.Passages)))
		for n := range d.Passages {
			texts = appendPassage(texts, &d.Passages[n])
		}
	}
	f.List = bare
	data, err := appendHeader(documentsMagic, f)
	if err != nil {
		return nil, fmt.Errorf("sitefile: documents file: %w", err)
	}
	return append(data, texts...), nil
}

func appendPassage(to []byte, p *corpus.Passage) []byte {
	to = binary.AppendUvarint(to, uint64(p.Start))
	for _, s := range []string{string(p.Kind), p.Text, p.Section, p.Ref, p.Category} {
		to = append(binary.AppendUvarint(to, uint64(len(s))), s...)
	}
	return to
}

// ReadDocuments reads such a file. The texts of all documents share its memory.
func ReadDocuments(data []byte) (Documents, error) {
	var f Documents
	texts, err := readHeader(data, documentsMagic, &f)
	if err != nil {
		return Documents{}, fmt.Errorf("%w: %v", errDocuments, err)
	}
	if at := slices.Index(f.List, nil); at >= 0 {
		return Documents{}, fmt.Errorf("%w: document %d is null", errDocuments, at)
	}
	r := textReader{rest: string(texts)}
	for _, d := range f.List {
		d.Passages = r.passages()
	}
	if r.short || r.rest != "" {
		return Documents{}, fmt.Errorf("%w: its texts are cut short or damaged", errDocuments)
	}
	return f, nil
}

// textReader takes one value after the other from the front. Once there is no
// sound one it is short, and every further one is 0 or empty.
type textReader struct {
	rest  string
	short bool
}

func (r *textReader) passages() []corpus.Passage {
	n := r.number()
	if n > len(r.rest)/leastPassage {
		r.short = true
		return nil
	}
	list := make([]corpus.Passage, n)
	for i := range list {
		list[i] = corpus.Passage{Start: r.number(), Kind: corpus.PassageKind(r.text()), Text: r.text(), Section: r.text(), Ref: r.text(), Category: r.text()}
	}
	return list
}

// number reads a varint of at most 31 bits.
func (r *textReader) number() int {
	n := 0
	for i := 0; i < len(r.rest) && i < 5; i++ {
		b := r.rest[i]
		if n |= int(b&0x7f) << (7 * i); b < 0x80 && n>>31 == 0 {
			r.rest = r.rest[i+1:]
			return n
		}
	}
	r.short, r.rest = true, ""
	return 0
}

func (r *textReader) text() string {
	n := r.number()
	if n > len(r.rest) || !utf8.ValidString(r.rest[:n]) {
		r.short, r.rest = true, ""
		return ""
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}
