package compare

import (
	"slices"
	"strconv"
)

// aimsTitle lists what is aimed at or foreseen for each time, or says what was
// thought again.
func (l *library) aimsTitle(s *Series, items []*item, fills []fill) Words {
	if two := revised(items); two != nil && len(items) == 2 && two[0].f.Status == two[1].f.Status && two[0].when.known {
		return say("series.revised", append(fills, fill{"year", TellPeriod(two[0].f.Period)}, fill{"aim", aimWords(two[0])}, fill{"first", l.tell(two[0])}, fill{"last", l.tell(two[1])},
			fill{"before", TellPeriod(two[0].doc.Summit.Date)}, fill{"after", TellPeriod(two[1].doc.Summit.Date)})...)
	}
	var list []Words
	for _, i := range items {
		rule := "series.aims.one"
		if !i.when.known {
			rule = "series.aims.open"
		}
		if list = distinct(append(list, say(rule, fill{"when", TellPeriod(i.f.Period)}, fill{"aim", aimWords(i)}, fill{"value", l.tell(i)}))); len(list) == valuesShown {
			break
		}
	}
	fills[2].words = listed(list)
	return say("series.aims", fills...)
}

// differTitle names the times of which figures differ, where there are others,
// and how it went otherwise.
func (l *library) differTitle(s *Series, items []*item, fills []fill) Words {
	fills[2].words = values(s.Members, s.contested)
	var years []Words
	var rest []int
	others := 0
	for k, i := range items {
		switch {
		case slices.Contains(s.contested, k) && i.isStock():
			years = append(years, TellPeriod(strconv.Itoa(i.toldYear())))
		case slices.Contains(s.contested, k):
			years = append(years, told(i))
		default:
			if others++; !i.ahead {
				rest = append(rest, k)
			}
		}
	}
	if years = distinct(years); others == 0 && len(years) < 2 || !items[s.contested[0]].when.known {
		return say("series.differ", fills...)
	}
	more := Words{}
	if n := len(rest); n > 1 && !mayEqual(items[rest[0]], items[rest[n-1]]) {
		more = say("series.differ.rest", fill{"first", s.Members[rest[0]].Told}, fill{"last", s.Members[rest[n-1]].Told})
	}
	return say("series.differ.year", append(fills, fill{"year", listed(years)}, fill{"rest", more})...)
}

// nowWords say of which time a value is that an aim is set against, unless that
// is the time of the latest report.
func nowWords(now *item, items []*item) Words {
	latest := now
	for _, i := range items {
		if i.day > latest.day {
			latest = i
		}
	}
	if !now.when.known || latest.day != 0 && now.when.holds(latest.reported()) {
		return Words{"现", "now"}
	}
	p := TellPeriod(now.f.Period)
	if now.isOfDay() {
		return Words{p.Zh, "on " + p.En}
	}
	return Words{p.Zh, "in " + p.En}
}

// yearNotes say with what a value would not agree if it were of the year before,
// as it may be, and which other year the same amount is told for.
func yearNotes(s *Series, items []*item, at int) []Words {
	i, told := items[at], s.Members[at].Told
	var notes []Words
	for k := max(0, at-besideYear); k < min(len(items), at+besideYear+1); k++ {
		o, rule := items[k], ""
		switch {
		case i.ahead || o.ahead || i.value == nil || o.value == nil || !i.when.known || !o.when.known || i.when.year() == o.when.year():
			continue
		case i.mayBeOf(o) && !i.interval.Meets(o.interval):
			rule = "note.lately"
		case k > at && s.Verdict != Agree && i.flow && i.isLevel() && i.value.Cmp(o.value) == 0 && isPrecise(i):
			rule = "note.years"
		default:
			continue
		}
		notes = append(notes, say(rule, fill{"value", told}, fill{"first", TellPeriod(i.f.Period)}, fill{"year", TellPeriod(o.f.Period)}, fill{"other", s.Members[k].Told}))
	}
	return notes
}

// isPrecise reports whether an amount has three digits or more, so that it
// hardly occurs twice by chance; 100亿 is round.
func isPrecise(i *item) bool {
	digits, _ := arabic(coreOf(i.f))
	return digits > 99 && digits%10 != 0
}

// besideYear is how far apart such figures may stand in a series.
const besideYear = 4
