//go:build !js

package index

import (
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/document"
	bleve "github.com/blevesearch/bleve_index_api"
	scorch "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v16"

	"fenghui/wasm/text"
)

// zapx itself must find in our segments what we do: the same terms, and the
// same passages with each, from memory and from a file.
func TestZapxReadsOurSegments(t *testing.T) {
	for _, n := range []int{0, 1, 300} {
		data := build(t, mixed(n), cutter(t, sampleWords...))
		tail, err := readTail(data)
		if err != nil {
			t.Fatal(err)
		}
		want := withoutFrequencies(dump(t, NewReader([]*Segment{open(t, data)}, nil)))
		for name, s := range map[string]scorch.Segment{"memory": fromMemory(t, tail.zap), "file": fromFile(t, tail.zap)} {
			if got := withoutFrequencies(zapxDump(t, s)); got != want {
				t.Errorf("%d passages, %s: differs\n%s", n, name, firstDifference(got, want))
			}
			if s.Count() != uint64(n) {
				t.Errorf("%d passages: zapx counts %d", n, s.Count())
			}
			for doc := range uint64(n) {
				if id, err := s.DocID(doc); len(id) > 0 || err != nil {
					t.Errorf("passage %d has id %q, %v", doc, id, err)
				}
			}
		}
	}
}

// zapx's own builder, fed by bleve's own documents and frequencies, must make
// a segment that says the same as ours.
func TestOurSegmentsSayWhatZapxs(t *testing.T) {
	c := cutter(t, sampleWords...)
	entries := mixed(500)
	var docs []bleve.Document
	for i, e := range entries {
		docs = append(docs, bleveDocument(fmt.Sprint(i), e, c))
	}
	s, size, err := new(zap.ZapPlugin).New(docs)
	if err != nil {
		t.Fatal(err)
	}
	data := build(t, entries, c)
	if got, want := dump(t, NewReader([]*Segment{open(t, data)}, nil)), zapxDump(t, s); got != want {
		t.Errorf("differs\n%s", firstDifference(got, want))
	}
	t.Logf("%d bytes by zapx, %d by us", size, len(data))
}

func fromMemory(t *testing.T, data []byte) scorch.Segment {
	footer := cursor{data: data, at: len(data) - footerSize}
	docs, stored, list := footer.uint64(), footer.uint64(), footer.uint64()
	crc := binary.BigEndian.Uint32(data[len(data)-4:])
	s, err := zap.InitSegmentBase(data[:len(data)-footerSize], crc, zapChunkMode, docs, stored, list)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func fromFile(t *testing.T, data []byte) scorch.Segment {
	name := filepath.Join(t.TempDir(), "segment.zap")
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
	s, err := new(zap.ZapPlugin).Open(name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// zapxDump is Dump by zapx's means.
func zapxDump(t *testing.T, s scorch.Segment) string {
	var b strings.Builder
	for _, f := range fields {
		d, err := s.Dictionary(f)
		if err != nil {
			t.Fatal(err)
		}
		for i := d.AutomatonIterator(nil, nil, nil); ; {
			e, err := i.Next()
			if err != nil {
				t.Fatal(err)
			}
			if e == nil {
				break
			}
			fmt.Fprintf(&b, "%s %s%s\n", f, e.Term, zapxPostings(t, d, e.Term))
		}
	}
	return b.String()
}

func zapxPostings(t *testing.T, d scorch.TermDictionary, term string) (out string) {
	list, err := d.PostingsList([]byte(term), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := list.Iterator(true, true, true, nil); ; {
		p, err := i.Next()
		if err != nil {
			t.Fatal(err)
		}
		if p == nil {
			return out
		}
		out += fmt.Sprintf(" %d:%d/%.0f", p.Number(), p.Frequency(), 1/math.Pow(p.Norm(), 2))
	}
}

// withoutFrequencies leaves terms and passages.
func withoutFrequencies(dump string) string {
	var b strings.Builder
	for line := range strings.Lines(dump) {
		for i, f := range strings.Split(strings.TrimSuffix(line, "\n"), " ") {
			if i > 1 {
				f, _, _ = strings.Cut(f, ":")
			}
			b.WriteString(f + " ")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// bleveDocument is an entry as bleve would index it, analysed.
func bleveDocument(id string, e Entry, c Cutter) bleve.Document {
	d := document.NewDocument(id)
	for _, field := range fields {
		value := e.Text
		if field == FieldTitle {
			value = e.Title
		}
		a := &analysis.DefaultAnalyzer{Tokenizer: tokenizer{field, c}}
		d.AddField(document.NewTextFieldCustom(field, nil, []byte(value), bleve.IndexField, a))
	}
	d.AddIDField()
	d.VisitFields(func(f bleve.Field) { f.Analyze() })
	return d
}

// tokenizer is our analysis as one of bleve's.
type tokenizer struct {
	field string
	c     Cutter
}

func (k tokenizer) Tokenize(input []byte) (out analysis.TokenStream) {
	for _, t := range Tokens(k.field, text.Fold(string(input)), k.c) {
		out = append(out, &analysis.Token{Term: []byte(t.Term), Start: t.Start, End: t.End, Position: t.Position})
	}
	return out
}
