package figure

import (
	"strings"
	"unicode/utf8"

	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// cellSign is what divides the cells of a row, or nothing.
func cellSign(s string) string {
	switch {
	case strings.Count(s, "|") > 2:
		return "|"
	case strings.Contains(s, "\t"):
		return "\t"
	}
	return ""
}

// findHeads notes for every row the first one of its table. No line is empty within
// one, and the line |---|---| under its head is no passage.
func (d *document) findHeads() {
	for i, p := range d.passages {
		sign := cellSign(text.First(p.simple, farReach))
		if sign == "" || len(p.simple) > farReach {
			continue
		}
		p.head = p
		if i == 0 {
			continue
		}
		b := d.passages[i-1]
		between := p.start - b.start - len(b.source)
		if b.head != nil && cellSign(b.simple) == sign && (between <= len("\n") || between > len("\n|---") && b.head == b) {
			p.head = b.head
		}
	}
}

// column is where in the head of its table the cell above a figure lies; a row whose
// cells are not as many, or a head that has numbers of its own, tells nothing.
func (r *reading) column() (head *passage, from, to int) {
	if head = r.p.head; head == nil || head == r.p {
		return nil, 0, 0
	}
	sign := cellSign(r.p.simple)
	if !r.fillsCell(sign) || strings.Count(head.simple, sign) != strings.Count(r.p.simple, sign) {
		return nil, 0, 0
	}
	for n := range head.quantities {
		if q := &head.quantities[n]; q.NotFigure == "" && q.Time == nil {
			return nil, 0, 0
		}
	}
	for range strings.Count(r.p.simple[:r.q.Span.Start], sign) {
		from += strings.Index(head.simple[from:], sign) + len(sign)
	}
	to = len(head.simple)
	if end := strings.Index(head.simple[from:], sign); end >= 0 {
		to = from + end
	}
	return head, from, to
}

// fillsCell reports whether nothing but signs stands in the cell besides the figure.
func (r *reading) fillsCell(sign string) bool {
	before, behind := r.p.simple[max(0, r.q.Span.Start-reach):r.q.Span.Start], r.p.simple[r.q.Span.End:]
	behind, _, _ = strings.Cut(behind[:min(len(behind), reach)], sign)
	return strings.Trim(before[strings.LastIndex(before, sign)+len(sign):], " 　约近逾+↑↓▲▼*") == "" && strings.Trim(behind, " 　↑↓▲▼*") == ""
}

// columnRate is the word for a rate of change above a percentage: 增速, 同比.
func (r *reading) columnRate() (hit, bool) {
	head, from, to := r.column()
	if head == nil || r.q.Kind != quantity.Percent {
		return hit{}, false
	}
	for _, class := range []string{"rate", "versus"} {
		if h, ok := head.lastCue(class, from, to); ok {
			return h, true
		}
	}
	return hit{}, false
}

// columnName is what stands above a figure, without its unit; a year names nothing.
func (r *reading) columnName() string {
	head, from, to := r.column()
	if head == nil || head.quantityIndex(from) < head.quantityIndex(to) {
		return ""
	}
	return strings.TrimSpace(withoutBrackets(head.simple[from:to]))
}

// rowLabel is what begins the row of cells that the figure stands in, and what stands
// above it, which say what it is of; 增幅 | 中国 | 8% needs no 比重 behind it.
func (r *reading) rowLabel(phrase, suffix, column string) (string, string) {
	from := max(0, r.q.Span.Start-farReach)
	line := strings.LastIndex(r.p.simple[from:r.q.Span.Start], "\n")
	known, label := line >= 0 || from == 0, ""
	from += line + 1
	if cell := r.p.simple[from:r.q.Span.Start]; r.Kind == "ordinal" {
		if cell = cleaned(cell[strings.LastIndex(cell, "|")+1:]); !isThin(cell) {
			return cell, suffix
		}
	}
	from += len(r.p.simple[from:]) - len(strings.TrimLeft(r.p.simple[from:], "|-* "))
	if at := strings.IndexAny(r.p.simple[min(from, r.q.Span.Start):r.q.Span.Start], "|\t"); known && at > 0 {
		label = trimHead(strings.TrimSpace(withoutBrackets(r.p.render(from, from+at))))
	}
	if _, noun := r.nounBehind(); r.Kind == "count" && utf8.RuneCountInString(noun) > 1 && !strings.Contains(label, noun) {
		label += noun
	}
	switch {
	case isThin(label):
		label, _, _ = strings.Cut(strings.Trim(phrase, "| "), " |")
	case r.Kind == "change" && column != "":
		return label + cleaned(column), suffix
	case column != "" && (r.Kind != "share" || isRate(column)):
		if _, counts := hasSuffix(column, listed("counted-noun")...); counts || r.Kind != "count" {
			suffix = ""
		}
		return label + column, suffix
	}
	if isRate(label) || strings.HasSuffix(label, "幅") || strings.HasSuffix(label, "速") {
		suffix = ""
	}
	return label, suffix
}
