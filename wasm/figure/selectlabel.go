package figure

import (
	"strings"
	"unicode/utf8"

	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// isLabel reports whether a number labels a thing instead of counting things:
// 二期工程, 8号线, 三级甲等, 长征五号.
func isLabel(r *reading) bool {
	switch r.q.Kind {
	case quantity.Count:
		if _, list := hasSuffix(r.left, listed("ranking")...); list && strings.HasSuffix(r.core(), "强") {
			return true // 世界500强
		}
		if _, people := hasPrefix(r.right, "人"); isAddress(r) || r.q.Said == "号" && !people {
			return true // 1234号判决书, but 200多号人
		}
		_, label := hasSuffix(r.core(), listed("label-end")...)
		v, small := smallValue(r.q)
		_, counted := hasSuffix(r.left, listed("label-counted")...)
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
	core := p.simple[q.Core.Start:q.Core.End]
	if q.Kind != quantity.DateKind || !strings.HasSuffix(core, "号") || strings.Contains(core, "月") {
		return false
	}
	before := p.simple[max(0, q.Span.Start-3):q.Span.Start]
	_, day := hasSuffix(before, listed("day-follows")...)
	if before != "" && !day {
		return true
	}
	next, _ := utf8.DecodeRuneInString(p.simple[q.Span.End:])
	return text.IsIdeograph(next) && !strings.ContainsRune("在上下中晚早至到起抵举开召前后当发将宣表凌清傍从以与和的", next)
}

// isAddress: 北京路88号, 中山街12号.
func isAddress(r *reading) bool {
	_, number := hasSuffix(r.core(), "号", "号楼", "弄")
	_, street := hasSuffix(r.left, listed("street-number")...)
	return number && street
}

// isArticleOfLaw: 刑法第三百八十三条, 公约第五款.
func isArticleOfLaw(r *reading) bool {
	if r.q.Kind != quantity.Ordinal {
		return false
	}
	_, article := hasSuffix(r.core(), "条", "款", "章", "节", "项")
	if !article {
		_, article = hasPrefix(r.p.simple[r.q.Core.End:], "条", "款", "章")
	}
	_, law := hasSuffix(r.left, listed("law")...)
	_, cited := hasSuffix(r.left, listed("cites-law")...)
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

// isDatelineDay: the day an agency's dispatch opens with, 塔什干3月5日电.
func isDatelineDay(r *reading) bool {
	return r.q.Kind == quantity.DateKind && r.p.place <= 1 && r.q.Span.Start <= datelineReach && r.q.Time != nil && isWire(r.p.simple[r.q.Span.End:])
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
