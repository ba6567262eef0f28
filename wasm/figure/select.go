package figure

import (
	"strings"
	"unicode/utf8"

	"fenghui/wasm/quantity"
)

// selectRules decide whether a quantity is a figure of the document. Those
// named not.… drop it, whichever of them comes first.
var selectRules = []rule{
	{"not.marked", func(r *reading) bool { return r.q.NotFigure != "" }, drop},
	{"not.indefinite", func(r *reading) bool { return r.q.Indefinite }, drop},
	{"not.reference", isReference, drop},
	{"not.name", isName, drop},
	{"not.wording", isWording, drop},
	{"not.label", isLabel, drop},
	{"not.idiom", isIdiom, drop},
	{"not.article", isArticleOfLaw, drop},
	{"not.season", isWordOfTime, drop},
	{"not.dateline", isDatelineDay, drop},
	{"not.one", isOneTime, drop},
	{"not.bare", isBare, drop},
	{"figure", always, func(*reading) {}},
}

func drop(r *reading) { r.dropped = true }

// isReference: 三国, 五国 point at countries named elsewhere; 五个国家 counts them.
func isReference(r *reading) bool {
	if r.q.Kind != quantity.Count {
		return false
	}
	_, country := hasSuffix(r.core(), "国", "方", "边", "家国", "两地区")
	v, small := smallValue(r.q)
	if r.isWithNeighbours() {
		return small && v <= 30
	}
	return country && !strings.Contains(r.core(), "个") && small && v <= 30 && !isDigit(r.core()[0])
}

// isWithNeighbours: 对四个邻国的贸易 points at those that everybody knows.
func (r *reading) isWithNeighbours() bool {
	_, with := hasSuffix(r.left, listed("turns-to")...)
	who, near := hasPrefix(r.right, "邻国", "邻邦", "伙伴国")
	if !with || !near {
		return false
	}
	_, does := hasPrefix(strings.TrimPrefix(r.right[len(who):], "的"), "贸易", "出口", "进口", "投资")
	return does
}

// isWording: “增加三倍”一类说法 speaks of words.
func isWording(r *reading) bool {
	_, words := hasPrefix(strings.TrimLeft(r.p.simple[r.q.Span.End:r.sentence.End], " "), "”一类", "”之类", "”字样", "”的字眼", "”的译法", "”的写法")
	return words
}

// isName: counts inside names (三国天然气联盟, “四个伟大”, 5+1, C5).
func isName(r *reading) bool {
	switch r.q.Kind {
	case quantity.Duration, quantity.Ordinal, quantity.Anniversary, quantity.CenturyKind:
		return false
	case quantity.YearKind, quantity.Period, quantity.DateKind:
		return r.p.insideMention(r.q.Core)
	}
	if r.p.insideMention(r.q.Core) || r.q.Kind == quantity.Number && besideLatin(r) {
		return true
	}
	small := r.q.Kind == quantity.Count || r.q.Kind == quantity.Number
	return small && r.insideTitle()
}

// besideLatin: 5G, B5+1, SmartMining 2.
func besideLatin(r *reading) bool {
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(r.left, " -"))
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(r.right, "-"))
	return isLatin(before) || isLatin(after) || before == '+' || after == '+'
}

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// titleReach is how long a title or a name between quotation marks is at most.
const titleReach = 60

// insideTitle reports whether the figure stands in 《…》 or between close quotation
// marks.
func (r *reading) insideTitle() bool {
	start := max(r.sentence.Start, r.q.Core.Start-titleReach)
	end := min(r.sentence.End, r.q.Core.End+titleReach)
	before, after := r.p.simple[start:r.q.Core.Start], r.p.simple[r.q.Core.End:end]
	for _, pair := range [][2]string{{"《", "》"}, {"“", "”"}, {"「", "」"}} {
		open, close := strings.LastIndex(before, pair[0]), strings.Index(after, pair[1])
		if open < 0 || close < 0 || strings.Contains(before[open:], pair[1]) {
			continue
		}
		inside := before[open+3:] + after[:close]
		if !strings.ContainsAny(inside, "，。；！？") && (pair[0] == "《" || len(inside) <= titleReach) {
			return true
		}
	}
	return false
}

// isIdiom: 第一步, 百分之百支持.
func isIdiom(r *reading) bool {
	if r.core() == "一度" {
		return true // once
	}
	switch r.q.Kind {
	case quantity.Ordinal:
		if _, paper := hasPrefix(r.right, listed("paper-number")...); r.onPage() || paper && strings.HasSuffix(r.core(), "号") {
			return true
		}
		_, idiom := hasPrefix(r.p.simple[r.q.Core.End:], listed("ordinal-word")...)
		return idiom
	case quantity.Duration:
		if r.isTerm() {
			return true
		}
		_, idiom := hasPrefix(r.p.simple[r.q.Core.End:], listed("duration-idiom")...)
		return idiom && !isDigit(r.core()[0])
	case quantity.Percent, quantity.Fraction:
		_, idiom := hasPrefix(r.right, listed("hundred-percent")...)
		v, ok := smallValue(r.q)
		return idiom && ok && v == 100
	}
	return false
}

// isTerm: 一年期存款, 10年期国债 are names of terms.
func (r *reading) isTerm() bool {
	behind := r.p.simple[r.q.Core.End:]
	_, length := hasPrefix(behind, listed("term-length")...)
	return strings.HasPrefix(behind, "期") && !length
}

// onPage: 见第6版, 转第二版.
func (r *reading) onPage() bool {
	_, page := hasPrefix(r.p.simple[r.q.Core.End:], "版", "页", "栏")
	_, see := hasSuffix(r.left, listed("see-page")...)
	return page && (see || strings.Contains(lastBytes(r.left, 18), "见"))
}

// isOneTime: 去年一年, 一年, 一天 without a word that makes a length of them.
func isOneTime(r *reading) bool {
	if r.q.Kind != quantity.Duration || r.q.Time != nil || r.q.Max != nil || strings.Contains(r.core(), "个半") || strings.Contains(r.core(), "多") || !strings.HasPrefix(r.core(), "一") && !strings.HasPrefix(r.core(), "半") {
		return false
	}
	if _, ok := hasSuffix(r.p.simple[r.clause.Start:r.q.Core.Start], listed("makes-length")...); ok {
		return false
	}
	_, ok := hasPrefix(r.right, listed("in-length")...)
	return !ok
}

// isBare: a number without unit is a figure only where the text says what it
// counts: 人口达1.2亿, 贸易额为500亿.
func isBare(r *reading) bool {
	if r.q.Kind != quantity.Number {
		return false
	}
	if _, after := hasPrefix(r.right, "-", "—", "/", "+", "：", ":", "."); after {
		return true
	}
	if _, number := hasSuffix(r.left, listed("number-of")...); number {
		return true
	}
	if isMoneyVerb(r) || isTally(r) {
		return false
	}
	_, measured := r.p.lastCue("measure", r.clause.Start, r.q.Core.Start)
	if strings.ContainsAny(r.core(), "万亿") {
		_, noun := r.nounBehind()
		_, told := hasSuffix(strings.TrimSuffix(r.left, "了"), listed("large-told")...)
		_, reached := hasPrefix(r.p.simple[r.q.Span.Start:], "突破", "超过", "超", "逾", "不到", "不足", "还不到", "还不足", "接近", "将近", "近")
		return !measured && noun == "" && !told && !reached
	}
	_, told := hasSuffix(strings.TrimRight(r.left, "了"), listed("measured-told")...)
	v, ok := smallValue(r.q)
	return !(measured && told && ok && v >= 10)
}

func smallValue(q *quantity.Quantity) (int64, bool) {
	return quantity.Whole(q.Value)
}
