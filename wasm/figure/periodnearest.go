package figure

import (
	"fmt"
	"strings"

	"fenghui/wasm/period"
	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// nearest finds the year of 11月12日: a plan lies ahead, a fact behind.
func (r *reading) nearest(t *quantity.Time, at text.Span) string {
	core := r.p.simple[at.Start:at.End]
	if iso, ok := r.p.carry(t, at, told(*t, core)); ok {
		return iso
	}
	if r.aheadOf(at) {
		return told(t.Forward(), core)
	}
	back, ahead := t.Backward(), t.Forward()
	if t.IsSpan() && !t.Ends {
		return told(*t, core)
	}
	if r.p.ref.IsZero() || r.toldAsDone(at) {
		return told(back, core)
	}
	if monthsApart(endOf(back), r.p.ref) >= 8 && monthsApart(r.p.ref, ahead.From) <= 3 {
		return told(ahead, core)
	}
	return told(back, core)
}

// endOf is where a time ends that names both its ends, else where it begins.
func endOf(t quantity.Time) quantity.Date {
	if t.Ends {
		return t.To
	}
	return t.From
}

func monthsApart(a, b quantity.Date) int { return (b.Year-a.Year)*12 + b.Month - a.Month }

// aheadOf reports whether what happens at the time at is still to come.
func (r *reading) aheadOf(at text.Span) bool {
	clause := r.p.around(r.p.clauses, at.Start, reach)
	for _, v := range []string{"will", "plan", "adopt", "target", "wish", "proposal"} {
		if _, ok := r.p.lastCue("status", r.sentence.Start, at.Start, v); ok && !r.toldAsDone(at) {
			return true
		}
		if _, ok := r.p.nextCue("status", at.End, clause.End, v); ok && v != "proposal" {
			return true
		}
	}
	s := r.p.simple[clause.Start:clause.End]
	for _, w := range []string{"可在", "可以在", "届时", "下届", "下一届"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func (r *reading) toldAsDone(at text.Span) bool {
	clause := r.p.around(r.p.clauses, at.Start, reach)
	_, done := r.p.nextCue("status", clause.Start, clause.End, "done")
	behind := r.p.simple[at.End:max(at.End, clause.End)] // a weekday is told of its day behind a comma
	return done || strings.Contains(behind, "了")
}

// withoutYear writes a date whose year is not known: --11-12, --04. That 19至20日在某城
// are days tells what stands behind.
func (r *reading) withoutYear() string {
	for _, end := range []int{r.q.Span.End, min(len(r.p.simple), r.q.Span.End+len("在"))} {
		for _, q := range quantity.Read(r.p.simple[r.q.Span.Start:end], quantity.Date{Year: 2000, Month: 1, Day: 1}) {
			if q.Time == nil {
				continue
			}
			when, ok := period.Parse(told(*q.Time, r.core()))
			first, last := r.unitWithoutYear(when.First), r.unitWithoutYear(when.Last)
			if ok && when.IsSpan() {
				return first + "/" + last
			}
			return first
		}
	}
	return "--"
}

func (r *reading) unitWithoutYear(u period.Unit) string {
	switch {
	case u.Month == 0:
		return "--"
	case u.Day == 0:
		return fmt.Sprintf("--%02d", u.Month)
	case !namesMonth(r.core()):
		return fmt.Sprintf("---%02d", u.Day)
	}
	return fmt.Sprintf("--%02d-%02d", u.Month, u.Day)
}

// namesMonth: 15日 and 本月15日 leave the month to the date of the document.
func namesMonth(s string) bool {
	before, _, has := strings.Cut(s, "月")
	return has && hasNumeral(before)
}
