package program

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// dataFiles are those that packages carry along and read with wasm/tsv, which
// passes over remarks: they are for who reads the sources, as is a last column
// headed what.
var dataFiles = []string{filepath.Join("wasm", "*", "data", "*.tsv"), filepath.Join("corpus", "*.tsv")}

// namesFile is the glossary, whose notes are remarks but for people's offices.
var namesFile = filepath.Join("corpus", "glossary.tsv")

// withoutRemarks writes into dir the data files of root without their remarks.
func withoutRemarks(root, dir string, instead overlay) error {
	root, err := filepath.Abs(root)
	if err != nil {
		return fmt.Errorf("program: %w", err)
	}
	var files []string
	for _, pattern := range dataFiles {
		found, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			return fmt.Errorf("program: %w", err)
		}
		files = append(files, found...)
	}
	names := filepath.Join(root, namesFile)
	for n, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return fmt.Errorf("program: %w", err)
		}
		instead[file] = filepath.Join(dir, "data", strconv.Itoa(n)+".tsv")
		plain := plainRows
		if file == names {
			plain = plainNames
		}
		if err := write(instead[file], []byte(plain(string(text)))); err != nil {
			return err
		}
	}
	return nil
}

// remarkColumn heads a last column that says what the words of a row are for.
const remarkColumn = "\twhat"

// plainRows leaves the remarks out; each leaves its empty line or cell, so that
// a mistake is told with the line it is in.
func plainRows(text string) string {
	lines := strings.Split(text, "\n")
	columns := 0 // but for that of remarks
	for k, line := range lines {
		switch {
		case strings.HasPrefix(line, "#"):
			lines[k] = ""
		case columns == 0 && line != "":
			columns = strings.Count(strings.TrimSuffix(line, remarkColumn), "\t") + 1
		default:
			cells := strings.Split(line, "\t")
			lines[k] = strings.Join(cells[:min(len(cells), columns)], "\t")
		}
	}
	return strings.Join(lines, "\n")
}

// plainNames leaves the comments of the glossary out, and the notes on what is
// no person.
func plainNames(text string) string {
	lines := strings.Split(text, "\n")
	for k, line := range lines {
		kind, _, _ := strings.Cut(line, "\t")
		switch at := strings.LastIndex(line, "\t"); {
		case strings.HasPrefix(line, "#"):
			lines[k] = ""
		case at >= 0 && kind != "person" && kind != "kind":
			lines[k] = line[:at+1]
		}
	}
	return strings.Join(lines, "\n")
}
