package library

import (
	"context"
	"strconv"

	"fenghui/wasm/index"
	"fenghui/wasm/library/mentions"
)

// part is one segment of the index with the documents in it, in the order of
// the segment.
type part struct {
	items   []item
	segment *index.Segment
	bytes   int
	hash    string // input hash: what it is made of
	cutter  *cutter
	origin  string      // fromStore fromSite builtHere
	figures *tableCache // its figures
}

// Where the segment of a part came from.
const (
	fromStore = "store"
	fromSite  = "pack"
	builtHere = "built"
)

// item is a document's place in a part. The document is nil when it has left
// the library; its passages still hold their numbers.
type item struct {
	key, revision string // of the article; empty in the built-in part
	document      *Document
	passages      int
}

// maxPassages of one part: larger ones are not merged any more, so that a
// rebuild stays short, as long as parts are not too many.
const maxPassages = 20000

func (p *part) passages() int {
	n := 0
	for _, i := range p.items {
		n += i.passages
	}
	return n
}

// markPacked tells the documents that they are those of a pack: what it names in
// them, and that its figures are theirs.
func (p *part) markPacked(named []byte) {
	packed := mentions.Open(named, p.passages())
	first := 0
	for _, i := range p.items {
		i.document.packed = true
		if named != nil {
			i.document.mentions = packed.Document(first, i.document.Passages)
		}
		first += i.passages
	}
}

func (p *part) live() []item {
	var live []item
	for _, i := range p.items {
		if i.document != nil {
			live = append(live, i)
		}
	}
	return live
}

// buildPart indexes documents. The segment's bytes come back beside the part,
// for keeping.
func buildPart(ctx context.Context, items []item, c *cutter) (*part, []byte, error) {
	entries := entries(items)
	data, err := index.Build(ctx, entries, c)
	if err != nil {
		return nil, nil, err
	}
	segment, err := index.OpenTrusted(data)
	if err != nil {
		return nil, nil, err
	}
	hash := index.InputHash(entries, c.dictionary.Hash())
	return &part{items: items, segment: segment, bytes: len(data), hash: hash, cutter: c, origin: builtHere}, data, nil
}

// newPart is buildPart for this library: its figures are read when they are wanted.
func (l *Library) newPart(ctx context.Context, items []item, c *cutter) (*part, []byte, error) {
	p, data, err := buildPart(ctx, items, c)
	if err == nil {
		p.figures = l.newTableCache(p.hash, nil)
	}
	return p, data, err
}

// entries are what the index is made of: one for each passage.
func entries(items []item) []index.Entry {
	var list []index.Entry
	for _, i := range items {
		for n, p := range i.document.Passages {
			list = append(list, index.Entry{ID: i.document.ID + "/" + strconv.Itoa(n), Title: i.document.Title, Text: p.Text})
		}
	}
	return list
}
