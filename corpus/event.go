package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// event is a meeting named in the text, at one place of it.
type event struct {
	name       string // as it stands: 第二届“中亚+韩国”对话峰会
	at         *scan
	start, end int
	in         sentence
	parts      eventParts
	key        string // what the meetings of its series have in common
	other      bool   // past, planned or proposed: not the meeting reported
	score      int
}

// eventHeads are the nouns names of meetings end in, longer ones first.
var eventHeads = []string{"首脑会议", "峰会", "会晤", "论坛", "大会", "年会", "对话会", "会议"}

// notHeads are words that merely begin like one.
var notHeads = []string{"大会堂", "大会厅", "论坛报", "会议室", "会议中心", "会议厅"}

// findEvents finds the meetings a sentence names.
func (s *scan) findEvents(in sentence) {
	for i := in.start; i < in.end; {
		head := headAt(s.text[in.start:in.end], i-in.start)
		if head == "" {
			i += runeLength(s.text[i:])
			continue
		}
		end := i + len(head)
		start, parts := s.nameStart(i, end, in.start)
		e := event{name: s.text[start:end], at: s, start: start, end: end, in: in, parts: parts}
		e.parts.level = levelOf(e.name)
		e.attribute()
		e.key = e.seriesKey()
		s.events = append(s.events, e)
		i = end
	}
}

// attribute names the meeting after who holds it, where only the sentence
// tells: 独联体国家元首在明斯克举行峰会.
func (e *event) attribute() {
	before := clauseBefore(e.at.text, e.start, 40)
	_, held := hasSuffix(before, holds)
	if e.isNamed() || e.parts.level != summit || !held {
		return
	}
	for _, m := range e.at.within(sentence{e.start - len(before), e.start}) {
		if m.Term.Kind == "organisation" || m.Term.Kind == "format" {
			e.parts.term = m.Term
			e.name = m.Term.Name() + e.name
			return
		}
	}
}

// headAt is the head that stands at text[i:], if it is one.
func headAt(text string, i int) string {
	h, ok := hasPrefix(text[i:], eventHeads)
	if !ok {
		return ""
	}
	if _, not := hasPrefix(text[i:], notHeads); not || h == "大会" && strings.HasSuffix(text[:i], "扩") || h == "年会" && strings.HasSuffix(text[:i], "青") {
		return ""
	}
	return h
}

// level is how high a meeting ranks by its name.
type level int

const (
	lower  level = iota // ministers, experts, business
	open                // a forum or conference that may be of any rank
	summit              // heads of state or government
)

var (
	lowerWords = []string{
		"部长", "外长", "校长", "专家", "商务", "企业", "工商", "负责人", "青年", "媒体", "智库", "议会", "议长", "检察", "妇女",
		"秘书", "高官", "协调员", "记者", "代表", "筹备", "委员会会议", "例行",
	}
	summitWords = []string{"峰会", "元首", "首脑", "领导人", "最高", "磋商会议", "政府总理", "理事会会议"}
)

func levelOf(name string) level {
	if _, ok := hasAny(name, lowerWords); ok {
		return lower
	}
	if _, ok := hasAny(name, summitWords); ok {
		return summit
	}
	return open
}

// formatOf names the kind of meeting.
func formatOf(name, organisation string) string {
	for _, f := range [][2]string{
		{"非正式", "非正式会晤"}, {"政府首脑", "政府首脑理事会"}, {"元首理事会", "元首理事会"}, {"最高", "最高理事会"},
		{"磋商", "磋商会议"},
	} {
		if strings.Contains(name, f[0]) {
			return f[1]
		}
	}
	one := strings.HasPrefix(organisation, "中亚-") || strings.HasPrefix(organisation, "中亚+")
	if one {
		_, one = Names().LookupKind(organisation[len("中亚-"):], "country", "organisation")
	}
	if one || strings.Contains(name, "C5+1") {
		return "C5+1"
	}
	for _, f := range []string{"峰会", "首脑会议", "论坛", "会晤", "大会"} {
		if strings.Contains(name, f) {
			return f
		}
	}
	return ""
}

// Words that tell of a meeting other than the one reported: an earlier one,
// one still to come, and what is said about it.
var (
	pastBefore = []string{
		"年前", "去年", "前年", "上届", "上一届", "上次", "上一次", "此前", "曾", "过去", "历届", "往届", "历次", "先前", "早在", "当年", "自上", "以往",
	}
	aheadBefore = []string{"下届", "下一届", "下次", "明年", "后年", "今后", "未来", "即将", "将举办", "将主办", "将于", "将在", "筹备", "期待"}
	proposed    = []string{"计划", "建议", "提议", "拟", "邀请", "倡议举", "倡议召", "申办"}
	pastAfter   = []string{"提出的", "通过的", "达成的", "以来", "之后", "作出的", "签署的", "召开前", "举行前", "前夕"}
	aheadAfter  = []string{"将在", "将于", "将由", "即将", "筹备"}
)

// isPast reports that the clause tells of an earlier meeting, or of one that
// is only proposed.
func (e *event) isPast(date string) bool {
	before := e.before()
	_, past := hasAny(before, pastBefore)
	_, told := hasAny(clauseAfter(e.at.text, e.end, 8), pastAfter)
	_, idea := hasAny(before, proposed)
	invited := strings.HasPrefix(before, "应") // 应…邀请出席
	return past || told || idea && !invited || isOtherYear(before+e.name, date)
}

func (e *event) isAhead() bool {
	_, before := hasAny(e.before(), aheadBefore)
	_, after := hasAny(clauseAfter(e.at.text, e.end, 8), aheadAfter)
	return before || after
}

// before is the clause up to the name. A short clause in front of it belongs
// to it: 三年前，….
func (e *event) before() string {
	clause := clauseBefore(e.at.text, e.start, 28)
	start := e.start - len(clause)
	comma, size := utf8.DecodeLastRuneInString(e.at.text[:start])
	if comma != '，' && comma != ',' {
		return clause
	}
	adverb := clauseBefore(e.at.text, start-size, 10)
	if rest := e.at.text[:start-size-len(adverb)]; rest != "" && !strings.ContainsRune(clauseBreaks, lastRune(rest)) {
		return clause // the beginning of a longer one
	}
	return adverb + clause
}

// isOtherYear reports a year in s that is not the article's, where that is
// known.
func isOtherYear(s, date string) bool {
	for i := strings.Index(s, "年"); i >= 0 && date != ""; {
		start := i
		for n := 0; n < 4 && start > 0 && unicode.IsDigit(lastRune(s[:start])); n++ {
			start -= utf8.RuneLen(lastRune(s[:start]))
		}
		if value, n := leadingNumber(s[start:]); n == 4 && value > 1900 && !strings.HasPrefix(date, s[start:start+4]) {
			return true
		}
		next := strings.Index(s[i+1:], "年")
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return false
}

// frame is what the sentence says about the meeting, in points: that one
// speaks at it, attends it, or that it is held.
func (e *event) frame() int {
	before := clauseBefore(e.at.text, e.start, 24)
	after := clauseAfter(e.at.text, e.end, 30)
	points := 0
	_, speaks := hasAny(after, []string{"发表", "讲话", "致辞", "发言", "演讲", "表示", "指出", "强调", "阐述"})
	_, there := hasPrefix(after, []string{"上", "期间", "中", "全体会议上"})
	if speaks && there {
		points = 5
	}
	if _, held := hasAny(clauseAfter(e.at.text, e.end, 20), heldWords); held {
		points = max(points, 4)
	}
	if _, attends := hasAny(before, []string{"出席", "参加", "主持"}); attends {
		points = max(points, 4)
	}
	if _, held := hasAny(before, []string{"举行的", "召开的", "举办的"}); held {
		points = max(points, 3)
	}
	if _, held := hasSuffix(before, holds); held {
		points = max(points, 4)
	}
	if _, this := hasSuffix(before, thisMeeting); this {
		points = max(points, 4)
	}
	return points
}

var (
	holds       = []string{"举行", "召开", "举办", "举行了", "召开了", "举办了"}
	heldWords   = []string{"举行", "召开", "开幕", "举办", "拉开帷幕", "落幕", "闭幕", "落下帷幕"}
	thisMeeting = []string{"本次", "此次", "本届", "这次", "今天的", "今日的", "今日"}
)

// rate gives an event its points: where it stands, what is said about it and
// what it is.
func (e *event) rate(date string) {
	e.score = map[position]int{inTitle: 6, inFirst: 4, inSecond: 3, inThird: 2, inBody: 0}[e.at.position]
	if e.at.position == inFirst && e.opens() {
		e.score++
	}
	e.score += e.frame() + map[level]int{lower: -3, open: -1, summit: 2}[e.parts.level]
	if past, ahead := e.isPast(date), e.isAhead(); past || ahead && !e.opens() {
		e.other = true
		e.score -= 6
	}
}

// opens reports a name in the title or the first sentence: what these
// announce is the subject even if it lies ahead.
func (e *event) opens() bool {
	return e.at.position == inTitle || e.at.position == inFirst && e.in.start == 0
}
