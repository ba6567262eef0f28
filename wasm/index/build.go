package index

import (
	"context"
	"fmt"
	"math"

	"fenghui/wasm/pace"
	"fenghui/wasm/text"
)

// Build makes a segment of entries; their order gives the passages their
// numbers in it. The same entries and cuts give the same bytes. It gives way
// to other work as it goes, and returns ctx's error when that is cancelled.
//
// It needs about 12 times the memory of the texts while it works. So more than
// some 20,000 entries are better put into several segments, though one large
// segment is smaller than several: what it has of a rare term is mostly the
// term, and each segment has it anew.
func Build(ctx context.Context, entries []Entry, c Cutter) ([]byte, error) {
	if len(entries) > math.MaxInt32 {
		return nil, fmt.Errorf("index: build: %d entries are too many for a segment", len(entries))
	}
	collected, err := collect(ctx, entries, c)
	if err != nil {
		return nil, err
	}
	w := newWriter(len(entries))
	lengths := make([][]uint32, len(fields))
	for f := range fields {
		lengths[f] = collected[f].lengths
		v, err := collected[f].invert(ctx)
		if err != nil {
			return nil, err
		}
		collected[f] = nil // each field's postings are let go once written
		if err := w.writeField(ctx, f, v); err != nil {
			return nil, err
		}
	}
	return appendTail(w.finish(), len(entries), lengths), nil
}

// collect analyses the entries. Passages of one document stand together, so a
// title is analysed once for all of them.
func collect(ctx context.Context, entries []Entry, c Cutter) ([]*collector, error) {
	out := make([]*collector, len(fields))
	for f := range out {
		out[f] = newCollector(len(entries))
	}
	var title string
	var titleSpans []text.Span
	for i, e := range entries {
		if err := pace.Yield(ctx); err != nil {
			return nil, err
		}
		if i == 0 || e.Title != entries[i-1].Title {
			title = text.Fold(e.Title)
			titleSpans = spans(FieldTitle, title, c)
		}
		folded := text.Fold(e.Text)
		for f, name := range fields {
			if name == FieldTitle {
				out[f].add(title, titleSpans)
			} else {
				out[f].add(folded, spans(name, folded, c))
			}
		}
	}
	return out, nil
}
