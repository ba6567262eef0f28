package figure

import (
	"fmt"
	"strings"

	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// moment is a word of time that figures may stand under: 去年, 到2030年, 目前.
type moment struct {
	text.Span
	iso    string
	kind   momentKind
	future bool // lies after the document
	open   bool // relative to a date that is not known
	time   *quantity.Time
	n      int // index of its quantity, -1 of cues
}

type momentKind int

const (
	pointMoment   momentKind = iota // 去年, 2024年8月
	spanMoment                      // 过去五年, 自…以来
	untilMoment                     // 到2030年
	nowMoment                       // 目前
	ongoingMoment                   // 正在
	startMoment                     // 从去年的380公斤提高到…: only of where it began
	builtMoment                     // 1926年建成的: of the thing, not of what is told
	baseMoment                      // 比2020年: what is compared with
)

// findMoments lists the times of the passage in order, from its quantities and
// from cues.
func (p *passage) findMoments() {
	k := 0
	for n := range p.quantities {
		q := &p.quantities[n]
		for ; k < len(p.hits) && p.hits[k].start < q.Span.Start; k++ {
			p.addCue(p.hits[k])
		}
		p.addTime(n, q)
	}
	for ; k < len(p.hits); k++ {
		p.addCue(p.hits[k])
	}
}

func (p *passage) addTime(n int, q *quantity.Quantity) {
	if q.Time == nil || q.NotFigure != "" && q.NotFigure != "relative" || q.Kind == quantity.Clock || p.vague(q) || p.isLabelDay(q) {
		return
	}
	m := moment{Span: q.Span, iso: told(*q.Time, p.low[q.Core.Start:q.Core.End]), time: q.Time, n: n, open: q.Time.Open == "reference"}
	switch {
	case p.isBase(q.Span):
		m.kind = baseMoment
	case p.isStart(n):
		m.kind = startMoment
	case p.isBuilt(q.Span):
		m.kind = builtMoment
	case q.Kind == quantity.Duration && strings.Contains(m.iso, "/"), q.Time.Relation == "since":
		m.kind = spanMoment
	case q.Time.Relation == "until" || q.Time.Relation == "before":
		m.kind = untilMoment
		if q.Time.Relation == "before" || strings.HasPrefix(m.iso, "/") {
			m.iso = strings.TrimPrefix(m.iso, "/")
		}
	}
	m.iso = p.since(q.Time, m.iso)
	m.future = p.isFuture(q.Time)
	p.moments = append(p.moments, m)
}

// vague: 最近, 今天 in 直到今天 and what else is no date.
func (p *passage) vague(q *quantity.Quantity) bool {
	s := p.low[q.Core.Start:q.Core.End]
	return s == "最近" || s == "近" || p.inferred && q.NotFigure == "relative" && q.Kind == quantity.DateKind
}

// isFuture tells that a time begins after the document's.
func (p *passage) isFuture(t *quantity.Time) bool {
	if p.ref.IsZero() || t.Open == "reference" {
		return false
	}
	if t.From.IsZero() || t.Relation == "before" || t.Relation == "until" {
		return p.ref.Before(t.To) && (t.From.IsZero() || t.From.Year > p.ref.Year || p.ref.Before(t.From))
	}
	if t.Grain == quantity.Year || t.Grain == quantity.Decade || t.Grain == quantity.Century {
		return t.From.Year > p.ref.Year || t.Ends && t.End().Year > p.ref.Year+1 || !t.To.IsZero() && t.From.Year == p.ref.Year && t.To.Year > p.ref.Year+1
	}
	return p.ref.Before(t.From)
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
	if _, ok := hasPrefix(after, "相比", "基础上", "的基础上", "同期的", "水平的", "的水平"); ok {
		return true
	}
	_, of := hasSuffix(before, "是", "相当于", "为")
	_, multiple := hasPrefix(after, "的")
	return of && multiple && strings.Contains(firstClause(after), "倍")
}

// isStart: 从2020年的100亿增至…: a number and a verb that ends at a level
// follow the time.
func (p *passage) isStart(n int) bool {
	s := p.quantities[n].Span
	_, from := hasSuffix(p.low[:s.Start], "从", "由", "自")
	if !from && !strings.HasPrefix(p.low[s.Start:s.End], "从") && !strings.HasPrefix(p.low[s.Start:s.End], "由") {
		return false
	}
	if n+1 >= len(p.quantities) || p.quantities[n+1].Time != nil || p.quantities[n+1].Span.Start-s.End > 30 {
		return false
	}
	end := p.quantities[n+1].Span.End
	h, ok := p.next("level", end, min(len(p.low), end+36))
	return ok && h.start-end <= 15
}

// beginsAt: 由目前的7%提高到15%.
func (p *passage) beginsAt(h hit) bool {
	if _, from := hasSuffix(p.low[:h.start], "从", "由", "自"); !from {
		return false
	}
	n := p.quantityIndex(h.end)
	if n >= len(p.quantities) || p.quantities[n].Span.Start-h.end > 30 {
		return false
	}
	end := p.quantities[n].Span.End
	level, ok := p.next("level", end, min(len(p.low), end+36))
	return ok && level.start-end <= 15
}

// builders are verbs by which a thing came to be.
var builders = []string{"建成", "始建", "成立", "创建", "创办", "创立", "建立", "启用", "投产", "出生", "设立", "落成", "开通", "签署", "发射", "通过", "制定", "兴建", "动工"}

// isBuilt: 1926年建成的大桥, 成立于1991年的组织.
func (p *passage) isBuilt(s text.Span) bool {
	after := p.low[s.End:min(len(p.low), s.End+12)]
	if w := longestPrefix(after, builders); w != "" && strings.HasPrefix(after[len(w):], "的") {
		return true
	}
	_, at := hasSuffix(p.low[:s.Start], "建于", "成立于", "始建于", "创办于", "创立于", "建成于", "生于", "创建于")
	return at
}

func firstClause(s string) string {
	if i := strings.IndexAny(s, "，。；,;"); i >= 0 {
		return s[:i]
	}
	return s
}

// addCue adds 目前, 访问期间, 自…成立以来.
func (p *passage) addCue(h hit) {
	m := moment{Span: text.Span{Start: h.start, End: h.end}, n: -1}
	switch h.class {
	case "now":
		m.kind = nowMoment
		if h.value == "year" && p.beginsAt(h) {
			m.kind = startMoment
		}
		switch h.value {
		case "ongoing":
			m.kind, m.iso = ongoingMoment, p.thisYear()
		case "month":
			if p.doc.Summit.Date == "" || p.inferred {
				m.iso = p.thisYear()
			} else {
				m.iso = fmt.Sprintf("%04d-%02d", p.ref.Year, p.ref.Month)
			}
		case "day":
			m.iso = p.today()
		default:
			m.iso = p.thisYear()
		}
	case "since":
		m.kind, m.iso = spanMoment, p.sinceWhen(h)
	default:
		return
	}
	m.open = m.iso == ""
	p.moments = append(p.moments, m)
}

func (d *document) thisYear() string {
	if d.ref.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d", d.ref.Year)
}

func (d *document) today() string {
	if d.ref.IsZero() || d.inferred {
		return d.thisYear()
	}
	return d.ref.String()
}

// sinceWhen is the period of 自…成立以来: the year in which the last party named
// before it began, from the text's own anniversaries or from what is known.
func (p *passage) sinceWhen(h hit) string {
	what := map[string]string{"found": "成立", "free": "独立", "ties": "建交"}[h.value]
	from := max(0, h.start-60)
	name := p.group
	if ms := p.mentionsIn(from, h.start); len(ms) > 0 {
		name = ms[len(ms)-1].name
	} else if h.value == "free" {
		name = p.home
	}
	year, ok := p.document.founded[name+what]
	if !ok {
		year, ok = foundedIn()[name+what]
	}
	if !ok || p.ref.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d/%04d", year, p.ref.Year)
}
