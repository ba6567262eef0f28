package figure

import (
	"strings"
	"unicode/utf8"
)

var quotes = strings.NewReplacer("“", "", "”", "")

// sharePhrase: A占B比重, A中…的比重; rates have names of their own.
func sharePhrase(r *reading) {
	suffix := "比重"
	if _, off := hasSuffix(r.core(), "折", "折起"); off {
		suffix = "折扣"
	}
	behind := strings.Trim(quotes.Replace(r.p.bare(r.q.Span.End, r.p.nearEnd(r.q.Span.End, r.clause.End))), " 。，；！.．")
	if trimTail(behind) == "" { // 由1.3%降为0.9%
		behind = ""
	}
	topic := r.topic()
	phrase := r.sharePart(topic, behind)
	_, has := hasSuffix(phrase, listed("rate-end")...)
	if _, stated := hasSuffix(r.left, listed("share-told")...); has || stated && phrase == topic && suffix == "比重" {
		suffix = ""
	}
	if m := measureByID()[r.Measure]; m != nil && strings.HasSuffix(m.Zh, "率") && suffix == "比重" && len(r.Parties) == 1 && tidy(phrase) == r.Parties[0] {
		phrase, suffix = phrase+m.Zh, "" // 通胀率方面，甲国8.6%
	}
	part := r.part
	if said, of := strings.CutSuffix(phrase, "的"); of && suffix == "比重" {
		phrase, suffix = said, "的比重"
	}
	r.tell(phrase, suffix)
	r.part = tidy(part)
}

// phraseReach is how many bytes behind a figure can name what it is of; it keeps
// the time linear where a clause has no end.
const phraseReach = 240

// nearEnd is the end of a stretch of text, cut between characters where it is
// longer than phraseReach.
func (p *passage) nearEnd(from, end int) int {
	if end-from <= phraseReach {
		return end
	}
	end = from + phraseReach
	for end > from && !utf8.RuneStart(p.simple[end]) {
		end--
	}
	return end
}

// sharePart is of what the share is, and of which part.
func (r *reading) sharePart(topic, behind string) string {
	raw := r.p.simple[r.clause.Start:r.q.Span.Start]
	inWhole := strings.HasSuffix(strings.TrimSpace(r.left), "其中")
	_, said := predicateLead(behind)
	switch {
	case r.respectively() != nil && !(r.respectively().former && partVerb(raw) >= 0):
		return r.respectiveShare(raw)
	case r.goesTo():
		return r.prevInClause().phrase
	case inWhole && r.prev != nil && r.prev.phrase != "":
		return r.prev.about() + "中" + withoutBe(withoutHead(behind)) + "的"
	case partVerb(raw) >= 0:
		return r.partOfWhole(partVerb(raw))
	case strings.HasPrefix(topic, "在") && isRate(topic):
		return withoutMeasure(r.inherited(""), "") + topic
	case isWholeOf(r.left):
		r.part = r.inherited("")
		return r.part + "占" + strings.TrimSuffix(topic, "的")
	case behind == "" && levelOf(r.left) > 0:
		return r.atLevelOf(levelOf(r.left))
	case topic == "" && behind != "":
		return r.shareBehind(behind)
	case behind == "" || isRate(topic):
		return r.subject()
	case strings.HasSuffix(strings.TrimSpace(r.left), "的") || said != behind || strings.HasPrefix(behind, "用于"):
		r.whole = topic
		return topic + "中" + strings.TrimPrefix(strings.TrimPrefix(behind, "都"), "均") + "的"
	}
	return topic + strings.TrimPrefix(behind, "的") + "的"
}

// respectiveShare: 甲和乙分别占出口额的三成和两成.
func (r *reading) respectiveShare(raw string) string {
	one := r.respectively().phrase
	verb, at := partVerb(raw), strings.LastIndex(raw, "分别")
	if verb < at || verb < 0 {
		return one
	}
	_, _, first := r.placeBehind(r.clause.Start + at)
	r.part = one
	return one + "占" + strings.TrimSuffix(cleaned(r.p.render(r.clause.Start+verb+len("占"), max(first, r.clause.Start+verb+len("占")))), "的")
}

// isWholeOf: 为预算的101%, 相当于产量的三成.
func isWholeOf(left string) bool {
	left = strings.TrimSpace(left)
	_, is := hasPrefix(left, "为", "是", "约为", "相当于")
	return is && strings.HasSuffix(left, "的")
}

// levelOf is where the verb stands behind which a level is told as a share of
// something: 库存只有库容的63%. It is -1 without one.
func levelOf(left string) int {
	left = strings.TrimSpace(left)
	at, verb := lastWord(left, listed("level-of")...)
	if at <= 0 || !strings.HasSuffix(left, "的") || utf8.RuneCountInString(left[at+len(verb):]) < 3 || theBoundaries().whole.prefix(left[at:]) != "" {
		return -1
	}
	return at
}

// atLevelOf: 库存降到库容的17% is told as 库存占库容比重.
func (r *reading) atLevelOf(at int) string {
	_, verb := lastWord(strings.TrimSpace(r.left), listed("level-of")...)
	at += r.clause.Start
	from := r.saidUntil(r.clause.Start, at)
	if p := r.prevInClause(); p != nil && p.span.End <= at && p.span.End > from {
		from = p.span.End
	}
	part, whole := cleaned(r.p.render(from, at)), cleaned(r.p.render(at+len(verb), r.q.Span.Start))
	if isThin(part) {
		part = r.inherited("")
	}
	r.part = part
	return part + "占" + whole
}

func isRate(topic string) bool {
	_, rate := hasSuffix(topic, listed("rate-end")...)
	return rate
}

// shareBehind: 五分之四的申请悬而未决, and what a bare predicate says of the subject.
func (r *reading) shareBehind(behind string) string {
	if s, of := strings.CutPrefix(behind, "的"); of {
		return s
	}
	lead, rest := predicateLead(behind)
	if lead == "为" || lead == "是" || lead == "属" || lead == "属于" {
		return rest
	}
	if base := r.wholeBefore(); base != "" {
		r.whole = base
		return base + "中" + strings.TrimPrefix(strings.TrimPrefix(behind, "都"), "均") + "的"
	}
	return rest
}

// wholeBefore is what a bare share goes on about: of 一半用于供暖，三成用于照明 the
// whole that the share before was of.
func (r *reading) wholeBefore() string {
	if p := r.prev; p != nil && p.Kind == "share" && p.whole != "" && p.sentence.Start == r.sentence.Start {
		return p.whole
	}
	return r.inherited("")
}

// partVerb is where 占 stands as a verb, or -1: 占比 and 占地 are none.
func partVerb(s string) int {
	for at := len(s); ; {
		at = strings.LastIndex(s[:at], "占")
		if at < 0 {
			return -1
		}
		if _, noun := hasPrefix(s[at:], "占比", "占地", "占用", "占领"); !noun {
			return at
		}
	}
}

// partOfWhole: A占B. Without A it is what the figure before was about; without
// B the share is told of A alone.
func (r *reading) partOfWhole(verb int) string {
	at := r.clause.Start + verb
	from := r.saidUntil(r.clause.Start, at)
	if p := r.prevInClause(); p != nil && p.span.End <= at && p.span.End > from {
		from = p.span.End
	}
	part := cleaned(r.p.render(from, at))
	if one := r.respectively(); one != nil {
		part = one.phrase
	}
	whole := cleaned(strings.TrimPrefix(strings.TrimPrefix(r.p.render(at+len("占"), r.q.Span.Start), "比"), "到"))
	whole = strings.TrimSuffix(whole, "的")
	if whole == "" { // 约占全球需求的2% holds the whole in the figure's own words
		whole = r.wholeInside()
	}
	if whole == "" {
		whole = r.wholeClause()
	}
	if p := r.prev; whole == "" && p != nil && p.Kind == "share" && p.sentence.Start == r.sentence.Start && part != "" {
		whole = p.ofWhat // 甲占进口的三成，乙占两成
	}
	r.ofWhat = whole
	if isThin(part) || strings.HasSuffix(part, "所") {
		part = withoutMeasure(r.inherited(""), whole)
		if p := r.prev; p != nil && p.Kind == "count" && part == p.phrase && strings.HasSuffix(part, "人") {
			part += "数" // 裁员1500人，占员工的8%
		}
	}
	r.part = part
	if whole == "" {
		return r.ofPrevious(part) + "占比"
	}
	return part + "占" + whole
}

// wholeClause: 在两国的贸易额中，我方占三成 names the whole in the clause before.
func (r *reading) wholeClause() string {
	if r.clause.Start <= r.sentence.Start {
		return ""
	}
	c := r.p.around(r.p.clauses, r.clause.Start-1, reach)
	said, ok := strings.CutSuffix(strings.TrimRight(r.p.bare(max(c.Start, r.sentence.Start), c.End), "，, "), "中")
	if !ok || strings.HasSuffix(said, "其") {
		return ""
	}
	return cleaned(strings.TrimPrefix(said, "在"))
}

// ofPrevious: 其中一级品占六成 is a part of what the clause before counts.
func (r *reading) ofPrevious(part string) string {
	p := r.prev
	if p == nil || p.isTime() || p.phrase == "" || !strings.Contains(r.left, "其中") || p.clause.End != r.clause.Start {
		return part
	}
	return p.phrase + "中" + part
}

// withoutMeasure makes of 全球人工智能市场规模 the part that may be of a whole.
func withoutMeasure(s, whole string) string {
	if _, noun := hasSuffix(whole, "额", "量", "数", "gdp", "GDP"); noun {
		return s
	}
	for _, w := range []string{"规模", "总额", "总量", "金额"} {
		s = strings.TrimSuffix(s, w)
	}
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(s, "全球"), "世界"), "的")
}

// wholeInside is the whole that the quote itself names: 约占全国的三成.
func (r *reading) wholeInside() string {
	s := r.p.simple[r.q.Span.Start:r.q.Core.Start]
	if i := strings.LastIndex(s, "占"); i >= 0 {
		s = s[i+len("占"):]
	}
	s = cleaned(s)
	if utf8.RuneCountInString(s) < 2 {
		return ""
	}
	return s
}

// predicateLead cuts 为, 来自 … off what follows a share.
func predicateLead(s string) (lead, rest string) {
	for _, w := range listed("share-verb") {
		if strings.HasPrefix(s, w) {
			return w, strings.TrimPrefix(s, w)
		}
	}
	return "", s
}

// withoutBe: 是, 为 before a noun say nothing.
func withoutBe(s string) string {
	for _, w := range listed("share-is") {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return rest
		}
	}
	return s
}

// withoutHead: 的贸易额来自… is told as 来自….
func withoutHead(s string) string {
	s = strings.TrimPrefix(s, "的")
	if i := strings.Index(s, "来自"); i > 0 && i < 30 {
		return s[i:]
	}
	return s
}
