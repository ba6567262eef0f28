package index

import (
	"strconv"

	"github.com/RoaringBitmap/roaring/v2"
	bleve "github.com/blevesearch/bleve_index_api"
)

// DocIDReaderAll returns all passages.
func (r *Reader) DocIDReaderAll() (bleve.DocIDReader, error) { return newIDReader(r.live), nil }

// DocIDReaderOnly returns those of the passages named by their external ids
// that there are.
func (r *Reader) DocIDReaderOnly(ids []string) (bleve.DocIDReader, error) {
	docs := roaring.New()
	for _, id := range ids {
		if n, err := strconv.ParseUint(id, 10, 32); err == nil {
			docs.Add(uint32(n))
		}
	}
	docs.And(r.live)
	return newIDReader(docs), nil
}

// idReader returns the passages of a bitmap.
type idReader struct {
	docs *roaring.Bitmap
	rest roaring.IntIterator
}

func newIDReader(docs *roaring.Bitmap) *idReader {
	i := &idReader{docs: docs}
	i.rest.Initialize(docs)
	return i
}

func (i *idReader) Next() (bleve.IndexInternalID, error) {
	if !i.rest.HasNext() {
		return nil, nil
	}
	return appendID(nil, uint64(i.rest.Next())), nil
}

// Advance goes to id or what follows it, backwards too.
func (i *idReader) Advance(id bleve.IndexInternalID) (bleve.IndexInternalID, error) {
	n, err := number(id)
	if err != nil {
		return nil, err
	}
	i.rest.Initialize(i.docs)
	if !advance(&i.rest, n) {
		return nil, nil
	}
	return i.Next()
}

func (i *idReader) Size() int    { return 0 }
func (i *idReader) Close() error { return nil }

// advance moves an iterator to n, which may be more than it can hold, or to
// what follows, and tells whether there is anything.
func advance(i *roaring.IntIterator, n uint64) bool {
	if n > maxDocument {
		return false
	}
	i.AdvanceIfNeeded(uint32(n))
	return i.HasNext()
}

const maxDocument = 1<<32 - 1
