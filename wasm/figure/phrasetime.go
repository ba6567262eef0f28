package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// timePhrase says what happens at a time, once the figures behind it are read:
// an event, an anniversary, how long something lasts, or for which time the
// next figure is told.
func (r *reading) timePhrase(behind []*reading) {
	before := cleaned(r.p.bare(r.saidUntil(r.clause.Start, r.q.Span.Start), r.q.Span.Start))
	after := cleaned(r.p.bare(r.q.Span.End, r.clause.End))
	if before+after == "" {
		after = cleaned(r.clauseAfter())
	}
	switch next := r.toldFor(behind); {
	case r.p.insideMention(r.q.Core):
		r.Indicator = r.p.nameAround(r.q.Core) + "时期"
	case r.Kind == "anniversary":
		r.tellAnniversary(withoutVerb(before))
	case r.namedEvent(after), r.termOf(after):
	case r.isLength(before):
		r.tellTime(before, "")
	case r.event(before, after):
	case next != nil:
		r.Indicator = next.composed(strings.TrimSuffix(next.phrase, "目标"), r.periodSuffix())
	default:
		r.tellTime(r.whatHappens(before, after), "时间")
	}
	r.phrase = ""
	r.setStep("indicator.time", r.Indicator)
}

// tellAnniversary: 上合组织成立25周年.
func (r *reading) tellAnniversary(what string) {
	years := r.p.text[r.q.Core.Start:r.q.Core.End]
	if utf8.RuneCountInString(what) > 3 || what == "胜利" {
		r.Indicator = r.shortened(tidy(what), longest-5) + years
		return
	}
	r.Indicator = r.composed(tidy(what), "") + years
}

// nameAround is the name that a span lies in.
func (p *passage) nameAround(s text.Span) string {
	for _, m := range p.mentionsIn(max(0, s.Start-titleReach), min(len(p.simple), s.End+titleReach)) {
		if m.start <= s.Start && m.end >= s.End {
			return p.text[m.start:m.end]
		}
	}
	return ""
}

func (r *reading) tellTime(phrase, suffix string) {
	if suffix != "" {
		phrase = trimTail(phrase)
	}
	_, named := hasSuffix(phrase, listed("event-noun")...)
	if named || len(r.Parties) > 1 && utf8.RuneCountInString(phrase) > 1 || utf8.RuneCountInString(phrase) > 6 {
		r.Indicator = r.shortened(tidy(undoubled(r.withThat(phrase))), longest-4)
		if _, has := hasSuffix(r.Indicator, "时间", "期限", "日期", "天数", "年限", "工期", "年龄", "寿命"); !has {
			r.Indicator += suffix
		}
		return
	}
	if _, has := hasSuffix(phrase, "时间", "期限", "日期", "天数", "年限", "工期", "年龄", "寿命"); has {
		suffix = ""
	}
	r.Indicator = r.composed(tidy(r.withThat(phrase)), suffix)
}

// setStep puts what a rule said into the explanation that names it.
func (r *reading) setStep(rule, value string) {
	for k := range r.Why {
		if r.Why[k].Rule == rule {
			r.Why[k].Value = value
		}
	}
}

// toldFor is the next figure of the clause, or of the next one where the time
// stands alone, that says what it measures.
func (r *reading) toldFor(behind []*reading) *reading {
	for _, f := range behind[:min(len(behind), lookBack)] {
		if f.sentence.Start != r.sentence.Start {
			return nil
		}
		if !f.isTime() && f.phrase != "" {
			return f
		}
	}
	return nil
}

// periodSuffix: what a time is to the figure told for it.
func (r *reading) periodSuffix() string {
	switch {
	case r.Status == "target" || r.Status == "plan" || r.Status == "proposal":
		return "目标年份"
	case r.Status == "forecast":
		return "预测年份"
	case r.Kind == "duration":
		return "统计期"
	case r.Kind == "year":
		return "统计年份"
	}
	return "统计时间"
}

// isLength: 平均候诊时间为20分钟 measures a length of time.
func (r *reading) isLength(before string) bool {
	if r.Kind != "duration" || r.q.Time != nil {
		return false
	}
	_, length := hasSuffix(before, listed("length")...)
	return length
}

// withoutVerb drops 迎来, 适逢, 庆祝 beside what is celebrated.
func withoutVerb(s string) string {
	for _, w := range listed("celebrate") {
		s = strings.TrimSuffix(s, w)
		if i := strings.Index(s, w); i >= 0 && utf8.RuneCountInString(s[:i]) <= 6 {
			s = s[i+len(w):]
		}
	}
	return trimHead(s)
}

// event: 论坛在阿斯塔纳举行 is told as 论坛举行时间.
func (r *reading) event(before, after string) bool {
	s := before + after
	at, verb := len(s), ""
	for _, w := range listed("event") {
		if i := strings.Index(s, w); i >= 0 && (i < at || i == at && len(w) > len(verb)) {
			at, verb = i, w
		}
	}
	if verb == "" {
		return false
	}
	what, verb := r.whatAndVerb(s[:at], verb, s[at+len(verb):])
	if utf8.RuneCountInString(what) < 2 {
		return false
	}
	r.tellTime(what, verb+"时间")
	return true
}

// whatAndVerb finds what takes place: the object of the verb (召开高级别会议), the noun
// behind its 的, or its subject. What did not take place is told so.
func (r *reading) whatAndVerb(subject, verb, rest string) (string, string) {
	keeps := slices.Contains(listed("keeps"), verb)
	if not, denied := hasSuffix(subject, "没能", "未能", "没有", "并未", "尚未", "未", "没"); denied {
		subject, verb = strings.TrimSuffix(subject, not), not+verb
	}
	if noun, ok := strings.CutPrefix(rest, "的"); ok {
		return eventName(cleaned(noun[:relativeEnd(noun)])), verb
	}
	if keeps {
		if i := strings.IndexAny(rest, "之以前后时期，、"); i >= 0 {
			rest = rest[:i]
		}
		if i := strings.LastIndex(subject, "在"); i >= 0 && utf8.RuneCountInString(subject[i:]) <= 3 {
			subject = "" // 在他到访…之前
		}
		return eventName(cleaned(subject)) + verb + rest, ""
	}
	if object := cleaned(rest); utf8.RuneCountInString(object) > 2 {
		if i := strings.IndexAny(object, "，。；"); i > 0 {
			object = object[:i]
		}
		return eventName(object), verb
	}
	if place := strings.LastIndex(subject, "在"); place >= 0 && utf8.RuneCountInString(subject[place:]) <= 12 {
		subject = subject[:place]
	}
	return eventName(cleaned(subject)), verb
}

// eventName leaves out what stands before the last part of a long name.
func eventName(s string) string {
	if i := strings.LastIndex(s, "，"); i >= 0 {
		s = s[i+len("，"):]
	}
	end := 0
	for _, w := range listed("event-noun") {
		if i := strings.LastIndex(s, w); i >= 0 {
			end = max(end, i+len(w))
		}
	}
	if end > 0 {
		s = s[:end]
	}
	for utf8.RuneCountInString(s) > 22 {
		i := strings.Index(s, "的")
		if i < 0 || utf8.RuneCountInString(s[i:]) < 5 {
			return text.Last(s, 22)
		}
		s = s[i+len("的"):]
	}
	return s
}

// whatHappens is the rest of the clause, or the next one, or what the figure
// before was about.
func (r *reading) whatHappens(before, after string) string {
	s := before + after
	if utf8.RuneCountInString(s) < 3 {
		s = cleaned(r.clauseAfter())
	}
	if utf8.RuneCountInString(s) < 3 {
		if p := r.lastTold(); p != nil {
			return p.phrase
		}
		if own := r.lengthBefore(); own != "" {
			return own
		}
		s = "所述" + s
	}
	return text.First(s, longest-10)
}

// lengthBefore is what the length of time told before in the sentence is of, which
// this one is set against: 运行9小时，比原来缩短2小时.
func (r *reading) lengthBefore() string {
	if r.Kind != "duration" || r.q.Time != nil {
		return ""
	}
	for k := len(r.p.read) - 1; k >= max(0, len(r.p.read)-lookBack) && r.p.read[k].span.Start >= r.sentence.Start; k-- {
		if p := r.p.read[k]; p.Kind == "duration" && p.q.Time == nil && p.span.End <= r.span.Start {
			return p.Indicator
		}
	}
	return ""
}

func (r *reading) clauseAfter() string {
	if r.clause.End >= r.sentence.End {
		return ""
	}
	c := r.p.around(r.p.clauses, r.clause.End, reach)
	return r.p.bare(c.Start, min(c.End, r.sentence.End))
}

// timeless is render without lengths of time.
func (p *passage) timeless(from, to int) string {
	return p.without(from, to, func(q *quantity.Quantity) bool { return q.Kind == quantity.Duration })
}

// bare is render without any figure.
func (p *passage) bare(from, to int) string {
	return p.without(from, to, func(*quantity.Quantity) bool { return true })
}

func (p *passage) without(from, to int, drop func(*quantity.Quantity) bool) string {
	said, at := "", from
	for n := p.quantityIndex(from); n < len(p.quantities) && p.quantities[n].Span.Start < to; n++ {
		q := &p.quantities[n]
		if q.NotFigure != "" || q.Span.Start < at || !drop(q) || p.insideMention(q.Core) {
			continue
		}
		said += p.render(at, q.Span.Start)
		at = min(to, q.Span.End)
		if q.Kind == quantity.Duration {
			at += behindTime(p.simple[at:to])
		}
	}
	return said + p.render(at, to)
}
