package packs

import (
	"context"
	"encoding/json"
	"fmt"

	"fenghui/build/export"
	"fenghui/corpus"
	"fenghui/wasm/figure/table"
	"fenghui/wasm/library"
)

// Reading is a document with what was read of it, in bytes that can go from
// one machine to another.
type Reading struct {
	Document []byte // as JSON
	Table    []byte // of its figures, see package table
	Passages []byte // rows of package export, as NDJSON
	Figures  []byte
	// Unreadable is the name of a document on which reading figures panicked;
	// else empty.
	Unreadable string
}

// language of the reasons in rows.
const language = "zh"

// Read reads the figures of a document. One on which that panics has none, and
// is named in Unreadable; an error is a fault of the program.
func Read(d *corpus.Document) (*Reading, error) {
	var b table.Builder
	r, err := readInto(&b, d)
	if err != nil {
		return nil, err
	}
	r.Table = b.Bytes()
	if r.Document, err = json.Marshal(d); err != nil {
		return nil, fmt.Errorf("packs: %s: %w", d.Name, err)
	}
	return r, nil
}

// readInto adds the figures of a document to a table, and gives its rows.
func readInto(b *table.Builder, d *corpus.Document) (*Reading, error) {
	r := &Reading{}
	figures, err := library.Figures(d)
	if err != nil {
		r.Unreadable = d.Name
		b.Leave()
	} else {
		b.Add(d, figures)
	}
	rows, err := export.Of(d, figures, language)
	if err != nil {
		return nil, err
	}
	if r.Passages, err = export.Lines(rows.Passages); err != nil {
		return nil, err
	}
	r.Figures, err = export.Lines(rows.Figures)
	return r, err
}

// Join makes a pack of readings, which are in the order of the library.
func Join(ctx context.Context, name string, readings []*Reading, full []byte) (*Pack, error) {
	docs := make([]*corpus.Document, len(readings))
	p := &Pack{Summary: Summary{Name: name}}
	for i, r := range readings {
		if err := json.Unmarshal(r.Document, &docs[i]); err != nil {
			return nil, fmt.Errorf("packs: %s: document %d: %w", name, i, err)
		}
		p.add(r)
	}
	figures, err := joinTables(readings)
	if err != nil {
		return nil, fmt.Errorf("packs: %s: %w", name, err)
	}
	return p, p.assemble(ctx, docs, figures, full)
}

func joinTables(readings []*Reading) ([]byte, error) {
	var b table.Builder
	for i, r := range readings {
		t, err := table.Open(r.Table)
		if err != nil {
			return nil, fmt.Errorf("figures of document %d: %w", i, err)
		}
		b.Copy(t, 0)
	}
	return b.Bytes(), nil
}
