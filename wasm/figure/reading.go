package figure

import (
	"slices"
	"strings"

	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// reading is a quantity on its way to become a figure. The stages fill in the
// Figure one after the other; what else they leave for those behind them stands
// here by who writes it.
type reading struct {
	Figure

	// Where it stands: begin writes it. The span of the quote grows as stages
	// take words into it.
	p        *passage
	q        *quantity.Quantity
	n        int       // index in p.quantities
	span     text.Span // of the quote, in the passage
	sentence text.Span
	clause   text.Span
	left     string   // of the clause, before the quantity
	right    string   // behind it
	prev     *reading // the figure before; rules may pass over asides

	step    Step    // the rule at work
	dropped bool    // select: it is no figure
	rateOn  bool    // kind: it is listed with rates of growth
	when    *moment // time: under which it stands
	heard   string  // speech: who spoke last in the paragraph
	own     int     // parties: how many of them the clause itself names

	wording // indicator
	found   // asked for again and again, and found once
}

// wording is what the phrases of figures behind this one are made of.
type wording struct {
	phrase string // its noun phrase, without parties and suffix
	head   string // the noun of it that names the measure
	part   string // of a share: what has it, if its whole is named too
	whole  string // of a share: what it is of
	ofWhat string // of a share told with 占: the whole
	lead   string // of a count: what stands before the noun
	partOf bool   // the phrase names a part of the count before
}

// found is what nounBehind, topic and respectively have found.
type found struct {
	nounSpan  text.Span
	nounSaid  string
	nounKnown bool
	topicSaid string
	topicFrom int // where the quote began then, from 1
	shared    *respective
	sharedSet bool
}

// readFigures reads the figures of a passage.
func (p *passage) readFigures() {
	r := new(reading)
	for n := range p.quantities {
		p.begin(r, n)
		for _, s := range stages {
			if s.apply(r); r.dropped {
				break
			}
		}
		if r.dropped {
			continue
		}
		r.finish(len(p.read))
		p.read = append(p.read, r)
		r = new(reading) // what was dropped is written over
	}
	for k, r := range p.read {
		if r.isTime() {
			r.timePhrase(p.read[k+1:])
		}
	}
}

// usualSteps is how many steps of a figure's own there are seldom more of.
const usualSteps = 6

// begin begins the reading of the n-th quantity in r.
func (p *passage) begin(r *reading, n int) {
	q := &p.quantities[n]
	steps := r.Why[:0]
	*r = reading{p: p, q: q, n: n, span: q.Span}
	r.sentence = p.around(p.sentences, q.Span.Start, farReach)
	r.clause = p.labelledBehind(p.labelled(p.around(p.clauses, q.Span.Start, reach), q.Span.Start), q)
	r.sentence.End = max(r.sentence.End, q.Span.End)
	r.clause.End = max(r.clause.End, q.Span.End)
	r.left, r.right = p.simple[r.clause.Start:q.Span.Start], p.simple[q.Span.End:r.clause.End]
	if k := len(p.read); k > 0 {
		r.prev = p.read[k-1]
	}
	r.Value, r.Max, r.Unit, r.Said, r.Per, r.Bound = q.Value, q.Max, q.Unit, q.Said, q.Per, q.Bound
	r.Why = slices.Grow(steps, len(q.Why)+usualSteps)
	for k := range q.Why {
		s := &q.Why[k]
		r.Why = append(r.Why, Step{Rule: s.Rule, Text: s.Text, Value: s.Value, quantity: s})
	}
}

// longestLabel is how long the name of a value before a colon is at most.
const longestLabel = 60

// isTimeAt reports whether the quantity at a place is a time.
func (p *passage) isTimeAt(at int) bool {
	k := p.quantityIndex(at)
	return k < len(p.quantities) && p.quantities[k].Time != nil
}

// labelled joins a clause that begins with a value to its name before a colon:
// 同比增速：-5.2%.
func (p *passage) labelled(clause text.Span, at int) text.Span {
	before := strings.TrimRight(p.simple[:clause.Start], " 　\t")
	_, colon := hasSuffix(before, "：", ":")
	if !colon || p.isTimeAt(at) || strings.Trim(p.simple[clause.Start:max(clause.Start, at)], " 　\t|｜约近+-＋－−–—") != "" {
		return clause
	}
	label := p.around(p.clauses, clause.Start-1, reach)
	if label.End != clause.Start || label.End-label.Start > longestLabel {
		return clause
	}
	return text.Span{Start: label.Start, End: clause.End}
}

// labelledBehind joins a value that opens a line to its name behind a colon:
// - 30亿美元：2024年双边贸易额.
func (p *passage) labelledBehind(clause text.Span, q *quantity.Quantity) text.Span {
	_, colon := hasPrefix(p.simple[q.Span.End:], "：", ":")
	if !colon || q.Time != nil || clause.End > q.Span.End+len("：") {
		return clause
	}
	before := p.simple[max(0, q.Span.Start-reach):q.Span.Start]
	if strings.Trim(before[strings.LastIndex(before, "\n")+1:], " 　*•●·+-－−–—") != "" {
		return clause
	}
	label := p.around(p.clauses, min(clause.End, len(p.simple)-1), reach)
	if label.Start != clause.End || label.End-label.Start > longestLabel {
		return clause
	}
	for n := p.quantityIndex(label.Start); n < len(p.quantities) && p.quantities[n].Span.Start < label.End; n++ {
		if p.quantities[n].Time == nil && p.quantities[n].NotFigure == "" {
			return clause
		}
	}
	return text.Span{Start: clause.Start, End: label.End}
}

// finish sets what follows from the places.
func (r *reading) finish(ordinal int) {
	at := r.p.start
	r.Quote = r.p.asWritten(r.span)
	r.Span = text.Span{Start: at + r.p.original(r.span.Start), End: at + r.p.original(r.span.End)}
	r.Core = text.Span{Start: at + r.p.original(r.q.Core.Start), End: at + r.p.original(r.q.Core.End)}
	r.Passage, r.Ordinal = r.p.index, ordinal
	r.Sentence = strings.TrimSpace(r.p.asWritten(r.sentence))
}

// core is the number with its unit.
func (r *reading) core() string { return r.p.simple[r.q.Core.Start:r.q.Core.End] }

// isTime reports whether the figure is itself a time.
func (r *reading) isTime() bool {
	switch r.Kind {
	case "year", "date", "duration", "century", "anniversary":
		return true
	}
	return false
}

// cueBefore finds the last cue of a class between the beginning of the sentence
// and the figure.
func (r *reading) cueBefore(class string, values ...string) (hit, bool) {
	return r.p.lastCue(class, r.sentence.Start, r.q.Core.Start, values...)
}

// cueInClause looks in the clause, before the figure and then behind it.
func (r *reading) cueInClause(class string, values ...string) (hit, bool) {
	if h, ok := r.p.lastCue(class, r.clause.Start, r.q.Core.Start, values...); ok {
		return h, ok
	}
	return r.p.nextCue(class, r.q.Core.End, r.clause.End, values...)
}

// cueInSentence looks in the sentence, before the figure and then behind it.
func (r *reading) cueInSentence(class string, values ...string) (hit, bool) {
	if h, ok := r.cueBefore(class, values...); ok {
		return h, ok
	}
	return r.p.nextCue(class, r.q.Core.End, r.sentence.End, values...)
}

// noted remembers the words a rule rests on.
func (r *reading) noted(h hit, ok bool) bool {
	if ok {
		r.step.Text = h.text
	}
	return ok
}
