package figurelist

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"fenghui/wasm/figure"
	"fenghui/wasm/library"
	"fenghui/wasm/pace"
)

// page is the part of the answer that is asked for. The figures themselves are
// read from the texts, document by document. Documents whose texts do not have
// what the tables tell are doubted; of one that was read again already, what is
// not found is left out.
func (o *ordered) page(ctx context.Context, s *library.Snapshot, r *Request, again map[*library.Document]bool) (a *Answer, doubted []*library.Document, err error) {
	first := min(max(r.Offset, 0), len(o.found))
	limit := min(cmp.Or(max(r.Limit, 0), defaultLimit), maxLimit)
	found := o.found[first:min(first+limit, len(o.found))]
	hits := make([]Hit, len(found))
	of := placesByDocument(found)
	for _, document := range slices.Sorted(maps.Keys(of)) {
		if err := nextDocument(ctx); err != nil {
			return nil, nil, err
		}
		d, places := &o.documents[document], of[document]
		figures := s.Figures(d.Document)
		for _, at := range places {
			hits[at] = Hit{d.Document, d.figure(figures, int(found[at].row)), int(found[at].rank)}
		}
		missing := slices.ContainsFunc(places, func(at int) bool { return hits[at].Figure == nil })
		if missing && !again[d.Document] {
			doubted = append(doubted, d.Document)
		}
	}
	answer := o.answer
	answer.Figures = slices.DeleteFunc(hits, func(h Hit) bool { return h.Figure == nil })
	return &answer, doubted, nil
}

// placesByDocument are the places of the figures of each document, so that each is
// read once whatever the order.
func placesByDocument(found []match) map[int32][]int {
	places := map[int32][]int{}
	for at, f := range found {
		places[f.document] = append(places[f.document], at)
	}
	return places
}

// nextDocument gives way before a document is read, which takes long: whoever
// no longer wants the answer ends here, however recently pace looked.
func nextDocument(ctx context.Context) error {
	if err := pace.Yield(ctx); err != nil {
		return err
	}
	return ctx.Err()
}

// figure is the one that a row of the table tells of: that of its place in its
// passage, if it stands on the same words; nil when the text has no such.
func (d *entry) figure(figures []figure.Figure, row int) *figure.Figure {
	passage := d.table.Passage(row)
	first, _ := d.table.InPassage(d.number, passage)
	for n := range figures {
		f := &figures[n]
		if f.Passage != passage || f.Ordinal != row-first {
			continue
		}
		start, span := d.Passages[passage].Start, d.table.Span(row)
		if f.Span.Start-start == span.Start && f.Span.End-start == span.End {
			return f
		}
	}
	return nil
}
