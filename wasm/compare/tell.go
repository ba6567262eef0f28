package compare

import (
	"math/big"
	"strings"
	"sync"
	"unicode/utf8"

	"fenghui/corpus"
	"fenghui/wasm/figure"
	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// boundWords say a bound before a number.
var boundWords = map[quantity.Bound]Words{
	quantity.About:   {"约", "about "},
	quantity.Nearly:  {"接近", "nearly "},
	quantity.Over:    {"超过", "more than "},
	quantity.Under:   {"不到", "less than "},
	quantity.AtLeast: {"至少", "at least "},
	quantity.AtMost:  {"至多", "at most "},
	quantity.UpTo:    {"多达", "up to "},
}

// correctedWords stand behind what a reader says in place of the text: in
// sentences, drawings and citations too, which go where no mark does.
var correctedWords = Words{"［读者订正］", " [corrected by the reader]"}

// tell says a value as the text has it, and the same in English.
func (l *library) tell(i *item) Words {
	if i.said != (Words{}) {
		return i.said
	}
	said := i.tell()
	if i.f.Corrected != nil {
		said = Words{said.Zh + correctedWords.Zh, said.En + correctedWords.En}
	}
	if !l.done {
		i.said = said
	}
	return said
}

func (i *item) tell() Words {
	if i.value == nil || i.f.Kind == "year" || i.f.Kind == "date" {
		return TellPeriod(i.f.Period)
	}
	if i.derived {
		w := TellValue(i.value, i.f.Unit)
		_, size := utf8.DecodeLastRuneInString(i.f.Quote) // 台 of 第二台
		return Words{w.Zh + i.f.Quote[len(i.f.Quote)-size:], w.En}
	}
	return Words{i.toldZh(), i.toldEn()}
}

// toldZh keeps the text's own number and unit, behind the bound and before what
// is counted.
func (i *item) toldZh() string {
	f := i.f
	core := coreOf(f)
	lead := f.Quote[:max(0, strings.Index(f.Quote, core))]
	tail := strings.TrimPrefix(f.Quote[len(lead):], core)
	s := core + tail
	if f.Bound != quantity.Exact && f.Bound != quantity.Range && tail == "" && lead != "" && !strings.ContainsAny(core, "多余几") {
		s = boundWords[f.Bound].Zh + core
	}
	if f.Kind == "count" && f.Bound != quantity.Exact && lead != "" && !strings.ContainsAny(core, "多余几") && !strings.HasPrefix(s, boundWords[f.Bound].Zh) {
		s = boundWords[f.Bound].Zh + s
	}
	switch {
	case f.Kind == "change" && f.Direction == "decrease":
		return "下降" + strings.TrimPrefix(s, "下降")
	case f.Kind == "change":
		return "增长" + strings.TrimPrefix(s, "增长")
	case f.Kind == "multiple" && f.Direction != "level":
		return strings.TrimPrefix(f.Quote, "了")
	case f.Kind == "rank" || f.Kind == "anniversary":
		return f.Quote
	}
	return s
}

func (i *item) toldEn() string {
	f := i.f
	value := abs(i.value)
	s := TellValue(value, f.Unit).En
	if f.Max != nil {
		s = number(f.Value, false) + "–" + TellValue(f.Max, f.Unit).En
	}
	s = boundWords[f.Bound].En + s
	switch {
	case f.Kind == "rank":
		return "rank " + s
	case f.Kind == "anniversary":
		return ordinal(value) + " anniversary"
	case f.Kind == "change" && f.Direction == "decrease":
		return "down " + s
	case f.Kind == "change":
		return "up " + s
	case f.Reading == "ambiguous":
		return "“" + s + "” (to or by)"
	case f.Kind == "multiple" && f.Direction == "increase" && f.Reading == "to":
		return s + " as much"
	case f.Kind == "multiple" && f.Direction == "increase":
		return "up " + s
	}
	return s
}

// ordinal is the English ordinal of a number: 21st, 112th.
func ordinal(v *big.Rat) string {
	s := number(v, false)
	if !v.IsInt() || strings.HasSuffix(s, "11") || strings.HasSuffix(s, "12") || strings.HasSuffix(s, "13") {
		return s + "th"
	}
	switch s[len(s)-1] {
	case '1':
		return s + "st"
	case '2':
		return s + "nd"
	case '3':
		return s + "rd"
	}
	return s + "th"
}

// whatIsMeasured is the measure's name; of what the taxonomy has not, the text's
// own words.
func (l *library) whatIsMeasured(i *item) Words {
	m := i.measure
	switch {
	case m == nil:
		return quoted(i.indicator())
	case m.ID == "event":
		return Words{i.f.Indicator, "date"}
	case traitsOf(m.ID).how == "phrase", i.f.Kind == "share" && !ofShares(m):
		return Words{i.indicator(), m.En}
	}
	w := i.plainName()
	if traitsOf(m.ID).how == "qualified" && i.topic != "" && !strings.HasPrefix(w.Zh, i.topic) {
		w = Words{i.topic + w.Zh, m.En + ", " + l.translated(i.topic)}
	}
	switch i.f.Kind {
	case "change":
		if isRate(w.Zh) {
			return w
		}
		return Words{w.Zh + "增减幅度", w.En + ", change"}
	case "multiple":
		return Words{w.Zh + "倍数", w.En + ", multiple"}
	}
	return w
}

// ofShares reports whether a measure is itself a share. 人口 is not: a share of
// it is one of people who do something.
func ofShares(m *figure.Measure) bool {
	return strings.HasSuffix(m.ID, "share") || isRate(m.Zh) || m.Fits("share") && !m.Fits("money") && !m.Fits("count") && !m.Fits("mass")
}

// isRate: 增速 says already that it is of growth.
func isRate(name string) bool {
	return strings.HasSuffix(name, "速") || strings.HasSuffix(name, "率") || strings.HasSuffix(name, "幅")
}

// plainName is a measure's name, with 人均 where it is told so; （年度） is no part
// of it where no year is told, or many are.
func (i *item) plainName() Words {
	w := Words{i.measure.Zh, i.measure.En}
	if (!i.when.known || i.overYears) && i.f.Per == "" {
		w.Zh, _, _ = strings.Cut(w.Zh, "（")
		w.En, _, _ = strings.Cut(w.En, " (")
	}
	if sum, money := strings.CutSuffix(w.Zh, "额"); money && (i.f.Kind == "mass" || i.f.Kind == "volume") {
		w = Words{sum + "量", w.En + ", quantity"} // tonnes of exports are no sum
	}
	if strings.Contains(i.apart, "累计") && !strings.Contains(w.Zh, "累计") {
		w = Words{"累计" + w.Zh, w.En + ", in all"}
	}
	if r := perWords(i); !strings.Contains(w.Zh, r.Zh) {
		w = Words{r.Zh + w.Zh, w.En + ", " + r.En}
	}
	return w
}

// indicator is the text's own words, with 场均 where it is told so.
func (i *item) indicator() string {
	said := doubled().Replace(i.f.Indicator)
	if r := perWords(i); !strings.Contains(said, r.Zh) && (r != timeRates[i.f.Per] || !containsAny(said, "每", "日均", "周均", "月均", "时均")) {
		return r.Zh + said
	}
	return said
}

// doubled takes out what indicators say twice.
var doubled = sync.OnceValue(func() *strings.Replacer {
	var pairs []string
	for _, r := range rows("doubled.tsv") {
		pairs = append(pairs, r[0], r[1])
	}
	return strings.NewReplacer(pairs...)
})

// translated is a word's English, where the glossary has it.
func (l *library) translated(word string) string {
	if t, ok := l.names.Lookup(word); ok && len(t.En) > 0 {
		return t.En[0]
	}
	return quoted(word).En
}

// subject is what is measured, of whom.
func (l *library) subject(i *item) Words {
	m := l.whatIsMeasured(i)
	if i.measure == nil || strings.Contains(i.apart, toOther) || m.Zh == i.indicator() || i.f.Kind == "share" && strings.Contains(i.f.Indicator, "占") {
		return Words{i.indicator(), l.english(i, m.En)}
	}
	p := l.namesOf(i.f.Parties, i.f.Scope)
	if i.f.Scope == "within" && len(i.f.Parties) == 1 && l.isGroup(i.f.Parties[0]) {
		return Words{p.Zh + "内部" + m.Zh, m.En + " within " + p.En}
	}
	return Words{p.Zh + m.Zh, l.english(i, m.En)}
}

func (l *library) english(i *item, measured string) string {
	if len(i.f.Parties) == 0 || i.measure == nil {
		return measured
	}
	return measured + " (" + l.namesOf(i.f.Parties, i.f.Scope).En + ")"
}

// labelLength is how many characters of a title are a label.
const labelLength = 16

// labelled cuts a title to a label; without a title it is a report's first
// words.
func labelled(title string) string {
	if short := text.First(title, labelLength); utf8.RuneCountInString(title) > labelLength+2 {
		return strings.TrimSpace(short) + "…"
	}
	return title
}

// nameOfReport names a document: the summit and its date.
func (l *library) nameOfReport(doc *corpus.Document) Words {
	s := &doc.Summit
	date := TellPeriod(s.Date)
	name := Words{s.Organisation, s.Organisation}
	if s.Organisation == "" {
		name = both(labelled(doc.Title))
	} else {
		name = l.nameOf(s.Organisation)
		name.En = strings.TrimPrefix(name.En, "the ")
	}
	if s.Date == "" {
		return name
	}
	return Words{name.Zh + "，" + date.Zh, name.En + ", " + date.En}
}

// where names the document of a figure.
func (l *library) where(i *item) Words { return l.reports[i.ref.Document] }
