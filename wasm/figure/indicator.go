package figure

import (
	"math/big"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// indicatorRules put together the noun phrase that says what is measured.
// Those of times wait for the figures that stand under them.
var indicatorRules = []rule{
	{"indicator.time", func(r *reading) bool { return r.isTime() }, func(*reading) {}},
	{"indicator.reworded", func(r *reading) bool { return r.reworded() != nil }, func(r *reading) { r.toldAs(r.reworded()) }},
	{"indicator.points", isPointsOfShare, func(r *reading) {
		r.toldAs(r.prev)
		r.tellPoints()
	}},
	{"indicator.part", isPart, partPhrase},
	{"indicator.place", (*reading).placeAmong, func(*reading) {}},
	{"indicator.count", func(r *reading) bool { return r.Kind == "count" || r.Kind == "ordinal" }, countPhrase},
	{"indicator.share", func(r *reading) bool { return r.Kind == "share" }, sharePhrase},
	{"indicator.amount", always, amountPhrase},
}

func ratInt(n int) *big.Rat { return big.NewRat(int64(n), 1) }

// tell sets the phrase, without parties, and the indicator made of it.
func (r *reading) tell(phrase, suffix string) {
	if column := r.columnName(); column != "" || strings.Contains(strings.Trim(phrase, "| "), " |") {
		phrase, suffix = r.rowLabel(phrase, suffix, column)
	}
	phrase = tidy(unrequested(r.withThat(text.Last(withoutMarks(phrase), phraseReach/len("的")))))
	if _, has := hasSuffix(phrase, suffix); has {
		suffix = ""
	}
	r.phrase = phrase
	r.takeMeasure(phrase)
	r.Indicator = r.composed(phrase, suffix)
	r.step.Value = r.Indicator
}

// withoutMarks leaves out what nobody reads: marks of direction, emoji, the edges
// of a table's cells.
func withoutMarks(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x1F000 && r < 0x20000 || r >= 0x2600 && r < 0x27C0 || r == 0xFE0F || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, strings.Trim(s, "| "))
}

// takeMeasure takes the measure that the phrase names, where the clause named
// none: 这一数字 stands for it.
func (r *reading) takeMeasure(phrase string) {
	if r.Measure != "" || isLacking(r) {
		return
	}
	hits := theLexicon().find(phrase)
	for k := len(hits) - 1; k >= 0 && r.Measure == ""; k-- {
		if m := r.suits(hits[k].text); hits[k].class == "measure" && m != nil {
			r.Measure = m.ID
		}
	}
}

// amountPhrase: the subject, with what the amount is used for, and what kind
// of value it is.
func amountPhrase(r *reading) {
	phrase := r.subject()
	behind := strings.Trim(withoutRemark(r.p.bare(r.span.End, r.clause.End)), " 。，；！.．")
	topic := r.topic()
	if of, ok := r.timesOf(); ok {
		phrase = of
	}
	label, named := hasPrefix(behind, "：", ":")
	switch {
	case r.respectively() != nil:
	case named && topic == "" && behind != label:
		phrase = cleaned(strings.TrimPrefix(behind, label)) // 5%：进口降幅
	case strings.HasSuffix(phrase, "的") && r.Kind == "multiple":
	case topic == "" && strings.HasPrefix(behind, "的") && r.listedBase() == nil && !r.goesTo():
		phrase = r.ofBehind("", strings.TrimPrefix(behind, "的"))
	case topic == "" && behind != "" && r.Direction == "level" && r.listedBase() == nil && !r.goesTo():
		phrase = r.amountBehind(behind)
	case isThin(topic):
	case strings.HasPrefix(behind, "用于"):
		phrase = usedFor(phrase, strings.TrimPrefix(behind, "用于"))
	case r.useBehind(behind) != "":
		phrase = usedFor(phrase, r.useBehind(behind))
	case strings.HasPrefix(behind, "的"):
		phrase = r.ofBehind(phrase, strings.TrimPrefix(behind, "的"))
	case r.Kind == "money" || r.Kind == "mass" && r.Direction == "level":
		phrase = r.withObject(phrase, behind)
	}
	phrase = r.withLine(spentOn(r.ownedBy(phrase)), behind)
	if r.head == "" {
		r.head = r.headNoun(tidy(phrase))
	}
	r.tell(phrase, amountSuffix(r, tidy(phrase)))
}

// unrequested: 要求主管部门实现出口额 is told as 出口额.
func unrequested(phrase string) string {
	at, w := lastWord(phrase, listed("request")...)
	if at < 0 { // 双方力争使出口额
		if at, w = lastWord(phrase, "使得", "使"); at >= 0 && theBoundaries().whole.suffix(phrase[:at+len(w)]) != "" {
			at = -1
		}
	}
	if at < 0 || theBoundaries().whole.prefix(phrase[at:]) != "" {
		return phrase
	}
	rest := phrase[at+len(w):]
	if i, verb := lastWord(rest, "实现", "完成", "达成"); i >= 0 {
		rest = rest[i+len(verb):]
	}
	if rest = strings.TrimPrefix(trimHead(rest), "使"); utf8.RuneCountInString(rest) < 3 {
		return phrase
	}
	return rest
}

// withoutRemark cuts the remark in brackets right behind a figure: 30亿坚戈（约合…）的投资.
func withoutRemark(s string) string {
	if _, open := hasPrefix(s, "（", "("); !open {
		return s
	}
	_, rest, closed := strings.Cut(strings.Replace(s, ")", "）", 1), "）")
	if !closed {
		return s
	}
	return rest
}

// timesOf: 粮价是战前的三倍 is told as 粮价相当于战前的倍数.
func (r *reading) timesOf() (string, bool) {
	if r.Kind != "multiple" || !strings.HasSuffix(strings.TrimSpace(r.left), "的") {
		return "", false
	}
	at, verb := lastWord(r.left, "是", "相当于", "超过", "高达", "为", "达到", "达")
	if at < 0 {
		return "", false
	}
	of := cleaned(r.p.render(r.clause.Start+at+len(verb), r.q.Span.Start))
	if of == "" { // 是去年同期的三倍
		of = strings.TrimSuffix(strings.TrimSuffix(trimHead(r.left[at+len(verb):]), "的"), "水平")
	}
	what := cleaned(r.p.render(r.saidUntil(r.clause.Start, r.clause.Start+at), r.clause.Start+at))
	if isThin(what) {
		what = r.inherited("")
	}
	return what + "相当于" + of + "的", of != "" && what != ""
}

// useBehind is what money is spent on, told behind it: 启动的枢纽工程, or in the
// clause behind: ，用于监测冰川.
func (r *reading) useBehind(behind string) string {
	if r.Kind != "money" {
		return ""
	}
	if head, verb, ok := relative(behind); ok && utf8.RuneCountInString(verb) == 2 {
		return head
	}
	if behind == "" {
		use, _ := strings.CutPrefix(r.clauseAfter(), "用于")
		if use != r.clauseAfter() {
			return strings.TrimRight(use, "，。；")
		}
	}
	return ""
}

// usedFor: 投资…用于铁路改造 is told as 铁路改造投资.
func usedFor(phrase, use string) string {
	w, ok := hasSuffix(phrase, listed("spends")...)
	use = cleaned(use)
	if !ok || use == "" {
		return phrase
	}
	return trimTail(strings.TrimSuffix(strings.TrimSuffix(phrase, w), "已")) + use + w
}

// spentOn: 为铁路改造投入 is told as 铁路改造投入.
func spentOn(phrase string) string {
	if at, verb := strings.Index(phrase, "为"), strings.LastIndex(phrase, "带来"); at > 0 && verb > at && utf8.RuneCountInString(phrase[at:verb]) <= 16 {
		return phrase[:at] + phrase[verb:] // 为沿线各方带来收益
	}
	w, ok := hasSuffix(phrase, listed("spends")...)
	at := strings.LastIndex(phrase, "为")
	if !ok || at < 0 || at+len("为") > len(phrase)-len(w)-len("改造") || theBoundaries().whole.suffix(phrase[:at+len("为")]) != "" {
		return phrase
	}
	return phrase[:at] + phrase[at+len("为"):]
}

// longestLead is how much before a noun and its measure is still told with them.
const longestLead = 4

// ofBehind: 签署了总额12亿美元的贷款协议 measures the 贷款协议.
func (r *reading) ofBehind(phrase, behind string) string {
	noun := text.First(behind, 12)
	if end := relativeEnd(noun); end > 0 {
		noun = noun[:end]
	}
	if p := r.prevInClause(); p != nil && p.span.End < r.span.Start && noun != "" {
		if between := r.p.simple[p.span.End:r.span.Start]; strings.HasPrefix(between, "的") && strings.HasSuffix(strings.TrimSpace(between), "、") {
			return noun // 采购70亿美元的客机、42亿美元的机车
		}
	}
	if noun == "" || strings.HasSuffix(phrase, noun) || slices.Contains(listed("mark"), noun) {
		return phrase
	}
	if w, attribute := hasSuffix(phrase, listed("attribute")...); attribute {
		lead := trimTail(strings.TrimSuffix(phrase, w))
		if utf8.RuneCountInString(lead) > longestLead {
			lead = "" // whose it is tell the parties: 敦促议会审议并通过总额…的预算
		}
		return lead + noun + w // 总库容3亿立方米的水库
	}
	return phrase + noun
}

// withObject: 提供1200万欧元援助 tells at the end what is given.
func (r *reading) withObject(phrase, behind string) string {
	_, noun := r.nounBehind()
	if utf8.RuneCountInString(noun) < 2 || slices.Contains(listed("mark"), noun) || !strings.HasPrefix(behind, noun) || strings.HasSuffix(phrase, noun) || utf8.RuneCountInString(noun) > 8 {
		return phrase
	}
	return phrase + noun
}

// amountBehind: 约有6300万吨石油通过该管道输送.
func (r *reading) amountBehind(behind string) string {
	if r.isComparedWith() {
		return r.inherited("")
	}
	_, noun := r.nounBehind()
	if noun == "" || !strings.HasPrefix(behind, noun) {
		if s := r.subject(); s != "" {
			return s
		}
		return cleaned(strings.TrimPrefix(behind, "的"))
	}
	if tail := predicate(strings.TrimPrefix(behind, noun)); tail != "" {
		return tail + "的" + noun
	}
	return noun
}

// ownedBy puts what the count before is about before a bare measure: 投资额
// behind 正在推进的项目有33个.
func (r *reading) ownedBy(phrase string) string {
	if _, bare := hasPrefix(phrase, "总", "合计", "累计", "投资", "所涉", "涉及"); r.Kind != "money" || !bare || r.prev == nil || r.prev.sentence.Start != r.sentence.Start || r.prev.Kind != "count" || utf8.RuneCountInString(phrase) > 5 || r.named(phrase) || strings.Contains(phrase, r.prev.phrase) {
		return phrase
	}
	return r.prev.phrase + phrase
}
