package figure

import (
	"fmt"
	"strconv"
	"strings"

	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// carry gives a time that names no year the one told before it in its sentence:
// 2023年3月签约，6月开工; 去年上半年为10亿，下半年为14亿. Only years that are past
// are carried, and not to what is still to come.
func (p *passage) carry(t *quantity.Time, at text.Span, iso string) (string, bool) {
	if t.Open == "month" {
		return p.carryMonth(at, iso)
	}
	if iso == "" || iso[0] == '-' || t.Relation != "" || !p.isYearless(t, at) || p.ref.IsZero() {
		return iso, false
	}
	year, from, ok := p.yearBeside(at.Start)
	if !ok || year >= p.ref.Year || p.tellsAhead(at) {
		return iso, false
	}
	if len(from) == len("2006") && len(iso) > len("2006") && p.numberBefore(at.Start) {
		return iso, false // 2024年为500亿，1—6月为220亿: the whole year is told already
	}
	if carried := withYear(iso, year); carried[:min(len(carried), len(from))] >= from || t.Open == "" {
		return carried, true
	}
	if year++; year < p.ref.Year {
		return withYear(iso, year), true // 2022年9月启动，3月…
	}
	return iso, false
}

// carryMonth gives a day that names no month that of the day told before it in
// its sentence: 8月10日抵达，12日签署6份文件.
func (p *passage) carryMonth(at text.Span, iso string) (string, bool) {
	_, from, ok := p.yearBeside(at.Start)
	if !ok || len(iso) != len("2006-01-02") || len(from) != len(iso) || p.tellsAhead(at) || p.ref.IsZero() {
		return iso, false
	}
	carried := from[:len("2006-01-")] + iso[len("2006-01-"):]
	return carried, carried >= from && carried <= p.ref.String()
}

// isYearless tells that a time names a part of a year and no year.
func (p *passage) isYearless(t *quantity.Time, at text.Span) bool {
	said := p.low[at.Start:at.End]
	if t.Open == "year" {
		return true
	}
	for _, w := range []string{"截至", "到", "至", "在"} {
		said = strings.TrimPrefix(said, w)
	}
	_, part := hasPrefix(said, listed("yearless")...)
	return part && t.Open == "" && t.Grain >= quantity.Quarter && !strings.Contains(said, "去年") && !strings.Contains(said, "今年")
}

// numberBefore tells that what stands before a place in its sentence, next to
// it, is no time: the year told before has its number.
func (p *passage) numberBefore(at int) bool {
	n := p.quantityIndex(at) - 1
	return n >= 0 && p.quantities[n].Time == nil && p.quantities[n].NotFigure == "" && p.quantities[n].Span.Start >= p.around(p.sentences, at, farReach).Start
}

// yearBeside is the year of the last time told before at in its sentence, or in
// those that semicolons join to it, and where that time begins.
func (p *passage) yearBeside(at int) (year int, from string, ok bool) {
	start := p.stretchAt(p.around(p.sentences, at, farReach).Start)
	m := p.momentBefore(start, at, func(m *moment) bool {
		switch m.kind {
		case baseMoment, markMoment, ongoingMoment, saidMoment:
			return false
		}
		return !m.aside && len(m.iso) >= len("2006")
	})
	if m == nil || m.iso[0] == '-' {
		return 0, "", false
	}
	first, last, span := strings.Cut(m.iso, "/")
	if span && (len(last) < 4 || first[:min(4, len(first))] != last[:4]) {
		return 0, "", false // 2020/2025 is no year
	}
	year, err := strconv.Atoi(first[:min(4, len(first))])
	return year, first, err == nil
}

// tellsAhead tells that the clause of a time is about what is to come.
func (p *passage) tellsAhead(at text.Span) bool {
	clause := p.around(p.clauses, at.Start, reach)
	_, ahead := p.next("status", clause.Start, clause.End, "will", "plan", "forecast", "target")
	return ahead
}

// withYear puts another year into each part of a time.
func withYear(iso string, year int) string {
	parts := strings.Split(iso, "/")
	for i, part := range parts {
		if len(part) >= 4 {
			parts[i] = fmt.Sprintf("%04d", year) + part[4:]
		}
	}
	return strings.Join(parts, "/")
}
