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
	{baseMoment, func(p *passage, n int) bool { return p.isBase(p.quantities[n].Span) }},
	{startMoment, func(p *passage, n int) bool { return p.isStart(p.quantities[n].Span) }},
	{builtMoment, func(p *passage, n int) bool { return p.isBuilt(p.quantities[n].Span) }},
	{saidMoment, isDayOfTelling},
	{markMoment, func(p *passage, n int) bool { return isSpanOfTime(p, n) && p.isRecord(p.quantities[n].Span.End) }},
	{causeMoment, func(p *passage, n int) bool { return p.isCause(p.quantities[n].Span) }},
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
	return q.Kind == quantity.Duration && strings.Contains(q.Time.ISO(), "/") || q.Time.Relation == "since"
}

func isLimit(p *passage, n int) bool {
	relation := p.quantities[n].Time.Relation
	return relation == "until" || relation == "before"
}

// isBase: in 比2020年, 与去年相比 and 较去年 the time is only what is compared with.
func (p *passage) isBase(s text.Span) bool {
	before, after := p.low[max(0, s.Start-9):s.Start], p.low[s.End:min(len(p.low), s.End+30)]
	if _, ok := hasSuffix(before, "比", "较", "相比于", "相较", "不及", "高于", "低于", "多于", "少于", "相对", "相对于", "对比", "好于", "逊于"); ok {
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
	gap := strings.TrimPrefix(strings.TrimPrefix(p.low[s.End:q.Span.Start], "同期"), "水平")
	if gap != "的" && gap != "的近" && gap != "的约" {
		return false
	}
	switch q.Kind {
	case quantity.Multiple:
		return true
	case quantity.Fraction, quantity.Percent:
		_, is := hasSuffix(p.low[max(0, s.Start-18):s.Start], "是", "为", "相当于", "到", "至", "达", "有")
		return is
	}
	return false
}

// isStart: 从2020年的100亿增至…, 由目前的7%提高到15%: a number and a verb that
// ends at a level follow the time.
func (p *passage) isStart(s text.Span) bool {
	_, from := hasSuffix(p.low[:s.Start], "从", "由", "自")
	if _, inside := hasPrefix(p.low[s.Start:s.End], "从", "由", "自"); !from && !inside {
		return false
	}
	n := p.quantityIndex(s.End)
	if n >= len(p.quantities) || p.quantities[n].Time != nil || p.quantities[n].Span.Start-s.End > 30 {
		return false
	}
	end := p.quantities[n].Span.End
	h, ok := p.next("level", end, min(len(p.low), end+36))
	return ok && h.start-end <= 15
}

// builders are verbs by which a thing came to be.
var builders = []string{"建成", "始建", "成立", "创建", "创办", "创立", "建立", "启用", "投产", "出生", "设立", "落成", "开通", "签署", "发射", "通过", "制定", "兴建", "动工", "签订", "达成", "批准", "发行", "开业", "竣工", "出台", "颁布", "推出", "引进", "修建", "启动", "合建", "投资", "发起", "提出", "参与", "投运", "开工", "发现", "缔结", "出版"}

// tellers end a clause that says who told something and when.
var tellers = []string{"说", "表示", "指出", "强调", "宣布", "公布", "发布", "通报", "透露", "介绍", "介绍说", "称", "显示", "表明", "报告", "报道", "披露", "认为", "警告", "致辞", "讲话", "回应", "重申", "公报", "数据", "提出", "写道"}

// isDayOfTelling: in 统计局16日发布的数据显示，… and 6月3日，总理在论坛上表示，… the
// day is that of the telling.
func isDayOfTelling(p *passage, n int) bool {
	q := &p.quantities[n]
	if q.Time.Grain < quantity.Month || q.Time.Relation != "" || q.Kind == quantity.Duration || strings.Contains(q.Time.ISO(), "/") {
		return false
	}
	return p.isTold(q.Span)
}

func (p *passage) isTold(s text.Span) bool {
	clause := p.around(p.clauses, s.Start, reach)
	if strings.Trim(p.low[s.End:max(s.End, clause.End)], "，, ") == "" {
		clause = p.around(p.clauses, clause.End, reach)
	}
	if s.End < clause.End {
		if _, text := hasPrefix(p.low[s.End:clause.End], "发布《", "公布《", "发表《", "发布的《", "公布的《"); text {
			return true
		}
	}
	if k := p.quantityIndex(s.End); clause.End <= s.End || k < len(p.quantities) && p.quantities[k].Span.Start < clause.End {
		return false
	}
	said := p.low[s.End:clause.End]
	lead := strings.TrimRight(said, "，：:, “")
	_, tells := hasSuffix(lead, tellers...)
	return tells && lead != said
}

// isRecord: 2021年以来最低, 近十年来首次 only say how far back a record reaches.
func (p *passage) isRecord(at int) bool {
	after := p.low[at:min(len(p.low), at+24)]
	for _, w := range []string{"以来", "来", "的", "同期", "单月", "历史"} {
		after = strings.TrimPrefix(after, w)
	}
	_, record := hasPrefix(after, "最高", "最低", "最大", "最小", "最多", "最少", "最快", "最慢", "最好", "最差", "最强", "最弱", "最严重", "首次", "首个", "首度", "新高", "新低", "第一次")
	return record
}

// isCause: 因第三季度利润下降，… the time stays in its clause.
func (p *passage) isCause(s text.Span) bool {
	clause := p.around(p.clauses, s.Start, reach)
	lead := p.low[clause.Start:max(clause.Start, s.Start)]
	at := max(strings.LastIndex(lead, "因"), strings.LastIndex(lead, "由于"))
	if at < 0 {
		return false
	}
	_, no := hasPrefix(lead[at:], "因此", "因素", "因而")
	_, inside := hasSuffix(lead[:at], "原", "基", "起", "成")
	return !no && !inside
}
