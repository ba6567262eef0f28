package figure

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// isPart: 包括5条铁路和6条公路 after a count of all.
func isPart(r *reading) bool {
	if r.Kind != "count" || r.prev == nil || r.prev.Kind != "count" || r.prev.sentence.Start != r.sentence.Start || r.prev.phrase == "" {
		return false
	}
	between := strings.TrimSpace(r.p.simple[min(r.prev.span.End, r.q.Span.Start):r.q.Span.Start])
	if utf8.RuneCountInString(between) > 20 {
		return false
	}
	if _, part := hasSuffix(between, listed("part-of")...); part {
		return true
	}
	_, listed := hasSuffix(between, "和", "、", "以及")
	return listed && r.prev.partOf
}

func partPhrase(r *reading) {
	phrase := r.prev.phrase
	if i := strings.LastIndex(phrase, "中"); r.prev.partOf && i > 0 {
		phrase = phrase[:i]
	}
	r.partOf = true
	r.tell(phrase+"中"+r.beingWhat()+r.noun(), "数")
}

// beingWhat is what the counted are: 其中11人为外籍.
func (r *reading) beingWhat() string {
	if r.Counted != "人" {
		return ""
	}
	is, ok := hasPrefix(r.right, "为", "是", "系", "属于", "来自")
	what := trimTail(strings.Trim(r.p.bare(min(r.q.Span.End+len(is), r.clause.End), r.clause.End), " ，。；！"))
	if n := utf8.RuneCountInString(what); !ok || n < 2 || n > 6 {
		return ""
	}
	return what
}

// noun is what is counted, with what stands before it.
func (r *reading) noun() string {
	if span, noun := r.nounBehind(); noun != "" {
		return strings.TrimSpace(r.p.render(span.Start, span.End))
	}
	return r.Counted
}

// countPhrase joins what is done, to what, and the noun: 途经哈萨克斯坦的国际运输走廊数.
func countPhrase(r *reading) {
	suffix := "数"
	if r.Kind == "ordinal" {
		suffix = "序数"
	}
	if r.countOfList(suffix) || r.strength() {
		return
	}
	if said := strings.TrimPrefix(r.Said, "个"); said == "国家" && r.Counted == said {
		r.noNounBehind() // in 90个国家批准 a verb stands there
	}
	lead, noun := r.leadAndNoun()
	r.lead = lead
	switch {
	case r.goesTo():
		phrase := r.prevInClause().phrase
		if _, noun := hasSuffix(phrase, listed("counted-noun")...); noun {
			suffix = "" // 种群数量从1100只恢复到1900只
		}
		r.tell(phrase, suffix)
		return
	case r.ofWhole(suffix), r.saysNounBefore(lead):
		return
	}
	if r.Status == "proposal" {
		lead = proposed(lead)
	}
	r.tell(r.withPredicate(lead, noun), suffix)
}

// leadAndNoun are what stands before the counted, and what they are.
func (r *reading) leadAndNoun() (lead, noun string) {
	lead, noun = r.countLead(), r.noun()
	if _, behind := r.nounBehind(); behind == "" && !isThin(lead) && r.Counted != strings.TrimPrefix(r.Said, "个") && !(isPlaceOf("institution", r.Said) && !strings.Contains(lead, r.Counted)) {
		noun = "" // it stands in the lead
	}
	lead = r.withOwner(lead)
	if noun == "" || noun == r.Said {
		noun = r.nounOfLike(lead, noun)
	}
	if noun == "" && r.Said == "席" {
		noun = "席位"
	}
	switch {
	case r.Counted == "车道":
		lead, noun = r.leadOr(lead), r.Counted
	case r.Kind == "ordinal" && (noun == "" || noun == r.Said):
		noun = r.nounToldBefore()
	}
	return lead, noun
}

// withOwner: in 创意产业产值超20亿美元，雇用14万人 the industry employs.
func (r *reading) withOwner(lead string) string {
	p := r.prev
	if n := utf8.RuneCountInString(lead); n < 2 || n > 3 || p == nil || p.head == "" || p.sentence.Start != r.sentence.Start || p.clause.Start == r.clause.Start {
		return lead
	}
	owner := strings.TrimSuffix(strings.TrimSuffix(p.phrase, p.head), "的")
	if utf8.RuneCountInString(owner) < 2 {
		return lead
	}
	return owner + lead
}

// nounToldBefore is what 第二台 is one of: the last thing that is measured.
func (r *reading) nounToldBefore() string {
	to := r.q.Core.Start
	for {
		h, ok := r.p.lastCue("measure", max(0, to-reach), to)
		if !ok {
			return ""
		}
		if h.value == r.Measure {
			return h.text
		}
		to = h.start
	}
}

// saysNounBefore: in 旅客吞吐量2600万人次 the noun for what is counted stands before,
// and the unit adds nothing.
func (r *reading) saysNounBefore(lead string) bool {
	_, behind := r.nounBehind()
	_, noun := hasSuffix(lead, listed("counted-noun")...)
	if noun && (behind == "" || r.Counted == r.Said || r.Counted == "人次") {
		r.tell(lead, "")
		return true
	}
	if r.Said == "点" && behind == "" {
		r.tell(strings.TrimSuffix(r.leadOr(lead), "指数"), "指数")
		return true
	}
	if r.Counted == "标箱" && strings.HasSuffix(lead, "集装箱") {
		r.tell(lead, "量")
		return true
	}
	if r.Counted == "人次" || r.Counted == "架次" {
		r.tell(joined(r.leadOr(lead), r.Counted), "")
		return true
	}
	return false
}

// ofWhole: 36席中的21席, 7家工厂中已有3家停工 count a part of what the figure
// before counts.
func (r *reading) ofWhole(suffix string) bool {
	p := r.prev
	if _, own := r.nounBehind(); own != "" || p == nil || p.Kind != "count" || p.span.End > r.span.Start || p.sentence.Start != r.sentence.Start {
		return false
	}
	between := r.p.simple[p.span.End:r.span.Start]
	if at := strings.LastIndex(between, "中"); at < 0 || utf8.RuneCountInString(between) > 12 || strings.ContainsAny(between, "，。、") || strings.Contains(between, "其中") {
		return false
	}
	_, noun := p.nounBehind()
	if noun == "" {
		noun = p.Counted
	}
	if behind := predicate(r.p.bare(r.span.End, r.clause.End)); behind != "" && p.Counted != "" {
		r.tell(behind+"的"+noun, suffix)
		return true
	}
	r.tell(joined(p.lead, noun), suffix)
	return true
}

// withPredicate puts what is said of the counted before the noun.
func (r *reading) withPredicate(lead, noun string) string {
	end := r.span.End
	if span, said := r.nounBehind(); said != "" {
		end = min(max(end, span.End), r.clause.End)
	}
	if strings.HasSuffix(lead, noun) {
		noun = ""
	}
	if r.Kind == "ordinal" && r.Counted != noun {
		return lead + noun
	}
	behind := r.p.simple[end:r.clause.End]
	rest := r.p.bare(end, r.ownEnd(end))
	if head, verb, ok := relative(rest); ok {
		switch {
		case r.Status == "proposal":
		case verb != "":
			return verb + head + "的" + noun
		default:
			return r.relatedTo(lead, noun, head)
		}
	} else if tail := predicate(rest); slices.Contains(listed("backs"), tail) && lead != "" && noun != "" {
		return tail + lead + "的" + noun // 倡议有150个国家支持
	} else if cause, caused := hasSuffix(lead, listed("causes")...); caused && tail != "" && noun != "" {
		return trimTail(strings.TrimSuffix(lead, cause)) + tail + noun // 地震造成21人死亡
	} else if caused && noun != "" && noun != r.Said {
		return trimTail(strings.TrimSuffix(lead, cause)) + noun // 造成40人丧生
	} else if tail != "" && noun != "" && (lead == "" || r.isPartyName(lead) || slices.Contains(listed("everywhere"), lead)) && !strings.HasPrefix(behind, "的") {
		if slices.Contains(listed("everywhere"), lead) {
			lead = "" // 全国范围内
		}
		return tail + "的" + lead + noun
	}
	if noun == "" && isThin(lead) {
		return r.inherited(lead)
	}
	return lead + noun
}

// countLead is what stands before a count in its clause, behind other counts;
// what is listed goes on with the lead of the first.
func (r *reading) countLead() string {
	from := r.clause.Start
	if p := r.prevInClause(); p != nil {
		from = p.span.End
		switch strings.TrimSpace(r.p.simple[from:r.span.Start]) {
		case "、", "和", "及", "以及":
			return p.lead
		}
		if p.saysBehind(r.span.Start) {
			return p.lead
		}
	}
	lead := cleaned(r.p.timeless(r.saidUntil(from, r.span.Start), r.span.Start))
	if lead == "" {
		return r.causeBefore()
	}
	if besides, ok := strings.CutSuffix(lead, "除"); ok {
		return besides // 除3家企业外
	}
	return lead
}

func (r *reading) leadOr(lead string) string {
	if isThin(lead) {
		return r.inherited(lead)
	}
	return lead
}

// proposed: 支持设立 is told as 拟设立.
func proposed(lead string) string {
	for _, w := range listed("sets-up") {
		if i := strings.LastIndex(lead, w); i >= 0 {
			return "拟" + lead[i:]
		}
	}
	return lead
}

func (r *reading) isPartyName(s string) bool {
	for _, n := range r.Parties {
		if n == s {
			return true
		}
	}
	_, ok := r.p.document.names.Lookup(s)
	return ok
}
