package figure

import (
	"strings"
)

// ownSuffix are the ends of phrases that say themselves what kind of value
// they are.
var ownSuffix = map[string][]string{
	"change":   {"差距", "误差", "偏差", "利差", "差异", "增速", "增长率", "成长率", "年增率", "增幅", "涨幅", "跌幅", "降幅", "下降率", "升幅"},
	"multiple": {"倍数"},
	"area":     {"面积"},
	"length":   {"水位", "水深", "海拔", "坝高", "臂长", "身高", "直径", "里程", "长度", "全长", "高度", "宽度", "深度", "行程", "距离", "总长"},
	"mass":     {"量", "重", "配额", "能力", "储备", "亩产", "单产"},
	"volume":   {"量", "能力", "储备", "库存", "盈余", "缺口"},
}

func amountSuffix(r *reading, phrase string) string {
	if _, has := hasSuffix(phrase, ownSuffix[r.Kind]...); has && (r.Kind == "change" || r.Direction == "level" || r.Direction == "") {
		return ""
	}
	if _, level := hasSuffix(phrase, "水位", "水深", "海拔"); level && r.Kind == "length" {
		return map[string]string{"increase": "升幅", "decrease": "降幅"}[r.Direction]
	}
	if _, lacks := r.lacks(); lacks {
		return "缺口"
	}
	switch r.Kind {
	case "change":
		return r.versus() + r.changeNoun()
	case "multiple":
		return "倍数"
	case "rank":
		return "排名"
	case "length":
		if _, line := containsAny(phrase, listed("line")...); line {
			return "里程"
		}
		return "长度"
	case "mass", "volume":
		return r.moved("量", "量")
	case "area":
		return "面积"
	case "power":
		if _, has := containsAny(phrase, "装机", "容量", "功率", "负荷", "能力", "电力"); !has {
			return "装机"
		}
	case "energy":
		if strings.HasSuffix(phrase, "电") {
			return "量"
		}
	case "money":
		return r.moved("额", moneySuffix(phrase))
	}
	return ""
}

// withLine: 修复1000公里公路 is told of roads, whatever was told before.
func (r *reading) withLine(phrase, behind string) string {
	line, is := hasPrefix(behind, listed("line")...)
	if !is || r.Kind != "length" {
		return phrase
	}
	if other, ends := hasSuffix(phrase, listed("line")...); ends {
		phrase = strings.TrimSuffix(phrase, other)
	}
	return phrase + line
}

// changeNoun is the text's own word for a change, 增速, or the general one.
func (r *reading) changeNoun() string {
	said := r.left[max(0, strings.LastIndexAny(r.left, "，,、；")):]
	for _, w := range []string{"增速", "增长率", "成长率", "涨幅", "跌幅", "升幅", "降幅"} {
		if strings.Contains(said, w) {
			return w
		}
	}
	if r.Direction == "decrease" {
		return "降幅"
	}
	return "增幅"
}

// moved: 增加1.2亿欧元 is an amount by which something grew.
func (r *reading) moved(noun, otherwise string) string {
	switch r.Direction {
	case "increase":
		return "增加" + noun
	case "decrease":
		return "减少" + noun
	}
	return otherwise
}

// versus is what a change is counted against, where the text says it.
func (r *reading) versus() string {
	for _, w := range []string{"同比", "环比", "年均"} {
		if strings.Contains(r.left, w) {
			return w
		}
	}
	if _, year := containsAny(r.left, listed("than-year-before")...); year {
		return "同比"
	}
	return ""
}

// moneySuffix: what is spent or borrowed is told as an amount.
func moneySuffix(phrase string) string {
	if _, act := hasSuffix(phrase, listed("money-act")...); act {
		return "额"
	}
	return ""
}

// isPointsOfShare: in 占外贸的10.9%，较上年提升0.2个百分点 it is the share that rose.
func isPointsOfShare(r *reading) bool {
	p := r.prev
	if r.Kind != "change" || r.Unit != "pp" || p == nil || p.Kind != "share" || p.sentence.Start != r.sentence.Start || p.clause.Start == r.clause.Start {
		return false
	}
	lead := r.p.simple[p.clause.Start:p.span.Start]
	_, told := r.p.lastCue("measure", r.clause.Start, r.span.Start)
	_, named := r.names(r.clause.Start, r.span.Start)
	return strings.Contains(lead, "占") && !told && !named && isThin(r.topic())
}

func (r *reading) tellPoints() {
	r.Indicator += r.versus() + r.changeNoun()
	r.step.Value = r.Indicator
}
