package compare

import (
	"math/big"
	"slices"
	"strings"

	"fenghui/wasm/figure"
	"fenghui/wasm/quantity"
)

// leadersShown is how many of those in front a title names.
const leadersShown = 3

// boundRank orders bounds on the same number: nearly so much, so much, more than
// so much.
func boundRank(b quantity.Bound) int {
	switch b {
	case quantity.Nearly, quantity.Under, quantity.AtMost, quantity.UpTo:
		return -1
	case quantity.Over, quantity.AtLeast:
		return 1
	}
	return 0
}

// greater orders the rows of a board.
func greater(a, b *item) bool {
	if c := a.value.Cmp(b.value); c != 0 {
		return c > 0
	}
	return boundRank(a.f.Bound) > boundRank(b.f.Bound)
}

// lead says who is first, as far as the words of the text decide it.
func (l *library) lead(rows []row, members []Member) Words {
	first := members[0]
	if whole := l.wholeBelow(rows); whole > 0 {
		return say("board.contrary", fill{"top", first.Label}, fill{"value", first.Told}, fill{"whole", members[whole].Label}, fill{"wholevalue", members[whole].Told})
	}
	front, names, told := []*item{rows[0].item}, []Words{first.Label}, []Words{first.Told}
	for k, r := range rows[1:] {
		if mayEqual(rows[0].item, r.item) {
			front, names, told = append(front, r.item), append(names, members[k+1].Label), append(told, members[k+1].Told)
		}
	}
	if len(names) == 1 {
		return say("board.first", fill{"top", first.Label}, fill{"value", first.Told})
	}
	if len(names) > leadersShown {
		names, told = append(names[:leadersShown:leadersShown], say("board.more")), told[:leadersShown]
	}
	rule := "board.open"
	if sameValue(front) {
		rule, told = "board.tie", told[:1]
	}
	return say(rule, fill{"top", listed(names)}, fill{"value", listed(told)})
}

// mayEqual reports whether the words leave open which of two amounts is greater:
// 约100 may be more than 105. Exact ones are taken as they are.
func mayEqual(a, b *item) bool {
	if a.f.Bound == quantity.Exact && b.f.Bound == quantity.Exact {
		return a.value.Cmp(b.value) == 0
	}
	return a.near().Meets(b.near())
}

// near is Near of an item.
func (i *item) near() Interval { return Near(i.f, i.value, i.interval) }

// Near is where an amount customarily lies: up to the ends of Usual where the
// text leaves an end open, within a tenth of a share in words such as 三分之一.
func Near(f *figure.Figure, v *big.Rat, i Interval) Interval {
	n := i.usual()
	if f.Kind == "share" && v != nil && i.High == nil && v.Cmp(hundred) < 0 { // there is no more than all of it
		n.High = mul(add(v, hundred), half)
	}
	switch f.Bound {
	case quantity.Under, quantity.AtMost, quantity.UpTo:
		if v != nil && v.Sign() > 0 {
			n.Low = sub(v, mul(v, quarter))
		}
	case quantity.Exact:
		if f.Kind == "share" && isFraction(f.Quote) {
			roughly := *f
			roughly.Bound = quantity.About
			n, _ = IntervalOf(&roughly)
		}
	}
	return n
}

func isFraction(quote string) bool {
	k := strings.Index(quote, "分之")
	return k > 0 && !strings.HasSuffix(quote[:k], "百") && !strings.HasSuffix(quote[:k], "千")
}

// wholeBelow is the row of a group that has less than the first row, which is of
// a country in it; 0 when there is none.
func (l *library) wholeBelow(rows []row) int {
	first := rows[0]
	if len(first.parties) != 1 || !addable(first.item) {
		return 0
	}
	return max(0, slices.IndexFunc(rows, func(r row) bool {
		return len(r.parties) == 1 && l.members[r.parties[0]][first.parties[0]] && !mayEqual(first.item, r.item)
	}))
}
