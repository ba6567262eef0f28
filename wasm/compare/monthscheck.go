package compare

// monthsAboveYears doubts what came in during some months of a year and is more
// than what the whole year brought.
func (l *library) monthsAboveYears(clusters []*cluster) []Check {
	years := map[bucketKey][]*cluster{}
	for _, c := range clusters {
		if l.yield(); c.part == 0 && c.parties != "" && c.items[0].isLevel() && c.kind != "share" {
			years[growthKey(c)] = append(years[growthKey(c)], c)
		}
	}
	var list []Check
	for _, c := range clusters {
		if l.yield(); c.part == 0 || c.parties == "" || !c.items[0].isLevel() || c.kind == "share" {
			continue
		}
		key := growthKey(c)
		key.part = 0
		for _, y := range years[key][:min(len(years[key]), clustersCompared)] {
			if y.topic == c.topic && y.unit == c.unit && y.kind == c.kind {
				list = append(list, l.monthsAboveYear(c, y)...)
			}
		}
	}
	return list
}

func (l *library) monthsAboveYear(months, years *cluster) []Check {
	whole := map[int]*item{} // where several are told the greatest
	for _, i := range years.items {
		if o := whole[i.when.year()]; !i.ahead && i.ofOneYear() && i.when.known && (o == nil || i.most > o.most) {
			whole[i.when.year()] = i
		}
	}
	var list []Check
	for _, m := range months.items {
		w := whole[m.when.year()]
		if w == nil || m.ahead || m.interval.Low == nil || m.interval.Low.Cmp(w.interval.usual().High) <= 0 {
			continue
		}
		list = append(list, l.check(Suspect, "suspect.months", []*item{m, w}, fill{"part", TellPeriod(m.f.Period)}, fill{"partvalue", l.tell(m)},
			fill{"whole", TellPeriod(w.f.Period)}, fill{"wholevalue", l.tell(w)}))
	}
	return list
}
