package figure

import (
	"strconv"
	"strings"
	"sync"

	"fenghui/wasm/quantity"
)

// foundedIn reads data/founded.tsv: name and what began, to its year.
var foundedIn = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for _, row := range rows("founded.tsv") {
		if year, err := strconv.Atoi(row[2]); err == nil {
			m[row[0]+row[1]] = year
		}
	}
	return m
})

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
	for key, y := range foundedIn() {
		if i := strings.LastIndex(p.simple[from:at], strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(key, "成立"), "胜利"), "独立"), "结束")); i > best || i == best && y < year {
			best, year = i, y
		}
	}
	for _, m := range p.mentionsIn(from, at) {
		for _, what := range []string{"成立", "独立"} {
			if y, ok := foundedIn()[m.name+what]; ok && strings.Contains(p.simple[m.end:at], what) && m.start-from > best {
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
			for _, what := range []string{"成立", "独立", "建交"} {
				if strings.Contains(p.simple[m.end:q.Span.Start], what) {
					d.founded[m.name+what] = d.ref.Year + now - int(years)
				}
			}
		}
	}
}

// findQuantities reads the numbers of the passage.
func (p *passage) findQuantities() {
	p.quantities = quantity.ReadIn(p.locale.calendar, p.text, p.ref)
	p.findMoments()
}

// isComparedWith: the 30亿 of 比前年的30亿多出10亿 is what 10亿 is measured against.
func (r *reading) isComparedWith() bool {
	behind := strings.TrimPrefix(strings.TrimPrefix(strings.TrimLeft(r.right, " "), "还"), "要")
	for _, c := range comparatives {
		if strings.HasPrefix(behind, c.word) && comparesIn(r.left) {
			return true
		}
	}
	return false
}
