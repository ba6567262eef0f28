package library

import (
	"context"
	"fmt"

	"fenghui/wasm/figure/table"
	"fenghui/wasm/pace"
)

// Table is the figures of a part of the library.
type Table struct {
	*table.Table
	Documents []*Document // by their number in the table; nil: no longer in the library
	First     []int       // the number in Reader of each document's first passage
}

// Tables are the figures of the library, a table for each part. The first time
// they may have to be read from the texts, which is told by progress (may be
// nil). It fails only when ctx ends.
func (s *Snapshot) Tables(ctx context.Context, progress func(Progress)) ([]Table, error) {
	if known := s.tables.Load(); known != nil {
		return *known, nil
	}
	if progress == nil {
		progress = func(Progress) {}
	}
	var tables []Table
	number := 0
	for _, p := range s.parts {
		t, err := p.figures.current(ctx, p.items, progress)
		if err != nil {
			return nil, fmt.Errorf("library: figures: %w", err)
		}
		whole := Table{Table: t}
		for _, i := range p.items {
			whole.Documents = append(whole.Documents, i.document)
			whole.First = append(whole.First, number)
			number += i.passages
		}
		tables = append(tables, whole)
		if err := pace.Yield(ctx); err != nil {
			return nil, err
		}
	}
	s.tables.Store(&tables)
	return tables, nil
}

// TableOf is a table with the figures of a document, and its number there. It
// takes no longer than reading this one document: a table of the whole part is
// used only if it need not be made.
func (s *Snapshot) TableOf(ctx context.Context, d *Document) (*table.Table, int) {
	if at, ok := s.places[d]; ok {
		if t := at.part.figures.cached(ctx); t != nil && at.part.figures.isCurrent(t, at.item, d) {
			return t, at.item
		}
	}
	return s.recent.tableOf(d), 0
}

// ReadAgain reads the figures of documents whose tables tell what their texts
// do not; Tables and TableOf then have what was read. It fails only when ctx
// ends.
func (s *Snapshot) ReadAgain(ctx context.Context, docs []*Document, progress func(Progress)) error {
	if progress == nil {
		progress = func(Progress) {}
	}
	doubted := map[*part]map[table.Hash]bool{}
	for _, d := range docs {
		if at, ok := s.places[d]; ok {
			if doubted[at.part] == nil {
				doubted[at.part] = map[table.Hash]bool{}
			}
			doubted[at.part][d.inputs()] = true
		}
	}
	s.tables.Store(nil)
	for p, of := range doubted {
		if _, err := p.figures.readAgain(ctx, p.items, of, progress); err != nil {
			return fmt.Errorf("library: figures: %w", err)
		}
	}
	return nil
}

// place is where a document stands.
type place struct {
	part *part
	item int
}
