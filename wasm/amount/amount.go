// Package amount reads a value as a reader types it, in Chinese, English,
// Russian or Kazakh, and compares it with the figures of texts, whatever their
// unit: 500亿美元 and $50bn are the same, 5000米 is 5 km, dollars are never yuan.
//
//	a, ok := amount.Read("$50bn")           // one value: 50000000000 USD
//	c, ok := amount.Where(">=1.5bn usd")     // a condition: that or more
//	b, ok := c.In("USD")
//	b.Holds(2e9, math.NaN(), amount.On)      // true
package amount

import (
	"math/big"
	"strings"
	"unicode"

	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// Amount is a value in a unit. Max is the upper end of a range, else nil.
type Amount struct {
	Value, Max *big.Rat
	Unit       string // canonical: USD, km, t, %, count …; "" when none was said
	Kind       quantity.Kind
	Said       string         // the unit as typed, folded
	Bound      quantity.Bound // of 超过500亿, 20至30%
}

// longest is how much is looked at, in bytes; no value is longer.
const longest = 80

// Read reads a string that is a value and nothing else. Times are not values.
func Read(s string) (Amount, bool) {
	folded := strings.TrimSpace(text.Fold(s))
	if len(folded) > longest || !strings.ContainsFunc(folded, mayCount) {
		return Amount{}, false
	}
	if a, ok := foreign(folded); ok {
		return a, true
	}
	if a, ok := chinese(folded); ok {
		return a, true
	}
	return chinese(strings.ReplaceAll(folded, " ", "")) // 100 亿 美元
}

// mayCount reports whether a number can be where the rune is, folded. Most of what
// people type has none, and is seen to be no value without the rules for them.
func mayCount(r rune) bool { return unicode.IsNumber(r) || strings.ContainsRune(countingRunes, r) }

const countingRunes = "〇零○一二三四五六七八九十廿卅卌百千万亿兆两俩仨半几数多若翻倍折壹贰叁肆伍陆柒捌玖拾佰仟"

// times are no values: they are searched for by year.
var times = map[quantity.Kind]bool{
	quantity.YearKind: true, quantity.DateKind: true, quantity.Period: true, quantity.Clock: true, quantity.CenturyKind: true,
	quantity.Anniversary: true, quantity.Ordinal: true, quantity.Ratio: true,
}

func chinese(s string) (Amount, bool) {
	found := quantity.Read(s, quantity.Date{})
	if len(found) != 1 || found[0].Span != (text.Span{Start: 0, End: len(s)}) {
		return Amount{}, false
	}
	q := &found[0]
	if q.Value == nil || times[q.Kind] || q.Indefinite {
		return Amount{}, false
	}
	a := Amount{Value: q.Value, Max: q.Max, Unit: q.Unit, Kind: q.Kind, Said: q.Said, Bound: q.Bound}
	if a.Unit == containers { // figures count them
		a.Unit, a.Kind = "count", quantity.Count
	}
	return a, true
}

// containers is the unit of 标准箱 and TEU.
const containers = "TEU"
