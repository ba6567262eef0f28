package figure

import (
	"strings"

	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// isBuilt: 1926年建成的大桥, 成立于1991年的组织, 三年前投资2亿元启动的工程.
func (p *passage) isBuilt(s text.Span) bool {
	if p.builtUntil(s) > 0 || strings.HasSuffix(p.low[:s.End], "世纪") && strings.HasPrefix(p.low[s.End:], "的") && !strings.HasPrefix(p.low[s.End:], "的头") {
		return true
	}
	_, at := hasSuffix(p.low[:s.Start], "建于", "成立于", "始建于", "创办于", "创立于", "建成于", "生于", "创建于")
	return at
}

// builtReach is how far behind its time a thing may be said to have been built.
const builtReach = 60

// builtUntil is where the words end by which a thing came to be at the time, or
// 0: up to there stands how, behind it what the thing is like now.
func (p *passage) builtUntil(s text.Span) int {
	clause := p.around(p.clauses, s.Start, reach)
	after := p.low[s.End:max(s.End, min(clause.End, s.End+builtReach))]
	at := strings.Index(after, "的")
	if at < 0 {
		return 0
	}
	w, built := hasSuffix(after[:at], builders...)
	if _, thing := hasPrefix(after[at+len("的"):], "数据", "报告", "公报", "统计", "资料", "通报", "消息", "文件", "声明"); !built || thing {
		return 0
	}
	if strings.TrimSuffix(after[:at], w) == "" {
		return s.End + at
	}
	if _, other := containsAny(after[:at], "，", "、", "了", "将", "已"); other {
		return 0
	}
	return s.End + at
}

// events are what lengths of time are counted from that lead to no date.
var events = []string{"爆发", "暴发", "发生", "结束", "离任", "卸任", "上任", "就任", "出院", "手术", "登陆", "撤军", "停火", "毕业", "退休", "去世", "地震", "事故", "危机",
	"战争", "事件", "袭击", "灾害", "震", "灾", "独立", "建交", "成立", "签署", "签约", "生效", "启动", "投产", "投运", "开通", "通车", "实施", "执政", "当选", "入职", "上市",
	"开业", "出生", "开工", "动工", "建成", "竣工", "落成", "解体", "入学", "结婚", "飞行", "航行", "行驶", "运行", "谈判", "停工", "停产", "产", "术", "赛"}

// isAfterEvent: 战争爆发19个月后, 疫情暴发后三个月内 tell no date: they count from
// what happened, not from the document's day.
func (p *passage) isAfterEvent(q *quantity.Quantity) bool {
	if q.Time == nil || q.Kind != quantity.Duration || q.Time.Relation == "since" {
		return false
	}
	said := p.low[q.Core.Start:max(q.Span.End, q.Core.End)]
	if _, counts := hasSuffix(said, "后", "以后", "之后", "内", "之内", "以内"); !counts {
		return false
	}
	lead := p.low[:q.Span.Start]
	for _, w := range []string{"以后", "之后", "后", "的", "仅", "短短", "约", "近"} {
		lead = strings.TrimSuffix(lead, w)
	}
	_, from := hasSuffix(lead, events...)
	return from && len(lead) < q.Span.Start || from && strings.HasSuffix(said, "后")
}
