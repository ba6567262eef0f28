package chart

import (
	"math/big"
	"strconv"
	"strings"
)

// A time is a number of days of 31-day months, which is near enough to draw:
// the ends of a year or month lie where the next one begins.
const monthDays = 31

// timeOf reads ISO text (2024, 2026-04, 2025-11-12, 2020/2025) as the time it
// covers; false when it is none.
func timeOf(iso string) (from, to *big.Rat, ok bool) {
	first, second, two := strings.Cut(iso, "/")
	a, b, ok := oneTime(first)
	if two && ok {
		_, b, ok = oneTime(second)
	}
	if !ok || b <= a {
		return nil, nil, false
	}
	return rat(a), rat(b), true
}

func oneTime(iso string) (from, to int64, ok bool) {
	var n [3]int64
	parts := strings.Split(iso, "-")
	if len(parts) > 3 {
		return 0, 0, false
	}
	for k, p := range parts {
		v, err := strconv.ParseUint(p, 10, 16)
		if err != nil || v > 9999 || k == 1 && (v < 1 || v > 12) || k == 2 && (v < 1 || v > 31) {
			return 0, 0, false
		}
		n[k] = int64(v)
	}
	year := n[0] * 12 * monthDays
	switch len(parts) {
	case 1:
		return year, year + 12*monthDays, true
	case 2:
		return year + (n[1]-1)*monthDays, year + n[1]*monthDays, true
	}
	day := year + (n[1]-1)*monthDays + n[2] - 1
	return day, day + 1, true
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
		iso := strconv.FormatInt(months/12, 10)
		if unit == monthDays {
			iso += "-" + strconv.FormatInt(months%12+101, 10)[1:]
		}
		label := o.period(iso)
		if unit != monthDays {
			label = iso
		}
		list = append(list, tick{v, label})
	}
	return list
}
