package figure

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// render writes from:to of a passage, in simplified characters, as part of a
// noun phrase: times and what articles stand for are left out, words that refer
// are replaced by names.
func (p *passage) render(from, to int) string {
	k, n := p.mentionIndex(from), p.quantityIndex(from)
	if p.isPlain(k, n, to) {
		return p.simple[from:to]
	}
	var b strings.Builder
	at := from
	for at < to {
		nextMention, nextQuantity := to, to
		for k < len(p.mentions) && p.mentions[k].start < at {
			k++
		}
		if k < len(p.mentions) {
			nextMention = min(to, p.mentions[k].start)
		}
		for n < len(p.quantities) && p.quantities[n].Span.Start < to && (p.quantities[n].Span.Start < at || !p.leftOut(n)) {
			n++
		}
		if n < len(p.quantities) {
			nextQuantity = min(to, p.quantities[n].Span.Start)
		}
		stop := min(nextMention, nextQuantity)
		if stop < to && stop == nextQuantity && stop != nextMention {
			b.WriteString(beforeTime(p.simple[at:stop]))
		} else {
			b.WriteString(p.simple[at:stop])
		}
		switch {
		case stop == to:
			at = to
		case stop == nextQuantity:
			at = min(to, p.quantities[n].Span.End)
			at += behindTime(p.simple[at:to])
		default:
			b.WriteString(p.mentionText(k, from, to))
			at = min(to, p.mentions[k].end)
		}
	}
	return b.String()
}

// isPlain reports whether neither the mentions from the k-th on nor the quantities
// from the n-th on change anything in the text up to to.
func (p *passage) isPlain(k, n, to int) bool {
	if k < len(p.mentions) && p.mentions[k].start < to {
		return false
	}
	for ; n < len(p.quantities) && p.quantities[n].Span.Start < to; n++ {
		if p.leftOut(n) {
			return false
		}
	}
	return true
}

// mentionText writes the k-th mention as part of from:to: 哈俄 as the text does, and
// of a name with a figure in it what stands before that.
func (p *passage) mentionText(k, from, to int) string {
	m := &p.mentions[k]
	if m.end > to || p.inShortRun(k) {
		return p.simple[m.start:min(m.end, to)]
	}
	return p.written(m)
}

// inShortRun reports whether a one-letter country stands beside another one.
func (p *passage) inShortRun(k int) bool {
	m := &p.mentions[k]
	beside := func(k int) bool {
		return k >= 0 && k < len(p.mentions) && p.mentions[k].value == "short" && (p.mentions[k].end == m.start || p.mentions[k].start == m.end)
	}
	return m.value == "short" && (beside(k-1) || beside(k+1))
}

// beforeTime drops the preposition of a time that is left out.
func beforeTime(s string) string {
	for _, w := range []string{"截至", "在", "于", "自", "到", "至"} {
		if strings.HasSuffix(s, w) {
			return strings.TrimSuffix(s, w)
		}
	}
	return s
}

// behindTime is the length of what belongs to a time that is left out.
func behindTime(s string) int {
	w, _ := hasPrefix(s, listed("behind-time")...)
	if _, word := hasPrefix(s, listed("behind-time-word")...); word {
		return 0
	}
	return len(w)
}

// leftOut reports whether a quantity is no part of a noun phrase: times, articles.
func (p *passage) leftOut(n int) bool {
	q := &p.quantities[n]
	switch q.NotFigure {
	case "relative", "article":
		return true
	case "":
		return q.Time != nil && !p.inTitle(q.Span)
	}
	return false
}

// written is how a mention is told in an indicator.
func (p *passage) written(m *mention) string {
	said := p.simple[m.start:m.end]
	switch {
	case strings.HasPrefix(said, "双边"):
		return said
	case m.kind == "refer" && m.value == "both" && p.behindShorts(m):
		return "" // 哈美双方
	case m.kind == "refer" && (m.value == "self" || m.value == "both" || m.value == "other"):
		return strings.Join(m.names, "与")
	case m.kind == "refer" && m.value == "group" && strings.Contains(said, "成员国"):
		if _, owned := hasSuffix(p.simple[:m.start], listed("body-end")...); owned {
			return said
		}
		return p.shortName(m.name) + "成员国"
	case m.kind == "refer" && (m.value == "region" || m.value == "group") && p.justNamed(m):
		return said
	case m.kind == "refer" && m.value == "region":
		return p.shortName(m.name) + pointsAt.Replace(said)
	case m.kind == "refer" && m.value == "group":
		return p.shortName(m.name)
	case m.value == "short", m.kind == "country":
		return m.name
	}
	return said
}

// pointsAt are the words of a group that only point at it: 我们地区, 该地区.
var pointsAt = strings.NewReplacer("我们的", "", "我们", "", "本", "", "该", "", "这一", "")

// behindShorts reports whether 双方 or 两国 stands right behind the two: 哈美双方.
func (p *passage) behindShorts(m *mention) bool {
	for _, b := range p.mentionsIn(max(0, m.start-2*len("哈")), m.start) {
		if b.value == "short" && b.end == m.start {
			return true
		}
	}
	return false
}

// justNamed reports whether the party a word refers to is named right before it:
// 上合组织区域内.
func (p *passage) justNamed(m *mention) bool {
	for _, b := range p.mentionsIn(max(0, m.start-nounReach), m.start) {
		if b.name == m.name && utf8.RuneCountInString(strings.Trim(p.simple[b.end:m.start], "的")) <= 1 {
			return true
		}
	}
	return false
}

// shortName is the name the text itself uses for an organisation.
func (p *passage) shortName(name string) string {
	if short := p.said[name]; short != "" {
		return short
	}
	return name
}

func (p *passage) mentionIndex(at int) int {
	return sort.Search(len(p.mentions), func(k int) bool { return p.mentions[k].start >= at })
}

func (p *passage) quantityIndex(at int) int {
	return sort.Search(len(p.quantities), func(k int) bool { return p.quantities[k].Span.Start >= at })
}

// tidy removes signs at the ends and 的 before the noun that is measured.
func tidy(s string) string {
	s = balanced(s)
	s = strings.TrimRight(strings.Trim(s, " 　，,、：:；;。-—–"), ".．")
	for at := 0; ; at += len("的") {
		i := strings.Index(s[at:], "的")
		if i < 0 {
			break
		}
		at += i
		if _, measured := hasPrefix(s[at+len("的"):], listed("measured-noun")...); measured {
			s = s[:at] + s[at+len("的"):]
			at -= len("的")
		}
	}
	return strings.ReplaceAll(s, "之间贸易", "贸易")
}
