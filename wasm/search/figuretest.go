package search

import (
	"slices"
	"time"

	"fenghui/wasm/amount"
	"fenghui/wasm/figure/table"
	"fenghui/wasm/quantity"
)

// figureTest is what one and the same figure must be: all of values, and any
// of kinds, of statuses and of periods; what is left out lets all pass.
type figureTest struct {
	values   []amount.Condition
	equal    *amount.Amount // told as this value, whatever the bound
	kinds    []string
	statuses []string
	speeches []string
	periods  []days
	times    []string // kinds of mere times whose numbers are compared too

	prepared *table.Table // on, the last time
	passes   func(row int) bool
}

// days are the first and the last of a period, counted from 1970-01-01.
type days struct{ from, to int }

// figureTest of the query's filters; nil when it has none.
func (q Query) figureTest() *figureTest {
	if len(q.Values)+len(q.Kinds)+len(q.Statuses)+len(q.Years)+len(q.Speeches) == 0 {
		return nil
	}
	f := &figureTest{kinds: q.Kinds, statuses: q.Statuses, speeches: q.Speeches, times: q.Kinds}
	seen := map[string]bool{}
	for _, v := range q.Values {
		if !seen[v.Text] {
			seen[v.Text] = true
			f.values = append(f.values, v.Condition)
		}
	}
	for _, y := range q.Years {
		f.periods = append(f.periods, daysOf(y))
	}
	return f
}

// daysOf a year, month, day or range that period can read; an open end goes on
// for ever.
func daysOf(s string) days {
	d := days{from: -1 << 31, to: 1<<31 - 1}
	from, to, _ := period(s)
	if t, err := time.Parse(time.DateOnly, from); err == nil {
		d.from = int(table.Day(t))
	}
	if t, err := time.Parse(time.DateOnly, to); err == nil {
		d.to = int(table.Day(t))
	}
	return d
}

// on prepares the test for the rows of a table: what it says of labels is
// worked out once, not for each figure.
func (f *figureTest) on(t *table.Table) func(row int) bool {
	if f.prepared != t {
		f.prepared, f.passes = t, f.prepare(t)
	}
	return f.passes
}

func (f *figureTest) prepare(t *table.Table) func(row int) bool {
	kinds, statuses, speeches := allowed(t, f.kinds), allowed(t, f.statuses), allowed(t, f.speeches)
	var tests []func(row int) bool
	for _, c := range f.values {
		holds := amount.Bounds.Holds
		if c.One() {
			holds = amount.Bounds.Equals
		}
		tests = append(tests, f.comparing(t, c, holds))
	}
	if f.equal != nil {
		tests = append(tests, f.comparing(t, f.equal.Exactly(), amount.Bounds.Equals), saidAlike(t, f.equal))
	}
	return func(row int) bool {
		if !kinds[t.Kind(row)] || !statuses[t.Status(row)] || !speeches[t.Speech(row)] || !f.inPeriods(t, row) {
			return false
		}
		for _, test := range tests {
			if !test(row) {
				return false
			}
		}
		return true
	}
}

// allowed tells of each label of a table whether it is one of these; of none
// all are.
func allowed(t *table.Table, names []string) []bool {
	allow := make([]bool, t.Labels())
	for l := range allow {
		allow[l] = len(names) == 0 || slices.Contains(names, t.Label(table.Label(l)))
	}
	return allow
}

// comparing values with a condition, in the unit each has. A bare number is no
// year and no 第三, unless such are asked for; nor is any amount.
func (f *figureTest) comparing(t *table.Table, c amount.Condition, holds func(amount.Bounds, float64, float64, amount.Side) bool) func(row int) bool {
	units := make([]*amount.Bounds, t.Labels())
	kinds := make([]bool, t.Labels())
	sides := make([]amount.Side, t.Labels())
	for l := range units {
		name := t.Label(table.Label(l))
		if b, ok := c.In(name); ok {
			units[l] = &b
		}
		sides[l] = amount.SideOf(quantity.Bound(name))
		kinds[l] = !isTime(name) || name == "duration" && c.Unit != "" || slices.Contains(f.times, name)
	}
	return func(row int) bool {
		b := units[t.Unit(row)]
		return b != nil && kinds[t.Kind(row)] && holds(*b, t.Value(row), t.Max(row), sides[t.Bound(row)])
	}
}

// persons are counted in any of these words.
var persons = []string{"人", "名", "位", "口", "个人"}

// saidAlike: 3000人 are 3000名, but not 3000项; things of other kinds are
// alike whatever they are counted in.
func saidAlike(t *table.Table, a *amount.Amount) func(row int) bool {
	alike := make([]bool, t.Labels())
	for l := range alike {
		said := t.Label(table.Label(l))
		alike[l] = a.Unit != "count" || said == a.Said || slices.Contains(persons, said) && slices.Contains(persons, a.Said)
	}
	return func(row int) bool { return alike[t.Said(row)] }
}

func (f *figureTest) inPeriods(t *table.Table, row int) bool {
	if len(f.periods) == 0 {
		return true
	}
	from, to, ok := t.Days(row)
	return ok && slices.ContainsFunc(f.periods, func(d days) bool { return from <= d.to && to >= d.from })
}
