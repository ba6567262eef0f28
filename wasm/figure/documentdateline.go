package figure

import (
	"strings"

	"fenghui/wasm/quantity"
)

// wires are the words behind the day that an agency's dispatch opens with.
var wires = []string{"电", "讯", "专电"}

func isWire(after string) bool {
	_, wired := hasPrefix(after, wires...)
	_, word := hasPrefix(after, listed("dian-word")...)
	return wired && !word
}

// dateline is the day without a year that a dispatch opens with, in the year
// given: 塔什干3月5日电.
func (d *document) dateline(year int) (quantity.Date, bool) {
	for _, p := range d.passages[:min(2, len(d.passages))] {
		if !strings.Contains(p.simple, "电") && !strings.Contains(p.simple, "讯") {
			continue
		}
		for _, q := range quantity.ReadIn(p.locale.calendar, p.text, quantity.Date{Year: year, Month: 7, Day: 1}) {
			if q.Span.Start > datelineReach {
				break
			}
			if q.Kind == quantity.DateKind && q.Time != nil && q.Time.Open == "year" && isWire(p.simple[q.Span.End:]) {
				day := q.Time.From
				return quantity.Date{Year: year, Month: day.Month, Day: day.Day}, true
			}
		}
	}
	return quantity.Date{}, false
}

// datelineReach is how far into a text its dateline stands, 40 characters.
const datelineReach = 120

// inferDate infers the document's date: the year from what the text tells, the
// day from its dateline, else the middle of the year.
func (d *document) inferDate() {
	year := d.inferYear()
	if year == 0 {
		year = d.inferFromFacts()
	}
	if year == 0 {
		return
	}
	d.ref, d.inferred = quantity.Date{Year: year, Month: 7, Day: 1}, true
	if day, ok := d.dateline(year); ok {
		d.ref = day
	}
	d.noteAnniversaries()
}

// inferFromFacts takes the year from the latest time that is told as past, if
// the text opens with a day: 2025年前9个月 in a dispatch of 19 October was told in
// 2025, 2024年 in one of 5 March in 2025.
func (d *document) inferFromFacts() int {
	day, ok := d.dateline(2000)
	if !ok {
		return 0
	}
	year := 0
	for _, p := range d.passages {
		for _, q := range quantity.ReadIn(p.locale.calendar, p.text, quantity.Date{}) {
			if q.Time == nil || q.Time.Open != "" || q.Time.From.IsZero() || q.Time.Relation != "" || q.Time.Ends && q.Time.Grain == quantity.Year || p.looksAhead(q.Span.Start) {
				continue
			}
			year = max(year, firstYearAfter(q.Time, day))
		}
	}
	return year
}

// firstYearAfter is the first year in which the day lies behind the time.
func firstYearAfter(t *quantity.Time, day quantity.Date) int {
	end := t.End()
	if end.IsZero() {
		return 0
	}
	if (quantity.Date{Year: end.Year, Month: day.Month, Day: day.Day}).Before(end) {
		return end.Year + 1
	}
	return end.Year
}

// looksAhead reports whether a clause tells of what is to come.
func (p *passage) looksAhead(at int) bool {
	sentence := p.around(p.sentences, at, reach)
	_, ahead := p.nextCue("status", sentence.Start, sentence.End, "will", "plan", "forecast", "target", "proposal", "wish")
	return ahead
}
