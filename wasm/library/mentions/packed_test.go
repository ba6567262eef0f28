package mentions

import (
	"encoding/binary"
	"slices"
	"testing"

	"fenghui/corpus"
)

func ourRecords(t *testing.T) []*corpus.Document {
	t.Helper()
	docs, err := corpus.Carried()
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func passagesOf(docs []*corpus.Document) (n int) {
	for _, d := range docs {
		n += len(d.Passages)
	}
	return n
}

func TestWhatWasPackedIsWhatTheTextsName(t *testing.T) {
	docs := ourRecords(t)
	packed := Open(Encode(docs), passagesOf(docs))
	first, some := 0, 0
	for _, d := range docs {
		got, want := packed.Document(first, d.Passages), New(d.Passages)
		for n := range d.Passages {
			if !got.Known(n) || want.Known(n) {
				t.Fatalf("%s, passage %d: known in the pack %v, in the text %v", d.ID, n, got.Known(n), want.Known(n))
			}
			if !slices.Equal(got.Terms(n), want.Terms(n)) {
				t.Errorf("%s, passage %d: %v, want %v", d.ID, n, got.Terms(n), want.Terms(n))
			}
			some += len(got.Terms(n))
		}
		first += len(d.Passages)
	}
	if some == 0 {
		t.Error("no names at all")
	}
}

func TestDamagedMentionsAreFoundInTheTexts(t *testing.T) {
	docs := ourRecords(t)
	passages, whole := docs[0].Passages, Encode(docs)
	noSuchName := binary.AppendUvarint([]byte{1}, uint64(len(corpus.Names().Terms())))
	for range passagesOf(docs) - 1 {
		noSuchName = append(noSuchName, 0)
	}
	for _, data := range [][]byte{nil, noSuchName, whole[:len(whole)-1], append(slices.Clone(whole), 0), {0xff, 0xff, 0xff, 0xff, 0xff, 1}} {
		m := Open(data, passagesOf(docs)).Document(0, passages)
		if m.Known(0) {
			t.Errorf("%d of %d bytes: taken from the pack", len(data), len(whole))
		}
		if got, want := m.Terms(0), find(passages[0].Text); !slices.Equal(got, want) {
			t.Errorf("%d of %d bytes: %v, want %v", len(data), len(whole), got, want)
		}
	}
}
