package index

import (
	"context"
	"math"

	"github.com/RoaringBitmap/roaring/v2"
	bleve "github.com/blevesearch/bleve_index_api"
)

// TermFieldReader returns the passages that have a term in a field. Term
// vectors are not kept, so none are returned whatever is asked for.
func (r *Reader) TermFieldReader(ctx context.Context, term []byte, field string, includeFreq, includeNorm, includeTermVectors bool) (bleve.TermFieldReader, error) {
	t := &termReader{
		r:         r,
		parts:     make([]part, len(r.segments)),
		frequency: includeFreq,
		norm:      includeNorm,
	}
	f, ok := fieldNumber(field)
	if !ok {
		return t, nil
	}
	t.field = f
	for i, s := range r.segments {
		p, err := s.lookup(f, term)
		if err != nil {
			return nil, err
		}
		if p == nil {
			continue
		}
		if err := t.open(i, p); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// part is a termReader's share in one segment.
type part struct {
	docs        *roaring.Bitmap // what to return; nil: nothing
	rest        roaring.IntIterator
	encoded     []byte // the frequencies; nil: not wanted
	frequencies frequencyReader
}

type termReader struct {
	r               *Reader
	field           int
	frequency, norm bool
	parts           []part
	at              int    // the part being read
	count           uint64 // of passages, before any conjunction cut them down
	last            uint64 // the passage returned last
	begun           bool
}

// open makes p the part of a segment.
func (t *termReader) open(segment int, p *record) (err error) {
	defer catch(&err)
	to := &t.parts[segment]
	if t.frequency {
		to.encoded = p.frequencies
	}
	docs := t.r.undeleted(segment, p.docs)
	t.count += docs.GetCardinality()
	to.show(docs)
	return nil
}

// show sets what is returned and begins at its start.
func (p *part) show(docs *roaring.Bitmap) {
	p.docs = docs
	p.rest.Initialize(docs)
	p.frequencies = frequencyReader{rest: p.encoded}
}

func (t *termReader) Next(into *bleve.TermFieldDoc) (d *bleve.TermFieldDoc, err error) {
	defer catch(&err)
	for ; t.at < len(t.parts); t.at++ {
		if p := &t.parts[t.at]; p.docs != nil && p.rest.HasNext() {
			return t.take(p, into), nil
		}
	}
	return nil, nil
}

// Advance goes to id or what follows it, backwards too.
func (t *termReader) Advance(id bleve.IndexInternalID, into *bleve.TermFieldDoc) (d *bleve.TermFieldDoc, err error) {
	defer catch(&err)
	n, err := number(id)
	if err != nil {
		return nil, err
	}
	if t.begun && n <= t.last {
		t.restart()
	}
	segment, local := t.r.locate(n)
	if segment < 0 {
		t.at = len(t.parts)
		return nil, nil
	}
	if segment >= t.at {
		t.at = segment
		t.parts[segment].skip(uint32(local))
	}
	return t.Next(into)
}

func (t *termReader) restart() {
	t.at = 0
	for i := range t.parts {
		if p := &t.parts[i]; p.docs != nil {
			p.show(p.docs)
		}
	}
}

// skip moves to passage local or what follows.
func (p *part) skip(local uint32) {
	if p.docs != nil && p.rest.HasNext() {
		p.rest.AdvanceIfNeeded(local)
	}
}

// take returns the next passage of p, which has one.
func (t *termReader) take(p *part, into *bleve.TermFieldDoc) *bleve.TermFieldDoc {
	if into == nil {
		into = &bleve.TermFieldDoc{}
	}
	doc := p.rest.Next()
	t.last, t.begun = t.r.offsets[t.at]+uint64(doc), true
	into.ID = appendID(into.ID, t.last)
	if t.frequency {
		into.Freq = uint64(p.frequencies.at(doc))
	}
	if t.norm {
		into.Norm = Norm(t.r.segments[t.at].columns[t.field].at(doc))
	}
	return into
}

// Norm is the form in which bleve wants a length in tokens. It goes through
// float32 there, so it does here: the same scores come out.
func Norm(length uint32) float64 {
	if length < uint32(len(norms)) {
		return norms[length]
	}
	return computeNorm(length)
}

func computeNorm(length uint32) float64 {
	return float64(float32(1 / math.Sqrt(float64(length))))
}

// norms are asked for once a posting, and most passages are short.
var norms = func() (list [512]float64) {
	for i := range list {
		list[i] = computeNorm(uint32(i))
	}
	return list
}()

func (t *termReader) Count() uint64 { return t.count }
func (t *termReader) Size() int     { return 0 }
func (t *termReader) Close() error  { return nil }
