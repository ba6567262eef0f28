package lint

import (
	"math/big"
	"strings"

	"fenghui/wasm/figure"
	"fenghui/wasm/quantity"
)

// want is a value as the editor means it.
type want struct {
	quantity.Quantity
	falls, rises bool // 增长34%, 下降3.7%: a change, and which way
	to           bool // 增至1.7倍: of the new level, not of what is added
}

// readValue reads the words of a value; they must hold one quantity.
func readValue(words string, ref quantity.Date) (want, bool) {
	found := quantity.Read(words, ref)
	if len(found) != 1 {
		return want{}, false
	}
	w := want{Quantity: found[0]}
	moves := w.Unit == "%" || w.Unit == "pp" || w.Unit == "x"
	w.rises = moves && strings.ContainsAny(words, "增升扩翻涨提")
	w.falls = moves && strings.ContainsAny(words, "降减跌缩")
	w.to = w.Unit == "x" && strings.ContainsAny(words, "至到为")
	return w, true
}

// isTime: a time is compared by its place in the calendar.
func (w want) isTime() bool {
	return w.Kind == quantity.YearKind || w.Kind == quantity.DateKind || w.Kind == quantity.Period && w.Value == nil
}

// equals reports whether a figure has the same value in the same unit.
func (w want) equals(f *figure.Figure) bool {
	if w.isTime() {
		iso := w.Time.ISO()
		return (f.Kind == "year" || f.Kind == "date") && (f.Date == iso || f.Period == iso)
	}
	return sameNumber(w.Value, f.Value) && sameNumber(w.Max, f.Max) && w.sameUnit(f)
}

// sameUnit: the rules of figures count people, containers and bare numbers
// alike, and of 第二位 the words around it say whether it is a rank.
func (w want) sameUnit(f *figure.Figure) bool {
	if w.Kind == quantity.Ordinal || f.Kind == "ordinal" {
		return w.Kind == quantity.Ordinal && (f.Kind == "ordinal" || f.Kind == "rank")
	}
	return w.Unit == f.Unit || f.Unit == "count" && (w.Unit == "" || w.Kind == "freight")
}

func sameNumber(a, b *big.Rat) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Cmp(b) == 0
}

// sense tells how a figure takes a change otherwise than meant, or nothing.
func (w want) sense(f *figure.Figure) string {
	switch {
	case w.rises && f.Direction != "increase":
		return "read as " + f.Kind + " " + f.Direction + ", meant as an increase"
	case w.falls && f.Direction != "decrease":
		return "read as " + f.Kind + " " + f.Direction + ", meant as a decrease"
	case w.to && f.Reading != "to":
		return "the multiple is read as " + f.Reading + ", meant as the new level"
	}
	return ""
}
