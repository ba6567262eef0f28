package library

import (
	"context"
	"slices"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/store"
)

func TestAPackTellsWhatItsPassagesName(t *testing.T) {
	l, _ := open(t, store.NewMemory(), newSite(t))
	some := 0
	for _, d := range l.Snapshot().Documents {
		for n, p := range d.Passages {
			if d.mentions.packed == nil || !d.Mentioned(n) {
				t.Fatalf("%s: it is not known what passage %d names", d.ID, n)
			}
			got, want := d.Mentions(n), named(p.Text)
			if !slices.Equal(got, want) {
				t.Errorf("%s, passage %d: %d names, in its text there are %d", d.ID, n, len(got), len(want))
			}
			some += len(got)
		}
	}
	if some == 0 {
		t.Error("no names at all")
	}
}

func TestDamagedNamesAreFoundInTheTexts(t *testing.T) {
	docs := testDocuments(t)
	passages := 0
	for _, d := range docs {
		passages += len(d.Passages)
	}
	whole := packMentions(docs)
	for _, data := range [][]byte{nil, whole[:len(whole)-1], append(slices.Clone(whole), 0), {0xff, 0xff, 0xff, 0xff, 0xff, 1}} {
		d := newDocument(docs[0], true)
		d.mentions.packed = &packedMentions{data: data, passages: passages}
		if got, want := d.Mentions(0), named(docs[0].Passages[0].Text); !slices.Equal(got, want) {
			t.Errorf("%d of %d bytes: %v, want %v", len(data), len(whole), got, want)
		}
	}
}

// What the pack says is not asked of a document that has been changed since.
func TestAChangedDocumentIsNotThatOfThePack(t *testing.T) {
	l, _ := open(t, store.NewMemory(), newSite(t))
	s := l.Snapshot()
	d := s.Documents[0]
	at := s.places[d]
	table, n := s.TableOf(context.Background(), d)
	if !d.packed || table != at.part.figures.pack || !at.part.figures.isCurrent(table, n, d) || table.Hash(n) != d.inputs() {
		t.Fatal("the pack's table does not tell its own figures")
	}
	changed := *d.Document
	changed.Passages = append(slices.Clone(changed.Passages), corpus.Passage{Text: "增长5%。"})
	if at.part.figures.isCurrent(table, n, newDocument(&changed, true)) {
		t.Error("it tells those of another text")
	}
}
