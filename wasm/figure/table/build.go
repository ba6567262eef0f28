package table

import (
	"encoding/binary"
	"hash/crc32"
	"math"
	"math/big"
	"strings"

	"fenghui/corpus"
	"fenghui/wasm/figure"
)

// Builder makes a table, document by document. The zero Builder is ready.
type Builder struct {
	section  [sections][]byte
	counts   counts
	labels   map[string]uint16
	phrases  map[string]uint32
	setNames map[string]uint32
	texts    []string // by number: labels, as long as there are no phrases
	longer   []string // phrases, numbered behind the labels in the end
}

// Add appends a document with its figures.
func (b *Builder) Add(doc *corpus.Document, figures []figure.Figure) {
	b.AddAs(HashOf(doc), doc, figures)
}

// AddAs is Add for figures that depend on more than the document.
func (b *Builder) AddAs(h Hash, doc *corpus.Document, figures []figure.Figure) {
	b.begin(h)
	for i := range figures {
		b.add(doc, &figures[i])
	}
}

// Leave appends a document without figures, in the place of one that is no
// longer there.
func (b *Builder) Leave() { b.begin(Hash{}) }

func (b *Builder) begin(h Hash) {
	if b.counts.documents == 0 {
		b.labels, b.phrases, b.setNames = map[string]uint16{}, map[string]uint32{}, map[string]uint32{}
		b.label("")
		b.phrase("")
		b.set(nil)
	}
	b.counts.documents++
	b.append32(firstRows, b.counts.rows)
	b.section[hashes] = append(b.section[hashes], h[:]...)
}

func (b *Builder) add(doc *corpus.Document, f *figure.Figure) {
	start := doc.Passages[f.Passage].Start
	value, most := f.Value, f.Max
	if flagsOf(f)&Misread != 0 {
		value, most = nil, nil // it is asked for by no value, and compared with nothing
	}
	b.append64(values, nearest(value))
	b.append64(maxima, nearest(most))
	b.append32(passages, uint32(f.Passage))
	b.append32(starts, uint32(f.Span.Start-start))
	b.append32(ends, uint32(f.Span.End-start))
	from, to := days(f.Period)
	b.append32(froms, uint32(from))
	b.append32(tos, uint32(to))
	b.append32(indicators, b.phrase(f.Indicator))
	b.append32(parties, b.set(f.Parties))
	for i, s := range []string{f.Kind, f.Unit, f.Said, f.Measure, string(f.Bound), f.Status, f.Speech} {
		b.append16(labelled[i], b.label(s))
	}
	b.section[flags] = append(b.section[flags], byte(flagsOf(f)))
	b.counts.rows++
}

// Copy appends a document as it is in another table.
func (b *Builder) Copy(t *Table, document int) {
	b.begin(t.Hash(document))
	first, end := t.Rows(document)
	for row := first; row < end; row++ {
		for _, column := range []section{values, maxima} {
			b.section[column] = binary.LittleEndian.AppendUint64(b.section[column], t.uint64(column, row))
		}
		for _, column := range []section{passages, starts, ends, froms, tos} {
			b.append32(column, t.uint32(column, row))
		}
		b.append32(indicators, b.phrase(t.Phrase(t.Indicator(row))))
		b.append32(parties, b.set(t.Members(t.Parties(row))))
		for _, column := range labelled {
			b.append16(column, b.label(t.Label(t.label(column, row))))
		}
		b.section[flags] = append(b.section[flags], byte(t.Flags(row)))
		b.counts.rows++
	}
}

// Bytes is the table. Nothing can be added afterwards.
func (b *Builder) Bytes() []byte {
	if b.counts.documents == 0 {
		b.Leave() // an empty table is one of nothing
		b.counts.documents, b.section[hashes], b.section[firstRows] = 0, nil, nil
	}
	b.append32(firstRows, b.counts.rows)
	b.append32(firstMembers, b.counts.members)
	b.writeTexts()
	data := []byte(magic)
	for _, field := range b.counts.fields() {
		data = binary.LittleEndian.AppendUint32(data, *field)
	}
	for s := range sections {
		data = append(data, b.section[s]...)
	}
	return binary.LittleEndian.AppendUint32(data, crc32.ChecksumIEEE(data))
}

// writeTexts numbers the phrases behind the labels, which only now are all
// known.
func (b *Builder) writeTexts() {
	shift := uint32(len(b.texts))
	for _, s := range []section{indicators, members} {
		for at := 0; at < len(b.section[s]); at += 4 {
			number := b.section[s][at:]
			binary.LittleEndian.PutUint32(number, binary.LittleEndian.Uint32(number)+shift)
		}
	}
	all := append(b.texts, b.longer...)
	b.counts.labels, b.counts.strings = shift, uint32(len(all))
	for _, s := range all {
		b.append32(firstBytes, uint32(len(b.section[letters])))
		b.section[letters] = append(b.section[letters], s...)
	}
	b.counts.letters = uint32(len(b.section[letters]))
	b.append32(firstBytes, b.counts.letters)
}

// label numbers a text. A table has far fewer than 65,536 of them (kinds, and
// units as they are said); beyond, texts without end are not told.
func (b *Builder) label(s string) uint16 {
	n, known := b.labels[s]
	if known || len(b.texts) > math.MaxUint16 {
		return n
	}
	n = uint16(len(b.texts))
	b.labels[s], b.texts = n, append(b.texts, s)
	return n
}

func (b *Builder) phrase(s string) uint32 {
	n, known := b.phrases[s]
	if !known {
		n = uint32(len(b.longer))
		b.phrases[s], b.longer = n, append(b.longer, s)
	}
	return n
}

func (b *Builder) set(names []string) uint32 {
	key := strings.Join(names, "\n")
	n, known := b.setNames[key]
	if !known {
		n = b.counts.sets
		b.setNames[key] = n
		b.append32(firstMembers, b.counts.members)
		b.counts.sets++
		for _, name := range names {
			b.append32(members, b.phrase(name))
			b.counts.members++
		}
	}
	return n
}

func (b *Builder) append16(s section, n uint16) {
	b.section[s] = binary.LittleEndian.AppendUint16(b.section[s], n)
}

func (b *Builder) append32(s section, n uint32) {
	b.section[s] = binary.LittleEndian.AppendUint32(b.section[s], n)
}

func (b *Builder) append64(s section, x float64) {
	b.section[s] = binary.LittleEndian.AppendUint64(b.section[s], math.Float64bits(x))
}

func nearest(r *big.Rat) float64 {
	if r == nil {
		return math.NaN()
	}
	x, _ := r.Float64()
	return x
}

func flagsOf(f *figure.Figure) (flags Flags) {
	if f.Inferred {
		flags |= InferredPeriod
	}
	if f.Open {
		flags |= OpenPeriod
	}
	if f.Reading == "ambiguous" {
		flags |= AmbiguousReading
	}
	if c := f.Corrected; c != nil && c.By.Misread {
		flags |= Misread
	}
	return flags
}
