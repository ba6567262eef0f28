package edition

import (
	"slices"
	"strings"

	"fenghui/wasm/compare"
	"fenghui/wasm/figure"
	"fenghui/wasm/period"
)

// What became of an indicator.
const (
	Rose      = "rose"
	Fell      = "fell"
	Same      = "same"      // another time, the same value
	Restated  = "restated"  // the same time, and some value suits both
	Differs   = "differs"   // the same time, and no value suits both
	Unsettled = "unsettled" // the words leave open which is more
	Undated   = "undated"   // one of them tells no time
	Earlier   = "earlier"   // the later summit tells an earlier time
	Apart     = "apart"     // neither was said at its summit, nor by one person
)

// What became of an aim.
const (
	Met      = "met"
	Missed   = "missed"   // its time is over, and less was told
	Replaced = "replaced" // by another aim
	Kept     = "kept"     // the same again
	Short    = "short"    // on the way: less is told, its time is to come or not told
	Silent   = "silent"   // the later summit tells neither
)

// What became of a proposal.
const (
	Done   = "done"
	Recurs = "recurs"
	Gone   = "gone" // not told at the later summit
	New    = "new"
)

// Moved is an indicator that both summits tell.
type Moved struct {
	Series   int // of the result
	Old, New int // members of it
	Verdict  string
}

// Aim is what the earlier summit aimed at.
type Aim struct {
	Series    int
	Aim       int
	Fact, New int // the last fact and the new aim, of the later summit; -1 without
	Verdict   string
}

// Proposal is one that either summit tells.
type Proposal struct {
	Of       *compare.Initiative
	Old, New int // places of it, the last of the earlier and of the later summit; -1 without
	Verdict  string
}

// Change is all that moved.
type Change struct {
	Moved     []Moved
	Aims      []Aim
	Proposals []Proposal
	Topics    []string // that only the later summit has
	Dropped   []string // that only the earlier one has
}

// summits are the two that are held against each other.
type summits struct {
	result   *compare.Result
	docs     []compare.Input
	old, new Edition
}

// Since holds two summits of one format against each other.
func Since(r *compare.Result, docs []compare.Input, old, new Edition) Change {
	w := summits{r, docs, old, new}
	var c Change
	for k := range r.Series {
		s := &r.Series[k]
		if s.Kind == "date" || s.Kind == "anniversary" {
			continue
		}
		before, after := w.last(s, old, isFact), w.last(s, new, isFact)
		if before >= 0 && after >= 0 {
			before = w.alike(s, old, after, before)
			after = w.alike(s, new, before, after)
			c.Moved = append(c.Moved, Moved{k, before, after, w.moved(s, before, after)})
		}
		if aim := w.last(s, old, isAim); aim >= 0 {
			next := w.last(s, new, isAim)
			if v := w.fate(s, aim, after, next, before); v != Silent || !w.aside(&s.Members[aim]) {
				c.Aims = append(c.Aims, Aim{k, aim, after, next, v})
			}
		}
	}
	for _, list := range [][]compare.Initiative{r.Initiatives, r.Single} {
		for k := range list {
			if p, ok := proposal(&list[k], old, new); ok {
				c.Proposals = append(c.Proposals, p)
			}
		}
	}
	a, b := topics(docs, old), topics(docs, new)
	c.Topics, c.Dropped = without(b, a), without(a, b)
	return c
}

func isFact(m *compare.Member) bool { return !m.Ahead }

// isAim reports whether somebody means to reach a value, and does not only
// expect it.
func isAim(m *compare.Member) bool { return m.Ahead && m.Status != "forecast" }

// aside reports whether something was not said at the summit itself, but in
// talks beside it or by those who report it.
func (w *summits) aside(m *compare.Member) bool {
	in := &w.docs[m.Document]
	return in.Document.Passages[in.Figures[m.Figure].Passage].Category != ""
}

// alike is the member of a summit to hold another summit's against: what the same
// one said there, if that was not said beside it.
func (w *summits) alike(s *compare.Series, e Edition, of, or int) int {
	who := w.speaker(&s.Members[of])
	k := w.last(s, e, func(m *compare.Member) bool { return isFact(m) && w.speaker(m) == who })
	if who == "" || k < 0 || w.aside(&s.Members[k]) && !w.aside(&s.Members[or]) {
		return or
	}
	return k
}

func (w *summits) speaker(m *compare.Member) string {
	return w.docs[m.Document].Figures[m.Figure].Speaker
}

// last is the member that a summit tells for the latest time: said in the hall
// before said beside it, exact before round, the first of equal ones; -1
// without any.
func (w *summits) last(s *compare.Series, e Edition, fits func(*compare.Member) bool) int {
	best := -1
	for k := range s.Members {
		m := &s.Members[k]
		if fits(m) && !m.Derived && m.Value != nil && slices.Contains(e.Documents, m.Document) && (best < 0 || w.before(m, &s.Members[best])) {
			best = k
		}
	}
	return best
}

func (w *summits) before(m, o *compare.Member) bool {
	if a, b := w.aside(m), w.aside(o); a != b {
		return b
	}
	if m.Value.Cmp(o.Value) == 0 && m.Bound == o.Bound {
		return false // told again, the year may be meant otherwise
	}
	if a, b := year(m.Period), year(o.Period); a != b {
		return a > b
	}
	return m.Bound == "exact" && o.Bound != "exact"
}

// year is that of a time, the last of a span: 2020/2025 is of 2025; 0 when it is
// not known.
func year(iso string) int {
	p, _ := period.Parse(iso)
	return p.Last.Year
}

// time is the year a member is of; what is there, not what comes in over a
// year, is of its summit where nobody tells.
func (w *summits) time(s *compare.Series, m *compare.Member) int {
	if m.Period == "" && s.Kind != "change" && s.Kind != "multiple" && isStock(s.Measure) {
		return year(w.docs[m.Document].Document.Summit.Date)
	}
	return year(m.Period)
}

func isStock(measure string) bool {
	m := figure.MeasureOf(measure)
	return m != nil && m.Nature != "flow"
}

func (w *summits) moved(s *compare.Series, before, after int) string {
	a, b := &s.Members[before], &s.Members[after]
	first, second := w.time(s, a), w.time(s, b)
	same := a.Value.Cmp(b.Value) == 0 && a.Bound == b.Bound
	switch {
	case first == 0 || second == 0:
		if same {
			return Same
		}
		return Undated
	case first == second && a.Interval.Meets(b.Interval):
		return Restated
	case first == second:
		return Differs
	case first > second:
		return Earlier
	case same:
		return Same
	case w.aside(a) && w.aside(b) && (w.speaker(a) == "" || w.speaker(a) != w.speaker(b)):
		return Apart
	case w.meetByCustom(a, b):
		return Unsettled
	case a.Value.Cmp(b.Value) < 0:
		return Rose
	}
	return Fell
}

// meetByCustom reports whether the words do not say which of two is more: over 600
// may be more than 610, and a third be 30%.
func (w *summits) meetByCustom(a, b *compare.Member) bool {
	x, y := w.near(a), w.near(b)
	return x.Low != nil && x.High != nil && y.Low != nil && y.High != nil && x.Low.Cmp(y.High) < 0 && y.Low.Cmp(x.High) < 0
}

func (w *summits) near(m *compare.Member) compare.Interval {
	return compare.Near(&w.docs[m.Document].Figures[m.Figure], m.Value, m.Interval)
}

// fate says what became of an aim: a fact decides before a new aim does.
func (w *summits) fate(s *compare.Series, aim, fact, next, before int) string {
	a := &s.Members[aim]
	way := 1 // up, unless it is less than what there was
	if before >= 0 && a.Value.Cmp(s.Members[before].Value) < 0 {
		way = -1
	}
	switch {
	case fact >= 0 && way*s.Members[fact].Value.Cmp(a.Value) >= 0 && s.Members[fact].Bound != "nearly":
		return Met
	case next >= 0 && !s.Members[next].Interval.Meets(a.Interval):
		return Replaced
	case fact >= 0 && year(a.Period) != 0 && year(a.Period) <= w.time(s, &s.Members[fact]):
		return Missed
	case next >= 0:
		return Kept
	case fact >= 0:
		return Short
	}
	return Silent
}

func topics(docs []compare.Input, e Edition) []string {
	var list []string
	for _, d := range e.Documents {
		list = append(list, docs[d].Document.Topics...)
	}
	return list
}

// without is what only the first list has, each once. A topic of which another
// one is a part (贸易 of 经济贸易) has not gone.
func without(list, other []string) []string {
	var kept []string
	for _, t := range list {
		same := func(o string) bool { return strings.Contains(t, o) || strings.Contains(o, t) }
		if !slices.ContainsFunc(other, same) && !slices.Contains(kept, t) {
			kept = append(kept, t)
		}
	}
	return kept
}
