package index

import (
	"encoding/binary"
	"fmt"
	"slices"
	"sort"
	"strconv"

	"github.com/RoaringBitmap/roaring/v2"
	bleve "github.com/blevesearch/bleve_index_api"
)

// Reader shows segments as one index to bleve: it is a bleve_index_api
// IndexReader, BM25Reader and IndexReaderContains. Nothing here asks for terms
// by regular expressions or within an edit or two, whose automata weigh more
// than all the rest of the index; where a query of bleve's does, it looks
// through the dictionary.
//
// Passages are numbered through: those of the first segment, then those of
// the second, and so on. That number is the internal id (8 bytes, big-endian)
// and, in decimal, the external one. It means something to this Reader only.
//
// Deleted passages are never returned, and all statistics (passages, tokens,
// passages with a term) are those of the rest. Only dictionaries still name
// terms, and count passages, of deleted ones.
//
// A Reader does not change and is safe for concurrent use; its parts
// (TermFieldReader and so on) are not.
type Reader struct {
	segments []*Segment
	deleted  []*roaring.Bitmap // nil: none
	offsets  []uint64          // number of the first passage of each segment, and of the end
	live     *roaring.Bitmap   // all passages but deleted ones
	tokens   [len(fields)]uint64
}

var (
	_ bleve.BM25Reader          = (*Reader)(nil)
	_ bleve.IndexReaderContains = (*Reader)(nil)
)

// NewReader puts segments together. deleted[i] holds the passages of
// segments[i] to leave out, by their numbers in it; nil, and a shorter slice,
// mean none. Neither slice nor bitmaps may change afterwards.
func NewReader(segments []*Segment, deleted []*roaring.Bitmap) *Reader {
	r := &Reader{
		segments: segments,
		deleted:  make([]*roaring.Bitmap, len(segments)),
		offsets:  make([]uint64, len(segments)+1),
		live:     roaring.New(),
	}
	for i, s := range segments {
		r.offsets[i+1] = r.offsets[i] + uint64(s.docs)
		for f := range fields {
			r.tokens[f] += s.columns[f].tokens
		}
	}
	r.live.AddRange(0, r.offsets[len(segments)])
	for i := range min(len(segments), len(deleted)) {
		if deleted[i] != nil && !deleted[i].IsEmpty() {
			r.leaveOut(i, deleted[i])
		}
	}
	return r
}

func (r *Reader) leaveOut(segment int, deleted *roaring.Bitmap) {
	s := r.segments[segment]
	r.deleted[segment] = deleted
	for i := deleted.Iterator(); i.HasNext(); {
		doc := i.Next()
		if uint64(doc) >= uint64(s.docs) {
			return
		}
		r.live.Remove(uint32(r.offsets[segment]) + doc)
		for f := range fields {
			r.tokens[f] -= uint64(s.columns[f].at(doc))
		}
	}
}

// locate returns the segment that a number of the Reader lies in, and the number
// there; segment -1 when the Reader does not have the number.
func (r *Reader) locate(docNumber uint64) (segment, local int) {
	if docNumber >= r.offsets[len(r.segments)] {
		return -1, 0
	}
	segment = sort.Search(len(r.segments), func(i int) bool { return r.offsets[i+1] > docNumber })
	return segment, int(docNumber - r.offsets[segment])
}

// DocCount returns the number of passages that are not deleted.
func (r *Reader) DocCount() (uint64, error) { return r.live.GetCardinality(), nil }

// FieldCardinality returns the number of tokens of a field in all passages.
// bleve divides it by DocCount to get the average length for BM25 (and rounds
// that up), so it must not be the number of different terms, which bleve's own
// index returns.
func (r *Reader) FieldCardinality(field string) (int, error) {
	f, ok := fieldNumber(field)
	if !ok {
		return 0, nil
	}
	return int(r.tokens[f]), nil
}

// Fields returns the names of the fields.
func (r *Reader) Fields() ([]string, error) { return slices.Clone(fields[:]), nil }

// ExternalID returns the number of a passage in decimal.
func (r *Reader) ExternalID(id bleve.IndexInternalID) (string, error) {
	n, err := number(id)
	if err != nil {
		return "", err
	}
	if n >= r.offsets[len(r.segments)] {
		return "", fmt.Errorf("index: no passage %d", n)
	}
	return strconv.FormatUint(n, 10), nil
}

// InternalID is the reverse of ExternalID; nil when there is no such passage.
func (r *Reader) InternalID(id string) (bleve.IndexInternalID, error) {
	n, err := strconv.ParseUint(id, 10, 32)
	if err != nil || !r.live.Contains(uint32(n)) {
		return nil, nil
	}
	return appendID(nil, n), nil
}

// Document returns nil: texts are kept elsewhere.
func (r *Reader) Document(id string) (bleve.Document, error) { return nil, nil }

// GetInternal returns nil: an index has nothing but its passages.
func (r *Reader) GetInternal(key []byte) ([]byte, error) { return nil, nil }

// DocValueReader returns a reader that visits nothing: there are no doc values.
func (r *Reader) DocValueReader(fields []string) (bleve.DocValueReader, error) {
	return noDocValues{}, nil
}

// Close does nothing: segments are memory.
func (r *Reader) Close() error { return nil }

type noDocValues struct{}

func (noDocValues) VisitDocValues(bleve.IndexInternalID, bleve.DocValueVisitor) error { return nil }
func (noDocValues) BytesRead() uint64                                                 { return 0 }

// appendID writes a number as internal id into the memory of id.
func appendID(id bleve.IndexInternalID, n uint64) bleve.IndexInternalID {
	return binary.BigEndian.AppendUint64(id[:0], n)
}

func number(id bleve.IndexInternalID) (uint64, error) {
	if len(id) != 8 {
		return 0, fmt.Errorf("index: internal id of %d bytes", len(id))
	}
	return binary.BigEndian.Uint64(id), nil
}
