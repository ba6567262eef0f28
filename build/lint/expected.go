package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fenghui/corpus"
	"fenghui/wasm/figure"
	"fenghui/wasm/period"
	"fenghui/wasm/quantity"
)

// statuses are what the words of a list mean: what is possible (潜力) counts as a
// forecast, what once was (历史) as a fact.
var statuses = map[string]string{
	"现状": "actual", "历史": "actual", "目标": "target", "计划": "plan", "预测": "forecast", "潜力": "forecast", "提议": "proposal", "存疑": figure.NotClaimed,
}

// difference is one way in which a figure is not what the editor means.
type difference struct{ class, what string }

// pair is a listed figure and one of the text that could be it.
type pair struct {
	listed, figure int
	differences    []difference
}

// expected looks for the listed figures in the text. Equal values occur more
// than once, so the pairs that agree best are made first.
func (c *checker) expected() {
	c.told = make([]bool, len(c.figures))
	ref, _ := quantity.ParseDate(c.doc.Summit.Date)
	var pairs []pair
	for i, e := range c.doc.Expected {
		w, ok := readValue(e.Value, ref)
		if !ok {
			c.found(e.Line, "value", "%s: not one value", e.Value)
			continue
		}
		for j := range c.figures {
			if w.equals(&c.figures[j]) {
				pairs = append(pairs, pair{i, j, c.differences(e, w, &c.figures[j])})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(weight(a.differences), weight(b.differences)) })
	c.report(pairs)
}

// weight orders pairs: another bound or sense makes it another figure sooner
// than another period does.
func weight(all []difference) (sum int) {
	for _, d := range all {
		sum += map[string]int{"bound": 8, "sense": 8, "parties": 3, "period": 3, "status": 2, "inferred": 1}[d.class]
	}
	return sum
}

func (c *checker) report(pairs []pair) {
	found := make([]bool, len(c.doc.Expected))
	for _, p := range pairs {
		if found[p.listed] || c.told[p.figure] {
			continue
		}
		found[p.listed], c.told[p.figure] = true, true
		c.compared(c.doc.Expected[p.listed], &c.figures[p.figure], p.differences)
	}
	c.result.Listed = len(c.doc.Expected)
	for i, e := range c.doc.Expected {
		if !found[i] {
			c.missing(e)
		}
	}
}

// compared reports how a figure of the text differs from the listed one.
func (c *checker) compared(e corpus.Expected, f *figure.Figure, differences []difference) {
	switch {
	case len(differences) == 0:
		c.result.Matched++
		if e.Reason != "" {
			c.found(e.Line, "reason", "%s: %s: read as meant: take the reason away", e.Indicator, e.Value)
		}
		return
	case e.Reason != "":
		c.result.Excepted++
	}
	for _, d := range differences {
		what := fmt.Sprintf("%s: %s: %s%s, in: %s", e.Indicator, e.Value, d.what, because(f, d.class), f.Sentence)
		if e.Reason == "" {
			c.found(e.Line, d.class, "%s", what)
		} else {
			c.hint(e.Line, "excepted", "%s (%s)", what, e.Reason)
		}
	}
}

// missing reports a listed figure that no figure of the text is.
func (c *checker) missing(e corpus.Expected) {
	if e.Reason != "" {
		c.result.Excepted++
		c.hint(e.Line, "excepted", "%s: %s: not read in the text (%s)", e.Indicator, e.Value, e.Reason)
		return
	}
	ref, _ := quantity.ParseDate(c.doc.Summit.Date)
	w, ok := readValue(e.Value, ref)
	if !ok {
		return // told already
	}
	for i := range c.figures {
		if f := &c.figures[i]; !c.told[i] && !w.isTime() && w.Value != nil && sameNumber(w.Value, f.Value) {
			c.found(e.Line, "value", "%s: %s: the text has %s, read as %s %s, in: %s", e.Indicator, e.Value, f.Quote, f.Kind, f.Unit, f.Sentence)
			return
		}
	}
	c.found(e.Line, "value", "%s: %s: no such figure is read in the text", e.Indicator, e.Value)
}

// differences compares what is meant with what is read.
func (c *checker) differences(e corpus.Expected, w want, f *figure.Figure) (all []difference) {
	add := func(class, what string) { all = append(all, difference{class, what}) }
	if w.Bound != f.Bound && !w.isTime() {
		add("bound", "bound "+string(f.Bound)+", meant "+string(w.Bound))
	}
	if s := w.sense(f); s != "" && !w.isTime() {
		add("sense", s)
	}
	period, inferred := cutInferred(e.Period)
	if !oneOf(period, func(p string) bool { return p == f.Period || p == "未定" && f.Period == "" }) {
		add("period", "period "+orNone(f.Period)+", meant "+period+howTo(period, isPeriod, periodForms))
	} else if inferred != f.Inferred {
		add("inferred", map[bool]string{true: "period not marked as inferred", false: "period marked as inferred"}[inferred])
	}
	if !oneOf(e.Parties, func(p string) bool { return slices.Equal(c.parties(p), sorted(f.Parties)) }) {
		add("parties", "of "+orNone(strings.Join(f.Parties, "、"))+", meant "+e.Parties)
	}
	if !oneOf(e.Status, func(s string) bool { return statuses[s] == f.Status }) {
		add("status", "status "+f.Status+", meant "+e.Status+howTo(e.Status, isStatus, statusForms))
	}
	return all
}

// What stands in a list for a time, and for what a figure is told as.
const (
	periodForms = "2022, 2022-09, 2022-09-15, 2022-01/2022-09 or 未定"
	statusForms = "现状, 历史, 目标, 计划, 预测, 潜力, 提议 or 存疑"
)

func isPeriod(s string) bool {
	_, ok := period.Parse(s)
	return ok || s == "未定"
}

func isStatus(s string) bool { return statuses[s] != "" }

// howTo says how to write what is meant, where it is not written so.
func howTo(meant string, well func(string) bool, forms string) string {
	if oneOf(meant, func(s string) bool { return !well(strings.TrimSuffix(s, " 推断")) }) {
		return "; write " + forms
	}
	return ""
}

// cutInferred takes 推断 off a period.
func cutInferred(period string) (string, bool) {
	rest, inferred := strings.CutSuffix(period, "推断")
	return strings.TrimSpace(rest), inferred
}

// oneOf reports whether one of the answers, with 或 between them, will do.
func oneOf(answers string, fits func(string) bool) bool {
	return slices.ContainsFunc(strings.Split(answers, "或"), func(a string) bool { return fits(strings.TrimSpace(a)) })
}

// nobody stands in a list for no party at all.
const nobody = "无"

// parties are the canonical names of a list, sorted.
func (c *checker) parties(list string) []string {
	if list == nobody {
		return nil
	}
	var all []string
	for _, name := range strings.Split(list, "、") {
		if term, ok := c.names.Lookup(name); ok {
			name = term.Name()
		}
		all = append(all, name)
	}
	return sorted(all)
}

func sorted(names []string) []string {
	all := slices.Clone(names)
	slices.Sort(all)
	return slices.Compact(all)
}

func orNone(s string) string {
	if s == "" {
		return "nothing"
	}
	return s
}

// because gives the rule that decided what differs.
func because(f *figure.Figure, class string) string {
	for i := len(f.Why) - 1; i >= 0; i-- {
		if strings.HasPrefix(f.Why[i].Rule, class+".") {
			return " (" + f.Why[i].In("en") + ")"
		}
	}
	return ""
}

// times are the kinds that mostly say when something else was; they are not
// missed in a list.
var times = map[string]bool{"year": true, "date": true, "duration": true, "century": true}

// unlisted hints at figures of the text that the list leaves out.
func (c *checker) unlisted() {
	if len(c.doc.Expected) == 0 {
		return
	}
	for i := range c.figures {
		if f := &c.figures[i]; !c.told[i] && !times[f.Kind] {
			c.hint(0, "unlisted", "not listed: %s｜%s｜%s｜%s｜%s", f.Indicator, strings.Join(f.Parties, "、"), f.Quote, orNone(f.Period), f.Status)
		}
	}
}
