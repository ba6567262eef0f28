// Package packs builds a library in packs, each with an index of its own, so
// that no step needs the whole library in memory and different machines can
// build different packs. There is one for the documents of each year, and
// several for a year of very many.
//
// WriteAll builds all packs on one machine. On several, each document is read by
// itself (Read) and a pack is joined of such readings (Join), as build/pipeline
// does. Both give the same packs.
//
//	contents, err := packs.WriteAll(ctx, "out", library, fullDictionary)
//	err = packs.EachRows("out", func(rows export.Rows) error { … })
package packs

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"

	"fenghui/build/dictionary"
	"fenghui/corpus"
	"fenghui/wasm/figure/table"
	"fenghui/wasm/library"
	"fenghui/wasm/library/sitefile"
)

// maxPassages of one pack, unless a single document has more.
const maxPassages = 20_000

// undated names the packs of documents whose date is not known.
const undated = "undated"

// YearOf is the year whose packs a document belongs to.
func YearOf(d *corpus.Document) string { return cmp.Or(dateYear(d), undated) }

func dateYear(d *corpus.Document) string {
	if len(d.Summit.Date) < len("2006") {
		return ""
	}
	return d.Summit.Date[:len("2006")]
}

// Year is the documents of a year, in the order of the library.
type Year struct {
	Name      string // 2025; empty: their date is not known
	Documents []*corpus.Document
}

// Years divides a library by year, the newest first and documents without a
// date last.
func Years(docs []*corpus.Document) (years []Year) {
	at := map[string]int{}
	for _, d := range docs {
		name := dateYear(d)
		n, known := at[name]
		if !known {
			n = len(years)
			at[name] = n
			years = append(years, Year{Name: name})
		}
		years[n].Documents = append(years[n].Documents, d)
	}
	slices.SortFunc(years, func(a, b Year) int { return cmp.Compare(b.Name, a.Name) })
	return years
}

// Places tells the pack of each document of a year, by how many passages the
// documents have, which are in the order of the library.
func Places(year string, passages []int) []string {
	names := make([]string, len(passages))
	pack, size := 1, 0
	for i, n := range passages {
		if size > 0 && size+n > maxPassages {
			pack, size = pack+1, 0
		}
		size += n
		names[i] = fmt.Sprintf("%s-%03d", year, pack)
	}
	return names
}

// part is the documents of one pack.
type part struct {
	Name      string // 2025-001
	Documents []*corpus.Document
}

// split divides a library into the parts of its packs, in order of their names.
func split(docs []*corpus.Document) []part {
	var parts []part
	for _, y := range Years(docs) {
		parts = append(parts, splitYear(cmp.Or(y.Name, undated), y.Documents)...)
	}
	slices.SortFunc(parts, func(a, b part) int { return cmp.Compare(a.Name, b.Name) })
	return parts
}

func splitYear(year string, docs []*corpus.Document) (parts []part) {
	sizes := make([]int, len(docs))
	for i, d := range docs {
		sizes[i] = len(d.Passages)
	}
	for i, name := range Places(year, sizes) {
		if len(parts) == 0 || parts[len(parts)-1].Name != name {
			parts = append(parts, part{Name: name})
		}
		last := &parts[len(parts)-1]
		last.Documents = append(last.Documents, docs[i])
	}
	return parts
}

// Pack is a built pack with its texts and rows.
type Pack struct {
	Summary
	Bytes     []byte // library.Pack
	Documents []byte // sitefile.Documents
	Passages  []byte // rows of package export, as NDJSON
	Figures   []byte
}

// Summary says what a pack holds.
type Summary struct {
	Name      string `json:"name"`
	Hash      string `json:"hash"` // of the pack, see library.Pack
	Documents int    `json:"documents"`
	Passages  int    `json:"passages"`
	Figures   int    `json:"figures"`
	// Unreadable names the documents on which reading figures panicked: they are
	// in the pack, without figures.
	Unreadable []string `json:"unreadable,omitempty"`
}

// build makes a pack of its documents, with the words of the full dictionary
// that occur in them. Its bytes are those of library.Pack.
func build(ctx context.Context, of part, full []byte) (*Pack, error) {
	p := &Pack{Summary: Summary{Name: of.Name}}
	var figures table.Builder
	for _, d := range of.Documents {
		r, err := readInto(&figures, d)
		if err != nil {
			return nil, err
		}
		p.add(r)
	}
	return p, p.assemble(ctx, of.Documents, figures.Bytes(), full)
}

// assemble adds the index and the texts.
func (p *Pack) assemble(ctx context.Context, docs []*corpus.Document, figures, full []byte) error {
	small, err := dictionary.Small(full, dictionary.Texts(docs))
	if err != nil {
		return fmt.Errorf("packs: %s: %w", p.Name, err)
	}
	if p.Bytes, p.Hash, err = library.Assemble(ctx, docs, small, figures); err != nil {
		return fmt.Errorf("packs: %s: %w", p.Name, err)
	}
	file := sitefile.Documents{List: docs}
	if p.Documents, err = file.Encode(); err != nil {
		return fmt.Errorf("packs: %s: %w", p.Name, err)
	}
	return nil
}

// add takes over the rows of a document.
func (p *Pack) add(r *Reading) {
	p.Passages = append(p.Passages, r.Passages...)
	p.Figures = append(p.Figures, r.Figures...)
	p.Summary.Documents++
	p.Summary.Passages += bytes.Count(r.Passages, newline)
	p.Summary.Figures += bytes.Count(r.Figures, newline)
	if r.Unreadable != "" {
		p.Unreadable = append(p.Unreadable, r.Unreadable)
	}
}

var newline = []byte("\n")
