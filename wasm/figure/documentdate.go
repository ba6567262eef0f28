package figure

import (
	"strconv"
	"strings"
	"sync"

	"fenghui/wasm/quantity"
)

// beginning is what an anniversary is of: of whom or what, and what it did then.
type beginning struct{ of, what string }

// foundedIn reads data/founded.tsv: the years in which things began.
var foundedIn = sync.OnceValue(func() map[beginning]int {
	m := map[beginning]int{}
	for _, row := range rows("founded.tsv") {
		if year, err := strconv.Atoi(row[2]); err == nil {
			m[beginning{row[0], row[1]}] = year
		}
	}
	return m
})

// partyBegins are the beginnings of parties, who may go by other names than
// those of the file.
var partyBegins = []string{"成立", "独立", "建交"}

// findReference takes the date of the document, or infers its year: from an
// anniversary of something whose year is known, or else from the years around.
func (d *document) findReference() {
	if date, ok := quantity.ParseDate(d.doc.Summit.Date); ok && d.doc.Summit.Date != "" {
		d.ref = date
		d.noteAnniversaries()
		return
	}
	if date, ok := quantity.ParseDate(d.doc.Source.Date); ok && d.doc.Source.Date != "" {
		d.ref = date
		d.noteAnniversaries()
		return
	}
	d.inferDate()
}

// inferYear: 今年是卫国战争胜利80周年 was said in 2025.
func (d *document) inferYear() int {
	for _, p := range d.passages {
		if !strings.Contains(p.simple, "周年") {
			continue
		}
		for _, q := range quantity.ReadIn(p.locale.calendar, p.text, quantity.Date{}) {
			years, ok := smallValue(&q)
			if q.Kind != quantity.Anniversary || !ok {
				continue
			}
			year, known := p.eventBefore(q.Span.Start)
			now, said := p.yearWord(q.Span.Start)
			if known && said {
				return year + int(years) - now
			}
		}
	}
	return d.inferFromPlans()
}

// inferFromPlans takes the year before the first one that is told as still to
// come: 2026年将担任主席国 next to 明年.
func (d *document) inferFromPlans() int {
	next := 0
	for _, p := range d.passages {
		if !strings.Contains(p.simple, "将") {
			continue
		}
		for _, q := range quantity.ReadIn(p.locale.calendar, p.text, quantity.Date{}) {
			if q.Kind != quantity.YearKind || q.Time == nil || q.Time.Relation != "" {
				continue
			}
			clause := p.around(p.clauses, q.Span.Start, reach)
			after := p.simple[q.Span.End:p.around(p.sentences, q.Span.Start, reach).End]
			year := q.Time.From.Year
			if strings.HasPrefix(after, "，") || clause.End > q.Span.End {
				if at := strings.Index(after, "将"); at >= 0 && at < 60 && (next == 0 || year < next) {
					next = year
				}
			}
		}
	}
	if next == 0 {
		return 0
	}
	return next - 1
}

// eventBefore finds the known beginning of what is named before at.
func (p *passage) eventBefore(at int) (int, bool) {
	from := p.around(p.clauses, max(at-1, 0), reach).Start
	best, year := -1, 0
	for b, y := range foundedIn() {
		if i := strings.LastIndex(p.simple[from:at], b.of); i > best || i == best && y < year {
			best, year = i, y
		}
	}
	for _, m := range p.mentionsIn(from, at) {
		for _, what := range partyBegins {
			if y, ok := foundedIn()[beginning{m.name, what}]; ok && strings.Contains(p.simple[m.end:at], what) && m.start-from > best {
				best, year = m.start-from, y
			}
		}
	}
	return year, best >= 0
}

// yearWord is how far the year told in the sentence before at lies from the
// document's: 今年 0, 明年 1.
func (p *passage) yearWord(at int) (int, bool) {
	from := p.around(p.sentences, max(at-1, 0), farReach).Start
	s := p.simple[from:at]
	for n, w := range []string{"今年", "明年", "去年"} {
		if strings.Contains(s, w) {
			return []int{0, 1, -1}[n], true
		}
	}
	return 0, false
}

// noteAnniversaries remembers the years that anniversaries tell: 明年是上合组织成立
// 25周年 gives the year of its founding.
func (d *document) noteAnniversaries() {
	for _, p := range d.passages {
		if !strings.Contains(p.simple, "周年") {
			continue
		}
		for _, q := range quantity.ReadIn(p.locale.calendar, p.text, d.ref) {
			years, ok := smallValue(&q)
			now, said := p.yearWord(q.Span.Start)
			if q.Kind != quantity.Anniversary || !ok || !said {
				continue
			}
			from := p.around(p.clauses, q.Span.Start, reach).Start
			ms := p.mentionsIn(from, q.Span.Start)
			if len(ms) == 0 {
				continue
			}
			m := ms[len(ms)-1]
			for _, what := range partyBegins {
				if strings.Contains(p.simple[m.end:q.Span.Start], what) {
					d.founded[beginning{m.name, what}] = d.ref.Year + now - int(years)
				}
			}
		}
	}
}
