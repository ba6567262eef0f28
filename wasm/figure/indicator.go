package figure

import (
	"math/big"
	"strings"
	"unicode/utf8"
)

// indicatorRules put together the noun phrase that says what is measured.
var indicatorRules = []rule{
	{"indicator.time", func(r *reading) bool { return r.isTime() }, timePhrase},
	{"indicator.part", isPart, partPhrase},
	{"indicator.count", func(r *reading) bool { return r.Kind == "count" || r.Kind == "ordinal" }, countPhrase},
	{"indicator.share", func(r *reading) bool { return r.Kind == "share" }, sharePhrase},
	{"indicator.amount", always, amountPhrase},
}

func ratInt(n int) *big.Rat { return big.NewRat(int64(n), 1) }

// topic is the noun phrase before the figure in its clause.
func (r *reading) topic() string {
	from := r.clause.Start
	if h, ok := r.p.last("speech", from, r.span.Start, "say"); ok && h.end < r.span.Start {
		if _, noun := hasPrefix(r.p.low[h.end:r.span.Start], "，", "：", "，"); noun || len(r.p.mentionsIn(from, h.start)) > 0 {
			from = h.end
		}
	}
	return trimTail(trimHead(trimTail(r.p.render(from, r.span.Start))))
}

// weak nouns measure what the clause before names: 规模, 总额.
var weak = map[string]bool{"规模": true, "总额": true, "金额": true, "总量": true, "总值": true, "数额": true, "这一数字": true, "该数字": true, "这一数据": true, "该数据": true, "这个数字": true, "这一数额": true, "该指标": true, "人数": true, "数量": true, "这": true, "这一指标": true, "这一比例": true, "比例": true, "占比": true, "比重": true}

// subject is the topic, or where the clause has none that of what it goes on
// about.
func (r *reading) subject() string {
	t := r.topic()
	if !isThin(t) {
		return t
	}
	points := strings.HasPrefix(t, "这") || strings.HasPrefix(t, "该")
	if s := r.clauseBefore(); s != "" && t != "" && !points {
		return s + t
	}
	if r.prev != nil && r.prev.phrase != "" && r.sentencesApart() <= 1 && !r.prev.isTime() && (r.prev.sentence.Start == r.sentence.Start || t != "") {
		return r.prev.phrase
	}
	if s := r.clauseBefore(); s != "" {
		return s
	}
	return t
}

func isThin(t string) bool { return t == "" || weak[t] || utf8.RuneCountInString(t) < 2 }

// clauseBefore is the topic of the clause before, within the sentence.
func (r *reading) clauseBefore() string {
	if r.clause.Start <= r.sentence.Start {
		return ""
	}
	c := r.p.around(r.p.clauses, r.clause.Start-1, reach)
	if c.Start < r.sentence.Start || c.End > r.clause.Start {
		return ""
	}
	s := trimTail(trimHead(r.p.render(c.Start, c.End)))
	for _, w := range []string{"也在增加", "在增加", "稳步增长", "持续增长", "不断增长", "快速增长", "显著增长", "也在增长", "稳步上升", "增加"} {
		s = strings.TrimSuffix(s, w)
	}
	return trimTail(s)
}

// named tells that a phrase names a party already.
func (r *reading) named(phrase string) bool {
	for _, n := range r.Parties {
		if strings.Contains(phrase, n) {
			return true
		}
	}
	for _, m := range r.p.document.names.Find(phrase) {
		switch m.Term.Kind {
		case "programme", "corridor", "company", "format":
			return true
		}
		if contains(r.Parties, m.Term.Name()) {
			return true
		}
	}
	return strings.Contains(phrase, "全球") || strings.Contains(phrase, "世界")
}

// withParties puts the parties before a phrase that names none.
func (r *reading) withParties(phrase string) string {
	if r.named(phrase) || len(r.Parties) == 0 {
		return phrase
	}
	join := "与"
	if r.form() == "toward" {
		join = "对"
	}
	if len(r.Parties) > 3 {
		return r.Parties[0] + "等" + phrase
	}
	return strings.Join(r.Parties, join) + phrase
}

func (r *reading) tell(phrase, suffix string) {
	phrase = r.withThat(phrase)
	r.phrase = tidy(shortened(phrase))
	if suffix != "" && strings.HasSuffix(r.phrase, suffix) {
		suffix = ""
	}
	r.Indicator = tidy(r.phrase + suffix)
	r.step.Value = r.Indicator
}

// withThat puts the name for 这条公路, 这一倡议.
func (r *reading) withThat(phrase string) string {
	for _, w := range thatWords {
		at := strings.Index(phrase, w)
		if at < 0 {
			continue
		}
		kinds := []string{"corridor", "company"}
		after := ""
		if strings.HasSuffix(w, "倡议") {
			kinds, after = []string{"programme"}, "倡议"
		}
		place, p := r.lastNamed(kinds...)
		if p == nil {
			continue
		}
		rest := phrase[at+len(w):]
		if w == "这条" {
			_, size := utf8.DecodeRuneInString(rest)
			_, second := utf8.DecodeRuneInString(rest[size:])
			rest = rest[size+second:]
		}
		m := p.mentionsIn(place, len(p.low))[0]
		name := strings.Trim(p.text[m.start:m.end], "“”")
		return phrase[:at] + strings.TrimSuffix(name, after) + after + rest
	}
	return phrase
}

// timePhrase: what happens at the time.
func timePhrase(r *reading) {
	after := trimTail(trimHead(r.p.render(r.q.Span.End, r.clause.End)))
	before := trimTail(trimHead(r.p.render(r.clause.Start, r.q.Span.Start)))
	if utf8.RuneCountInString(after) < 2 {
		after = r.clauseAfter()
	}
	phrase := before + after
	suffix := "时间"
	switch r.Kind {
	case "anniversary":
		phrase, suffix = before, "周年"
	case "duration":
		suffix = "时长"
	}
	r.tell(r.withParties(firstRunes(phrase, longest-8)), suffix)
	r.phrase = ""
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func (r *reading) clauseAfter() string {
	if r.clause.End >= r.sentence.End {
		return ""
	}
	c := r.p.around(r.p.clauses, r.clause.End, reach)
	return trimTail(trimHead(r.p.render(c.Start, min(c.End, r.sentence.End))))
}

// amountPhrase: the subject, with what the amount is used for, and what kind
// of value it is.
func amountPhrase(r *reading) {
	phrase := r.topic()
	behind := strings.Trim(r.p.render(r.span.End, r.clause.End), " 。，；！")
	switch {
	case phrase == "" && behind != "" && r.Direction == "level":
		phrase = r.amountBehind(behind)
	case isThin(phrase):
		phrase = r.subject()
	case strings.HasPrefix(behind, "用于"):
		phrase += behind
	case strings.HasPrefix(behind, "的"):
		phrase += firstRunes(strings.TrimPrefix(behind, "的"), 16)
	}
	phrase = r.ownedBy(phrase)
	r.tell(r.withParties(phrase), amountSuffix(r, phrase))
	r.phrase = strings.TrimSuffix(r.phrase, amountSuffix(r, phrase))
}

// amountBehind: 约有6300万吨石油通过该管道输送.
func (r *reading) amountBehind(behind string) string {
	_, noun := r.nounBehind()
	if noun == "" || !strings.HasPrefix(behind, noun) {
		if s := r.subject(); s != "" {
			return s
		}
		return strings.TrimPrefix(behind, "的")
	}
	if tail := predicate(strings.TrimPrefix(behind, noun)); tail != "" {
		return tail + "的" + noun
	}
	return noun
}

// ownedBy puts what the count before is about before a bare measure: 投资额
// behind 正在推进的项目有33个.
func (r *reading) ownedBy(phrase string) string {
	if r.prev == nil || r.prev.sentence.Start != r.sentence.Start || r.prev.Kind != "count" || utf8.RuneCountInString(phrase) > 4 || r.named(phrase) {
		return phrase
	}
	return r.prev.phrase + phrase
}

func amountSuffix(r *reading, phrase string) string {
	switch r.Kind {
	case "change":
		if r.Direction == "decrease" {
			return "降幅"
		}
		if _, has := hasSuffix(phrase, "增速", "增长率", "增幅", "涨幅"); has {
			return ""
		}
		return "增幅"
	case "multiple":
		return "倍数"
	case "rank":
		return "排名"
	case "length":
		if strings.Contains(phrase, "铁路") || strings.Contains(phrase, "公路") {
			return "里程"
		}
		if strings.HasSuffix(phrase, "长度") || strings.HasSuffix(phrase, "全长") {
			return ""
		}
		return "长度"
	case "mass", "volume":
		if strings.HasSuffix(phrase, "量") {
			return ""
		}
		return "量"
	}
	return ""
}
