package library

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"

	"fenghui/corpus"
	"fenghui/corpus/sha256"
	"fenghui/wasm/figure"
	"fenghui/wasm/figure/table"
	"fenghui/wasm/index"
	"fenghui/wasm/text"
)

// A pack is a prebuilt library as one file, a headed one: its body are the
// sections that the header lists, one after another. The texts are not in it: the
// program carries a few records, and the site has all others in a documents file
// beside the pack.
const packMagic = "FHPACK1\n"

type packHeader struct {
	InputHash string        `json:"inputHash"`
	Sections  []packSection `json:"parts"`
}

type packSection struct {
	Name   string `json:"name"` // dictionary segment figures
	Size   int    `json:"size"`
	SHA256 string `json:"sha256"`
}

// ErrBadPack is told of a pack that is cut short, changed, or of another kind.
var ErrBadPack = errors.New("library: not a sound pack")

// Pack prepares the built-in part of a library. The hash names its inputs
// (texts and what else figures are read from, dictionary, formats, rules), not
// its bytes: an index holds the same when
// built twice, but not byte for byte.
func Pack(ctx context.Context, docs []*corpus.Document, dictionary []byte) (pack []byte, hash string, err error) {
	return Assemble(ctx, docs, dictionary, figuresTable(docs, nil))
}

// Assemble is Pack where the figures have been read already, elsewhere perhaps:
// the table has those of each document, in the same order.
func Assemble(ctx context.Context, docs []*corpus.Document, dictionary, figures []byte) (pack []byte, hash string, err error) {
	return packDocuments(ctx, docs, dictionary, figures, []section{{"dictionary", dictionary}})
}

// packDocuments packs documents; the sections given come first.
func packDocuments(ctx context.Context, docs []*corpus.Document, dictionary, figures []byte, first []section) (pack []byte, hash string, err error) {
	dict, err := text.OpenDictionary(dictionary)
	if err != nil {
		return nil, "", fmt.Errorf("library: pack: %w", err)
	}
	built, segment, err := buildPart(ctx, builtInItems(docs), newCutter(dict))
	if err != nil {
		return nil, "", fmt.Errorf("library: pack: %w", err)
	}
	hash = packHash(built.hash, docs)
	pack, err = encodePack(hash, append(first, section{"segment", segment}, section{"figures", figures}, section{"names", packMentions(docs)}))
	return pack, hash, err
}

// Unpack returns the sections of a pack with that hash, each proved undamaged:
// dictionary, segment, figures, names. The error is an ErrBadPack.
func Unpack(pack []byte, hash string) (map[string][]byte, error) {
	return decodePack(pack, hash, false)
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

type section struct {
	name string
	data []byte
}

func encodePack(hash string, sections []section) ([]byte, error) {
	header := packHeader{InputHash: hash}
	for _, s := range sections {
		header.Sections = append(header.Sections, packSection{s.name, len(s.data), sum(s.data)})
	}
	pack, err := appendHeader(packMagic, header)
	if err != nil {
		return nil, fmt.Errorf("library: pack: %w", err)
	}
	for _, s := range sections {
		pack = append(pack, s.data...)
	}
	return pack, nil
}

// decodePack returns the sections of a pack with that input hash, each proved
// undamaged unless it is proved already: in a browser that takes longer than
// all the rest of opening a library.
func decodePack(data []byte, hash string, proved bool) (map[string][]byte, error) {
	var header packHeader
	rest, err := readHeader(data, packMagic, &header)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrBadPack, err)
	}
	if header.InputHash != hash {
		return nil, fmt.Errorf("%w: it is of another library (%.12s, want %.12s)", ErrBadPack, header.InputHash, hash)
	}
	sections := map[string][]byte{}
	for _, s := range header.Sections {
		if s.Size < 0 || s.Size > len(rest) {
			return nil, fmt.Errorf("%w: section %s is cut short", ErrBadPack, s.Name)
		}
		data := rest[:s.Size:s.Size]
		if !proved && sum(data) != s.SHA256 {
			return nil, fmt.Errorf("%w: section %s is damaged", ErrBadPack, s.Name)
		}
		sections[s.Name], rest = data, rest[s.Size:]
	}
	return sections, nil
}

func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}
