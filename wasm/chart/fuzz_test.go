package chart

import (
	"math/big"
	"testing"

	"fenghui/wasm/compare"
)

var (
	fuzzBounds   = []string{"exact", "about", "nearly", "over", "under", "at_least", "at_most", "up_to", "range", "", "unheard-of"}
	fuzzVerdicts = []string{compare.Agree, compare.Differ, compare.Changed, compare.Target, compare.Repeat, ""}
	fuzzKinds    = []string{"money", "count", "share", "change", "date", "year", "rank"}
	fuzzPeriods  = []string{"", "2024", "2026-04", "2025-11-12", "2020/2025", "2025/2020", "0", "9999-12-31", "tomorrow", "2024-13"}
	fuzzLabels   = []string{"", "甲", "哈萨克斯坦与乌兹别克斯坦", long, "a label without a single place to break it anywhere", "Averyveryverylongwordthatdoesnotendbeforethemarginofthepage", "e\u0301\u200b", "\x00<&>\""}
)

// taker takes small numbers off a string of bytes.
type taker struct{ data []byte }

func (t *taker) next(n int) int {
	if len(t.data) == 0 {
		return 0
	}
	b := int(t.data[0])
	t.data = t.data[1:]
	return b % n
}

// number is of any sign and of sizes from 1e-40 to 1e40, seldom also nil.
func (t *taker) number() *big.Rat {
	mantissa := int64(t.next(256))*256 + int64(t.next(256)) - 1<<15
	v := mul(big.NewRat(mantissa, 7), power((t.next(9)-4)*t.next(11)))
	if t.next(9) == 0 {
		return nil
	}
	return v
}

// member is any member, its interval often none that its bound could have.
func (t *taker) member() compare.Member {
	label := fuzzLabels[t.next(len(fuzzLabels))]
	m := compare.Member{Value: t.number(), Bound: fuzzBounds[t.next(len(fuzzBounds))], Period: fuzzPeriods[t.next(len(fuzzPeriods))],
		Label: words2(label, label), Derived: t.next(5) == 0, Ahead: t.next(4) == 0, Status: "plan"}
	m.Document = t.next(4) - 1
	told := fuzzLabels[t.next(len(fuzzLabels))]
	m.Told = words2(told, told)
	if m.Value == nil {
		return m
	}
	m.Interval = compare.Interval{Low: t.number(), High: t.number()}
	if i := &m.Interval; i.Low != nil && i.High != nil && i.Low.Cmp(i.High) > 0 {
		i.Low, i.High = i.High, i.Low
	}
	if t.next(3) > 0 {
		m.Interval = intervalOf(m.Bound, m.Value)
	}
	return m
}

// FuzzChart draws whatever members there may be: every picture is sound.
func FuzzChart(f *testing.F) {
	f.Add([]byte("0"))
	f.Add([]byte("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	f.Add([]byte("\x80\x07\x01\x01\x05\x00\x01\x02\x80\x70\x01\x01\x05\x02\x02\x01\x80\x01\x04\x09\x05\x03"))
	f.Fuzz(func(t *testing.T, data []byte) {
		k := &taker{data}
		s := compare.Series{Title: words2("题", "title"), Verdict: fuzzVerdicts[k.next(len(fuzzVerdicts))], Kind: fuzzKinds[k.next(len(fuzzKinds))],
			Unit: []string{"USD", "%", "count", "", "t"}[k.next(5)], MeasureName: words2(fuzzLabels[k.next(len(fuzzLabels))], "measure")}
		from := k.next(30)
		for n := k.next(40); n > 0 && len(k.data) > 0; n-- {
			s.Members = append(s.Members, k.member())
		}
		if n := len(s.Members); n > 1 {
			a, b := k.next(n), k.next(n)
			if x, y := s.Members[a].Value, s.Members[b].Value; x != nil && y != nil {
				s.Change = &compare.Change{From: a, To: b, Gap: sub(y, x)}
			}
		}
		b := compare.Board{Title: s.Title, Unit: s.Unit, MeasureName: s.MeasureName, Members: s.Members}
		for _, o := range []Options{{Language: "zh", Width: Narrow, From: from}, {Language: "en", Dates: []string{"2025-01-01", "", "2025-03-04"}, Dark: true}} {
			checkPicture(t, picture{"series", Series(s, o), o})
			checkPicture(t, picture{"board", Board(b, o), o})
		}
	})
}
