package figure

import (
	"strings"

	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// momentRules say what a time is to the figures around it; the first that fits
// is used, and a time that none fits is a point.
var momentRules = []struct {
	kind momentKind
	fits func(p *passage, n int) bool
}{
	{benchmarkMoment, func(p *passage, n int) bool { return p.isBenchmark(p.quantities[n].Span) }},
	{startMoment, func(p *passage, n int) bool {
		return !p.quantities[n].Time.Ends && p.isStart(p.quantities[n].Span)
	}},
	{builtMoment, func(p *passage, n int) bool { return p.isBuilt(p.quantities[n].Span) }},
	{saidMoment, isDayOfTelling},
	{markMoment, func(p *passage, n int) bool { return isSpanOfTime(p, n) && p.isRecord(p.quantities[n].Span.End) }},
	{causeMoment, func(p *passage, n int) bool {
		return p.isCause(p.quantities[n].Span) || p.isException(p.quantities[n].Span)
	}},
	{spanMoment, isSpanOfTime},
	{untilMoment, isLimit},
}

func (p *passage) kindOfTime(n int) momentKind {
	for i := range momentRules {
		if momentRules[i].fits(p, n) {
			return momentRules[i].kind
		}
	}
	return pointMoment
}

func isSpanOfTime(p *passage, n int) bool {
	q := &p.quantities[n]
	return q.Kind == quantity.Duration && q.Time.IsSpan() || q.Time.Relation == "since"
}

func isLimit(p *passage, n int) bool {
	relation := p.quantities[n].Time.Relation
	return relation == "until" || relation == "before"
}

// isBenchmark: in 比2020年, 与去年相比 and 较去年 the time is only what is compared with.
func (p *passage) isBenchmark(s text.Span) bool {
	before, after := p.simple[max(0, s.Start-9):s.Start], p.simple[s.End:min(len(p.simple), s.End+30)]
	if _, ok := hasSuffix(before, listed("than")...); ok {
		return true
	}
	if _, ok := hasSuffix(before, "与", "同", "和"); ok && strings.Contains(firstClause(after), "相比") {
		return true
	}
	if _, ok := hasPrefix(after, "相比", "基础上", "的基础上", "水平的", "的水平"); ok {
		return true
	}
	return p.isMeasuredAgainst(s)
}

// isMeasuredAgainst: 是2019年的1.2倍, 增至目前的5倍, 为去年同期的一半.
func (p *passage) isMeasuredAgainst(s text.Span) bool {
	n := p.quantityIndex(s.End)
	if n >= len(p.quantities) {
		return false
	}
	q := &p.quantities[n]
	if q.Kind == quantity.Multiple && p.isFromBeginning(s.End, q.Span.Start) {
		return true
	}
	gap := strings.TrimPrefix(strings.TrimPrefix(p.simple[s.End:q.Span.Start], "同期"), "水平")
	if gap != "的" && gap != "的近" && gap != "的约" {
		return false
	}
	switch q.Kind {
	case quantity.Multiple:
		return true
	case quantity.Fraction, quantity.Percent:
		_, is := hasSuffix(p.simple[max(0, s.Start-18):s.Start], listed("is-of")...)
		_, to := hasPrefix(p.simple[s.Start:s.End], "至", "到")
		return is || to
	}
	return false
}

// isFromBeginning: 是2001年成立之初的28倍: between the time and the number stands
// what began then.
func (p *passage) isFromBeginning(from, to int) bool {
	if to < from || to-from > 60 {
		return false
	}
	between := strings.TrimRight(p.simple[from:to], "近约")
	what, of := strings.CutSuffix(between, "的")
	_, then := hasSuffix(what, "时", "之初", "初期", "之时", "当年", "那年", "水平", "初")
	return of && then && !strings.ContainsAny(what, "，。；：")
}

// isStart: 从2020年的100亿增至…, 由去年的7%提高了2个百分点: a number and a verb that
// ends at a level, or moves right behind it, follow the time.
func (p *passage) isStart(s text.Span) bool {
	_, from := hasSuffix(p.simple[:s.Start], "从", "由", "自")
	if _, inside := hasPrefix(p.simple[s.Start:s.End], "从", "由", "自"); !from && !inside {
		return false
	}
	n := p.quantityIndex(s.End)
	if n >= len(p.quantities) || p.quantities[n].Time != nil || p.quantities[n].Span.Start-s.End > 30 {
		return false
	}
	end := p.quantities[n].Span.End
	h, ok := p.nextCue("level", end, min(len(p.simple), end+36))
	return ok && h.start-end <= 15 || p.movesBehind(end)
}

// movesBehind reports whether a verb of change stands right at a place.
func (p *passage) movesBehind(at int) bool {
	h, ok := p.nextCue("change", at, min(len(p.simple), at+reach))
	return ok && h.start == at
}

// isDayOfTelling: in 统计局16日发布的数据显示，… and 6月3日，总理在论坛上表示，… the
// day is that of the telling.
func isDayOfTelling(p *passage, n int) bool {
	q := &p.quantities[n]
	if q.Time.Grain < quantity.Month || q.Time.Relation != "" || q.Kind == quantity.Duration || q.Time.IsSpan() {
		return false
	}
	return p.isTold(q.Span)
}

func (p *passage) isTold(s text.Span) bool {
	clause := p.around(p.clauses, s.Start, reach)
	if strings.Trim(p.simple[s.End:max(s.End, clause.End)], "，, ") == "" {
		clause = p.around(p.clauses, clause.End, reach)
	}
	if s.End < clause.End {
		if _, text := hasPrefix(p.simple[s.End:clause.End], "发布《", "公布《", "发表《", "发布的《", "公布的《"); text {
			return true
		}
	}
	if k := p.quantityIndex(s.End); clause.End <= s.End || k < len(p.quantities) && p.quantities[k].Span.Start < clause.End {
		return false
	}
	if _, when := hasSuffix(strings.TrimRight(p.simple[s.End:clause.End], "，, "), "时", "会上", "期间"); when {
		clause = p.around(p.clauses, clause.End, reach) // 1月访问丙国时，他说，…
	}
	said := p.simple[s.End:clause.End]
	lead := strings.TrimRight(said, "，：:, “")
	_, tells := hasSuffix(lead, listed("tells")...)
	if !tells {
		_, tells = hasSuffix(lead, sayVerbs()...)
	}
	return tells && lead != said
}

// isRecord: 2021年以来最低, 近十年来首次 only say how far back a record reaches.
func (p *passage) isRecord(at int) bool {
	after := p.simple[at:min(len(p.simple), at+24)]
	for _, w := range []string{"以来", "来", "的", "同期", "单月", "历史"} {
		after = strings.TrimPrefix(after, w)
	}
	_, record := hasPrefix(after, listed("superlative")...)
	return record
}

// isCause: 因第三季度利润下降，… the time stays in its clause.
func (p *passage) isCause(s text.Span) bool {
	clause := p.around(p.clauses, s.Start, reach)
	lead := p.simple[clause.Start:max(clause.Start, s.Start)]
	at := max(strings.LastIndex(lead, "因"), strings.LastIndex(lead, "由于"))
	if at < 0 {
		return false
	}
	_, no := hasPrefix(lead[at:], "因此", "因素", "因而")
	_, inside := hasSuffix(lead[:at], "原", "基", "起", "成")
	return !no && !inside
}

// isException: 除了去年5月加入的两国，… the time stays in its clause, too.
func (p *passage) isException(s text.Span) bool {
	clause, sentence := p.around(p.clauses, s.Start, reach), p.around(p.sentences, s.Start, farReach)
	if clause.Start > sentence.Start || clause.End >= sentence.End {
		return false
	}
	_, but := hasPrefix(strings.TrimLeft(p.simple[clause.Start:max(clause.Start, s.Start)], " "), "除")
	return but
}
