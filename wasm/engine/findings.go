package engine

import (
	"cmp"
	"context"
	"slices"
	"sort"
	"sync"

	"fenghui/corpus"
	"fenghui/wasm/compare"
	"fenghui/wasm/figure"
	"fenghui/wasm/library"
	"fenghui/wasm/pace"
)

// findings are the results of comparing a snapshot, arranged for lists.
type findings struct {
	snapshot  *library.Snapshot
	documents []*library.Document // by their number in the result
	inputs    []compare.Input
	result    *compare.Result
	all       []finding // by kind, of each what deserves a look first
	byName    map[findingName]int
	byFigure  map[figureName][]int // without the calendar
	compared  int
	leftOut   int
	limits    limits

	hearing sync.Mutex            // guards voices
	voices  map[int]figure.Voices // by document, of those that were asked for
}

// findingName names a finding, figureName a figure, for ever.
type (
	findingName struct{ kind, key string }
	figureName  struct {
		document         string
		passage, ordinal int
	}
)

// finding is one comparison, whatever its kind.
type finding struct {
	findingName
	at          int // in the result's list of its kind
	title       compare.Words
	what        compare.Words // of the calendar
	verdict     string
	measure     string
	measureName compare.Words
	parties     []string
	members     []compare.Member
	documents   []int // those it rests on, each once
	summits     []string
	figures     int
	when        string
	status      string
}

// find compares the figures of a snapshot.
func find(ctx context.Context, s *library.Snapshot, most limits, progress func(library.Progress)) (*findings, error) {
	f := &findings{snapshot: s, limits: most, documents: slices.Clone(s.Documents), byName: map[findingName]int{}, byFigure: map[figureName][]int{},
		voices: map[int]figure.Voices{}}
	sort.SliceStable(f.documents, func(i, j int) bool { return compare.InTime(f.documents[i].Document, f.documents[j].Document) < 0 })
	if err := f.gather(ctx, progress); err != nil {
		return nil, err
	}
	var err error
	f.result, err = compare.RunWith(compare.Watch{
		Pause: func() error { return pace.Yield(ctx) },
		Step:  func(done, total int) { progress(library.Progress{Stage: "compare", Done: done, Total: total}) },
	}, f.inputs, corpus.Names())
	if err != nil {
		return nil, err
	}
	return f, f.list(ctx)
}

// figure is the figure of a reference.
func (f *findings) figure(r compare.Ref) *figure.Figure {
	return &f.inputs[r.Document].Figures[r.Figure]
}

// name is its permanent one.
func (f *findings) name(r compare.Ref) figureName {
	x := f.figure(r)
	return figureName{f.documents[r.Document].ID, x.Passage, x.Ordinal}
}

// list lays out the result.
func (f *findings) list(ctx context.Context) error {
	for k, s := range f.result.Series {
		f.add(finding{findingName: findingName{KindSeries, s.Key}, at: k, title: s.Title, verdict: s.Verdict, measure: s.Measure, measureName: s.MeasureName,
			parties: s.Parties, members: s.Members})
	}
	for k, b := range f.result.Boards {
		f.add(finding{findingName: findingName{KindBoard, b.Key}, at: k, title: b.Title, measure: b.Measure, measureName: b.MeasureName, members: b.Members})
	}
	for k, c := range f.result.Checks {
		f.add(finding{findingName: findingName{KindCheck, c.Key}, at: k, title: c.Message, verdict: c.Kind, members: c.Members})
	}
	for k, i := range f.result.Initiatives {
		n := finding{findingName: findingName{KindInitiative, i.Key}, at: k, title: i.Finding, figures: len(i.Members)}
		for _, p := range i.Members {
			n.documents = append(n.documents, p.Document)
		}
		f.add(n)
	}
	for k, e := range f.result.Calendar {
		f.add(finding{findingName: findingName{KindCalendar, e.Key}, at: k, title: e.Title, what: e.What, members: e.Members, when: e.When, status: e.Status})
	}
	sort.SliceStable(f.all, func(i, j int) bool { return byInterest(&f.all[i], &f.all[j]) < 0 })
	for k := range f.all {
		if err := pace.Yield(ctx); err != nil {
			return err
		}
		f.register(k)
	}
	return nil
}

// add completes a finding from its members.
func (f *findings) add(n finding) {
	all := slices.Clone(n.parties)
	for _, m := range n.members {
		x := f.figure(m.Ref)
		n.documents, all = append(n.documents, m.Document), append(all, x.Parties...)
		if n.measure == "" {
			n.measure = x.Measure
		}
	}
	n.figures += len(n.members)
	n.parties = distinct(all)
	n.documents = distinct(n.documents)
	for _, d := range n.documents {
		if o := f.documents[d].Summit.Organisation; o != "" {
			n.summits = append(n.summits, o)
		}
	}
	n.summits = distinct(n.summits)
	f.all = append(f.all, n)
}

// register enters a finding under its names.
func (f *findings) register(k int) {
	n := &f.all[k]
	f.byName[n.findingName] = k
	if n.kind == KindCalendar {
		return
	}
	for _, m := range n.members {
		name := f.name(m.Ref)
		if list := f.byFigure[name]; len(list) == 0 || list[len(list)-1] != k {
			f.byFigure[name] = append(list, k)
		}
	}
}

// distinct keeps the first of equal ones.
func distinct[T comparable](list []T) []T {
	var kept []T
	seen := map[T]bool{}
	for _, v := range list {
		if !seen[v] {
			seen[v] = true
			kept = append(kept, v)
		}
	}
	return kept
}

// kinds and verdicts in the order of the list: what deserves a look first.
var (
	kinds    = []string{KindSeries, KindBoard, KindCheck, KindInitiative, KindCalendar}
	verdicts = []string{compare.Differ, compare.Target, compare.Changed, compare.Agree, compare.Repeat, compare.Suspect, compare.Ambiguous, compare.Arithmetic}
)

func byInterest(a, b *finding) int {
	if by := cmp.Or(slices.Index(kinds, a.kind)-slices.Index(kinds, b.kind), slices.Index(verdicts, a.verdict)-slices.Index(verdicts, b.verdict)); by != 0 || a.kind == KindCalendar {
		return by
	}
	return cmp.Or(len(b.documents)-len(a.documents), b.figures-a.figures)
}
