package figure

import (
	"strings"
	"unicode/utf8"

	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// labels of things, not counts of them: 二期工程, 8号线, 三级甲等, 长征五号.
func isLabel(r *reading) bool {
	switch r.q.Kind {
	case quantity.Count:
		if _, list := hasSuffix(r.left, "世界", "全球", "财富", "中国", "亚洲", "民企", "企业"); list && strings.HasSuffix(r.core(), "强") {
			return true // 世界500强
		}
		if _, people := hasPrefix(r.right, "人"); isAddress(r) || r.q.Said == "号" && !people {
			return true // 1234号判决书, but 200多号人
		}
		_, label := hasSuffix(r.core(), "期", "号线", "级", "环", "号", "线", "中", "季", "版", "代", "星级", "路", "局", "院", "旅", "师")
		v, small := smallValue(r.q)
		_, counted := hasSuffix(r.left, "共", "达", "有", "超过", "约", "连续", "举办", "了", "分", "分为", "分成")
		if strings.HasSuffix(r.left, "部分") {
			counted = false
		}
		return label && small && v <= 30 && !counted && r.Bound == quantity.Exact && !strings.Contains(r.core(), "个")
	case quantity.DateKind:
		return r.p.isLabelDay(r.q)
	}
	return false
}

// isLabelDay: the 五号 of 长征五号 is no day.
func (p *passage) isLabelDay(q *quantity.Quantity) bool {
	core := p.low[q.Core.Start:q.Core.End]
	if q.Kind != quantity.DateKind || !strings.HasSuffix(core, "号") || strings.Contains(core, "月") {
		return false
	}
	before := p.low[max(0, q.Span.Start-3):q.Span.Start]
	_, day := hasSuffix(before, "于", "在", "从", "到", "至", "月", "、", "和", "自", "，", "。", "；")
	if before != "" && !day {
		return true
	}
	next, _ := utf8.DecodeRuneInString(p.low[q.Span.End:])
	return text.IsIdeograph(next) && !strings.ContainsRune("在上下中晚早至到起抵举开召前后当发将宣表凌清傍从以与和的", next)
}

// isAddress: 北京路88号, 中山街12号.
func isAddress(r *reading) bool {
	_, number := hasSuffix(r.core(), "号", "号楼", "弄")
	_, street := hasSuffix(r.left, "路", "街", "巷", "道", "弄", "村", "胡同", "大厦", "广场", "小区")
	return number && street
}

// isArticleOfLaw: 刑法第三百八十三条, 公约第五款.
func isArticleOfLaw(r *reading) bool {
	if r.q.Kind != quantity.Ordinal {
		return false
	}
	_, article := hasSuffix(r.core(), "条", "款", "章", "节", "项")
	if !article {
		_, article = hasPrefix(r.p.low[r.q.Core.End:], "条", "款", "章")
	}
	_, law := hasSuffix(r.left, "法", "条例", "公约", "宪法", "章程", "决议", "规定", "协定", "宪章", "条约", "》", "条", "法典")
	_, cited := hasSuffix(r.left, "根据", "依据", "按照", "依照", "违反", "修改", "适用")
	_, rules := hasPrefix(r.right, "规定", "的规定", "和第", "、第", "第")
	return article && (law || cited || rules)
}

// isWordOfTime: 今年秋季, 去年国庆 hold no number.
func isWordOfTime(r *reading) bool {
	switch r.q.Kind {
	case quantity.Period, quantity.DateKind, quantity.YearKind:
		return r.q.Time != nil && !hasNumeral(r.core())
	}
	return false
}

// isDateline: the day an agency's dispatch opens with, 塔什干3月5日电.
func isDateline(r *reading) bool {
	return r.q.Kind == quantity.DateKind && r.p.place <= 1 && r.q.Span.Start <= datelineReach && r.q.Time != nil && isWire(r.p.low[r.q.Span.End:])
}

// isTally: 12金9银15铜, 106胜52平: what a number is one of in a list of results.
func isTally(r *reading) bool {
	results := []string{"胜", "平", "负", "金", "银", "铜"}
	what := longestPrefix(r.right, results)
	if what == "" || r.q.Kind != quantity.Number {
		return false
	}
	if _, goesOn := hasSuffix(r.left, "胜", "平", "金", "银"); goesOn && isDigit(r.core()[0]) {
		return true
	}
	after := r.right[len(what):]
	if _, ends := hasPrefix(after, "的", "，", "。", "、", "；"); ends || after == "" || isDigit(after[0]) {
		_, of := hasSuffix(r.left, append(results, "、", "以", "得", "获", "夺", "取得", "获得", "下", "共")...)
		return of || after != "" && isDigit(after[0])
	}
	return false
}
