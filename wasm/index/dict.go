package index

import (
	"bytes"
	"errors"
	"slices"

	bleve "github.com/blevesearch/bleve_index_api"
	"github.com/blevesearch/vellum"
)

// FieldDict returns all terms of a field.
func (r *Reader) FieldDict(field string) (bleve.FieldDict, error) {
	return r.fieldDict(field, nil, nil)
}

// FieldDictRange returns the terms from startTerm to endTerm, both included;
// nil is no bound.
func (r *Reader) FieldDictRange(field string, startTerm, endTerm []byte) (bleve.FieldDict, error) {
	if endTerm != nil {
		endTerm = append(slices.Clone(endTerm), 0) // the very next term there can be
	}
	return r.fieldDict(field, startTerm, endTerm)
}

// FieldDictPrefix returns the terms that begin with a prefix.
func (r *Reader) FieldDictPrefix(field string, termPrefix []byte) (bleve.FieldDict, error) {
	return r.fieldDict(field, termPrefix, afterPrefix(termPrefix))
}

// FieldDictContains answers whether terms are in a field.
func (r *Reader) FieldDictContains(field string) (bleve.FieldDictContains, error) {
	f, ok := fieldNumber(field)
	if !ok {
		return &containing{}, nil
	}
	return &containing{r.segments, f}, nil
}

// afterPrefix returns the first term after all that begin with prefix, nil
// when there can be none.
func afterPrefix(prefix []byte) []byte {
	end := slices.Clone(prefix)
	for i := len(end) - 1; i >= 0; i-- {
		if end[i]++; end[i] != 0 {
			return end[:i+1]
		}
	}
	return nil
}

// fieldDict is dictionary for bleve, which must not be given a nil pointer in
// an interface.
func (r *Reader) fieldDict(field string, start, end []byte) (bleve.FieldDict, error) {
	d, err := r.dictionary(field, start, end)
	if err != nil {
		return nil, err
	}
	return d, nil
}

// dictionary returns the terms from start to before end; nil for either is no
// limit.
func (r *Reader) dictionary(field string, start, end []byte) (d *dictionary, err error) {
	defer catch(&err)
	d = &dictionary{}
	f, ok := fieldNumber(field)
	if !ok {
		return d, nil
	}
	for _, s := range r.segments {
		d.cardinality += s.dicts[f].Len()
		i, err := s.dicts[f].Iterator(start, end)
		if errors.Is(err, vellum.ErrIteratorDone) {
			continue
		}
		if err != nil {
			return nil, damaged("dictionary: %v", err)
		}
		d.open = append(d.open, source{s, i})
	}
	return d, nil
}

// dictionary merges the dictionaries of segments. There are few of them, so
// it looks at all for the least term.
type dictionary struct {
	open        []source
	cardinality int
	entry       bleve.DictEntry
}

// source is the place reached in one segment's dictionary.
type source struct {
	segment *Segment
	at      *vellum.FSTIterator
}

func (d *dictionary) Next() (e *bleve.DictEntry, err error) {
	defer catch(&err)
	if ok, err := d.step(true); !ok || err != nil {
		return nil, err
	}
	return &d.entry, nil
}

// step puts the next term into entry. Counting passages costs more than all
// the rest.
func (d *dictionary) step(count bool) (bool, error) {
	if len(d.open) == 0 {
		return false, nil
	}
	least := d.least()
	d.entry = bleve.DictEntry{Term: string(least)}
	for i := 0; i < len(d.open); {
		s := d.open[i]
		term, place := s.at.Current()
		if string(term) != d.entry.Term {
			i++
			continue
		}
		if count {
			p, err := s.segment.record(place)
			if err != nil {
				return false, err
			}
			d.entry.Count += p.docs.GetCardinality()
		}
		if err := s.at.Next(); err == nil {
			i++
		} else if errors.Is(err, vellum.ErrIteratorDone) {
			d.open = slices.Delete(d.open, i, i+1)
		} else {
			return false, damaged("dictionary: %v", err)
		}
	}
	return true, nil
}

func (d *dictionary) least() []byte {
	least, _ := d.open[0].at.Current()
	for _, s := range d.open[1:] {
		if term, _ := s.at.Current(); bytes.Compare(term, least) < 0 {
			least = term
		}
	}
	return least
}

// Cardinality returns the number of terms of the field, those that are in
// several segments counted as often.
func (d *dictionary) Cardinality() int  { return d.cardinality }
func (d *dictionary) BytesRead() uint64 { return 0 }
func (d *dictionary) Close() error      { return nil }

type containing struct {
	segments []*Segment
	field    int
}

func (c *containing) Contains(term []byte) (ok bool, err error) {
	defer catch(&err)
	for _, s := range c.segments {
		if ok, err := s.dicts[c.field].Contains(term); ok || err != nil {
			return ok, err
		}
	}
	return false, nil
}

func (c *containing) BytesRead() uint64 { return 0 }
