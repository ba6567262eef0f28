package index

import "github.com/RoaringBitmap/roaring/v2"

// DocsWithAll returns the numbers of the passages that have all terms in a
// field. With no terms that is every passage. The bitmap is the caller's.
func (r *Reader) DocsWithAll(field string, terms []string) (*roaring.Bitmap, error) {
	if len(terms) == 0 {
		return r.live.Clone(), nil
	}
	return r.gather(field, terms, true, func(docs []*roaring.Bitmap) *roaring.Bitmap {
		if len(docs) < len(terms) {
			return nil
		}
		return intersect(docs)
	})
}

// DocsWithAny returns the numbers of the passages that have at least one of
// the terms in a field. The bitmap is the caller's.
func (r *Reader) DocsWithAny(field string, terms []string) (*roaring.Bitmap, error) {
	return r.gather(field, terms, false, func(docs []*roaring.Bitmap) *roaring.Bitmap {
		return roaring.FastOr(docs...)
	})
}

// gather puts together, over all segments, what join makes of the postings
// found for terms in one. Where all terms are needed, the first that is missing
// ends the search.
func (r *Reader) gather(field string, terms []string, all bool, join func([]*roaring.Bitmap) *roaring.Bitmap) (out *roaring.Bitmap, err error) {
	defer catch(&err)
	out = roaring.New()
	f, ok := fieldNumber(field)
	if !ok {
		return out, nil
	}
	for i, s := range r.segments {
		found, err := s.bitmaps(f, terms, all)
		if err != nil {
			return nil, err
		}
		docs := join(found)
		if docs == nil || docs.IsEmpty() {
			continue
		}
		out.Or(roaring.AddOffset64(r.undeleted(i, docs), int64(r.offsets[i])))
	}
	return out, nil
}

// bitmaps returns the postings of those terms that there are; where all are
// needed, up to the first that is missing.
func (s *Segment) bitmaps(field int, terms []string, all bool) ([]*roaring.Bitmap, error) {
	docs := make([]*roaring.Bitmap, 0, len(terms))
	for _, term := range terms {
		p, err := s.lookup(field, []byte(term))
		if err != nil {
			return nil, err
		}
		if p == nil && all {
			break
		}
		if p != nil {
			docs = append(docs, p.docs)
		}
	}
	return docs, nil
}

// Terms calls visit with the terms of a field, in order, each once, until it
// returns false. It reads the dictionaries only, some millions of terms a
// second. Terms of deleted passages are among them.
func (r *Reader) Terms(field string, visit func(term string) bool) (err error) {
	defer catch(&err)
	d, err := r.dictionary(field, nil, nil)
	if err != nil {
		return err
	}
	for {
		ok, err := d.step(false)
		if err != nil || !ok || !visit(d.entry.Term) {
			return err
		}
	}
}
