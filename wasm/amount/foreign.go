package amount

import (
	"cmp"
	"embed"
	"math/big"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"fenghui/wasm/quantity"
	"fenghui/wasm/tsv"
)

//go:embed data/foreign.tsv
var files embed.FS

// word is a row of data/foreign.tsv.
type word struct {
	unit  string // of dollars
	front bool   // a unit in front of the number: US$
	like  string // the same unit in English: t of тонн
	zeros int    // of a scale: млрд
}

// dictionary reads data/foreign.tsv.
var dictionary = sync.OnceValue(func() map[string]word {
	words := map[string]word{}
	for _, cells := range tsv.Rows(files, "data/foreign.tsv") {
		for _, name := range tsv.Words(cells[0]) {
			w := words[name]
			switch cells[1] {
			case "front":
				w.unit, w.front = cells[2], true
			case "unit":
				w.unit = cells[2]
			case "like":
				w.like = cells[2]
			case "scale":
				w.zeros, _ = strconv.Atoi(cells[2])
			}
			words[name] = w
		}
	}
	return words
})

// foreign reads $50bn, 1.5 trillion tenge, 30 million tonnes, 20 per cent,
// 2,5 млрд долларов. It leaves to the Chinese reader what has no word of these
// languages.
func foreign(s string) (Amount, bool) {
	before, rest := s[:digitAt(s)], s[digitAt(s):]
	front, known := dictionary()[strings.TrimSpace(before)]
	if before != "" && (!known || !front.front) {
		return Amount{}, false
	}
	value, rest, ok := number(rest)
	if !ok {
		return Amount{}, false
	}
	a := Amount{Value: value, Unit: front.unit, Said: strings.TrimSpace(before), Bound: quantity.Exact}
	scaled, rest := a.scale(strings.TrimSpace(rest))
	if rest == "" {
		return a.withKind(), scaled || before != ""
	}
	if before != "" && !scaled || !a.unitOf(rest) {
		return Amount{}, false
	}
	return a.withKind(), true
}

func digitAt(s string) int {
	if at := strings.IndexFunc(s, unicode.IsDigit); at >= 0 {
		return at
	}
	return len(s)
}

// number reads digits, with commas between thousands and a decimal point; before
// a Cyrillic word, with a decimal comma.
func number(s string) (value *big.Rat, rest string, ok bool) {
	end := 0
	for end < len(s) && (s[end] >= '0' && s[end] <= '9' || strings.IndexByte(",.", s[end]) >= 0 && end+1 < len(s) && s[end+1] >= '0' && s[end+1] <= '9') {
		end++
	}
	digits := s[:end]
	if next, _ := utf8.DecodeRuneInString(strings.TrimSpace(s[end:])); unicode.Is(unicode.Cyrillic, next) {
		digits = strings.Replace(digits, ",", ".", 1)
	}
	whole, _, _ := strings.Cut(digits, ".")
	for i, group := range strings.Split(whole, ",") {
		if i > 0 && len(group) != 3 {
			return nil, s, false
		}
	}
	value, ok = new(big.Rat).SetString(strings.ReplaceAll(digits, ",", ""))
	return value, s[end:], ok
}

// scale multiplies with the scale s begins with.
func (a *Amount) scale(s string) (scaled bool, rest string) {
	name, rest := firstWord(s)
	zeros, ok := quantity.EnglishScale(name, a.Unit != "")
	if w := dictionary()[name]; w.zeros > 0 {
		zeros, ok = w.zeros, true
	}
	if !ok {
		return false, s
	}
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(zeros)), nil)
	a.Value = new(big.Rat).Mul(a.Value, new(big.Rat).SetInt(ten))
	return true, strings.TrimSpace(strings.TrimPrefix(rest, "."))
}

// firstWord: letters up to the next thing that is none.
func firstWord(s string) (word, rest string) {
	for i, r := range s {
		if !unicode.IsLetter(r) {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

// unitOf takes s as the unit; one of money in front must be the same.
func (a *Amount) unitOf(s string) bool {
	front := a.Unit
	s = strings.TrimSuffix(s, ".")
	a.Said = s
	s = cmp.Or(dictionary()[s].like, s)
	if w, ok := dictionary()[s]; ok && w.unit != "" {
		a.Unit = w.unit
	} else if first, _ := utf8.DecodeRuneInString(s); first < utf8.RuneSelf {
		one, ok := chinese("1 " + s)
		if !ok || one.Max != nil {
			return false
		}
		a.Unit, a.Kind, a.Value = one.Unit, one.Kind, new(big.Rat).Mul(a.Value, one.Value)
	} else {
		return false
	}
	return front == "" || front == a.Unit
}

// withKind has the kind that its unit tells: an ISO code is money.
func (a Amount) withKind() Amount {
	switch {
	case a.Kind != "":
	case a.Unit == "%" || a.Unit == "pp":
		a.Kind = quantity.Percent
	case a.Unit == "x":
		a.Kind = quantity.Multiple
	case a.Unit != "":
		a.Kind = quantity.Money
	default:
		a.Kind = quantity.Number
	}
	return a
}
