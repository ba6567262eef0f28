package figure

import (
	"strings"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// countedRules name what a count or an ordinal counts.
var countedRules = []rule{
	{"counted.none", func(r *reading) bool { return r.Kind != "count" && r.Kind != "ordinal" && r.Kind != "rank" }, func(*reading) {}},
	{"counted.told", func(r *reading) bool { return r.Counted != "" }, func(*reading) {}},
	{"counted.unit", countedUnit, func(*reading) {}},
	{"counted.behind", countedBehind, func(*reading) {}},
	{"counted.before", countedBefore, func(*reading) {}},
	{"counted.unsaid", always, func(*reading) {}},
}

// nounReach is how many bytes a counted noun has at most.
const nounReach = 48

// nounBehind is the noun that stands right behind the number, with its place.
func (r *reading) nounBehind() (text.Span, string) {
	if !r.nounKnown {
		r.nounSpan, r.nounSaid = r.findNoun()
		r.nounKnown = true
	}
	return r.nounSpan, r.nounSaid
}

// noNounBehind makes nounBehind find none from now on.
func (r *reading) noNounBehind() {
	r.nounSpan, r.nounSaid, r.nounKnown = text.Span{}, "", true
}

func (r *reading) findNoun() (text.Span, string) {
	start := r.q.Core.End
	if r.q.Span.End > start { // 50项以上措施
		start = r.q.Span.End
	}
	begin := start
	for _, m := range r.p.mentionsIn(start, min(len(r.p.simple), start+nounReach)) {
		if m.start == start && m.kind != "refer" {
			begin = m.end
		}
	}
	s := r.p.simple[begin:min(len(r.p.simple), max(begin, min(begin+nounReach, r.nextFigure())))]
	for !utf8.ValidString(s) && s != "" {
		s = s[:len(s)-1]
	}
	end := nounEnd(s)
	if more := listEnd(s, end); more > 0 {
		start, begin = start+more, begin+more
		s = s[more:]
		end = nounEnd(s)
	}
	noun := strings.TrimSpace(r.p.simple[start : begin+end])
	if end == 0 || noun == "" {
		return text.Span{}, ""
	}
	return text.Span{Start: start, End: begin + end}, noun
}

// listEnd is where the last of a list of attributes begins that goes on at end:
// in 工业、科研和文化设施 that of 文化设施. It is 0 where no list goes on.
func listEnd(s string, end int) int {
	if !strings.HasPrefix(s[end:], "、") {
		return 0
	}
	rest := s[end:]
	if i := strings.IndexAny(rest, "，。；,0123456789"); i >= 0 {
		rest = rest[:i]
	}
	at, w := lastWord(rest, "和", "及", "以及", "与")
	if at < 0 || nounEnd(rest[at+len(w):]) < 2*len("字") {
		return 0
	}
	return end + at + len(w)
}

// nextFigure is where the next number begins, or the sentence ends.
func (r *reading) nextFigure() int {
	for k := r.n + 1; k < len(r.p.quantities); k++ {
		q := &r.p.quantities[k]
		if q.Span.Start >= r.sentence.End {
			break
		}
		if q.NotFigure == "" {
			return q.Span.Start
		}
	}
	return r.sentence.End
}

// nounEnd is where the noun at the beginning of s ends: before a word of the
// class stop, a sign or a digit. Words of the class keep are passed whole: 会议
// is no 会, 人工智能 no 能.
func nounEnd(s string) int {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r < 0x80 && !isLatin(r) || r >= 0x3000 && r < 0x3040 && r != '〇' || r >= 0xFF00 || r >= 0x2010 && r < 0x2030 {
			return i
		}
		if w := theBoundaries().keep.prefix(s[i:]); w != "" {
			i += len(w)
			continue
		}
		if w := theBoundaries().stop.prefix(s[i:]); w != "" && !(i == 0 && w == "长期") { // 2万个长期岗位
			return i
		}
		i += size
	}
	return len(s)
}

// countedUnit: the unit is itself the noun: 40万学生, 14.3万人, 150个国家.
func countedUnit(r *reading) bool {
	if r.Kind != "count" {
		return false
	}
	said := strings.TrimPrefix(r.Said, "个")
	if said == "人次" || said == "车道" || said == "人" || utf8.RuneCountInString(said) >= 2 && said != "人份" {
		r.Counted = said
		r.step.Value = said
		return true
	}
	return false
}

// countedBehind: 114个投资项目. A party before the noun is not part of it:
// 6万名哈萨克斯坦学生 counts 学生.
func countedBehind(r *reading) bool {
	span, noun := r.nounBehind()
	if noun == "" || r.Kind == "rank" && !strings.HasPrefix(noun, "大") {
		return false
	}
	if r.Kind == "count" {
		r.span.End = max(r.span.End, span.End)
	}
	for _, m := range r.p.mentionsIn(span.Start, span.End) {
		if m.end < span.End && m.start == span.Start && m.kind != "refer" {
			noun = strings.TrimSpace(r.p.simple[m.end:span.End])
		}
	}
	r.Counted = strings.TrimPrefix(noun, "的")
	r.step.Value = r.Counted
	return r.Counted != ""
}

// countedBefore: 正在推进的项目有33个.
func countedBefore(r *reading) bool {
	h, ok := r.p.lastCue("measure", r.clause.Start, r.q.Core.Start)
	if !ok || r.Kind == "rank" {
		return false
	}
	r.Counted, r.step.Value = strings.TrimSuffix(strings.TrimSuffix(h.text, "数量"), "总数"), h.text
	if p := r.lastLike(); p != nil && p.sentence.Start == r.sentence.Start && p.Said == r.Said && p.Counted != "" && isPlaceOf(h.value, r.Said) {
		r.Counted, r.step.Value = p.Counted, p.Counted
	}
	return true
}

// isPlaceOf: in 床位1037万张，其中医院818万张 the hospitals are where what is counted
// is; 张 counts none.
func isPlaceOf(measure, unit string) bool {
	return unit != "" && strings.HasPrefix(measure, "institution") && strings.Contains("张辆台艘架株头只册套", unit)
}
