package library

import (
	"context"
	"encoding/hex"
	"fmt"

	"fenghui/corpus"
	"fenghui/corpus/sha256"
	"fenghui/wasm/figure"
	"fenghui/wasm/figure/table"
	"fenghui/wasm/index"
	"fenghui/wasm/library/mentions"
	"fenghui/wasm/library/sitefile"
	"fenghui/wasm/text"
)

// Pack prepares the built-in part of a library. The hash names its inputs
// (texts and what else figures are read from, dictionary, formats, rules), not
// its bytes: an index holds the same when built twice, but not byte for byte.
func Pack(ctx context.Context, docs []*corpus.Document, dictionary []byte) (pack []byte, hash string, err error) {
	return Assemble(ctx, docs, dictionary, figuresTable(docs, nil))
}

// Assemble is Pack where the figures have been read already, elsewhere perhaps:
// the table has those of each document, in the same order.
func Assemble(ctx context.Context, docs []*corpus.Document, dictionary, figures []byte) (pack []byte, hash string, err error) {
	return packDocuments(ctx, docs, dictionary, figures, []sitefile.Section{{Name: sitefile.Dictionary, Data: dictionary}})
}

// PackYear prepares the documents of a year, like Pack, for a library whose
// first pack has this dictionary.
func PackYear(ctx context.Context, docs []*corpus.Document, dictionary []byte) (pack []byte, hash string, err error) {
	return packDocuments(ctx, docs, dictionary, figuresTable(docs, nil), nil)
}

// packDocuments packs documents; the sections given come first.
func packDocuments(ctx context.Context, docs []*corpus.Document, dictionary, figures []byte, first []sitefile.Section) (pack []byte, hash string, err error) {
	dict, err := text.OpenDictionary(dictionary)
	if err != nil {
		return nil, "", fmt.Errorf("library: pack: %w", err)
	}
	built, segment, err := buildPart(ctx, builtInItems(docs), newCutter(dict))
	if err != nil {
		return nil, "", fmt.Errorf("library: pack: %w", err)
	}
	hash = packHash(built.hash, docs)
	pack, err = sitefile.EncodePack(hash, append(first,
		sitefile.Section{Name: sitefile.Segment, Data: segment},
		sitefile.Section{Name: sitefile.Figures, Data: figures},
		sitefile.Section{Name: sitefile.Mentions, Data: mentions.Encode(docs)}))
	return pack, hash, err
}

// figuresTable is the table of the figures of documents. One that cannot be read
// is left for the program to try, which tells its reader.
func figuresTable(docs []*corpus.Document, extract func(*corpus.Document, *corpus.Glossary) []figure.Figure) []byte {
	var b table.Builder
	for _, d := range docs {
		if figures, err := attempt(extract, d); err == nil {
			b.Add(d, figures)
		} else {
			b.Leave()
		}
	}
	return b.Bytes()
}

// packLayout changes when a pack holds other sections than before.
const packLayout = "names"

// packHash names all that a pack is made from: what the index is, and what the
// figures are read from; and which sections it has.
func packHash(index string, docs []*corpus.Document) string {
	h := sha256.New()
	h.WriteString(packLayout)
	h.WriteString(index)
	for _, d := range docs {
		inputs := table.HashOf(d)
		h.Write(inputs[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// PackHash is the hash Pack would give, without building.
func PackHash(docs []*corpus.Document, dictionary []byte) (string, error) {
	dict, err := text.OpenDictionary(dictionary)
	if err != nil {
		return "", fmt.Errorf("library: pack hash: %w", err)
	}
	return packHash(index.InputHash(entries(builtInItems(docs)), dict.Hash()), docs), nil
}

// openPack opens a pack; without a look at every byte if they are proved.
func openPack(data []byte, hash string, items []item, shared *cutter, proved bool) (p *part, figures []byte, err error) {
	sections, err := sitefile.DecodePack(data, hash, proved)
	if err != nil {
		return nil, nil, err
	}
	if shared == nil {
		dict, err := text.OpenDictionary(sections[sitefile.Dictionary])
		if err != nil {
			return nil, nil, fmt.Errorf("%w: %v", sitefile.ErrBadPack, err)
		}
		shared = newCutter(dict)
	}
	segment, err := index.OpenTrusted(sections[sitefile.Segment]) // DecodePack has proved the bytes
	if err != nil {
		return nil, nil, err
	}
	p = &part{items: items, segment: segment, bytes: len(sections[sitefile.Segment]), hash: hash, cutter: shared}
	if segment.Documents() != p.passages() {
		return nil, nil, fmt.Errorf("%w: it holds %d passages, the library %d", sitefile.ErrBadPack, segment.Documents(), p.passages())
	}
	p.markPacked(sections[sitefile.Mentions])
	return p, sections[sitefile.Figures], nil
}
