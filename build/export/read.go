package export

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// ReadFolder reads the rows that NDJSON wrote into a folder, and calls each with
// those of one document after another, in the order of the files.
func ReadFolder(dir string, each func(Rows) error) error {
	passages, err := os.Open(filepath.Join(dir, PassagesFile))
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	defer passages.Close()
	figures, err := os.Open(filepath.Join(dir, FiguresFile))
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	defer figures.Close()
	if err := readRows(passages, figures, each); err != nil {
		return fmt.Errorf("export: %s: %w", dir, err)
	}
	return nil
}

func readRows(passages, figures io.Reader, each func(Rows) error) error {
	p, f := newLines[Passage](passages), newLines[Figure](figures)
	p.next()
	f.next()
	for p.err == nil && !p.ended {
		var rows Rows
		document := p.row.Document
		for ; p.has(document, p.row.Document); p.next() {
			rows.Passages = append(rows.Passages, p.row)
		}
		for ; f.has(document, f.row.Document); f.next() {
			rows.Figures = append(rows.Figures, f.row)
		}
		if err := errors.Join(p.err, f.err); err != nil {
			return err
		}
		if err := each(rows); err != nil {
			return err
		}
	}
	if p.err == nil && f.err == nil && !f.ended {
		return fmt.Errorf("figures of %s, which has no passages here", f.row.Document)
	}
	return errors.Join(p.err, f.err)
}

// rowLines reads a line ahead.
type rowLines[Row any] struct {
	from  *json.Decoder
	row   Row
	ended bool
	err   error
}

func newLines[Row any](from io.Reader) *rowLines[Row] {
	l := &rowLines[Row]{from: json.NewDecoder(bufio.NewReaderSize(from, 1<<20))}
	l.from.DisallowUnknownFields()
	return l
}

func (l *rowLines[Row]) next() {
	var row Row // a new one: rows that each was called with share nothing
	err := l.from.Decode(&row)
	if l.row, l.ended = row, errors.Is(err, io.EOF); !l.ended {
		l.err = err
	}
}

// has reports whether the line ahead is of a document.
func (l *rowLines[Row]) has(document, ahead string) bool {
	return l.err == nil && !l.ended && ahead == document
}
