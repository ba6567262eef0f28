package figurelist

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/figure"
	"fenghui/wasm/figure/table"
	"fenghui/wasm/library"
	"fenghui/wasm/library/librarytest"
	"fenghui/wasm/search"
	"fenghui/wasm/store"
)

type extractor func(*corpus.Document, *corpus.Glossary) []figure.Figure

// opened is the library of harbours, read by that.
func opened(t *testing.T, s store.Store, extract extractor) *library.Snapshot {
	t.Helper()
	return librarytest.Open(t, harbours, library.Options{Store: s, Extract: extract})
}

func TestADocumentThatBreaksTheRulesTakesNoOtherAway(t *testing.T) {
	s := opened(t, store.NewMemory(), func(d *corpus.Document, g *corpus.Glossary) []figure.Figure {
		if d.ID == "north" {
			panic("out of range")
		}
		return figure.Extract(d, g)
	})
	a, err := Find(t.Context(), s, Request{})
	if err != nil {
		t.Fatal(err)
	}
	if want := "south/0 20亿美元, south/1 增长20%, south/1 2500000公斤, undated/0 700万吨"; told(a) != want {
		t.Errorf("got  %s\nwant %s", told(a), want)
	}
	if found := searched(t, s, "值:20亿美元"); found != 1 {
		t.Errorf("%d passages of that value", found)
	}
	if found := searched(t, s, "俄罗斯"); found == 0 {
		t.Error("its text is not found")
	}
}

// A kept table of other rules than its hash says must not show one figure as
// another.
func TestATableThatTellsWhatTheTextDoesNotIsReadAgain(t *testing.T) {
	for name, change := range map[string]func([]figure.Figure) []figure.Figure{
		"too few":     func(f []figure.Figure) []figure.Figure { return f[1:] },
		"too many":    func(f []figure.Figure) []figure.Figure { return append(slices.Clone(f), f[len(f)-1], f[len(f)-1]) },
		"other words": func(f []figure.Figure) []figure.Figure { f[0].Span.End--; return f },
	} {
		t.Run(name, func(t *testing.T) {
			kept := store.NewMemory()
			if _, err := opened(t, kept, nil).Tables(t.Context(), nil); err != nil {
				t.Fatal(err)
			}
			spoil(t, kept, change)
			s, m, read := opened(t, kept, nil), &Memo{}, 0
			for range 2 {
				a, err := Find(t.Context(), s, Request{Memo: m, Progress: func(library.Progress) { read++ }})
				if err != nil {
					t.Fatal(err)
				}
				whole, _ := Find(t.Context(), librarytest.Snapshot(t, harbours), Request{})
				if told(a) != told(whole) || a.Total != whole.Total {
					t.Errorf("got  %s\nwant %s", told(a), told(whole))
				}
			}
			if read != 1 {
				t.Errorf("%d documents were read", read)
			}
		})
	}
}

// spoil puts a table in the store that tells other figures of the article
// "north" under the right hash.
func spoil(t *testing.T, s store.Store, change func([]figure.Figure) []figure.Figure) {
	t.Helper()
	keys, err := s.BlobKeys(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var b table.Builder
	for _, d := range harbours {
		figures := figure.Extract(d, corpus.Names())
		if d.ID == "north" {
			figures = change(figures)
		}
		b.Add(d, figures)
	}
	at := slices.IndexFunc(keys, func(key string) bool { return strings.HasPrefix(key, "figures/") })
	if at < 0 {
		t.Fatalf("no table among %q", keys)
	}
	if err := s.PutBlob(t.Context(), keys[at], b.Bytes()); err != nil {
		t.Fatal(err)
	}
}

// Rules that read each time anew still show no wrong figure, and come to an end.
func TestFiguresThatAreNeverReadTheSameAreLeftOut(t *testing.T) {
	times := 0
	s := opened(t, store.NewMemory(), func(d *corpus.Document, g *corpus.Glossary) []figure.Figure {
		figures := figure.Extract(d, g)
		if times++; d.ID == "undated" && times > len(harbours) {
			figures[0].Span.Start -= times % 7
		}
		return figures
	})
	a, err := Find(t.Context(), s, Request{Sort: "value"})
	if err != nil || strings.Contains(told(a), "undated") || len(a.Figures) == 0 {
		t.Errorf("%s, %v", told(a), err)
	}
}

func TestACancelledPageEndsAtTheNextDocument(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	tables, read := true, 0
	s := opened(t, store.NewMemory(), func(d *corpus.Document, g *corpus.Glossary) []figure.Figure {
		if !tables {
			read++
			cancel()
		}
		return figure.Extract(d, g)
	})
	if _, err := s.Tables(ctx, nil); err != nil {
		t.Fatal(err)
	}
	tables = false
	if _, err := Find(ctx, s, Request{}); !errors.Is(err, context.Canceled) || read != 1 {
		t.Errorf("%d documents were read, %v", read, err)
	}
}

// searched counts the passages that a query finds.
func searched(t *testing.T, s *library.Snapshot, query string) int {
	t.Helper()
	a, err := search.Run(t.Context(), s, search.Request{Query: query})
	if err != nil {
		t.Fatal(err)
	}
	return a.Passages
}
