package library

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fenghui/corpus"
	"fenghui/wasm/figure"
	"fenghui/wasm/figure/table"
	"fenghui/wasm/library/sitefile"
	"fenghui/wasm/store"
)

// tabulated are the figures of a library by its tables, and how many documents
// had to be read for them.
func tabulated(t *testing.T, l *Library) (figures []string, read int) {
	t.Helper()
	s := l.Snapshot()
	tables, err := s.Tables(t.Context(), func(p Progress) {
		if read++; p.Stage != "read-figures" || p.Done >= p.Total || p.Name == "" {
			t.Errorf("progress %+v", p)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range tables {
		for n, d := range part.Documents {
			first, end := part.Rows(n)
			for row := first; row < end && d != nil; row++ {
				at := s.Passage(uint64(part.First[n] + part.Passage(row)))
				from, _, _ := part.Days(row)
				figures = append(figures, fmt.Sprint(at.Document.ID, " ", part.Span(row).Of(at.Text()), " ", from))
			}
		}
	}
	slices.Sort(figures)
	return figures, read
}

// extracted are the figures as the rules read them now.
func extracted(l *Library) (figures []string) {
	for _, d := range l.Snapshot().Documents {
		for _, f := range figure.Extract(d.Document, corpus.Names()) {
			figures = append(figures, fmt.Sprint(d.ID, " ", f.Quote, " ", firstDay(f.Period)))
		}
	}
	slices.Sort(figures)
	return figures
}

func firstDay(period string) int {
	var year, month, day int
	if n, _ := fmt.Sscanf(period, "%d-%d-%d", &year, &month, &day); n == 0 {
		return 1
	}
	return int(table.Day(time.Date(year, time.Month(max(month, 1)), max(day, 1), 0, 0, 0, 0, time.UTC)))
}

// check compares the tables with the texts and tells how many documents were
// read.
func check(t *testing.T, l *Library) (read int) {
	t.Helper()
	got, read := tabulated(t, l)
	if want := extracted(l); !slices.Equal(got, want) || len(want) == 0 {
		t.Errorf("the tables tell\n%s\nthe texts\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	return read
}

func TestFiguresOfThePackAreNotReadAgain(t *testing.T) {
	l, _ := open(t, store.NewMemory(), newSite(t))
	if read := check(t, l); read != 0 {
		t.Errorf("%d documents were read", read)
	}
}

func TestFiguresAreReadOnceAndKept(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	add(t, l, testArticle(1), testArticle(2))
	if read := check(t, l); read != 0 {
		t.Errorf("after the import %d documents were read", read)
	}
	for range 2 {
		l, _ = open(t, s, from)
		if read := check(t, l); read != 0 {
			t.Errorf("after reopening %d documents were read", read)
		}
	}
}

func TestEachChangeReadsWhatItChanged(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	var ids []string
	for n := range 9 {
		ids = append(ids, add(t, l, testArticle(n))[0].ID)
	}
	date, title := "2019-05-06", "蓝色经济论坛"
	for _, change := range []struct {
		name string
		make func() error
		read int
	}{
		{"nine imports, merged on the way", func() error { return nil }, 0},
		{"another date", func() error { return l.Amend(t.Context(), ids[0], Change{Date: &date}) }, 1},
		{"another title", func() error { return l.Amend(t.Context(), ids[1], Change{Title: &title}) }, 1},
		{"fewer articles", func() error { return l.Remove(t.Context(), ids[2:7]) }, 0},
	} {
		t.Run(change.name, func(t *testing.T) {
			if err := change.make(); err != nil {
				t.Fatal(err)
			}
			if read := check(t, l); read != change.read {
				t.Errorf("%d documents were read, want %d", read, change.read)
			}
			if l, _ = open(t, s, from); check(t, l) != 0 {
				t.Error("some had to be read again after reopening")
			}
		})
	}
	if kept := blobs(t, s, "figures"); len(kept) > len(l.parts)+1 {
		t.Errorf("%d tables are kept for %d parts", len(kept), len(l.parts))
	}
}

func TestALostOrDamagedTableIsMadeAgainSilently(t *testing.T) {
	for name, spoil := range map[string]func(s store.Store, key string) error{
		"lost": func(s store.Store, key string) error { return s.DeleteBlob(context.Background(), key) },
		"damaged": func(s store.Store, key string) error {
			return s.PutBlob(context.Background(), key, []byte("FHFIG1\n\x00spoilt"))
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, from := store.NewMemory(), newSite(t)
			l, _ := open(t, s, from)
			add(t, l, testArticle(1))
			for _, key := range blobs(t, s, "figures") {
				if err := spoil(s, key); err != nil {
					t.Fatal(err)
				}
			}
			l, notices := open(t, s, from)
			if read := check(t, l); read != 1 || len(notices) > 0 {
				t.Errorf("%d documents were read, notices %v", read, notices)
			}
			if l, _ = open(t, s, from); check(t, l) != 0 {
				t.Error("it was not kept")
			}
		})
	}
}

func TestATableThatCannotBeKeptIsNoFailure(t *testing.T) {
	s := &moodyStore{Store: store.NewMemory(), blob: store.ErrQuota}
	l, _ := open(t, s, newSite(t))
	add(t, l, testArticle(1))
	if read := check(t, l); read != 0 {
		t.Errorf("%d documents were read a second time", read)
	}
}

func TestReadingFiguresCanBeCancelled(t *testing.T) {
	l, _ := open(t, store.NewMemory(), &site{})
	ctx, cancel := context.WithCancel(t.Context())
	_, err := l.Snapshot().Tables(ctx, func(Progress) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if read := check(t, l); read != len(l.builtIn.items) {
		t.Errorf("afterwards %d documents were read", read)
	}
}

func TestAPackWithFiguresThatWillNotDo(t *testing.T) {
	var other table.Builder
	for _, d := range testDocuments(t) {
		d.Summit.Date = "1999-01-01"
		other.Add(d, nil)
	}
	for name, figures := range map[string][]byte{"of other dates": other.Bytes(), "damaged": []byte("FHFIG"), "none": nil} {
		t.Run(name, func(t *testing.T) {
			s, from := store.NewMemory(), newSite(t)
			parts, err := sitefile.DecodePack(from.files[from.Pack], from.PackHash, false)
			if err != nil {
				t.Fatal(err)
			}
			from.files[from.Pack], err = sitefile.EncodePack(from.PackHash, []sitefile.Section{
				{Name: sitefile.Dictionary, Data: parts[sitefile.Dictionary]},
				{Name: sitefile.Segment, Data: parts[sitefile.Segment]},
				{Name: sitefile.Figures, Data: figures},
			})
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range []int{1, 0} {
				l, notices := open(t, s, from)
				if read := check(t, l); read != want || len(notices) > 0 {
					t.Errorf("%d documents were read, want %d; notices %v", read, want, notices)
				}
			}
		})
	}
}

// A document's own table serves as long as there is no other.
func TestTableOfADocument(t *testing.T) {
	l, _ := open(t, store.NewMemory(), &site{})
	s := l.Snapshot()
	for _, ready := range []bool{false, true} {
		for _, d := range s.Documents {
			own, n := s.TableOf(t.Context(), d)
			first, end := own.Rows(n)
			if whole := own.Documents() > 1; end-first != len(s.Figures(d)) || whole != ready {
				t.Errorf("%s: %d figures of %d, in the whole table: %v", d.ID, end-first, len(s.Figures(d)), whole)
			}
		}
		if _, err := s.Tables(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
	}
}

// Opening asks for no figures.
func TestOpeningReadsNoFigures(t *testing.T) {
	s, from := store.NewMemory(), newSite(t)
	l, _ := open(t, s, from)
	add(t, l, testArticle(1))
	l, _ = open(t, s, from)
	for _, p := range append(l.parts, l.builtIn) {
		if p.figures.looked || p.figures.table.Load() != nil {
			t.Errorf("the table of %s was looked for", p.hash)
		}
	}
}

func TestOnlyTheLastReadingsAreRemembered(t *testing.T) {
	r := recentFigures{reader: newFigureReader(Options{})}
	for n := range 3 * maxRecent {
		a, err := stored{Name: "a", Text: testArticle(n).Text}.read()
		if err != nil {
			t.Fatal(err)
		}
		if r.of(a.document); len(r.list) > maxRecent {
			t.Fatalf("%d are remembered", len(r.list))
		}
		if again := r.of(a.document); len(again) == 0 || r.list[len(r.list)-1].document != a.document {
			t.Error("the last one is not")
		}
	}
}

// Questions for figures and for one document come at once, and while articles
// come in.
func TestFiguresAreAskedForByManyAtOnce(t *testing.T) {
	l, _ := open(t, store.NewMemory(), &site{})
	var all sync.WaitGroup
	for n := range 4 {
		all.Go(func() {
			s := l.Snapshot()
			if _, err := s.Tables(t.Context(), nil); err != nil {
				t.Error(err)
			}
			for _, d := range s.Documents {
				if own, at := s.TableOf(t.Context(), d); own.Hash(at) != d.inputs() {
					t.Errorf("%s: a table of something else", d.ID)
				}
			}
		})
		all.Go(func() { add(t, l, testArticle(n)) })
	}
	all.Wait()
	check(t, l)
}
