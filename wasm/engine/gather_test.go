package engine

import (
	"maps"
	"slices"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/library"
	"fenghui/wasm/library/librarytest"
)

// Of a library that is too large the newest paragraphs are compared that share
// an indicator with another document; the rest is counted.
func TestAVeryLargeLibrary(t *testing.T) {
	e := opened(t)
	l, err := e.opened()
	if err != nil {
		t.Fatal(err)
	}
	all := 0
	for _, d := range l.Snapshot().Documents {
		all += len(l.Snapshot().Figures(d))
	}
	for _, c := range []struct {
		name   string
		limits limits
		part   bool
	}{
		{"room for all", limits{0, all, 8 << 20}, false},
		{"room for half of the figures", limits{0, all / 2, 8 << 20}, true},
		{"room for the text of some documents", limits{0, all, 8 << 10}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := opened(t)
			e.comparisons.limits = c.limits
			a := ask[CompareAnswer](t, e, OpCompare, CompareArgs{Kinds: everyKind, Limit: comparisonsMost})
			if a.Compared == 0 || a.Compared > c.limits.figures || a.Compared+a.LeftOut != all || a.Total == 0 || (a.LeftOut > 0) != c.part {
				t.Errorf("%d compared, %d left out of %d; %d found", a.Compared, a.LeftOut, all, a.Total)
			}
		})
	}
}

// What is chosen of a large library fills its limits and keeps them.
func TestLimitsAreKeptAndFilled(t *testing.T) {
	l, err := opened(t).opened()
	if err != nil {
		t.Fatal(err)
	}
	s, all := l.Snapshot(), 0
	for _, d := range s.Documents {
		all += len(s.Figures(d))
	}
	chosen := func(most limits) (c *choice, figures, bytes int) {
		c, err := most.choose(t.Context(), s, func(library.Progress) {})
		if err != nil {
			t.Fatal(err)
		}
		for d := range c.documents {
			bytes += d.Bytes
		}
		return c, all - c.leftOut, bytes
	}
	for _, most := range []limits{{0, all / 2, 8 << 20}, {0, all, 20 << 10}, {0, all / 3, 40 << 10}} {
		c, figures, bytes := chosen(most)
		if figures == 0 || figures > most.figures || bytes > most.text {
			t.Errorf("%+v: %d figures in %d bytes", most, figures, bytes)
		}
		again, same, _ := chosen(limits{0, figures, bytes})
		if same != figures || !maps.Equal(again.documents, c.documents) {
			t.Errorf("%+v: where there is room for %d figures in %d bytes, %d are chosen", most, figures, bytes, same)
		}
	}
}

// Dates ahead are held against each other, dates gone by are not.
func TestDatesAreIndicatorsWhileTheyAreAhead(t *testing.T) {
	d := librarytest.Document("a", "2024-05-06", "北港联盟", "北港联盟峰会", "下届峰会将于2026年3月4日举行。铁路于2023年2月1日开通。")
	s := librarytest.Snapshot(t, []*corpus.Document{d})
	tables, err := s.Tables(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for row := range tables[0].Len() {
		got = append(got, indicatorOf(tables[0], row))
	}
	if want := []string{"date|20516", ""}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
