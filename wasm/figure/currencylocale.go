package figure

import (
	"slices"
	"strings"
	"sync"

	"fenghui/wasm/quantity"
)

// locale is where a text is from whose bare 元 is no yuan.
type locale struct {
	code          string
	places, money []string
	calendar      quantity.Calendar
}

// theLocales reads data/locales.tsv.
var theLocales = sync.OnceValue(func() []locale {
	var list []locale
	for _, row := range rows("locales.tsv") {
		l := locale{code: row[0], places: words(row[1]), money: words(row[2])}
		if row[3] == "republic" {
			l.calendar = quantity.Republic
		}
		list = append(list, l)
	}
	return list
})

// findLocale takes the place that the document is said to be of, else that of
// its dateline, else the money it names.
func (d *document) findLocale() {
	for _, isOf := range []func(*locale) bool{d.isSaidOf, d.isDatelined, d.isInMoneyOf} {
		for k := range theLocales() {
			if l := &theLocales()[k]; isOf(l) {
				d.locale = *l
				return
			}
		}
	}
}

func (d *document) isSaidOf(l *locale) bool {
	return slices.Contains(l.places, d.doc.Summit.Country) || slices.Contains(l.places, d.doc.Summit.City)
}

// datelineRunes is how far a place stands from the end of a dateline: 台北5月3日电.
const datelineRunes = 8

// isDatelined: 〔记者台北3日电〕, 本报香港讯 in the opening.
func (d *document) isDatelined(l *locale) bool {
	for k := 0; k < len(d.passages) && k < openingPassages; k++ {
		simple := d.passages[k].simple
		simple = simple[:min(len(simple), reach)]
		for _, place := range l.places {
			_, rest, found := strings.Cut(simple, place)
			if found && strings.ContainsAny(rest[:strings.IndexAny(rest+"，", "，。、；：》”")], "电讯") && strings.IndexAny(rest, "电讯") <= len("日")*datelineRunes {
				return true
			}
		}
	}
	return false
}

// isInMoneyOf: a text that names 新台币 tells sums in it, unless it has the yuan too.
func (d *document) isInMoneyOf(l *locale) bool {
	return d.says(l.money) && !d.says([]string{"人民币", "人民幣"})
}

// says reports whether one of list stands in the text as it is written.
func (d *document) says(list []string) bool {
	for _, p := range d.passages {
		for _, w := range list {
			if strings.Contains(p.text, w) {
				return true
			}
		}
	}
	return false
}

// isLocalMoney: the bare 元 of a text from such a place.
func isLocalMoney(r *reading) bool {
	d := r.p.document
	if d.locale.code == "" || r.Kind != "money" || r.Unit != "CNY" || !slices.Contains(listed("bare-yuan"), r.Said) {
		return false
	}
	told := strings.Contains(r.core(), "人民币") || strings.HasSuffix(strings.TrimRight(r.left, " 约近逾达超"), "人民币")
	r.step.Value = d.locale.code
	return !told
}
