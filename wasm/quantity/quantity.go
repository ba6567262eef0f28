// Package quantity reads numbers, units and times in Chinese text: every
// number becomes a typed quantity with its exact value, its place in the text
// and the steps by which it was read. What a quantity measures, of whom, and
// whether it is a figure of the document, is not decided here.
//
//	for _, q := range quantity.Read("贸易额超过1.5万亿美元", quantity.Date{Year: 2025, Month: 10, Day: 9}) {
//		fmt.Println(q.Kind, quantity.Decimal(q.Value), q.Unit, q.Bound) // money 1500000000000 USD over
//	}
//
// A line of text becomes tokens: words of data/*.tsv (lexicon.go) and numbers
// (numeral.go), found by the scanner. Then rules make one token of several,
// stage by stage: rules.go lists the stages, rules_*.go have their rules, and
// pattern.go says when a rule fits. What has become a quantity is collected
// (collect.go). data/rules.tsv says each rule in words.
package quantity

import (
	"math/big"
	"slices"
	"strings"

	"fenghui/wasm/text"
)

// Kind says what a quantity is.
type Kind string

// The kinds. Units of measure bring further ones (length, mass, speed …), see
// data/units.tsv.
const (
	Number      Kind = "number"   // without a unit
	Count       Kind = "count"    // 个, 项, 名 …
	Money       Kind = "money"    // unit: ISO 4217
	Percent     Kind = "percent"  // in percent, or in points (unit pp)
	Fraction    Kind = "fraction" // 三分之一, in percent
	Multiple    Kind = "multiple" // 倍, 番
	Ordinal     Kind = "ordinal"
	Ratio       Kind = "ratio" // 3比1
	Rank        Kind = "rank"  // 前十
	Duration    Kind = "duration"
	Age         Kind = "age"
	Anniversary Kind = "anniversary"
	CenturyKind Kind = "century"
	YearKind    Kind = "year"
	DateKind    Kind = "date"   // a day
	Period      Kind = "period" // any other time: a month, 近五年, 6月1日至30日
	Clock       Kind = "clock"  // a time of day, in hours
	Temperature Kind = "temperature"
	Length      Kind = "length"
)

// Bound says how the told value lies to the true one.
type Bound string

// The bounds, by the words that say them: none is Exact; then 约; 接近; 超过, 多, 余;
// 不到; 以上; 以内; 高达, 前; 到 between two values.
const (
	Exact   Bound = "exact"
	About   Bound = "about"
	Nearly  Bound = "nearly"
	Over    Bound = "over"
	Under   Bound = "under"
	AtLeast Bound = "at_least"
	AtMost  Bound = "at_most"
	UpTo    Bound = "up_to"
	Range   Bound = "range"
)

// Quantity is one quantity of a text. Spans are half-open bytes of the text and
// lie on rune borders.
type Quantity struct {
	Kind Kind
	// Span covers all of it, with 超过, 以上, 到 (2030年); Core the number with
	// its unit alone.
	Span, Core text.Span
	// Value is exact, in Unit; Max is the upper end of a range, else nil. Of
	// times, Value is the number said (5 of 过去五年), nil for dates.
	Value, Max *big.Rat
	// Ceiling is what 多, 余 and 几 stay below (4000 for 3000多), else nil.
	Ceiling *big.Rat
	Unit    string // canonical, ISO 4217 for money; "" for bare numbers
	Said    string // the unit as the text has it, folded
	Per     string // year, month, day, hour …: 每年, /年
	Bound   Bound
	Time    *Time
	// Parts are the numbers it was put together from, in order.
	Parts []Part
	// Indefinite marks orders of magnitude: 几十, 数百.
	Indefinite bool
	// NotFigure says in a word why no reader would count this as a figure: it
	// is part of a name or a code, torn, relative (今天) …; empty for all others.
	NotFigure string
	// Else is another way to read the same words (12/1: a fraction or a date).
	Else *Quantity
	Why  []Step

	isoLength string // of durations, see ISODuration
	unit      *Unit
}

// Part is one number inside a quantity, without unit.
type Part struct {
	Span  text.Span
	Value *big.Rat
	Max   *big.Rat
	// Everyday marks 15k and 30w, which are said of pay and prices in yuan.
	Everyday bool
	// Lone marks a single Chinese digit.
	Lone bool
}

// Factor is how much of Unit one unit of the text is: 10000 m2 for 公顷 is told
// as 1 ha. It is 1 for all that has no unit of measure.
func (q *Quantity) Factor() *big.Rat {
	if q.unit == nil {
		return big.NewRat(1, 1)
	}
	return q.unit.Factor
}

// UnitName is what the public suites of cases call the text's own unit of
// measure, else "".
func (q *Quantity) UnitName() string {
	if q.unit == nil {
		return ""
	}
	return q.unit.English
}

// Read returns the quantities of s in order; they do not overlap. Relative
// times (去年, 三年前) are counted from ref; when ref is zero they stay open.
// Read never fails, and takes time in proportion to the length of s.
func Read(s string, ref Date) []Quantity { return ReadIn(Common, s, ref) }

// Calendar says how a text counts its years.
type Calendar int

const (
	Common   Calendar = iota // 2024年
	Republic                 // 113年 is 2024, as texts of Taiwan count from 1912
)

// ReadIn is Read for a text that counts its years in such a calendar.
func ReadIn(calendar Calendar, s string, ref Date) []Quantity {
	if !ref.IsZero() && !ref.valid() {
		ref = Date{}
	}
	sc := scanner{lexicon: theLexicon(), room: rooms.Get().(*room), ref: ref, calendar: calendar, source: s}
	for start := 0; start < len(s); {
		end := start
		for end < len(s) && s[end] != '\n' && s[end] != '\r' {
			end++
		}
		sc.readLine(start, end)
		start = end + 1
	}
	rooms.Put(sc.room)
	all := sc.quantities()
	if strings.Contains(s, lost) { // 12?5亿 is not 5亿
		all = slices.DeleteFunc(all, func(q Quantity) bool {
			return strings.HasSuffix(s[:q.Span.Start], lost) || strings.HasPrefix(s[q.Span.End:], lost)
		})
	}
	return all
}

// lost stands where a character of a text is damaged.
const lost = "\uFFFD"
