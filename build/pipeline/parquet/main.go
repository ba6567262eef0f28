// Command parquet writes the rows of an export, which are there as NDJSON, as
// Parquet too: the same fields under the same names, compressed with Zstandard.
// It stands in this module because the product needs nothing of what the
// Parquet library brings.
//
//	go run -C build/pipeline -tags ne ./parquet DIR
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"

	"fenghui/build/export"
)

// groupRows is how many rows are written as one group: what a reader skips or
// reads at once, and what is in memory here.
const groupRows = 50_000

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "Usage: parquet DIR")
		os.Exit(2)
	}
	if err := convert(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "parquet:", err)
		os.Exit(1)
	}
}

func convert(dir string) error {
	return errors.Join(
		convertFile[export.Passage](filepath.Join(dir, export.PassagesFile), filepath.Join(dir, export.PassagesParquet)),
		convertFile[export.Figure](filepath.Join(dir, export.FiguresFile), filepath.Join(dir, export.FiguresParquet)))
}

// convertFile writes the rows of a file of lines. The same lines give the same
// bytes.
func convertFile[Row any](from, to string) (err error) {
	lines, err := os.Open(from)
	if err != nil {
		return err
	}
	defer lines.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	w := parquet.NewGenericWriter[Row](out, parquet.Compression(&zstd.Codec{}), parquet.MaxRowsPerRowGroup(groupRows))
	err = copyRows(w, lines)
	if err = errors.Join(err, w.Close(), out.Close()); err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	return nil
}

func copyRows[Row any](w *parquet.GenericWriter[Row], lines io.Reader) error {
	rows := json.NewDecoder(bufio.NewReaderSize(lines, 1<<20))
	rows.DisallowUnknownFields()
	for {
		var row [1]Row
		if err := rows.Decode(&row[0]); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if _, err := w.Write(row[:]); err != nil {
			return err
		}
	}
}
