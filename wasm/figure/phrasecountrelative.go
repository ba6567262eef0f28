package figure

import (
	"strings"
	"unicode/utf8"
)

// relative reads 的特别国家计划… and 支持的倡议…: the noun behind 的, and the verb
// before it.
func relative(s string) (head, verb string, ok bool) {
	at := strings.Index(s, "的")
	if at < 0 || utf8.RuneCountInString(s[:at]) > 4 || strings.ContainsAny(s[:at], "，。和、") {
		return "", "", false
	}
	verb = s[:at]
	head = s[at+len("的"):]
	if end := relativeEnd(head); end > 0 {
		return head[:end], verb, true
	}
	return "", "", false
}

// relatedTo tells what is counted, between what stands before it and the noun
// behind its 的: 启动涵盖3项措施的计划 counts 启动计划涵盖措施, 增加3项商品的出口 is of
// 出口商品, and of 本省3座电站的检修 nothing but 本省电站 is counted.
func (r *reading) relatedTo(lead, noun, head string) string {
	verb, covers := hasSuffix(lead, listed("covers")...)
	_, traded := hasPrefix(head, listed("traded")...)
	_, people := hasPrefix(noun, "人")
	_, alike := hasSuffix(noun, listed("attributive")...)
	_, of := hasSuffix(noun, listed("attribute")...)
	says := utf8.RuneCountInString(head)
	switch {
	case covers && noun != "":
		_, own, begun := strings.Cut(strings.TrimSuffix(lead, verb), "了")
		if !begun {
			own = strings.TrimSuffix(lead, verb)
		}
		return own + head + verb + noun
	case traded, people && utf8.RuneCountInString(noun) <= 2:
		return lead + head + noun
	case noun == "", of:
		return lead + head
	case alike:
		return lead + noun + "的" + head
	case r.Kind == "count" && lead == "" && says >= 5 && says <= 8: // 百座村庄的道路中断
		return head + "的" + noun
	}
	return lead + noun
}

// relativeEnd is where the noun behind 的 ends; quotation marks belong to it.
func relativeEnd(s string) int {
	for i := range s {
		if _, stop := hasPrefix(s[i:], listed("count-stop")...); stop {
			return i
		}
	}
	return len(s)
}

// predicate is what is said of the counted, without 了 and 关系.
func predicate(s string) string {
	s = strings.Trim(s, " 。，；！.．")
	if _, of := hasPrefix(s, listed("count-goes-on")...); of {
		return ""
	}
	s = trimTail(withoutAdverbs(s))
	for _, w := range []string{"都", "均", "表示", "宣布"} {
		s = strings.TrimPrefix(s, w)
	}
	if !strings.Contains(s, "了解") && !strings.Contains(s, "为了") {
		s = strings.ReplaceAll(s, "了", "")
	}
	if n := utf8.RuneCountInString(s); n < 2 || n > 24 || s == "组成" || s == "构成" {
		return ""
	}
	if _, list := hasPrefix(s, "和", "、", "以及", "及", "）", ")"); list {
		return ""
	}
	return s
}
