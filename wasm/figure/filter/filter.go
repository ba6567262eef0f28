// Package filter chooses figures in tables of them.
//
//	f := filter.Filter{Kinds: []string{"money"}, Values: []amount.Condition{above}}
//	passes := f.On(t)
//	for row := range t.Len() { if passes(row) { … } }
package filter

import (
	"slices"

	"fenghui/wasm/amount"
	"fenghui/wasm/figure/table"
	"fenghui/wasm/quantity"
)

// Filter is what one and the same figure must be: all of Values, and any of
// Kinds, of Statuses, of Speeches and of Periods; what is left out lets all
// pass. It is not for use by several goroutines.
type Filter struct {
	Values   []amount.Condition
	Equal    *amount.Amount // told as this value, whatever the bound
	Kinds    []string
	Statuses []string
	Speeches []string
	Periods  []Days
	Times    []string // kinds of mere times whose numbers are compared too

	prepared *table.Table // by On, the last time
	passes   func(row int) bool
}

// Days are the first and the last day of a period, counted from 1970-01-01.
type Days struct{ From, To int }

// On prepares the filter for the rows of a table: what it says of labels is
// worked out once, not for each figure.
func (f *Filter) On(t *table.Table) func(row int) bool {
	if f.prepared != t {
		f.prepared, f.passes = t, f.prepare(t)
	}
	return f.passes
}

func (f *Filter) prepare(t *table.Table) func(row int) bool {
	kinds, statuses, speeches := Allowed(t, f.Kinds), Allowed(t, f.Statuses), Allowed(t, f.Speeches)
	var tests []func(row int) bool
	for _, c := range f.Values {
		holds := amount.Bounds.Holds
		if c.One() {
			holds = amount.Bounds.Equals
		}
		tests = append(tests, f.comparing(t, c, holds))
	}
	if f.Equal != nil {
		tests = append(tests, f.comparing(t, f.Equal.Exactly(), amount.Bounds.Equals), saidAlike(t, f.Equal))
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

// Allowed tells of each label of a table whether it is one of names; when there
// are no names, all are.
func Allowed(t *table.Table, names []string) []bool {
	allow := make([]bool, t.Labels())
	for l := range allow {
		allow[l] = len(names) == 0 || slices.Contains(names, t.Label(table.Label(l)))
	}
	return allow
}

// comparing values with a condition, in the unit each has. A bare number is no
// year and no 第三, unless such are asked for; nor is any amount.
func (f *Filter) comparing(t *table.Table, c amount.Condition, holds func(amount.Bounds, float64, float64, amount.Side) bool) func(row int) bool {
	units := make([]*amount.Bounds, t.Labels())
	kinds := make([]bool, t.Labels())
	sides := make([]amount.Side, t.Labels())
	for l := range units {
		name := t.Label(table.Label(l))
		if b, ok := c.In(name); ok {
			units[l] = &b
		}
		sides[l] = amount.SideOf(quantity.Bound(name))
		kinds[l] = !IsTime(name) || name == "duration" && c.Unit != "" || slices.Contains(f.Times, name)
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

func (f *Filter) inPeriods(t *table.Table, row int) bool {
	if len(f.Periods) == 0 {
		return true
	}
	from, to, ok := t.Days(row)
	return ok && slices.ContainsFunc(f.Periods, func(d Days) bool { return from <= d.To && to >= d.From })
}

// timeKinds are the kinds of figures that tell a time, or a place in a row, and
// nothing else.
var timeKinds = []string{"year", "date", "duration", "century", "anniversary", "ordinal"}

// IsTime reports whether figures of a kind are mere times.
func IsTime(kind string) bool { return slices.Contains(timeKinds, kind) }
