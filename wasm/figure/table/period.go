package table

import (
	"math"
	"time"

	"fenghui/wasm/period"
)

// days are the first and the last day of an ISO period, see Table.Days; the
// first comes after the last when it is no period.
func days(iso string) (from, to int32) {
	p, ok := period.Parse(iso)
	if !ok {
		return 1, 0
	}
	first, last := p.Days()
	return Day(first), Day(last)
}

// Day counts days from 1970-01-01, as Table.Days does.
func Day(t time.Time) int32 {
	return int32(math.Floor(float64(t.Unix()) / (24 * 60 * 60)))
}
