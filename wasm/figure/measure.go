package figure

import (
	"strings"
	"sync"
)

// Measure is a row of the taxonomy: an indicator without its parties.
type Measure struct {
	ID             string
	Zh, En, Ru, Kk string
	Nature         string // flow, stock or ""
	Higher         string // good, bad or ""
	kinds          map[string]bool
	cues           []string
	form           string
	countable      bool // things that are counted, not a quantity
}

// Cues are the words that name the measure, as the text has them.
func (m *Measure) Cues() []string { return m.cues }

// Fits reports whether the measure is told in figures of a kind.
func (m *Measure) Fits(kind string) bool { return m.kinds[kind] }

// Measures returns the taxonomy in the order of its file.
func Measures() []Measure { return theMeasures() }

// MeasureOf is the measure of an id, nil when the taxonomy has none.
func MeasureOf(id string) *Measure { return measureByID()[id] }

// theMeasures reads data/measures.tsv.
var theMeasures = sync.OnceValue(func() []Measure {
	var list []Measure
	for _, row := range rows("measures.tsv") {
		m := Measure{ID: row[0], Zh: row[1], En: row[2], Ru: row[3], Kk: row[4], Nature: row[7], Higher: row[8],
			form: row[9], cues: words(row[5]), kinds: map[string]bool{}}
		for _, k := range words(row[6]) {
			m.kinds[k] = true
		}
		m.countable = m.kinds["count"] && !m.kinds["money"] && !m.kinds["mass"] && family(m.ID) != "people" && m.ID != "supercomputer"
		list = append(list, m)
	}
	return list
})

var measureByID = sync.OnceValue(func() map[string]*Measure {
	m := map[string]*Measure{}
	for i := range theMeasures() {
		m[theMeasures()[i].ID] = &theMeasures()[i]
	}
	return m
})

// measuresByCue lists the measures a cue may mean.
var measuresByCue = sync.OnceValue(func() map[string][]*Measure {
	m := map[string][]*Measure{}
	for i := range theMeasures() {
		for _, c := range theMeasures()[i].cues {
			m[c] = append(m[c], &theMeasures()[i])
		}
	}
	return m
})

// measureRules find the measure: of times the event, else by the nearest word
// that names one.
var measureRules = []rule{
	{"measure.lacking", isLacking, func(*reading) {}},
	{"measure.event", func(r *reading) bool { return r.isTime() }, func(r *reading) { r.setMeasure(measureByID()["event"]) }},
	{"measure.counted", measureCounted, func(*reading) {}},
	{"measure.cumulative", isCumulative, func(r *reading) { r.setMeasure(measureByID()["investment.stock"]) }},
	{"measure.cue", func(r *reading) bool { return r.findMeasure() != nil }, func(r *reading) { r.setMeasure(r.findMeasure()) }},
	{"measure.goes-on", measureOfPrev, func(r *reading) { r.setMeasure(measureByID()[r.prev.Measure]) }},
	{"measure.none", always, func(*reading) {}},
}

func (r *reading) setMeasure(m *Measure) { r.Measure, r.step.Value = m.ID, m.Zh }

// measureCounted: what is counted says what is measured.
func measureCounted(r *reading) bool {
	if r.Kind != "count" && r.Kind != "ordinal" || r.Counted == "" {
		return false
	}
	span, _ := r.nounBehind()
	best, length := r.longestMeasure(r.q.Core.Start, max(r.q.Core.End, span.End))
	if best == nil {
		best, length = r.measureBeside()
	}
	if best == nil || length < len("项目") {
		return false
	}
	r.setMeasure(best)
	return true
}

// measureBeside is the measure named right before a count: 投资项目另有33个.
func (r *reading) measureBeside() (*Measure, int) {
	h, ok := r.p.lastCue("measure", r.clause.Start, r.q.Core.Start)
	if !ok || !r.isBeside(h) {
		return nil, 0
	}
	return r.suits(h.text), len(h.text)
}

// isBeside reports whether nothing but verbs and adverbs stands between a noun and
// the figure.
func (r *reading) isBeside(h hit) bool {
	return cleaned(r.p.timeless(h.end, r.q.Span.Start)) == ""
}

// isLoose reports whether a word for countable things, which stands apart from a
// count, need not be what is counted: 向50个国家的儿童提供9万剂.
func (r *reading) isLoose(h hit, m *Measure) bool {
	return (r.Kind == "count" || r.Kind == "ordinal") && len(m.kinds) > 0 && m.countable && !r.isBeside(h)
}

// longestMeasure is the measure of the longest word for one in from:to.
func (r *reading) longestMeasure(from, to int) (best *Measure, length int) {
	for h, ok := r.p.nextCue("measure", from, to); ok; h, ok = r.p.nextCue("measure", h.start+1, to) {
		if m := r.suits(h.text); m != nil && len(h.text) >= length {
			best, length = m, len(h.text)
		}
	}
	return best, length
}

// isCumulative tells the sum of all years from what came in one: 已成为最大投资国，
// 投资额超过…, or a sum over many years.
func isCumulative(r *reading) bool {
	if r.Kind != "money" {
		return false
	}
	m := r.findMeasure()
	if m == nil || family(m.ID) != "investment" || m.ID == "investment.project" {
		return false
	}
	if strings.Contains(r.left, "累计") {
		r.step.Text = "累计"
		return true
	}
	if m.ID == "investment.stock" {
		return !strings.Contains(r.p.simple[r.sentence.Start:r.sentence.End], "项目")
	}
	h, ok := r.p.lastCue("link", r.sentence.Start, r.q.Core.Start, "state")
	return r.noted(h, ok && r.Period == "" && m.ID == "investment.amount")
}

// findMeasure looks in the clause before the figure, nearest first, then behind
// it, then in the clauses of the sentence before.
func (r *reading) findMeasure() *Measure {
	if strings.HasPrefix(r.right, "的") {
		if h, ok := r.p.nextCue("measure", r.q.Span.End, min(r.clause.End, r.q.Span.End+24)); ok {
			if m := r.suits(h.text); m != nil {
				r.step.Text = h.text
				return m
			}
		}
	}
	if m := r.lastMeasure(r.clause.Start, r.q.Core.Start); m != nil {
		return m
	}
	if h, ok := r.p.nextCue("measure", r.q.Core.End, r.clause.End); ok {
		if m := r.suits(h.text); m != nil {
			return m
		}
	}
	return r.lastMeasure(max(r.sentence.Start, r.q.Core.Start-reach), r.clause.Start)
}

// lastMeasure takes the nearest word; 产量 only where nothing says of what.
func (r *reading) lastMeasure(from, to int) *Measure {
	var general *Measure // 产量 alone, if nothing says of what
	for {
		h, ok := r.p.lastCue("measure", from, to)
		if !ok {
			return general
		}
		if m := r.suits(h.text); m != nil && r.isLoose(h, m) {
		} else if m != nil && (m.ID != "output" || general != nil) {
			if m.ID != "output" {
				r.step.Text = h.text
				return m
			}
		} else if m != nil {
			r.step.Text, general = h.text, m
		}
		to = h.start
	}
}

// suits returns the measure a cue means for this kind of figure.
func (r *reading) suits(cue string) *Measure {
	n, small := smallValue(r.q)
	countries := r.Kind == "count" && small && n < 300 && (r.Said == "国" || strings.HasSuffix(r.Counted, "国") || strings.HasSuffix(r.Counted, "国家"))
	for _, m := range measuresByCue()[cue] {
		if m.kinds[r.Kind] && !(countries && family(m.ID) == "people") {
			return m
		}
	}
	return nil
}

func measureOfPrev(r *reading) bool {
	if r.prev == nil || r.prev.Measure == "" || r.prev.isTime() || r.sentencesApart() > 1 {
		return false
	}
	if m := measureByID()[r.prev.Measure]; !m.kinds[r.prev.Kind] && r.prev.sentence.Start != r.sentence.Start {
		return false // points of a share
	}
	_, link := r.p.lastCue("link", r.sentence.Start, r.q.Core.Start, "same")
	return (link || r.prev.sentence.Start == r.sentence.Start || isThin(r.topic())) && measureByID()[r.prev.Measure].kinds[r.Kind]
}
