// Package edition tells what moved between two summits of one format: which
// indicators have another value, what became of aims and proposals, which
// topics came and went. It compares only what may be compared and says of the
// rest why not.
//
//	formats := edition.Formats(inputs)
//	old, new := formats[0].Pair("2024-08-09", "2025-11-16")
//	for _, m := range edition.Since(result, inputs, old, new).Moved {
//		fmt.Println(result.Series[m.Series].Title.Zh, m.Verdict) // … rose
//	}
package edition

import (
	"slices"
	"sort"
	"strings"

	"fenghui/corpus"
	"fenghui/wasm/compare"
)

// Format is a kind of summit that was held at least twice.
type Format struct {
	Key          string // names it in links: the organisation, and the kind of meeting if it has several
	Organisation string
	Kind         string    // 元首理事会; "" when the reports do not say
	Editions     []Edition // by date
}

// Edition is one summit of a format.
type Edition struct {
	Date, Event, City string
	Documents         []int // in the inputs: reports of that day
}

// Formats finds what was held more than once, in the order of the inputs.
// Forums and background are no summits, and without a date nothing is before
// or after.
func Formats(docs []compare.Input) []Format {
	var list []*Format
	known := map[string]*Format{}
	for d := range docs {
		doc := docs[d].Document
		if doc == nil || doc.Category != "" || doc.Summit.Organisation == "" || doc.Summit.Date == "" {
			continue
		}
		kind, _, _ := strings.Cut(doc.Summit.Format, "（") // 最高理事会（视频）
		name := doc.Summit.Organisation + "/" + kind
		f := known[name]
		if f == nil {
			f = &Format{Organisation: doc.Summit.Organisation, Kind: kind}
			known[name] = f
			list = append(list, f)
		}
		f.add(d, doc)
	}
	return named(list)
}

// add puts a report with the others of its day.
func (f *Format) add(d int, doc *corpus.Document) {
	k := slices.IndexFunc(f.Editions, func(e Edition) bool { return e.Date == doc.Summit.Date })
	if k < 0 {
		k = len(f.Editions)
		f.Editions = append(f.Editions, Edition{Date: doc.Summit.Date, Event: doc.Summit.Event, City: doc.Summit.City})
	}
	e := &f.Editions[k]
	e.Documents = append(e.Documents, d)
	if doc.Supplement == "" && doc.Summit.Event != "" {
		e.Event = doc.Summit.Event
	}
}

// named leaves out what was held once, and gives the others their keys.
func named(list []*Format) []Format {
	kept := []Format{}
	several := map[string]int{}
	for _, f := range list {
		if len(f.Editions) > 1 {
			sort.Slice(f.Editions, func(i, j int) bool { return f.Editions[i].Date < f.Editions[j].Date })
			several[f.Organisation]++
			kept = append(kept, *f)
		}
	}
	for k := range kept {
		f := &kept[k]
		if f.Key = f.Organisation; several[f.Organisation] > 1 {
			f.Key += "·" + f.Kind
		}
	}
	return kept
}

// Pair finds two editions by their dates, the earlier first; where one is
// missing, or both are one, the latest two.
func (f *Format) Pair(from, to string) (old, new Edition) {
	a, b := f.at(from), f.at(to)
	if a < 0 || b < 0 || a == b {
		a, b = len(f.Editions)-2, len(f.Editions)-1
	}
	return f.Editions[min(a, b)], f.Editions[max(a, b)]
}

func (f *Format) at(date string) int {
	return slices.IndexFunc(f.Editions, func(e Edition) bool { return e.Date == date })
}
