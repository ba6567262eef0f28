// Package tsv reads the data files that packages carry along: one row a line,
// cells cut at tabs, a line of headings first, remarks behind #. Headings with
// a star name the columns that tell rows apart: no word of theirs stands twice.
//
//	//go:embed data/*.tsv
//	var files embed.FS
//
//	for _, row := range tsv.Rows(files, "data/units.tsv") { … row[0] … }
package tsv

import (
	"fmt"
	"io/fs"
	"strings"
)

// Rows returns the rows of a file without remarks and headings; cells missing
// at the end of a row are empty. The files are the program's own, compiled in:
// one that breaks the rules is a mistake of whoever wrote it, so Rows panics
// and names the file and the line.
func Rows(files fs.FS, name string) [][]string {
	b, err := fs.ReadFile(files, name)
	if err != nil {
		panic(fmt.Sprintf("tsv: %v", err))
	}
	rows, err := parse(name, string(b))
	if err != nil {
		panic(err.Error())
	}
	return rows
}

// parse is Rows for a text; its error is "tsv: name:LINE: what".
func parse(name, s string) ([][]string, error) {
	t := table{name: name, lines: map[string]int{}}
	for line := range strings.SplitSeq(s, "\n") {
		t.line++
		if line == "" || line[0] == '#' {
			continue
		}
		if err := t.take(strings.Split(line, "\t")); err != nil {
			return nil, err
		}
	}
	return t.rows, nil
}

// table is a file half read.
type table struct {
	name    string
	line    int
	columns int
	starred []int
	rows    [][]string
	lines   map[string]int // where what tells a row apart was told
}

// take takes in the headings, and then row by row.
func (t *table) take(cells []string) error {
	switch {
	case t.columns == 0:
		t.columns = len(cells)
		return t.findStars(cells)
	case len(cells) > t.columns:
		return t.mistake("%d cells under %d headings", len(cells), t.columns)
	}
	for len(cells) < t.columns {
		cells = append(cells, "")
	}
	t.rows = append(t.rows, cells)
	return t.note(cells, 0, "")
}

func (t *table) findStars(headings []string) error {
	for k, h := range headings {
		if strings.HasSuffix(h, "*") {
			t.starred = append(t.starred, k)
		}
	}
	if t.starred == nil {
		return t.mistake("no heading with a star, which tells rows apart")
	}
	return nil
}

// note keeps what tells a row apart, for every word of the starred cells from
// the n-th on; key is what the cells before say.
func (t *table) note(cells []string, n int, key string) error {
	if n == len(t.starred) {
		if line, twice := t.lines[key]; twice {
			return t.mistake("%q stands in line %d already", key, line)
		}
		t.lines[key] = t.line
		return nil
	}
	cell := cells[t.starred[n]]
	if n > 0 {
		key += "\t"
	}
	if cell == "" && n > 0 {
		return t.note(cells, n+1, key)
	}
	for _, w := range Words(cell) {
		if w == "" {
			return t.mistake("an empty word in %q", cell)
		}
		if err := t.note(cells, n+1, key+w); err != nil {
			return err
		}
	}
	return nil
}

func (t *table) mistake(format string, a ...any) error {
	return fmt.Errorf("tsv: %s:%d: "+format, append([]any{t.name, t.line}, a...)...)
}

// Words cuts a cell at its bars; an empty cell holds none.
func Words(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}
