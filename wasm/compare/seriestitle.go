package compare

import "slices"

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
	var years, rest []Words
	kept := make([]*item, 0, len(items))
	for k, i := range items {
		if slices.Contains(s.contested, k) {
			years = append(years, told(i))
		} else if kept = append(kept, i); !i.ahead {
			rest = append(rest, s.Members[k].Told)
		}
	}
	if years = distinct(years); len(kept) == 0 && len(years) < 2 || !items[s.contested[0]].when.known {
		return say("series.differ", fills...)
	}
	more := Words{}
	if len(rest) > 1 && rest[0] != rest[len(rest)-1] {
		more = say("series.differ.rest", fill{"first", rest[0]}, fill{"last", rest[len(rest)-1]})
	}
	return say("series.differ.year", append(fills, fill{"year", listed(years)}, fill{"rest", more})...)
}
