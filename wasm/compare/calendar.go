package compare

import (
	"slices"
	"sort"
	"strings"

	"fenghui/wasm/figure"
)

// Entry is a dated plan, target or event ahead.
type Entry struct {
	Key     string // names it in links
	When    string // ISO: 2026-04, 2030
	Title   Words
	What    Words // the title without its date and status
	Status  string
	Members []Member // the date, in all documents that tell it, then what is aimed at
}

// calendar lists what the documents say lies ahead of them, by date. A date
// told twice is one entry; the amounts aimed at stand with the date of their
// sentence.
func (l *library) calendar(series []Series) []Entry {
	var list []Entry
	at := map[string]int{}   // by figure
	with := map[string]int{} // by sentence and time
	group := seriesByFigure(series)
	for _, i := range l.items {
		l.rest()
		if i.derived || !i.ahead || i.f.Period == "" || !i.isDate() {
			continue
		}
		n, known := at[group[i.ref.id()]]
		if !known || group[i.ref.id()] == "" {
			n = len(list)
			list = append(list, Entry{When: i.f.Period, Status: i.f.Status, What: l.whatOf(i), Title: l.entryTitle(i)})
			if g := group[i.ref.id()]; g != "" {
				at[g] = n
			}
		}
		list[n].Members = append(list[n].Members, l.member(i, l.where(i)))
		with[l.spot(i)] = n
	}
	list = l.aimsAhead(list, with)
	sort.SliceStable(list, func(a, b int) bool {
		x, y := monthsOf(list[a].When), monthsOf(list[b].When)
		if x.from != y.from {
			return x.from < y.from
		}
		return list[a].When < list[b].When
	})
	return list
}

// aimsAhead puts the amounts aimed at to their dates; those whose date is told
// elsewhere are entries of their own.
func (l *library) aimsAhead(list []Entry, with map[string]int) []Entry {
	for _, i := range l.items {
		l.rest()
		if i.derived || !i.ahead || !i.when.known || i.when.growth || i.isDate() || i.value == nil || i.f.Kind == "ordinal" {
			continue
		}
		if n, ok := with[l.spot(i)]; ok {
			list[n].Members = append(list[n].Members, l.member(i, l.where(i)))
			continue
		}
		if i.f.Kind != "duration" && i.f.Kind != "anniversary" && (i.docYear == 0 || i.when.year() > i.docYear) {
			list = append(list, Entry{When: i.f.Period, Status: i.f.Status, What: l.whatOf(i), Title: l.entryTitle(i), Members: []Member{l.member(i, l.where(i))}})
		}
	}
	return list
}

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

func (l *library) entryTitle(i *item) Words {
	return say("calendar.target", fill{"when", TellPeriod(i.f.Period)}, fill{"what", l.whatOf(i)}, fill{"status", statusWords(i.f)})
}

func (l *library) whatOf(i *item) Words {
	if i.isDate() {
		return quoted(eventOf(i.f))
	}
	return Words{i.f.Indicator + " " + l.tell(i).Zh, l.subject(i).En + ": " + l.tell(i).En}
}

// eventOf is what happens at a date, without the word for the date itself.
func eventOf(f *figure.Figure) string {
	for _, suffix := range []string{"目标年份", "预测年份", "计划年份", "年份", "时间", "日期"} {
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
