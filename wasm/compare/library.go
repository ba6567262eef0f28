package compare

import (
	"cmp"
	"math/big"
	"sort"
	"strings"

	"fenghui/corpus"
	"fenghui/wasm/figure"
)

// library is all figures, prepared for comparing.
type library struct {
	docs      []Input
	reports   []Words      // what names each document
	done      bool         // nothing may be written any more: several may read
	pause     func() error // see yield
	names     *corpus.Glossary
	items     []*item
	read      map[string]phrase          // of indicators that were met before
	figuresOf map[string]int             // how many figures a party has
	levels    map[bucketKey][]*item      // of what is told in multiples
	members   map[string]map[string]bool // group -> its countries
	wrong     []withdrawal
}

// newLibrary reads all figures; with denied also those that the texts do
// not claim to be true.
func newLibrary(docs []Input, names *corpus.Glossary, pause func() error, denied bool) *library {
	if names == nil {
		names = &corpus.Glossary{}
	}
	l := &library{docs: docs, reports: make([]Words, len(docs)), names: names, pause: pause, read: map[string]phrase{}, members: groupsOf(names), figuresOf: map[string]int{}}
	for d := range docs {
		if docs[d].Document == nil {
			continue
		}
		l.reports[d] = l.nameOfReport(docs[d].Document)
		for k := range docs[d].Figures {
			l.yield()
			if f := &docs[d].Figures[k]; (denied || f.Status != figure.NotClaimed) && !isExchange(&docs[d], f) {
				l.items = append(l.items, l.newItem(Ref{d, k}, &docs[d]))
			}
		}
	}
	l.markTimes()
	l.items = append(l.items, l.impliedByOrdinals()...)
	sort.SliceStable(l.items, func(i, j int) bool {
		l.yield()
		return order(l.items[i], l.items[j]) < 0
	})
	for k, i := range l.items {
		i.at = k
	}
	return l
}

// markTimes finds the years and dates that only date other amounts of their
// sentences; they are no events.
func (l *library) markTimes() {
	type told struct {
		document, passage int
		sentence, period  string
	}
	of := func(i *item) told { return told{i.ref.Document, i.f.Passage, i.f.Sentence, i.f.Period} }
	amounts := map[told]bool{}
	for _, i := range l.items {
		l.yield()
		if i.isLevel() || i.changes() {
			amounts[of(i)] = true
		}
	}
	for _, i := range l.items {
		l.yield()
		i.timeOnly = i.isDate() && (isTimeOfOther(i.doc, i.f) || amounts[of(i)] && timesAim(i.f))
	}
}

// order compares by the places of the figures in the documents.
func order(a, b *item) int {
	return cmp.Or(a.ref.Document-b.ref.Document, a.ref.Figure-b.ref.Figure)
}

// measureIn finds a measure for a figure that the rules left without one: the
// one named by the last word of its indicator that names any for its kind.
func measureIn(f *figure.Figure) *figure.Measure {
	if f.Kind != "money" && f.Kind != "change" {
		return nil
	}
	var best *figure.Measure
	end, length := 0, 0
	list := figure.Measures()
	for k := range list {
		if !list[k].Fits(f.Kind) {
			continue
		}
		for _, c := range list[k].Cues() {
			at := strings.LastIndex(f.Indicator, c) + len(c)
			if at >= len(c) && (at > end || at == end && len(c) > length) {
				best, end, length = &list[k], at, len(c)
			}
		}
	}
	return best
}

// phrase is what an indicator says.
type phrase struct {
	measure *figure.Measure // nil when the taxonomy has none
	topic   string
	named   marks  // in the topic
	apart   string // words that make it another indicator, see apartWords
	others  string // them, and parties that the indicator names beside the figure's own: 在哈日本企业 are not 在哈德国企业
}

// phraseOf reads an indicator once for all figures with the same wording.
func (l *library) phraseOf(in *Input, f *figure.Figure) phrase {
	key := f.Kind + border + f.Measure + border + f.Indicator + border + strings.Join(f.Parties, border) + border + in.Document.Summit.Organisation + border + f.Direction + border + f.Status
	p, ok := l.read[key]
	if !ok {
		if p.measure = figure.MeasureOf(f.Measure); p.measure == nil {
			p.measure = measureIn(f)
		}
		p.topic, p.others = l.topicOf(f, p.measure)
		if isAhead(f) { // 计划 says that it lies ahead, not what it is
			p.topic = clip(strings.TrimPrefix(p.topic, "计划"))
		}
		if p.measure != nil && (traitsOf(p.measure.ID).how == "whole" || traitsOf(p.measure.ID).how == "loose") {
			p.others = ""
		}
		p.named = marksOf(p.topic)
		p.apart = apartWords(in, f, p.measure)
		p.others += p.apart
		l.read[key] = p
	}
	return p
}

// impliedByOrdinals derives counts from ordinals: an n-th that is still to come
// means that there are n-1, unless the sentence itself gives their number.
func (l *library) impliedByOrdinals() []*item {
	var list []*item
	for _, i := range l.items {
		l.yield()
		f := i.f
		if f.Kind != "ordinal" || !i.ahead || f.Value == nil || !f.Value.IsInt() || f.Value.Cmp(big.NewRat(2, 1)) < 0 || f.Measure == "" || l.countsBeside(i) {
			continue
		}
		implied := *f
		implied.Kind, implied.Status, implied.Bound, implied.Direction = "count", "actual", "exact", "level"
		implied.Value = sub(f.Value, big.NewRat(1, 1))
		implied.Period = ""
		d := *i
		d.f, d.derived, d.ahead, d.when = &implied, true, false, span{}
		d.value = implied.Value
		d.interval = Interval{Low: sub(d.value, half), High: add(d.value, half), HighOpen: true}
		d.size, _ = d.value.Float64()
		d.least, d.most = d.size-0.5, d.size+0.5
		d.place = sentenceSpan(i.doc, f)
		list = append(list, &d)
	}
	return list
}

// countsBeside reports whether the sentence counts the same thing.
func (l *library) countsBeside(i *item) bool {
	list := l.docs[i.ref.Document].Figures
	for k := i.ref.Figure - 1; k >= 0 && list[k].Passage == i.f.Passage && list[k].Sentence == i.f.Sentence; k-- {
		if list[k].Kind == "count" && list[k].Measure == i.f.Measure {
			return true
		}
	}
	return false
}
