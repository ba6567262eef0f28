package compare

import (
	"math/big"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"fenghui/wasm/figure"
	"fenghui/wasm/text"
)

// Entry is a dated plan, target or event ahead.
type Entry struct {
	Key     string // names it in links
	When    string // ISO: 2026-04, 2030
	Title   Words
	What    Words // the title without its date and status
	Status  string
	Members []Member // the date, in all documents that tell it, then what is aimed at
	aim     *big.Rat // the first amount aimed at; nil where only the date is told
	of      string   // what the aim is of, "" when the taxonomy has it not
	reach   Interval // of the aim
	by      string   // the series and time of the aim
	day     int      // on which it was told
}

// calendar lists what the documents say lies ahead of them, by date. A date that
// is given twice is one entry; amounts that are aimed at belong to the date of
// their sentence.
func (l *library) calendar(series []Series) []Entry {
	var list []Entry
	at := map[string]int{}   // by figure
	with := map[string]int{} // by sentence and time
	group := seriesByFigure(series)
	for _, i := range l.items {
		l.yield()
		if i.derived || !i.ahead || i.f.Period == "" || !i.isDate() || i.inName() {
			continue
		}
		n, known := at[group[i.ref.id()]]
		if !known || group[i.ref.id()] == "" {
			n = len(list)
			list = append(list, l.entry(i, eventOf(i.f)))
			if g := group[i.ref.id()]; g != "" {
				at[g] = n
			}
		}
		list[n].Members = append(list[n].Members, l.member(i, l.where(i)))
		with[l.spot(i)] = n
	}
	list = onceEach(l.aimsAhead(list, with, aimsBySeries(series)))
	sort.SliceStable(list, func(a, b int) bool {
		x, y := monthsOf(list[a].When), monthsOf(list[b].When)
		if x.from != y.from {
			return x.from < y.from
		}
		return list[a].When < list[b].When
	})
	return list
}

// aimsAhead adds the amounts aimed at to the entries of their dates; those whose
// sentence has no such date are entries of their own. A revised aim is one entry,
// in its latest form.
func (l *library) aimsAhead(list []Entry, with map[string]int, series map[string]string) []Entry {
	at := map[string]int{} // by series and time
	for _, i := range l.items {
		l.yield()
		if i.derived || !i.ahead || !i.when.known || i.when.growth || i.isDate() || i.value == nil || i.f.Kind == "ordinal" {
			continue
		}
		same := series[i.ref.id()] + border + i.f.Period + border + i.f.Status
		n, ok := with[l.spot(i)]
		if earlier, told := at[same]; told && series[i.ref.id()] != "" && (!ok || n != earlier) {
			if ok && list[n].aim == nil { // its year says no more than that of the other
				list[earlier].Members = append(list[earlier].Members, list[n].Members...)
				list[n].Members = nil
			}
			n, ok = earlier, true
		}
		if !ok && (i.f.Kind == "duration" || i.f.Kind == "anniversary" || i.baseline || i.docYear != 0 && i.when.year() <= i.docYear) {
			continue
		}
		if !ok {
			n = len(list)
			list = append(list, Entry{When: i.f.Period})
		}
		if e := &list[n]; e.aim == nil || e.by == same && i.day > e.day { // what is aimed at says more than the date
			now := l.entry(i, "")
			e.aim, e.What, e.Title, e.Status, e.of, e.reach, e.by, e.day = i.value, now.What, now.Title, now.Status, now.of, now.reach, same, i.day
			at[same] = n
		}
		list[n].Members = append(list[n].Members, l.member(i, l.where(i)))
	}
	return slices.DeleteFunc(list, func(e Entry) bool { return len(e.Members) == 0 })
}

// aimsBySeries names the series an amount aimed at belongs to.
func aimsBySeries(series []Series) map[string]string {
	m := map[string]string{}
	for _, s := range series {
		for _, member := range s.Members {
			if member.Ahead && member.Value != nil {
				m[member.id()] = s.Key
			}
		}
	}
	return m
}

// inName reports whether a year is part of a name and not the time of an event:
// 2027年任务部署会议, but not 2027年工作会议将在…举行.
func (i *item) inName() bool {
	if i.f.Kind != "year" {
		return false
	}
	behind := i.f.Sentence[min(len(beforeIt(i))+i.f.Span.End-i.f.Span.Start, len(i.f.Sentence)):]
	if k := strings.IndexFunc(behind, isClauseEnd); k >= 0 {
		behind = behind[:k]
	}
	behind = text.First(behind, nameLength)
	for _, h := range wordsOf("dated") {
		if k := strings.Index(behind, h); k >= 0 {
			return !containsAny(behind[:k], "将", "拟", "计划", "举行", "召开", "在") && !containsAny(behind[k:], "将", "拟", "定于", "在")
		}
	}
	return false
}

// nameLength is the most characters such a name has.
const nameLength = 14

func (i *item) isDate() bool { return i.f.Kind == "year" || i.f.Kind == "date" }

// spot is the sentence and time of a figure.
func (l *library) spot(i *item) string {
	return passageKey(i) + border + i.f.Sentence + border + i.f.Period
}

// seriesByFigure names the series a date belongs to.
func seriesByFigure(series []Series) map[string]string {
	m := map[string]string{}
	for _, s := range series {
		if s.Kind != "date" || !slices.ContainsFunc(s.Members, func(m Member) bool { return m.Ahead }) {
			continue
		}
		for _, member := range s.Members {
			m[member.id()] = s.Members[0].id()
		}
	}
	return m
}

// onceEach joins entries that say the same: a document that repeats its aim in
// the headline, in the text and in a quotation has one aim.
func onceEach(list []Entry) []Entry {
	kept := list[:0]
	at := map[string]int{}
	for _, e := range list {
		if e.aim == nil {
			kept = append(kept, e)
			continue
		}
		last := e.Members[len(e.Members)-1]
		key := strconv.Itoa(e.Members[0].Document) + border + e.When + border
		told, same := key+last.Told.Zh, key+e.of
		if n, ok := at[told]; ok {
			kept[n].Members = append(kept[n].Members, e.Members...)
			continue
		}
		if n, ok := at[same]; ok && e.of != "" && kept[n].reach.Meets(e.reach) {
			kept[n].Members = append(kept[n].Members, e.Members...)
			continue
		}
		at[told], at[same] = len(kept), len(kept)
		kept = append(kept, e)
	}
	return kept
}

// entry is what lies ahead: the event, or the amount aimed at.
func (l *library) entry(i *item, event string) Entry {
	what := l.whatOf(i, event)
	of := ""
	if i.measure != nil && !i.isDate() {
		of = lookupKey(i) + border + i.f.Unit + border + scopeKey(i.f.Scope)
	}
	return Entry{When: i.f.Period, Status: i.f.Status, What: what, of: of, reach: i.interval,
		Title: say("calendar.target", fill{"when", TellPeriod(i.f.Period)}, fill{"what", what}, fill{"status", statusWords(i.f)})}
}

func (l *library) whatOf(i *item, event string) Words {
	switch {
	case i.isDate() && utf8.RuneCountInString(event) >= shortestEvent:
		return quoted(event)
	case i.isDate():
		return quoted(clauseOf(i))
	}
	if i.measure == nil && i.f.Kind == "count" { // a name made for what nothing else counts says less than the text
		return quoted(wholeClause(i))
	}
	return Words{i.indicator() + " " + l.tell(i).Zh, l.subject(i).En + ": " + l.tell(i).En}
}

// shortestEvent is how many characters name an event at least; with less, the
// text's own clause says it better.
const shortestEvent = 4

// eventOf is what happens at a date, without the word for the date itself.
func eventOf(f *figure.Figure) string {
	for _, suffix := range []string{"目标年份", "预测年份", "计划年份", "年份", "时间", "日期", "期限"} {
		if s, cut := strings.CutSuffix(f.Indicator, suffix); cut && s != "" {
			return s
		}
	}
	return f.Indicator
}

// statusWords name a status.
func statusWords(f *figure.Figure) Words {
	switch f.Status {
	case "target":
		return Words{"目标", "target"}
	case "plan":
		return Words{"计划", "plan"}
	case "forecast":
		return Words{"预测", "forecast"}
	case "proposal":
		return Words{"提议", "proposal"}
	}
	return Words{"事实", "fact"}
}
