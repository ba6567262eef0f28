package compare

import (
	"slices"
	"sort"
	"strings"
)

// warningsShown is how many overlaps a board names, and how many members in one.
const warningsShown = 3

// warnings say what must not be done with a board.
func (l *library) warnings(hub string, rows []row, other map[string][]*item) []Words {
	var list []Words
	if overlaps := l.overlaps(hub, rows); len(overlaps) > 0 && addable(rows[0].item) {
		list = append(list, say("warn.overlap", fill{"values", inClauses(overlaps)}))
	}
	var periods []Words
	for _, r := range rows {
		periods = append(periods, TellPeriod(r.f.Period))
	}
	if periods = distinct(periods); len(periods) > 1 && !slices.Contains(periods, Words{}) {
		list = append(list, say("warn.periods", fill{"values", listed(periods)}))
	}
	if within := withinCount(rows); within > 0 && within < len(rows) {
		list = append(list, say("warn.within"))
	}
	if traitsOf(rows[0].measureID()).years != "" {
		list = append(list, say("warn.stock"))
	}
	lengths := l.otherSpans(rows, other)
	if len(lengths) > 0 {
		list = append(list, say("warn.length", fill{"values", listed(lengths[:min(len(lengths), valuesShown)])}))
	}
	return list
}

func withinCount(rows []row) int {
	n := 0
	for _, r := range rows {
		if r.f.Scope == "within" {
			n++
		}
	}
	return n
}

// otherSpans are changes of the same measure and one of the parties over
// another length of time.
func (l *library) otherSpans(rows []row, other map[string][]*item) []Words {
	var list []Words
	for _, r := range rows {
		if !r.changes() {
			return nil
		}
		for _, p := range r.f.Parties {
			for _, i := range other[r.measureID()+border+p] {
				if i.when.years() != r.when.years() {
					list = append(list, l.tell(i))
				}
			}
		}
	}
	return distinct(list)
}

// addable: percentages are never added anyway.
func addable(i *item) bool { return i.f.Unit != "%" && i.f.Unit != "pp" && i.f.Unit != "x" }

// otherLengths finds changes and multiples by measure and party.
func (l *library) otherLengths(clusters []*cluster) map[string][]*item {
	m := map[string][]*item{}
	for _, c := range clusters {
		l.yield()
		i := c.items[0]
		if !i.changes() || c.measure == "" {
			continue
		}
		for _, p := range i.f.Parties {
			if key := c.measure + border + p; len(m[key]) < valuesShown {
				m[key] = append(m[key], i)
			}
		}
	}
	return m
}

// overlaps names what is counted twice: a country that belongs to two groups of
// the board, a country and its group.
func (l *library) overlaps(hub string, rows []row) []Words {
	var list []Words
	var groups, countries []string
	for _, r := range rows {
		for _, p := range r.parties {
			if l.members[p] != nil {
				groups = append(groups, p)
			} else {
				countries = append(countries, p)
			}
		}
	}
	groups, countries = slices.Compact(sorted(groups)), slices.Compact(sorted(countries))
	groups, countries = groups[:min(len(groups), 20)], countries[:min(len(countries), 200)]
	for k, g := range groups {
		if w := l.included(g, countries); w != (Words{}) {
			list = append(list, w)
		}
		for _, o := range groups[k+1:] {
			if shared := l.shared(g, o, hub); shared != "" {
				list = append(list, say("warn.overlap.both", fill{"both", l.nameOf(shared)}, fill{"one", l.nameOf(g)}, fill{"other", l.nameOf(o)}))
			}
		}
	}
	return list[:min(len(list), warningsShown)]
}

// included tells which of the countries a group has in it; empty for none.
func (l *library) included(group string, countries []string) Words {
	var names []Words
	for _, c := range countries {
		if l.members[group][c] {
			names = append(names, l.nameOf(c))
		}
	}
	switch {
	case len(names) == 0:
		return Words{}
	case len(names) > warningsShown:
		return say("warn.overlap.among", fill{"group", l.nameOf(group)}, fill{"values", plainList(names[:warningsShown])})
	}
	return say("warn.overlap.in", fill{"group", l.nameOf(group)}, fill{"values", listed(names)})
}

func sorted(list []string) []string {
	sort.Strings(list)
	return list
}

// shared is the country in both groups, beside the hub, that the documents have
// most figures of.
func (l *library) shared(a, b, hub string) string {
	best := ""
	for c := range l.members[a] {
		if !l.members[b][c] || c == hub {
			continue
		}
		if best == "" || l.figuresOf[c] > l.figuresOf[best] || l.figuresOf[c] == l.figuresOf[best] && c < best {
			best = c
		}
	}
	return best
}

// directions are figures of the same parties in one paragraph that differ in
// the way only: there and back.
func (l *library) directions(clusters []*cluster, seen map[string]bool) []Board {
	all := &assemblies{byKey: map[boardKey]*assembly{}}
	turning := l.turning(clusters)
	for _, c := range clusters {
		l.yield()
		i := latest(c)
		if !isDirected(c, i) || !turning[passageOf(i)] {
			continue
		}
		key := boardKey{family: traitsOf(c.measure).family, kind: c.kind, unit: c.unit, per: c.per, years: c.years, part: c.part, ahead: i.ahead,
			form: Direction, hub: c.parties, topic: passageKey(i)}
		label := strings.TrimSuffix(strings.TrimSuffix(i.f.Indicator, "增幅"), "降幅")
		all.place(key, row{i, label, i.f.Parties})
	}
	var list []Board
	for _, a := range all.order {
		rows := comparable(a.form, a.rows)
		if id := identity(rows); len(rows) > 1 && !seen[id] && slices.ContainsFunc(rows, turnsRound) {
			seen[id] = true
			b := l.board(a, rows, nil)
			b.Hub, b.MeasureName = "", l.plainest(rows)
			b.Title = say("board.direction", fill{"hub", l.namesOf(rows[0].f.Parties, "")}, fill{"measure", b.MeasureName}, fill{"lead", l.lead(rows, b.Members)})
			list = append(list, b)
		}
	}
	return list
}

// isDirected reports whether what a cluster measures can go in two directions,
// such as there and back; i is its latest figure.
func isDirected(c *cluster, i *item) bool {
	return i != nil && boardable(c) && len(i.f.Parties) > 1 && traitsOf(c.measure).how == "qualified"
}

// turning are the paragraphs that say which way something goes.
func (l *library) turning(clusters []*cluster) map[Ref]bool {
	found := map[Ref]bool{}
	for _, c := range clusters {
		l.yield()
		if i := latest(c); isDirected(c, i) && containsAny(i.f.Indicator, wordsOf("ways")...) {
			found[passageOf(i)] = true
		}
	}
	return found
}

// turnsRound reports whether the label of a row says which way something goes.
func turnsRound(r row) bool { return containsAny(r.label, wordsOf("ways")...) }

// plainest is the shortest name among the rows' measures.
func (l *library) plainest(rows []row) Words {
	best := rows[0].item
	for _, r := range rows {
		if len(r.measure.Zh) < len(best.measure.Zh) {
			best = r.item
		}
	}
	plain := *best
	plain.topic = ""
	return l.boardMeasure(&plain)
}
