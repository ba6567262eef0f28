package figurelist

import (
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"fenghui/wasm/figure/table"
	"fenghui/wasm/library"
	"fenghui/wasm/search"
	"fenghui/wasm/text"
)

// wordTest asks that each word stand in the figure's sentence, its indicator or
// one of its parties. Sentences are folded only where the index does not rule
// the word out.
type wordTest struct {
	words     []string
	passages  []*roaring.Bitmap // by word: where it may stand
	indicator map[phraseOf]bool
	parties   map[setOf]bool

	passage   place // of the sentences below
	sentences []text.Span
	folded    map[int]string // by sentence
}

// place is a passage of the library.
type place struct {
	document *library.Document
	passage  int
}

type phraseOf struct {
	table  *table.Table
	phrase table.Phrase
	word   int
}

type setOf struct {
	table *table.Table
	set   table.Set
	word  int
}

func newWordTest(s *library.Snapshot, typed string) (*wordTest, error) {
	t := &wordTest{words: strings.Fields(text.Fold(typed)), indicator: map[phraseOf]bool{}, parties: map[setOf]bool{}}
	for _, w := range t.words {
		may, err := search.Candidates(s, w)
		if err != nil {
			return nil, err
		}
		t.passages = append(t.passages, may)
	}
	return t, nil
}

// holds reports whether all words stand with the figure.
func (t *wordTest) holds(d *entry, row int) bool {
	for n, word := range t.words {
		if !t.inIndicator(d.table.Table, row, n) && !t.inParties(d.table.Table, row, n) &&
			!(t.passages[n].Contains(uint32(d.first+d.table.Passage(row))) && strings.Contains(t.sentence(d, row), word)) {
			return false
		}
	}
	return true
}

func (t *wordTest) inIndicator(from *table.Table, row, word int) bool {
	key := phraseOf{from, from.Indicator(row), word}
	holds, known := t.indicator[key]
	if !known {
		holds = strings.Contains(text.Fold(from.Phrase(key.phrase)), t.words[word])
		t.indicator[key] = holds
	}
	return holds
}

func (t *wordTest) inParties(from *table.Table, row, word int) bool {
	key := setOf{from, from.Parties(row), word}
	holds, known := t.parties[key]
	if !known {
		holds = strings.Contains(text.Fold(strings.Join(from.Members(key.set), "\n")), t.words[word])
		t.parties[key] = holds
	}
	return holds
}

// sentence of a figure, folded. Figures come passage by passage, so those of
// one are remembered.
func (t *wordTest) sentence(d *entry, row int) string {
	original := d.Passages[d.table.Passage(row)].Text
	if at := (place{d.Document, d.table.Passage(row)}); at != t.passage {
		t.passage, t.sentences, t.folded = at, text.Sentences(original), map[int]string{}
	}
	start := d.table.Span(row).Start
	for n, s := range t.sentences {
		if start >= s.End {
			continue
		}
		if _, known := t.folded[n]; !known {
			t.folded[n] = text.Fold(s.Of(original))
		}
		return t.folded[n]
	}
	return ""
}
