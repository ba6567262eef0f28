package compare

import (
	"math/big"
	"strings"
	"unicode/utf8"
)

// impliedParts: 其中超过一半 of what was told before says how much that is; and
// where the part is told too, whether the share works out.
func (l *library) impliedParts(items []*item) []Check {
	var list []Check
	for k, i := range items {
		if i.f.Kind != "share" || i.value == nil || i.ahead || i.value.Sign() <= 0 {
			continue
		}
		if c, ok := l.shareOf(items, k); ok {
			list = append(list, c)
		} else if whole := l.wholeBefore(i); whole != nil {
			list = append(list, l.impliedPart(whole, i))
		}
	}
	return list
}

// wholeBefore is the amount before a share that begins with 其中, past growth
// and what it is compared with: 超过500亿美元，比2020年的250亿美元增长一倍，其中…
func (l *library) wholeBefore(i *item) *item {
	if !strings.HasSuffix(beforeIt(i), "其中") {
		return nil
	}
	for k := i.at - 1; k >= max(0, i.at-wholeReach); k-- {
		w := l.items[k]
		switch {
		case w.derived || w.ref.Document != i.ref.Document || w.f.Passage != i.f.Passage || w.ahead:
			return nil
		case w.changes() || w.isLevel() && isEarlier(w, i) || k < i.at-1 && w.isDate():
			continue
		case !w.isLevel() || w.f.Kind == "share":
			return nil
		}
		return w
	}
	return nil
}

// wholeReach is how many figures back the whole of a share may be told.
const wholeReach = 4

func (l *library) impliedPart(whole, share *item) Check {
	factor := mul(share.value, big.NewRat(1, 100))
	d := Derived{Of: l.subject(share), Unit: whole.f.Unit, Interval: product(whole.interval, scaled(share.interval, big.NewRat(1, 100)))}
	told := TellValue(rounded(mul(whole.value, factor)), whole.f.Unit)
	bound := boundWords["about"]
	switch {
	case d.Interval.High == nil && d.Interval.Low != nil:
		bound = boundWords["over"]
	case whole.f.Bound == share.f.Bound && whole.f.Bound != "exact" && whole.f.Bound != "range":
		bound = boundWords[whole.f.Bound]
	}
	d.Told = Words{bound.Zh + told.Zh, bound.En + told.En}
	c := l.check(Arithmetic, "arithmetic.part", []*item{whole, share}, fill{"whole", l.tell(whole)}, fill{"share", l.tell(share)}, fill{"value", d.Told})
	c.Derived = []Derived{d}
	return c
}

// product of two intervals of nothing below zero.
func product(a, b Interval) Interval {
	p := Interval{LowOpen: a.LowOpen || b.LowOpen, HighOpen: a.HighOpen || b.HighOpen}
	if a.Low != nil && b.Low != nil {
		p.Low = mul(a.Low, b.Low)
	}
	if a.High != nil && b.High != nil {
		p.High = mul(a.High, b.High)
	}
	return p
}

// shareOf: 共20座，其中5座…，占25%.
func (l *library) shareOf(items []*item, k int) (Check, bool) {
	if k < 2 {
		return Check{}, false
	}
	whole, part, share := items[k-2], items[k-1], items[k]
	of, told := denominator(share)
	if !told || of != "" && !strings.HasPrefix(of, "总") && !strings.HasPrefix(of, "全") || !part.isLevel() || !isPartOf(part, whole) ||
		!containsAny(between(whole, part), "其中") || whole.value.Sign() <= 0 {
		return Check{}, false
	}
	low, high := part.interval, whole.interval
	if low.Low == nil || low.High == nil || high.Low == nil || high.High == nil || high.Low.Sign() <= 0 {
		return Check{}, false
	}
	computed := Interval{Low: mul(new(big.Rat).Quo(low.Low, high.High), hundred), High: mul(new(big.Rat).Quo(low.High, high.Low), hundred)}
	middle := rounded(mul(new(big.Rat).Quo(part.value, whole.value), hundred))
	rule, kind := "arithmetic.share", Arithmetic
	if !computed.Meets(share.interval) {
		rule, kind = "suspect.share", Suspect
	}
	return l.check(kind, rule, []*item{whole, part, share}, fill{"part", l.tell(part)}, fill{"whole", l.tell(whole)},
		fill{"computed", TellValue(middle, "%")}, fill{"said", l.tell(share)}), true
}

// guessedYears: one check for each report without a date.
func (l *library) guessedYears() []Check {
	var list []Check
	var open []*item
	flush := func() {
		if len(open) > 0 {
			list = append(list, l.guessed(open[:min(len(open), 3)]))
		}
		open = nil
	}
	for k, i := range l.items {
		l.yield()
		if k > 0 && l.items[k-1].ref.Document != i.ref.Document {
			flush()
		}
		if !i.derived && i.docYear == 0 && (i.f.Inferred || i.f.Open) {
			open = append(open, i)
		}
	}
	flush()
	return list
}

// guessed names the years that were inferred.
func (l *library) guessed(items []*item) Check {
	var years []Words
	for _, i := range items {
		if i.f.Period != "" {
			years = append(years, TellPeriod(i.f.Period))
		}
	}
	if len(years) == 0 {
		return l.check(Ambiguous, "ambiguous.year.open", items)
	}
	return l.check(Ambiguous, "ambiguous.year", items, fill{"values", listed(distinct(years))})
}

// isMeasuredBy reports whether a share is of something that is held against a
// year's output without being part of it: 债务占国内生产总值的250%.
func isMeasuredBy(i *item) bool {
	return containsAny(i.f.Indicator, wordsOf("held-against")...) && containsAny(i.f.Indicator, "国内生产总值", "国民生产总值", "GDP", "经济总量", "收入")
}

// sharesOfOne adds up shares of one whole and one time that are told to be apart:
// 其余占50%, or classes with one noun of which each has its own: 男性和女性分别占…
// What is only listed may overlap: 女性占60%，青年占55%.
func (l *library) sharesOfOne(items []*item) []Check {
	var list []Check
	var group []*item
	for _, i := range items {
		if i.f.Kind != "share" || i.value == nil || i.ahead {
			continue
		}
		if i.interval.Low != nil && i.interval.Low.Cmp(hundred) > 0 {
			if _, told := denominator(i); told && !isMeasuredBy(i) {
				list = append(list, l.check(Suspect, "suspect.over", []*item{i}, fill{"value", l.tell(i)}))
			}
		}
		if len(group) > 0 && (i.when != group[0].when || strings.Contains(between(group[len(group)-1], i), "其中")) {
			group = nil
		}
		if group = append(group, i); len(group) > 1 && toldApart(group) {
			list = append(list, l.sharesAbove(group)...)
		}
	}
	return list
}

// sharesAbove doubts shares that are more than the whole.
func (l *library) sharesAbove(shares []*item) []Check {
	total, low := new(big.Rat), new(big.Rat)
	for _, i := range shares {
		if i.interval.Low == nil {
			return nil
		}
		total, low = add(total, i.value), add(low, i.interval.Low)
	}
	if low.Cmp(hundred) <= 0 {
		return nil
	}
	return []Check{l.check(Suspect, "suspect.shares", shares, fill{"sum", TellValue(total, "%")})}
}

// toldApart reports whether the last of the shares is of all that is left, or that
// all are of classes of one kind, each with its own.
func toldApart(shares []*item) bool {
	last := shares[len(shares)-1]
	clause := lastClause(beforeIt(last))
	for _, rest := range wordsOf("left") {
		if behind, is := strings.CutPrefix(strings.TrimSpace(clause), rest); is {
			return strings.HasSuffix(behind, "占") || strings.HasSuffix(behind, "占比为") || behind == "为"
		}
	}
	subjects, of, respectively := strings.Cut(beforeIt(shares[0]), "分别占")
	if !respectively || containsAny(of, "各自", "、", "和", "与") {
		return false
	}
	classes := listedIn(subjects[max(lastEnd(strings.ReplaceAll(subjects, "、", "和")), behindComma(subjects)):])
	return len(classes) == len(shares) && oneHead(classes)
}

// listedIn cuts a list at 、, 和 and words like them.
func listedIn(s string) []string {
	return strings.Split(strings.NewReplacer("以及", border, "、", border, "和", border, "与", border, "及", border).Replace(s), border)
}

// oneHead reports whether the names of different things end in one noun.
func oneHead(names []string) bool {
	last := ""
	seen := map[string]bool{}
	for _, n := range names {
		_, size := utf8.DecodeLastRuneInString(n)
		if end := n[len(n)-size:]; size == 0 || size == len(n) || last != "" && end != last || seen[n] {
			return false
		} else {
			last, seen[n] = end, true
		}
	}
	return len(names) > 1
}

// disjoint reports whether a sentence lists parts as all classes of their
// whole, so that none overlaps another: 包括国际机场15座，国内机场8座. 女性 and 青年 may
// overlap.
func disjoint(whole *item, parts []*item) bool {
	if !containsAny(between(whole, parts[0]), wordsOf("classes")...) {
		return false
	}
	var names []string
	for _, p := range parts {
		names = append(names, className(p))
	}
	return oneHead(names)
}

// className is what the text calls a part: before the number, else behind it.
func className(p *item) string {
	clause := lastClause(beforeIt(p))
	for _, w := range wordsOf("parts") {
		clause = clause[behindLast(clause, w):]
	}
	if clause = strings.TrimRight(strings.TrimSpace(clause), "有为是"); clause != "" && utf8.RuneCountInString(clause) > 1 {
		return clause
	}
	return p.f.Counted
}

// denominator is what a share is told of, behind 占 in its clause; "" where the
// clause leaves it to the one before.
func denominator(i *item) (of string, told bool) {
	clause := beforeIt(i)
	for _, stop := range []string{"，", "；", "、", ","} {
		clause = clause[behindLast(clause, stop):]
	}
	k := strings.LastIndex(clause, "占")
	if k < 0 {
		return "", false
	}
	of = strings.TrimSuffix(clause[k+len("占"):], "的")
	if of == "比" || of == "比为" || of == "比达" || of == "比达到" || of == "到" || of == "了" {
		of = ""
	}
	return of, true
}
