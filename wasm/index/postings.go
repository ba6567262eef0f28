package index

import "github.com/RoaringBitmap/roaring/v2"

// Postings reads the passages that have a term in a field, in order and many
// at a time. What bleve's TermFieldReader spends on each (a call through an
// interface, an id in bytes) is spent on a Batch here. It is not for use by
// several goroutines.
type Postings struct {
	reader *Reader
	field  int
	parts  []segmentPostings // what is still to be opened
	open   segmentPostings
	docs   roaring.ManyIntIterator
	count  uint64
}

// segmentPostings is what one segment has of them.
type segmentPostings struct {
	segment     int
	docs        *roaring.Bitmap
	frequencies frequencyReader
}

// Batch is a number of postings, the first N of each list. N is 0 at the end.
type Batch struct {
	N           int
	Numbers     [batchSize]uint32 // of the passages in the Reader
	Frequencies [batchSize]uint32
	Lengths     [batchSize]uint32 // of the field, in tokens
}

const batchSize = 256

// Postings returns the passages that have a term in a field.
func (r *Reader) Postings(field, term string) (p *Postings, err error) {
	defer catch(&err)
	p = &Postings{reader: r}
	f, ok := fieldNumber(field)
	if !ok {
		return p, nil
	}
	p.field = f
	for i, s := range r.segments {
		found, err := s.lookup(f, []byte(term))
		if err != nil {
			return nil, err
		}
		if found == nil {
			continue
		}
		docs := r.undeleted(i, found.docs)
		p.parts = append(p.parts, segmentPostings{i, docs, frequencyReader{rest: found.frequencies}})
		p.count += docs.GetCardinality()
	}
	return p, nil
}

// undeleted are those of a segment's passages that are not deleted.
func (r *Reader) undeleted(segment int, docs *roaring.Bitmap) *roaring.Bitmap {
	if gone := r.deleted[segment]; gone != nil {
		return roaring.AndNot(docs, gone)
	}
	return docs
}

// Split tells the segments apart in a set of passages, for Narrow.
func (r *Reader) Split(numbers *roaring.Bitmap) []*roaring.Bitmap {
	if len(r.segments) == 1 {
		return []*roaring.Bitmap{numbers}
	}
	list := make([]*roaring.Bitmap, len(r.segments))
	for i := range list {
		list[i] = roaring.AddOffset64(numbers, -int64(r.offsets[i]))
		list[i].RemoveRange(r.offsets[i+1]-r.offsets[i], 1<<32)
	}
	return list
}

// Narrow leaves out the passages that are not among those of Split. What has
// been read stays read, and Count is what it was.
func (p *Postings) Narrow(to []*roaring.Bitmap) (err error) {
	defer catch(&err)
	for i := range p.parts {
		p.parts[i].docs = roaring.And(p.parts[i].docs, to[p.parts[i].segment])
	}
	return nil
}

// Count is the number of passages in all, read or not, left out or not.
func (p *Postings) Count() uint64 { return p.count }

// Read fills a batch with the passages that come next.
func (p *Postings) Read(b *Batch) (err error) {
	defer catch(&err)
	for b.N = 0; b.N == 0; {
		if p.open.docs == nil {
			if len(p.parts) == 0 {
				return nil
			}
			p.open, p.parts = p.parts[0], p.parts[1:]
			p.docs.Initialize(p.open.docs)
		}
		if b.N = p.docs.NextMany(b.Numbers[:]); b.N == 0 {
			p.open.docs = nil
		}
	}
	p.complete(b)
	return nil
}

// complete adds frequencies and lengths, and makes numbers in the segment such
// in the Reader.
func (p *Postings) complete(b *Batch) {
	column := &p.reader.segments[p.open.segment].columns[p.field]
	offset := uint32(p.reader.offsets[p.open.segment])
	p.open.frequencies.fill(b.Frequencies[:b.N], b.Numbers[:b.N])
	column.fill(b.Lengths[:b.N], b.Numbers[:b.N])
	for i := range b.Numbers[:b.N] {
		b.Numbers[i] += offset
	}
}
