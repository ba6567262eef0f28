package figure

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// render writes from:to of a passage as part of a noun phrase: times and what
// articles stand for are left out, words that refer are replaced by names.
func (p *passage) render(from, to int) string {
	var b strings.Builder
	at := from
	k, n := p.mentionIndex(from), p.quantityIndex(from)
	for at < to {
		nextMention, nextQuantity := to, to
		for k < len(p.mentions) && p.mentions[k].start < at {
			k++
		}
		if k < len(p.mentions) {
			nextMention = min(to, p.mentions[k].start)
		}
		for n < len(p.quantities) && p.quantities[n].Span.Start < to && (p.quantities[n].Span.Start < at || !p.leftOut(n)) {
			n++
		}
		if n < len(p.quantities) {
			nextQuantity = min(to, p.quantities[n].Span.Start)
		}
		stop := min(nextMention, nextQuantity)
		b.WriteString(p.text[at:stop])
		switch {
		case stop == to:
			at = to
		case stop == nextQuantity:
			at = min(to, p.quantities[n].Span.End)
		default:
			if m := &p.mentions[k]; m.value == "short" && k > 0 && p.mentions[k-1].value == "short" && p.mentions[k-1].end == m.start && m.start > from {
				b.WriteString("与")
			}
			b.WriteString(p.written(&p.mentions[k]))
			at = min(to, p.mentions[k].end)
		}
	}
	return b.String()
}

// leftOut tells that a quantity is no part of a noun phrase: times, articles.
func (p *passage) leftOut(n int) bool {
	q := &p.quantities[n]
	switch q.NotFigure {
	case "relative", "article":
		return true
	case "":
		return q.Time != nil && !p.inTitle(q.Span)
	}
	return false
}

// written is how a mention is told in an indicator.
func (p *passage) written(m *mention) string {
	said := p.text[m.start:m.end]
	switch {
	case strings.HasPrefix(said, "双边"):
		return said
	case m.kind == "refer" && (m.value == "self" || m.value == "both" || m.value == "other"):
		return strings.Join(m.names, "与")
	case m.kind == "refer" && m.value == "group" && strings.Contains(said, "成员国"):
		if _, owned := hasSuffix(p.low[:m.start], "盟", "织", "合", "体", "会", "团", "国"); owned {
			return said
		}
		return m.name + "成员国"
	case m.kind == "refer" && m.value == "region":
		return m.name + strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(said, "本"), "该"), "我们")
	case m.kind == "refer" && m.value == "group":
		return m.name
	case m.value == "short":
		return m.name
	}
	return said
}

func (p *passage) mentionIndex(at int) int {
	return sort.Search(len(p.mentions), func(k int) bool { return p.mentions[k].start >= at })
}

func (p *passage) quantityIndex(at int) int {
	return sort.Search(len(p.quantities), func(k int) bool { return p.quantities[k].Span.Start >= at })
}

// trimHead takes words off the beginning that belong to no noun phrase.
func trimHead(s string) string {
	for s != "" {
		w := theBoundaries().head.prefix(s)
		if w == "我" || w == "其" || w == "他" {
			if _, more := hasPrefix(s[len(w):], "国", "方", "省", "市", "州", "他", "中亚"); more {
				w = ""
			}
		}
		if w == "" {
			w = leadingSign(s)
		}
		if w == "" {
			break
		}
		s = s[len(w):]
	}
	return s
}

func leadingSign(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune(" \t　,;:-—–·（(", r) {
		return s[:size]
	}
	return ""
}

// trimTail takes verbs and adverbs off the end.
func trimTail(s string) string {
	for s != "" {
		s = strings.TrimRight(s, " 　，,、：:-—–“”（(")
		w := theBoundaries().tail.suffix(s)
		if w == "" || utf8.RuneCountInString(s) <= utf8.RuneCountInString(w)+1 {
			if w == s {
				return ""
			}
			break
		}
		s = s[:len(s)-len(w)]
	}
	return s
}

// longest is how many runes an indicator has at most.
const longest = 40

func shortened(s string) string {
	runes := []rune(strings.TrimSpace(s))
	if len(runes) > longest {
		runes = runes[len(runes)-longest:]
	}
	return string(runes)
}

// tidy removes signs at the ends and 的 before the noun that is measured.
func tidy(s string) string {
	s = strings.Trim(s, " 　，,、：:；;。-—–")
	for _, m := range []string{"贸易额", "贸易总额", "货运量", "份额", "投资", "通行能力", "比重", "直接投资", "投资额", "出口额", "进口额"} {
		s = strings.ReplaceAll(s, "的"+m, m)
	}
	for _, pair := range [][2]string{{"国内生产总值", "GDP"}, {"之间贸易", "贸易"}} {
		s = strings.ReplaceAll(s, pair[0], pair[1])
	}
	return s
}
