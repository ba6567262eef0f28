package chart

import (
	"math/big"
	"strconv"

	"fenghui/wasm/period"
)

// A time is a number of days of 31-day months, which is near enough to draw:
// the ends of a year or month lie where the next one begins.
const monthDays = 31

// timeOf reads ISO text (2024, 2026-04, 2025-11-12, 2020/2025) as the time it
// covers; false when it is none.
func timeOf(iso string) (from, to *big.Rat, ok bool) {
	p, ok := period.Parse(iso)
	if !ok {
		return nil, nil, false
	}
	return rat(dayOf(p.First)), rat(dayOf(p.Last) + daysIn[p.Last.Grain()]), true
}

var daysIn = map[period.Grain]int64{period.Year: 12 * monthDays, period.Month: monthDays, period.Day: 1}

// dayOf is the first day of a unit.
func dayOf(u period.Unit) int64 {
	return int64((12*u.Year+max(u.Month, 1)-1)*monthDays + max(u.Day, 1) - 1)
}

// timeTicks are whole years, or months where there is less than a year and a
// half to show.
func (o Options) timeTicks(low, high *big.Rat, n int64) []tick {
	step := int64(12 * monthDays)
	span := sub(high, low)
	steps := []int64{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000}
	unit := step
	if span.Cmp(rat(18*monthDays)) <= 0 {
		unit, steps = monthDays, []int64{1, 3, 6, 12}
	}
	for _, k := range steps {
		step = k * unit
		if span.Cmp(rat(step*n)) <= 0 {
			break
		}
	}
	var list []tick
	for _, v := range multiples(low, high, rat(step)) {
		months := v.Num().Int64() / monthDays
		label := strconv.FormatInt(months/12, 10)
		if unit == monthDays {
			label = o.period(period.Unit{Year: int(months / 12), Month: int(months%12) + 1}.String())
		}
		list = append(list, tick{v, label})
	}
	return list
}
