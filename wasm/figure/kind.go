package figure

import (
	"strings"
	"unicode/utf8"

	"fenghui/wasm/quantity"
)

// kindRules turn the kinds of quantities into kinds of figures.
var kindRules = []rule{
	// Percentages: a change is one, too, so that what moved is told apart first.
	{"kind.listed-change", isListedChange, func(r *reading) { r.Kind = "change" }},
	{"kind.signed-change", isSignedChange, func(r *reading) { r.Kind = "change" }},
	{"kind.rates-on", (*reading).ratesOn, func(r *reading) { r.Kind = "change" }},
	{"kind.change", isChange, func(r *reading) { r.Kind = "change" }},
	{"kind.share", isPercent, func(r *reading) { r.Kind = "share" }},

	// Ranks and times, the parts of a year or a century before dates.
	{"kind.rank", isRank, func(r *reading) { r.Kind, r.Unit = "rank", "rank" }},
	{"kind.duration", isSpan, func(r *reading) { r.Kind = "duration" }},
	{"kind.year", isYear, makeYear},
	{"kind.year-part", isYearPart, makeYearPart},
	{"kind.century-part", isCenturyPart, makeCentury},
	{"kind.date", isDate, makeDate},

	// Measures that are told otherwise than quantity reads them.
	{"kind.speed", isSpeed, func(r *reading) { r.Kind, r.Unit = "speed", "km/h" }},
	{"kind.length", func(r *reading) bool { return r.q.Kind == quantity.Length && r.Unit == "m" }, makeKilometres},
	{"kind.freight", func(r *reading) bool { return string(r.q.Kind) == "freight" }, func(r *reading) { r.Kind, r.Unit = "count", "count" }},
	{"kind.cents", isCents, makeCents},
	{"kind.pieces", isPieces, func(r *reading) { r.Kind, r.Unit = "count", "count" }},

	// Bare numbers are money where something says so, else they count.
	{"kind.money-verb", isMoneyVerb, func(r *reading) { r.Kind, r.Unit = "money", "" }},
	{"kind.money-carried", func(r *reading) bool { return r.carriesMoney() != nil }, func(r *reading) { r.Kind, r.Unit = "money", r.carriesMoney().Unit }},
	{"kind.money", isBareMoney, func(r *reading) { r.Kind, r.Unit = "money", "" }},
	{"kind.count", isKind(quantity.Number), func(r *reading) { r.Kind, r.Unit = "count", "count" }},
	{"kind.ordinal", isKind(quantity.Ordinal), func(r *reading) { r.Kind, r.Unit = "ordinal", "count" }},
	{"kind.same", always, sameKind},
}

func isKind(k quantity.Kind) func(*reading) bool {
	return func(r *reading) bool { return r.q.Kind == k }
}

func isPercent(r *reading) bool {
	return r.q.Kind == quantity.Percent || r.q.Kind == quantity.Fraction
}

// isChange: a percentage by which something moved: a verb of change stands
// right before it, or a noun for change beside it.
func isChange(r *reading) bool {
	if !isPercent(r) {
		return false
	}
	if r.Unit == "pp" {
		return true
	}
	if h, ok := r.changeBefore(); ok {
		return r.noted(h, true)
	}
	if r.isCompared() {
		return true // 比去年高12%
	}
	if r.setAgainst() {
		return true // 增长4%，超过全国的1.7%
	}
	if h, ok := r.levelVerb(); ok && r.prev != nil && r.prev.Kind == "change" && r.prev.sentence.Start == r.sentence.Start {
		if _, rate := hasPrefix(h.text, "放缓", "加快", "提速"); rate {
			return r.noted(h, ok)
		}
	}
	if r.prev != nil && r.prev.Kind == "change" && r.prev.clause.Start == r.clause.Start && isBaseline(r.prev) {
		return true // 增幅从9%回落到5%
	}
	if h, ok := r.versusBefore(); ok {
		return r.noted(h, true)
	}
	if h, ok := r.p.lastCue("versus", r.clause.Start, r.q.Core.Start); ok && r.Value.Sign() < 0 {
		return r.noted(h, true) // 同比变化为负5.2%
	}
	if r.rateAhead() {
		return true
	}
	return r.noted(r.rateBeside())
}

// setAgainst: in 平均增长4%，超过全国平均的1.7% both are rates of growth.
func (r *reading) setAgainst() bool {
	p := r.prev
	if p == nil || p.Kind != "change" || p.Unit != r.Unit || p.sentence.Start != r.sentence.Start || isBaseline(p) || r.q.Kind != quantity.Percent {
		return false
	}
	between := r.p.simple[p.q.Core.End:max(p.q.Core.End, r.q.Core.Start)]
	if aside, bracket := strings.CutPrefix(between, "（"); bracket && utf8.RuneCountInString(aside) <= 8 {
		w, is := hasSuffix(aside, "为", "是", "前值")
		if !is || strings.Contains(aside, "占") {
			return false // 增长5.6%（占比为12%）
		}
		r.step.Text, r.Direction = w, p.Direction
		return true
	}
	w, against := containsAny(between, "超过", "高于", "低于", "快于", "慢于", "好于", "逊于", "不及", "超出")
	if !against || utf8.RuneCountInString(between) > 24 || strings.ContainsAny(between, "；。占其") || strings.Count(between, "，") > 1 {
		return false
	}
	if _, share := containsAny(between, "比重", "份额", "比例"); share {
		return false // 增长4.7%，本币的比重超过85%
	}
	r.step.Text, r.Direction = w, p.Direction
	return true
}

// isPieces: the 块 of 电池60万块, 每天生产地砖2000块 counts things and is no money.
func isPieces(r *reading) bool {
	if r.q.Kind != quantity.Money || r.Said != "块" {
		return false
	}
	w, pieces := hasSuffix(trimQualifier(r.left), listed("pieces")...)
	if pieces {
		r.step.Text, r.Counted = w, w
	}
	return pieces
}

// isSpeed: the kilometres of 时速由160公里提高到200公里 are those of an hour.
func isSpeed(r *reading) bool {
	if r.q.Kind != quantity.Length || r.Unit != "km" {
		return false
	}
	at, w := lastWord(r.left, "时速", "车速", "航速")
	if at < 0 {
		return false
	}
	_, far := containsAny(r.left[at+len(w):], "的", "长", "里程", "距离", "行", "飞", "跑")
	return !far
}

// isListedChange: 分别增长了50%、30%和65%, 增长1.1倍、32%. Where one is below
// nought, the next one says by itself which way it goes.
func isListedChange(r *reading) bool {
	if !isPercent(r) || r.prev == nil || r.prev.span.End > r.q.Span.Start {
		return false
	}
	times := r.prev.Kind == "multiple" && r.prev.Direction != "level"
	if !times && (r.prev.Kind != "change" || r.prev.q.Unit != r.q.Unit) {
		return false
	}
	between := strings.TrimSpace(r.p.simple[r.prev.span.End:r.q.Span.Start])
	for _, w := range []string{"为", "预计", "估计"} {
		between = strings.TrimSuffix(between, w) // 超过4%和预计为3%的平均水平
	}
	switch between {
	case "，":
		if times {
			return false
		}
		fallthrough
	case "、", "和", "及", "以及", "与":
		if r.Direction = r.prev.Direction; r.prev.q.Value.Sign() < 0 {
			r.Direction = "increase"
		}
		return true
	}
	return false
}

// isRank: 前十; 位居世界第三, 第二大经济体.
func isRank(r *reading) bool {
	if r.q.Kind == quantity.Rank {
		return true
	}
	if r.q.Kind != quantity.Ordinal {
		return false
	}
	if _, ranks := hasPrefix(strings.TrimLeft(r.p.simple[r.q.Core.End:], " "), listed("ranked-as")...); ranks || strings.HasSuffix(r.core(), "大") {
		return true
	}
	if _, placed := hasSuffix(r.left, listed("ranked-at")...); placed {
		return true
	}
	tail := lastBytes(r.left, 36)
	for _, w := range listed("ranks") {
		if strings.Contains(tail, w) {
			_, noun := r.nounBehind()
			return noun == "" || strings.Contains(noun, "位")
		}
	}
	return false
}

// isSpan: 过去15年, 三天, 60岁.
func isSpan(r *reading) bool {
	switch r.q.Kind {
	case quantity.Duration:
		return true
	case quantity.Age:
		r.Unit = "year"
		return true
	case quantity.Period:
		return r.q.Value != nil
	}
	return false
}

// isYearPart: 2024年底, 2025年上半年 name no month; their number is the year.
func isYearPart(r *reading) bool {
	if r.q.Kind != quantity.Period || r.q.Time == nil || r.q.Value != nil || r.q.Time.From.IsZero() {
		return false
	}
	if r.q.Time.Ends && r.q.Time.Grain == quantity.Year {
		return true
	}
	year, rest, ok := strings.Cut(r.core(), "年")
	return ok && hasNumeral(year) && !hasNumeral(rest) && !strings.Contains(rest, "月") && !strings.Contains(rest, "季度")
}

func makeYearPart(r *reading) {
	r.Kind, r.Unit, r.Value, r.Max = "year", "year", ratInt(r.q.Time.From.Year), nil
	if r.q.Time.Ends && !r.q.Time.To.IsZero() {
		r.Max, r.Bound = ratInt(r.q.Time.To.Year), quantity.Range
	}
}

func isYear(r *reading) bool { return r.q.Kind == quantity.YearKind && r.q.Time != nil }

func makeYear(r *reading) {
	r.Kind, r.Unit = "year", "year"
}

func isDate(r *reading) bool {
	return (r.q.Kind == quantity.DateKind || r.q.Kind == quantity.Period) && r.q.Time != nil
}

// makeDate leaves the value to the rules of time, which know the year.
func makeDate(r *reading) {
	r.Kind, r.Unit, r.Value, r.Max = "date", "date", nil, nil
}

// isBareMoney: 贸易额达到500亿 names no currency, and none is made up.
func isBareMoney(r *reading) bool {
	if r.q.Kind != quantity.Number || !strings.ContainsAny(r.core(), "万亿") {
		return false
	}
	if _, noun := r.nounBehind(); noun != "" {
		return false
	}
	h, ok := r.p.lastCue("measure", r.clause.Start, r.q.Core.Start)
	if !ok {
		return false
	}
	tail := r.p.simple[h.end:r.q.Core.Start]
	for _, m := range measuresByCue()[h.text] {
		if m.kinds["money"] && !strings.HasPrefix(tail, "人") && !strings.HasPrefix(tail, "数") && (!m.kinds["count"] || strings.HasSuffix(h.text, "额")) {
			return r.noted(h, ok)
		}
	}
	return false
}

func sameKind(r *reading) {
	r.Kind = string(r.q.Kind)
	if r.Kind == "anniversary" {
		r.Unit = "year"
	}
}

func lastBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return s[len(s)-n:]
}
