package library

import (
	"context"
	"slices"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/library/mentions"
	"fenghui/wasm/store"
)

func TestAPackTellsWhatItsPassagesName(t *testing.T) {
	l, _ := open(t, store.NewMemory(), newSite(t))
	some := 0
	for _, d := range l.Snapshot().Documents {
		for n := range d.Passages {
			if !d.Mentioned(n) {
				t.Fatalf("%s: it is not known what passage %d names", d.ID, n)
			}
			got, want := d.Mentions(n), mentions.New(d.Passages).Terms(n)
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
