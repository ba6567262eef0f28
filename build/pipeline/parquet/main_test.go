package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"fenghui/build/export"
	"fenghui/corpus"
	"fenghui/wasm/library"
)

// exported is an export of our records, as lines.
func exported(t *testing.T) string {
	t.Helper()
	docs, err := corpus.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	w, err := export.NDJSON(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		figures, err := library.Figures(d)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := export.Of(d, figures, "zh")
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Add(rows); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

func file(t *testing.T, dir, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestParquetIsTheLines(t *testing.T) {
	dir := exported(t)
	if err := convert(dir); err != nil {
		t.Fatal(err)
	}
	same(t, dir, export.PassagesFile, export.PassagesParquet)
	same(t, dir, export.FiguresFile, export.FiguresParquet)
}

// same reads columns back, without the type they were written from, and holds
// every row against its line.
func same(t *testing.T, dir, lines, columns string) {
	t.Helper()
	rows := read(t, filepath.Join(dir, columns))
	want := strings.Split(strings.TrimSuffix(string(file(t, dir, lines)), "\n"), "\n")
	if len(rows) != len(want) {
		t.Fatalf("%s: %d rows of %d lines", columns, len(rows), len(want))
	}
	for i, line := range want {
		var fields map[string]any
		if err := json.Unmarshal([]byte(line), &fields); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(rows[i], fields) {
			t.Errorf("%s: row %d is\n%v\nwant\n%v", columns, i, rows[i], fields)
		}
	}
}

func read(t *testing.T, name string) (rows []map[string]any) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, group := range f.RowGroups() {
		reader := group.Rows()
		buffer := make([]parquet.Row, group.NumRows())
		if n, err := reader.ReadRows(buffer); int64(n) != group.NumRows() {
			t.Fatalf("%d rows of %d, %v", n, group.NumRows(), err)
		}
		for _, row := range buffer {
			rows = append(rows, fieldsOf(f.Schema(), row))
		}
		if err := reader.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return rows
}

// fieldsOf are the fields of a row, as JSON would have them.
func fieldsOf(schema *parquet.Schema, row parquet.Row) map[string]any {
	fields := map[string]any{}
	row.Range(func(column int, values []parquet.Value) bool {
		path := schema.Columns()[column]
		if len(path) == 1 {
			fields[path[0]] = valueOf(values[0])
			return true
		}
		list := []any{}
		for _, v := range values {
			if !v.IsNull() {
				list = append(list, valueOf(v))
			}
		}
		fields[path[0]] = list
		return true
	})
	return fields
}

func valueOf(v parquet.Value) any {
	switch {
	case v.IsNull():
		return nil
	case v.Kind() == parquet.Boolean:
		return v.Boolean()
	case v.Kind() == parquet.Int32:
		return float64(v.Int32())
	case v.Kind() == parquet.Double:
		return v.Double()
	}
	return v.String()
}

func TestParquetIsTheSameWhenWrittenAgain(t *testing.T) {
	one, two := exported(t), exported(t)
	for _, dir := range []string{one, two} {
		if err := convert(dir); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{export.PassagesParquet, export.FiguresParquet} {
		if !bytes.Equal(file(t, one, name), file(t, two, name)) {
			t.Errorf("%s has other bytes", name)
		}
	}
}

// The types other programs rely on.
func TestSchema(t *testing.T) {
	schema := parquet.SchemaOf(new(export.Figure)).String()
	for _, field := range []string{
		"required binary id (STRING)", "required int32 passage (INT(32,true))", "optional binary value (STRING)",
		"optional double value_double", "optional binary unit (STRING)", "required boolean low_open", "required group parties (LIST)",
	} {
		if !slices.Contains(strings.Split(strings.ReplaceAll(schema, "\t", ""), "\n"), field+";") && !strings.Contains(schema, field+" {") {
			t.Errorf("no %q in\n%s", field, schema)
		}
	}
}

func TestLinesThatAreNone(t *testing.T) {
	for name, line := range map[string]string{
		"cut short": `{"id":"a`, "another field": `{"id":"a","colour":"red"}`, "another type": `{"id":1}`,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for _, file := range []string{export.PassagesFile, export.FiguresFile} {
				if err := os.WriteFile(filepath.Join(dir, file), []byte(line+"\n"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if err := convert(dir); err == nil || !strings.Contains(err.Error(), export.FiguresFile) {
				t.Errorf("got %v", err)
			}
		})
	}
	if err := convert(t.TempDir()); err == nil {
		t.Error("no files, no error")
	}
}
