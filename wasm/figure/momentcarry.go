package figure

import (
	"strings"

	"fenghui/wasm/period"
	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// carry gives a time that names no year the one told before it in its sentence:
// 2023年3月签约，6月开工; 去年上半年为10亿，下半年为14亿. Only years that are past
// are carried, and not to what is still to come.
func (p *passage) carry(t *quantity.Time, at text.Span, iso string) (string, bool) {
	if p.ref.IsZero() {
		return p.carryUndated(t, at, iso)
	}
	if t.Open == "month" {
		return p.carryMonth(at, iso)
	}
	told, ok := period.Parse(iso)
	if !ok || t.Relation != "" || !p.isYearless(t, at) {
		return iso, false
	}
	from, ok := p.beside(at.Start)
	if !ok || from.Year >= p.ref.Year || p.tellsAhead(at) {
		return iso, false
	}
	if from.Grain() == period.Year && told.First.Grain() > period.Year && p.numberBefore(at.Start) {
		return iso, false // 2024年为500亿，1—6月为220亿: the whole year is told already
	}
	carried := told.AddYears(from.Year - told.First.Year)
	if carried.First.Compare(from) >= 0 || t.Open == "" {
		return carried.String(), true
	}
	if from.Year+1 < p.ref.Year {
		return carried.AddYears(1).String(), true // 2022年9月启动，3月…
	}
	return iso, false
}

// carryUndated reads 下半年 behind 2025年上半年 as of that year where nobody knows
// when the text was written; what would lie before what is told stays open.
func (p *passage) carryUndated(t *quantity.Time, at text.Span, iso string) (string, bool) {
	from, ok := p.beside(at.Start)
	if !ok || t.Open == "month" || t.Relation != "" || !p.isYearless(t, at) || p.tellsAhead(at) || from.Grain() == period.Year && p.numberBefore(at.Start) {
		return iso, false
	}
	if n := p.quantityIndex(at.Start); n > 0 && p.quantities[n-1].Span.End == at.Start {
		return iso, false // 有期徒刑2年6月
	}
	read := quantity.ReadIn(p.locale.calendar, p.simple[at.Start:at.End], quantity.Date{Year: from.Year, Month: 12, Day: 31})
	if len(read) != 1 || read[0].Time == nil {
		return iso, false
	}
	carried, ok := period.Parse(told(*read[0].Time, p.simple[at.Start:at.End]))
	if !ok || carried.First.Compare(from) <= 0 {
		return iso, false
	}
	return carried.String(), true
}

// carryMonth gives a day that names no month that of the day told before it in
// its sentence: 8月10日抵达，12日签署6份文件.
func (p *passage) carryMonth(at text.Span, iso string) (string, bool) {
	told, ok := period.Parse(iso)
	from, beside := p.beside(at.Start)
	if !ok || !beside || told.IsSpan() || told.First.Grain() != period.Day || from.Grain() != period.Day || p.tellsAhead(at) {
		return iso, false
	}
	carried := period.Unit{Year: from.Year, Month: from.Month, Day: told.First.Day}
	return carried.String(), carried.IsDay() && carried.Compare(from) >= 0 && carried.Compare(p.ref.Unit()) <= 0
}

// isYearless reports whether a time names a part of a year and no year.
func (p *passage) isYearless(t *quantity.Time, at text.Span) bool {
	said := p.simple[at.Start:at.End]
	if t.Open == "year" {
		return true
	}
	for _, w := range []string{"截至", "到", "至", "在"} {
		said = strings.TrimPrefix(said, w)
	}
	_, part := hasPrefix(said, listed("yearless")...)
	return part && (t.Open == "" || t.Open == "reference" && p.ref.IsZero()) && t.Grain >= quantity.Quarter && !strings.Contains(said, "去年") && !strings.Contains(said, "今年")
}

// numberBefore reports whether what stands before a place in its sentence, next to
// it, is no time: the year told before has its number.
func (p *passage) numberBefore(at int) bool {
	n := p.quantityIndex(at) - 1
	return n >= 0 && p.quantities[n].Time == nil && p.quantities[n].NotFigure == "" && p.quantities[n].Span.Start >= p.around(p.sentences, at, farReach).Start
}

// beside is where the last time begins that is told before at in its sentence,
// or in those that semicolons join to it; it must lie in one year.
func (p *passage) beside(at int) (from period.Unit, ok bool) {
	start := p.stretchAt(p.around(p.sentences, at, farReach).Start)
	m := p.momentBefore(start, at, func(m *moment) bool {
		switch m.kind {
		case benchmarkMoment, markMoment, ongoingMoment, saidMoment:
			return false
		}
		return !m.aside && m.iso != ""
	})
	if m == nil {
		return period.Unit{}, false
	}
	told, ok := m.period()
	return told.First, ok && told.First.Year == told.Last.Year
}

// tellsAhead reports whether the clause of a time is about what is to come.
func (p *passage) tellsAhead(at text.Span) bool {
	clause := p.around(p.clauses, at.Start, reach)
	_, ahead := p.nextCue("status", clause.Start, clause.End, "will", "plan", "forecast", "target")
	return ahead
}
