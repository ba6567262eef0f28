package figure

import (
	"strings"

	"fenghui/wasm/period"
	"fenghui/wasm/quantity"
)

// isCenturyPart: 14世纪末 is told as the century.
func isCenturyPart(r *reading) bool {
	if r.q.Kind != quantity.Period || r.q.Time == nil || len(r.q.Parts) == 0 {
		return false
	}
	_, rest, ok := strings.Cut(r.core(), "世纪")
	return ok && rest != "" && !strings.Contains(rest, "年")
}

// makeCentury leaves the years of the part to nobody: which they are is not said.
// 15世纪到17世纪 goes from the beginning of the one to the end of the other.
func makeCentury(r *reading) {
	t, first, last := r.q.Time, r.q.Parts[0].Value, r.q.Parts[len(r.q.Parts)-1].Value
	r.Kind, r.Unit, r.Value, r.Max = "century", "century", first, nil
	if t.Ends && t.From.Year > 0 && first.Cmp(last) < 0 {
		r.Max, r.Bound = last, quantity.Range
	}
	if t.From.IsZero() {
		return
	}
	from, to := centuryOf(t.From.Year), centuryOf(t.End().Year-1)
	r.setPeriod(r.p.since(t, period.Years(from, to+99).String()), "stated")
}

// centuryOf is the first year of the century that a year lies in.
func centuryOf(year int) int {
	if year < 0 {
		return (year - 99) / 100 * 100
	}
	return (year-1)/100*100 + 1
}

// yearsOfCentury are the first n years of a century.
func yearsOfCentury(century, n int64) string {
	before := int(century-1) * 100
	return period.Years(before+1, before+int(n)).String()
}

// isHeadOfCentury: in 21世纪的头25年 the length is that of its first years.
func isHeadOfCentury(r *reading) bool {
	n, ok := quantity.Whole(r.Value)
	if r.Kind != "duration" || r.Unit != "year" || !ok {
		return false
	}
	_, head := hasSuffix(r.left, "世纪的头", "世纪的前", "世纪头", "世纪前", "世纪”的头", "世纪的最初")
	if r.prev == nil || r.prev.Kind != "century" || r.q.Core.Start-r.prev.q.Core.End > 18 {
		return false
	}
	c, known := quantity.Whole(r.prev.Value)
	if r.step.Value = yearsOfCentury(c, n); !known {
		return false
	}
	return head
}
