package figure

import (
	"strings"
	"sync"
	"unicode/utf8"

	"fenghui/wasm/quantity"
)

// theBounds reads data/bound.tsv and data/boundwords.tsv: what each word says.
var theBounds = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, row := range rows("bound.tsv") {
		for _, w := range words(row[0]) {
			m[w] = row[5]
		}
	}
	for _, row := range rows("boundwords.tsv") {
		for _, w := range words(row[0]) {
			m[w] = row[2]
		}
	}
	return m
})

// boundApart: 不及全国的一成, 差不多是去年的两倍, 至少比现在多一半, 以2亿元为限,
// 为期最长两年.
func boundApart(r *reading) bool {
	if r.Bound != quantity.Exact {
		return false
	}
	switch {
	case r.Kind == "share" || r.Kind == "multiple":
		return r.boundOfBase() || r.boundByLimit()
	case r.Kind == "change":
		return r.boundOfComparison()
	case r.Kind == "duration":
		return r.q.Time == nil && (r.boundByLimit() || r.boundOfVerb()) || r.lastedNearly()
	}
	return !r.isTime() && (r.boundOfComparison() || r.boundByLimit())
}

// lastedNearly: 近三十年的冲突 lasted not quite so long; 近三十年来 tells of all thirty.
func (r *reading) lastedNearly() bool {
	_, thing := hasPrefix(r.right, listed("long-thing")...)
	said := r.p.simple[r.q.Span.Start:r.q.Span.End]
	r.step.Text, r.step.Value = "近", "nearly"
	return thing && strings.HasPrefix(said, "近") && !strings.HasSuffix(said, "来")
}

// baseReach is how long what a part or a multiple is told of is at most.
const baseReach = 60

// boundOfBase: the word stands before the whole, or before what is compared
// with: 不到全国的7%, 约为原计划的两倍.
func (r *reading) boundOfBase() bool {
	if !strings.HasSuffix(r.left, "的") {
		return r.boundOfWhole()
	}
	from := max(r.clause.Start, r.q.Span.Start-baseReach)
	if p := r.lastNumber(from); p > from {
		from = p
	}
	for !utf8.RuneStart(r.p.simple[from]) {
		from++
	}
	h, ok := r.p.lastCue("bound", from, r.q.Span.Start, "base")
	if !ok {
		return r.boundDenied(lastBytes(r.left, r.q.Span.Start-from))
	}
	r.boundAt(r.q.Span.Start-h.start, h.text, theBounds()[h.text])
	r.negateBound(r.p.simple[r.clause.Start:h.start])
	return true
}

// boundOfWhole: 接近世界一半: a short word for the whole stands between.
func (r *reading) boundOfWhole() bool {
	w, whole := hasSuffix(r.left, listed("whole-of")...)
	at := r.q.Span.Start - len(w)
	h, ok := r.p.lastCue("bound", r.clause.Start, at, "base")
	if !whole || !ok || h.end != at {
		return false
	}
	r.boundAt(r.q.Span.Start-h.start, h.text, theBounds()[h.text])
	r.negateBound(r.p.simple[r.clause.Start:h.start])
	return true
}

// lastNumber is where the last number behind from ends that is no time.
func (r *reading) lastNumber(from int) int {
	for n := r.n - 1; n >= 0 && r.p.quantities[n].Span.End > from; n-- {
		if q := &r.p.quantities[n]; q.Time == nil && q.NotFigure == "" {
			return q.Span.End
		}
	}
	return from
}

// boundOfComparison: 至少比现在多一半.
func (r *reading) boundOfComparison() bool {
	if !r.isCompared() {
		return false
	}
	at := max(strings.LastIndex(r.left, "比"), strings.LastIndex(r.left, "较"))
	if at < 0 {
		return false
	}
	h, ok := r.p.lastCue("bound", r.clause.Start, r.clause.Start+at, "base")
	if !ok || h.end != r.clause.Start+at {
		return false
	}
	r.step.Text, r.step.Value = h.text, theBounds()[h.text]
	return true
}

// boundByLimit: 以2亿元为限, 上限为5%, 5000元封顶, 为期最长两年.
func (r *reading) boundByLimit() bool {
	if h, ok := r.p.nextCue("bound", r.q.Span.End, r.clause.End, "behind"); ok && h.start == r.q.Span.End {
		if by := strings.HasSuffix(r.left, "以"); by && strings.HasPrefix(h.text, "为") {
			r.span.Start -= len("以")
			r.span.End = h.end
		} else if strings.HasPrefix(h.text, "为") {
			return false
		}
		r.span.End = h.end
		r.step.Text, r.step.Value = h.text, theBounds()[h.text]
		return true
	}
	h, ok := r.p.lastCue("bound", r.clause.Start, r.q.Span.Start, "limit")
	if !ok || h.end != r.q.Span.Start || strings.HasPrefix(h.text, "最") && r.Kind != "duration" {
		return false
	}
	if strings.HasPrefix(h.text, "最") {
		r.span.Start = min(r.span.Start, h.start)
	}
	r.step.Text, r.step.Value = h.text, theBounds()[h.text]
	return true
}
