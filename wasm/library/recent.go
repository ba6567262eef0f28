package library

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"fenghui/wasm/figure"
	"fenghui/wasm/figure/table"
)

// recentFigures remembers the figures of the documents read last. Reading a
// document again always gives the same, so it is kept only as long as a reader
// is likely to look at it.
type recentFigures struct {
	reader *figureReader

	mu    sync.Mutex
	list  []*recentDocument // the one used last comes last
	bytes int               // of the documents' texts
}

type recentDocument struct {
	document *Document
	figures  []figure.Figure
	table    *table.Table // nil until it is wanted
}

// What is remembered: figures need some ten times the memory of the text.
const (
	maxRecent     = 64
	maxRecentText = 1 << 20
)

// of reads the figures of a document.
func (r *recentFigures) of(d *Document) []figure.Figure {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.find(d).figures
}

// tableOf is a table of this document alone.
func (r *recentFigures) tableOf(d *Document) *table.Table {
	r.mu.Lock()
	defer r.mu.Unlock()
	read := r.find(d)
	if read.table == nil {
		var b table.Builder
		b.AddAs(d.inputs(), d.Document, read.figures)
		read.table, _ = table.Open(b.Bytes()) // what was built this moment opens
	}
	return read.table
}

// find gives what is known of a document, or reads it. The caller holds mu.
func (r *recentFigures) find(d *Document) *recentDocument {
	if at := slices.IndexFunc(r.list, func(known *recentDocument) bool { return known.document == d }); at >= 0 {
		known := r.list[at]
		r.list = append(slices.Delete(r.list, at, at+1), known)
		return known
	}
	read := &recentDocument{document: d, figures: r.reader.figuresOf(d)}
	r.list, r.bytes = append(r.list, read), r.bytes+d.Bytes
	for len(r.list) > 1 && (len(r.list) > maxRecent || r.bytes > maxRecentText) {
		r.bytes -= r.list[0].document.Bytes
		r.list = slices.Delete(r.list, 0, 1)
	}
	return read
}

// ErrNoSuchFigure is the error for a place where no figure was read.
var ErrNoSuchFigure = errors.New("library: no such figure")

// figureAt is the place of a figure among those of its document. The error is
// ErrNoSuchFigure.
func figureAt(figures []figure.Figure, d *Document, passage, ordinal int) (int, error) {
	at := slices.IndexFunc(figures, func(f figure.Figure) bool { return f.Passage == passage && f.Ordinal == ordinal })
	if at < 0 {
		return 0, fmt.Errorf("%w: %s, passage %d, ordinal %d", ErrNoSuchFigure, d.ID, passage, ordinal)
	}
	return at, nil
}

// Figure of a document of the library, not to be changed. The error is
// ErrNoSuchFigure.
func (s *Snapshot) Figure(d *Document, passage, ordinal int) (*figure.Figure, error) {
	figures := s.Figures(d)
	at, err := figureAt(figures, d, passage, ordinal)
	if err != nil {
		return nil, err
	}
	return &figures[at], nil
}

// Figures of a document of the library, in order. The slice is not to be
// changed.
func (s *Snapshot) Figures(d *Document) []figure.Figure { return s.recent.of(d) }
