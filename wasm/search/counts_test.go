package search

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/library/librarytest"
)

// ships are articles with a figure in each of their passages.
func ships(n int) (docs []*corpus.Document) {
	for d := range n {
		var passages []string
		for p := range 5 {
			passages = append(passages, fmt.Sprintf("第%d艘渔船为哈萨克斯坦捕捞%d吨。", 5*d+p+1, 7*d+p+1))
		}
		docs = append(docs, librarytest.Document(fmt.Sprintf("ship-%03d", d), "2024-03-05", "海洋国家联盟", fmt.Sprintf("渔船%d", d), passages...))
	}
	return docs
}

// Of many passages an answer counts the first; figures among the same ones as
// names, so that one number says it of both.
func TestSoManyAreCountedThatNobodyWaits(t *testing.T) {
	s := librarytest.Snapshot(t, ships(130))
	if _, err := s.Tables(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	for _, want := range []int{mostRead, 2 * mostRead, 0} {
		f := run(t, s, Request{Query: "渔船", Facets: true}).Facets
		counted := f.Places[0].Count
		if f.Among != want || counted != cmp.Or(want, 650) {
			t.Errorf("among %d, of which %d name a country; want %d", f.Among, counted, want)
		}
		for _, k := range f.Kinds {
			if k.Count > counted {
				t.Errorf("%s is counted %d times, among %d passages", k.Value, k.Count, counted)
			}
		}
		if f.Dates[0].Count != 650 || f.Summits[0].Count != 650 {
			t.Errorf("dates %v, summits %v: not all passages are counted", f.Dates, f.Summits)
		}
	}
}

func TestTheFirstOfManyAreThoseOfTheWholeOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, most := range []int{0, 1, 7, 200} {
		var all []int
		first := topN[int]{most: most, order: func(a, b int) int { return a - b }}
		for range 1000 {
			n := random.IntN(300)
			all = append(all, n)
			first.add(n)
		}
		slices.Sort(all)
		if got := first.sorted(); !slices.Equal(got, all[:most]) {
			t.Errorf("of %d: %v", most, got)
		}
	}
}
