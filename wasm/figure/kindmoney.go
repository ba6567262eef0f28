package figure

import (
	"math/big"
	"strings"

	"fenghui/wasm/quantity"
)

// isMoneyVerb: 亏了90万, 花了一万二, 以430万成交, 100万的贷款: what is paid, lost
// or lent is money, though no currency is named.
func isMoneyVerb(r *reading) bool {
	if r.q.Kind != quantity.Number || !strings.ContainsAny(r.core(), "万亿千百") {
		return false
	}
	if _, paid := hasPrefix(r.right, listed("paid-for")...); paid {
		return true
	}
	if _, things := hasPrefix(r.right, listed("counted-thing")...); things {
		return false
	}
	_, pays := hasSuffix(strings.TrimSuffix(r.left, "了"), listed("pays")...)
	return pays
}

// carriesMoney is the amount told before in the sentence, whose currency holds
// for one that is told of the same thing: 2023年为30亿美元，2024年为41亿.
func (r *reading) carriesMoney() *reading {
	if r.q.Kind != quantity.Number || !strings.ContainsAny(r.core(), "万亿") {
		return nil
	}
	k := len(r.p.read) - 1
	for k >= 0 && r.p.read[k].isTime() {
		k--
	}
	if k < 0 || r.p.read[k].Kind != "money" || r.p.read[k].Unit == "" || r.p.read[k].sentence.Start != r.sentence.Start {
		return nil
	}
	from := max(r.clause.Start, r.p.read[k].span.End)
	if _, noun := r.nounBehind(); noun != "" || cleaned(r.p.timeless(from, r.q.Span.Start)) != "" {
		return nil
	}
	return r.p.read[k]
}

// isCents: the 分 that a currency rises or falls by are hundredths of one that the
// text does not name.
func isCents(r *reading) bool {
	_, rate := containsAny(r.left, "贬值", "升值", "汇率")
	return r.q.Kind == quantity.Count && r.Said == "分" && rate
}

func makeCents(r *reading) {
	r.Kind, r.Unit, r.Counted, r.Value = "money", "", "", new(big.Rat).Mul(r.Value, big.NewRat(1, 100))
	if r.Max != nil {
		r.Max = new(big.Rat).Mul(r.Max, big.NewRat(1, 100))
	}
}

// makeKilometres tells lengths in km, however the text measures them.
func makeKilometres(r *reading) {
	metre := big.NewRat(1, 1000)
	r.Kind, r.Unit, r.Value = "length", "km", new(big.Rat).Mul(r.Value, metre)
	if r.Max != nil {
		r.Max = new(big.Rat).Mul(r.Max, metre)
	}
}
