package export

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
)

// The files of an export.
const (
	PassagesFile    = "passages.ndjson"
	FiguresFile     = "figures.ndjson"
	PassagesParquet = "passages.parquet"
	FiguresParquet  = "figures.parquet"
	IndexFile       = "opensearch-index.json"
	bulkFiles       = "opensearch-bulk-%03d.ndjson"
)

// Writer writes rows into the files of a format. The files are only complete
// after Close.
type Writer interface {
	Add(Rows) error
	Close() error
}

// Prepare makes a folder ready for an export: it removes what an earlier export
// left there, and no other files.
func Prepare(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	entries, err := os.ReadDir(dir)
	for _, entry := range entries {
		if isOurs(entry.Name()) {
			err = errors.Join(err, os.Remove(filepath.Join(dir, entry.Name())))
		}
	}
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}

func isOurs(name string) bool {
	bulk, _ := path.Match("opensearch-bulk-[0-9]*.ndjson", name)
	switch name {
	case PassagesFile, FiguresFile, PassagesParquet, FiguresParquet, IndexFile:
		return true
	}
	return bulk
}

// file is one being written.
type file struct {
	*bufio.Writer
	under *os.File
}

func create(dir, name string) (*file, error) {
	under, err := os.Create(filepath.Join(dir, name))
	if err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	return &file{bufio.NewWriterSize(under, 1<<20), under}, nil
}

// close may be called of none.
func (f *file) close() error {
	if f == nil {
		return nil
	}
	if err := errors.Join(f.Flush(), f.under.Close()); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}

// lines writes a file for each kind of rows.
type lines struct{ passages, figures *file }

// NDJSON writes rows as PassagesFile and FiguresFile.
func NDJSON(dir string) (Writer, error) {
	passages, err := create(dir, PassagesFile)
	if err != nil {
		return nil, err
	}
	figures, err := create(dir, FiguresFile)
	if err != nil {
		return nil, errors.Join(err, passages.close())
	}
	return &lines{passages, figures}, nil
}

func (l *lines) Add(r Rows) error {
	return errors.Join(addLines(l.passages, r.Passages), addLines(l.figures, r.Figures))
}

func addLines[Row any](f *file, rows []Row) error {
	data, err := Lines(rows)
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}

func (l *lines) Close() error { return errors.Join(l.passages.close(), l.figures.close()) }
