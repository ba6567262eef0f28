package figure

import (
	"strings"
	"unicode/utf8"
)

// isPart: 包括5条铁路和6条公路 after a count of all.
func isPart(r *reading) bool {
	if r.Kind != "count" || r.prev == nil || r.prev.Kind != "count" || r.prev.sentence.Start != r.sentence.Start || r.prev.phrase == "" {
		return false
	}
	between := strings.TrimSpace(r.p.low[min(r.prev.span.End, r.q.Span.Start):r.q.Span.Start])
	_, ok := hasSuffix(between, "包括", "其中", "和", "、", "以及", "包含", "分别为")
	if !ok || utf8.RuneCountInString(between) > 20 {
		return false
	}
	_, own := hasSuffix(between, "与")
	return !own
}

func partPhrase(r *reading) {
	whole := r.prev
	phrase := whole.phrase
	if i := strings.LastIndex(phrase, "中"); whole.partOf && i > 0 {
		phrase = phrase[:i]
	}
	r.partOf = true
	r.tell(phrase+"中"+r.noun(), "数")
	r.phrase = strings.TrimSuffix(r.phrase, "数")
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
	lead, noun := r.lead(), r.noun()
	if r.Status == "proposal" {
		lead = proposed(lead)
	}
	end := r.span.End
	if span, said := r.nounBehind(); said != "" {
		end = min(max(end, span.End), r.clause.End)
	}
	behind := r.p.low[end:r.clause.End]
	if strings.Contains(lead, noun) {
		noun = ""
	}
	phrase := lead + noun
	if head, verb, ok := relative(r.p.render(end, r.clause.End)); ok {
		switch {
		case r.Status == "proposal":
		case verb != "":
			phrase = verb + head + "的" + noun
		default:
			phrase = head + lastVerb(lead) + noun
		}
	} else if tail := predicate(r.p.render(end, r.clause.End)); tail != "" && noun != "" && (lead == "" || r.isPartyName(lead)) && !strings.HasPrefix(behind, "的") {
		phrase = tail + "的" + lead + noun
	}
	r.tell(r.withParties(phrase), suffix)
	r.phrase = strings.TrimSuffix(r.phrase, suffix)
}

// lastVerb: of 启动了涵盖 the second belongs to the noun behind.
func lastVerb(s string) string {
	if i := strings.LastIndex(s, "了"); i >= 0 && i+len("了") < len(s) {
		return s[i+len("了"):]
	}
	return s
}

// proposed: 支持设立 is told as 拟设立.
func proposed(lead string) string {
	for _, w := range []string{"设立", "建立", "成立", "组建", "创建", "创办", "开设", "建设"} {
		if i := strings.LastIndex(lead, w); i >= 0 {
			return "拟" + lead[i:]
		}
	}
	return lead
}

// lead is what stands before a count in its clause, behind other counts.
func (r *reading) lead() string {
	from := r.clause.Start
	if r.prev != nil && r.prev.span.End > from && !r.prev.isTime() {
		from = r.prev.span.End
	}
	if h, ok := r.p.last("speech", from, r.span.Start, "say"); ok && len(r.p.mentionsIn(from, h.start)) > 0 {
		from = h.end
	}
	return trimTail(trimHead(trimTail(r.p.render(from, r.span.Start))))
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

// relativeEnd is where the noun behind 的 ends; quotation marks belong to it.
func relativeEnd(s string) int {
	for i := range s {
		if _, stop := hasPrefix(s[i:], "，", "。", "；", "正在", "已", "将", "具有", "为", "在", "，", "的", "是", "、", "获", "得到", "通过", "已经"); stop {
			return i
		}
	}
	return len(s)
}

// predicate is what is said of the counted, without 了 and 关系.
func predicate(s string) string {
	s = trimTail(strings.Trim(s, " 。，；！"))
	s = strings.ReplaceAll(s, "了", "")
	s = strings.TrimPrefix(strings.TrimPrefix(s, "都"), "均")
	if n := utf8.RuneCountInString(s); n < 2 || n > 24 {
		return ""
	}
	if _, list := hasPrefix(s, "和", "、", "以及", "及", "）", ")"); list {
		return ""
	}
	return s
}
