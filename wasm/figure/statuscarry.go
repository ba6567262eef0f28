package figure

import (
	"strings"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// isCarried: what is promised, planned, proposed or foreseen goes on through the
// clauses behind it, and into a sentence that opens with 其中 or names it again,
// as long as nothing says how things are: 将新建三座水库，造价6亿元.
func isCarried(r *reading) bool {
	p := r.carrier()
	if p == nil || isBaseline(r) || r.pastPeriod() {
		return false
	}
	switch {
	case p.Status == "actual", p.Status == NotClaimed, p.Status == "forecast" && (p.sentence.Start < r.sentence.Start || p.clause.End < r.clause.Start), r.clause.Start <= p.q.Core.Start && !r.listedWith(p):
		return false
	case r.Period != "" && !r.future() && r.PeriodFrom == "stated" && r.when != nil && r.when.Start > p.q.Core.Start:
		return false
	}
	_, level := r.levelVerb()
	if _, ruled := p.forbidden(); ruled && level && r.clause.Start > p.q.Core.Start {
		return false // 赤字率不得超过3%，去年却达5.8%
	}
	return !r.breaksOff(p.q.Core.End)
}

func setCarried(r *reading) { setStatus(r.carrier().Status)(r) }

// listedWith: in 3座水库和2座电站 both are of one status.
func (r *reading) listedWith(p *reading) bool {
	between := r.p.simple[min(p.span.End, r.q.Span.Start):r.q.Span.Start]
	_, joined := hasSuffix(between, "、", "和", "及", "以及", "与")
	return joined || utf8.RuneCountInString(between) <= 12
}

// carrier is the figure before that says what is to come: in the sentence, in
// those that semicolons join to it, or in the one before, if this goes on with it.
func (r *reading) carrier() *reading {
	from := r.stretch()
	if r.resumes() {
		from = r.p.around(r.p.sentences, max(r.sentence.Start-1, 0), farReach).Start
	}
	for k := len(r.p.read) - 1; k >= max(0, len(r.p.read)-lookBack) && r.p.read[k].q.Core.Start >= from; k-- {
		if p := r.p.read[k]; !p.isTime() && !isBaseline(p) {
			return p
		}
	}
	return nil
}

// resumes: the sentence goes on with what the one before is about.
func (r *reading) resumes() bool {
	lead := strings.TrimLeft(r.p.simple[r.sentence.Start:r.q.Core.Start], " ")
	w, ok := hasPrefix(lead, "其中", "该", "这一", "上述")
	if !ok || w == "其中" {
		return ok
	}
	noun, _, _ := strings.Cut(strings.TrimPrefix(lead, w), "的")
	noun = text.First(noun, 2)
	before := r.p.around(r.p.sentences, max(r.sentence.Start-1, 0), farReach)
	return noun != "" && before.Start < r.sentence.Start && strings.Contains(r.p.simple[before.Start:r.sentence.Start], noun)
}

// breaksOff reports whether something between a place and the figure says how things
// are, or begins with another subject.
func (r *reading) breaksOff(from int) bool {
	if _, done := r.p.lastCue("status", from, r.q.Core.Start, "done", "ongoing"); done {
		return true
	}
	lead := r.p.simple[r.clause.Start:r.q.Core.Start]
	if from < r.clause.Start {
		if _, named := r.names(r.clause.Start, r.q.Core.Start); named {
			return true
		}
		if _, but := hasPrefix(strings.TrimLeft(lead, " "), listed("turns-to-fact")...); but {
			return true
		}
	} else {
		lead = r.p.simple[from:r.q.Core.Start]
	}
	if _, told := containsAny(r.p.simple[from:r.q.Core.Start], listed("tells-anew")...); told || strings.HasSuffix(r.left, "着") {
		return true
	}
	if strings.Contains(lead, "了") && !strings.Contains(lead, "为了") || strings.Contains(lead, "已") || strings.Contains(lead, "曾") {
		return true
	}
	_, fact := hasSuffix(lead, listed("states-fact")...)
	return fact
}

// names reports whether a country, an organisation or a person is named in from:to.
func (r *reading) names(from, to int) (string, bool) {
	for _, m := range r.p.mentionsIn(from, to) {
		if m.kind == "country" || m.kind == "organisation" || m.kind == "person" {
			return m.name, true
		}
	}
	return "", false
}

// isMeasures: 准备了三项措施：对新企业免税三年；… all of the list is to come.
func isMeasures(r *reading) bool {
	from := r.stretch()
	lead := r.p.simple[max(from, r.q.Core.Start-farReach):r.q.Core.Start]
	at := strings.Index(lead, "：")
	if at < 0 || r.pastPeriod() || isBaseline(r) {
		return false
	}
	head := lead[:at]
	w, list := hasSuffix(head, listed("list-of")...)
	if !list {
		return false
	}
	_, verb := containsAny(head, listed("announces")...)
	own := r.p.simple[r.clause.Start:r.q.Core.Start]
	if strings.Contains(own, "了") || strings.Contains(own, "已") {
		return false
	}
	r.step.Text = w
	return verb
}

// isOpined: 我估计，三年内到位的资金会在4亿到5亿之间.
func isOpined(r *reading) bool {
	h, ok := r.cueBefore("status", "opine")
	if !ok || r.isTime() || r.pastPeriod() || r.planned(h.end, r.q.Core.Start) {
		return false
	}
	_, will := containsAny(r.p.simple[h.end:r.q.Core.End], listed("will-be")...)
	return r.noted(h, will && !strings.Contains(r.p.simple[h.end:r.q.Core.Start], "了"))
}
