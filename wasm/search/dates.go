package search

import (
	"math"
	"strings"
	"time"

	"fenghui/wasm/figure/filter"
	"fenghui/wasm/figure/table"
	"fenghui/wasm/period"
)

// dateRange reads a date or a range of dates: a year, a month or a day, or two of
// them with ".." between, either of which may be left out.
func dateRange(s string) (from, to string, ok bool) {
	first, last, ranged := strings.Cut(s, "..")
	if !ranged {
		last = first
	}
	if first != "" {
		if from, _, ok = bounds(first); !ok {
			return "", "", false
		}
	}
	if last != "" {
		if _, to, ok = bounds(last); !ok {
			return "", "", false
		}
	}
	return from, to, (from != "" || to != "") && (from == "" || to == "" || from <= to)
}

// withDashes is a date as computers write it, of one as people do: 2025年10月1日,
// 2025/10/1, 2025.10.1.
func withDashes(s string) string {
	return strings.TrimSuffix(strings.NewReplacer("年", "-", "月", "-", "日", "", "号", "", "/", "-", ".", "-").Replace(s), "-")
}

// bounds gives the first and last day of a year, month or day.
func bounds(s string) (first, last string, ok bool) {
	parts := strings.Split(withDashes(s), "-")
	for k, part := range parts {
		if k > 0 && len(part) == 1 {
			parts[k] = "0" + part
		}
	}
	p, ok := period.Parse(strings.Join(parts, "-"))
	if !ok {
		return "", "", false
	}
	from, to := p.Days()
	return from.Format(time.DateOnly), to.Format(time.DateOnly), true
}

// Days reads a year, month or day as people type it, or a range of them such as
// 2020..2025; an open end goes on for ever.
func Days(typed string) (d filter.Days, ok bool) {
	from, to, ok := dateRange(typed)
	d = filter.Days{From: math.MinInt32, To: math.MaxInt32}
	if t, err := time.Parse(time.DateOnly, from); err == nil {
		d.From = int(table.Day(t))
	}
	if t, err := time.Parse(time.DateOnly, to); err == nil {
		d.To = int(table.Day(t))
	}
	return d, ok
}
