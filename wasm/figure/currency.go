package figure

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// currencyRules give money the country's own unit where several countries call
// theirs the same (里亚尔): that of the country named nearest, of the money told
// in full before, or of the country the text names most. Else it stays open.
var currencyRules = []rule{
	{"currency.locale", isLocalMoney, setCurrency},
	{"currency.sure", func(r *reading) bool { return r.Kind != "money" || len(theMoneys()[r.Unit]) == 0 }, func(*reading) {}},
	{"currency.named", func(r *reading) bool { return r.currencyIn(r.sentence.Start, r.sentence.End) }, setCurrency},
	{"currency.told", currencyTold, setCurrency},
	{"currency.passage", func(r *reading) bool {
		return r.currencyIn(max(0, r.q.Core.Start-farReach), r.q.Core.Start)
	}, setCurrency},
	{"currency.document", currencyOfDocument, setCurrency},
	{"currency.open", always, func(*reading) {}},
}

func setCurrency(r *reading) { r.Unit = r.step.Value }

// money is one of the currencies that share a name, with the words that tell of
// its country.
type money struct {
	code  string
	words []string
	not   []string // what may not follow the words: 印度尼西亚
}

// theMoneys reads data/currencies.tsv, by the name they share.
var theMoneys = sync.OnceValue(func() map[string][]money {
	m := map[string][]money{}
	for _, row := range rows("currencies.tsv") {
		m[row[0]] = append(m[row[0]], money{row[1], words(row[2]), words(row[3])})
	}
	return m
})

// currencyIn takes the country named nearest in from:to; one behind the sum
// counts only where none stands before it.
func (r *reading) currencyIn(from, to int) bool {
	for from < r.q.Core.Start && !utf8.RuneStart(r.p.simple[from]) {
		from++
	}
	before, behind := r.p.simple[from:r.q.Core.Start], r.p.simple[r.q.Core.End:max(to, r.q.Core.End)]
	best, first := -1, len(behind)
	for _, m := range theMoneys()[r.Unit] {
		for _, w := range m.words {
			if at := m.lastIn(before, w); at > best {
				best, r.step.Text, r.step.Value = at, w, m.code
			}
			if best >= 0 {
				continue
			}
			if at := strings.Index(behind, w); at >= 0 && at < first {
				first, r.step.Text, r.step.Value = at, w, m.code
			}
		}
	}
	return best >= 0 || first < len(behind)
}

// lastIn is where w stands last in s without what makes another word of it.
func (m *money) lastIn(s, w string) int {
	for end := len(s); ; {
		at := strings.LastIndex(s[:end], w)
		if at < 0 {
			return -1
		}
		if _, other := hasPrefix(s[at+len(w):], m.not...); !other {
			return at
		}
		end = at
	}
}

// currencyTold: 8亿卡塔尔里亚尔, and then 2亿里亚尔.
func currencyTold(r *reading) bool {
	for k := len(r.p.read) - 1; k >= max(0, len(r.p.read)-lookBack); k-- {
		for _, m := range theMoneys()[r.Unit] {
			if r.p.read[k].Unit == m.code {
				r.step.Value = m.code
				return true
			}
		}
	}
	return false
}

// currencyOfDocument takes the country the text names most; of two named as
// often neither.
func currencyOfDocument(r *reading) bool {
	code := r.p.document.moneyOf(r.Unit)
	r.step.Value = code
	return code != ""
}

func (d *document) moneyOf(name string) string {
	if code, known := d.moneys[name]; known {
		return code
	}
	best, most := "", 0
	for _, m := range theMoneys()[name] {
		n := 0
		for _, p := range d.passages {
			for _, w := range m.words {
				n += strings.Count(p.simple, w)
			}
		}
		switch {
		case n > most:
			best, most = m.code, n
		case n == most:
			best = ""
		}
	}
	d.moneys[name] = best
	return best
}
