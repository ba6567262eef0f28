package compare

import (
	"fmt"
	"math/big"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/figure"
	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// synthetic makes n figures of documents of a hundred each. With spread, they
// are of thousands of series; else all are of one party, one measure and one
// year, and each is worded in its own way.
func synthetic(n int, spread bool) []Input {
	var docs []Input
	for len(docs)*100 < n {
		d := len(docs)
		in := Input{Document: &corpus.Document{
			ID: fmt.Sprint(d), Summit: corpus.Summit{Date: fmt.Sprintf("20%02d-%02d-10", 10+d%20, 1+d%12)},
			Passages: []corpus.Passage{{Kind: corpus.Text, Text: "建议成立区域水资源研究中心，首次会议将讨论灌溉计划。"}},
		}}
		for k := range 100 {
			in.Figures = append(in.Figures, syntheticFigure(d*100+k, k, spread))
		}
		docs = append(docs, in)
	}
	return docs
}

var syntheticMeasures = []string{"trade.turnover", "investment.stock", "investment.flow", "freight.volume", "people.students", "trade.share", "", "event"}

func syntheticFigure(n, k int, spread bool) figure.Figure {
	quote := fmt.Sprintf("%d亿美元", n%997+1)
	f := figure.Figure{Kind: "money", Unit: "USD", Value: big.NewRat(int64(n%997+1)*100000000, 1), Quote: quote, Bound: quantity.Exact,
		Direction: "level", Status: "actual", Scope: "between", Span: text.Span{Start: 60 * k, End: 60*k + len(quote)}, Ordinal: k,
		Sentence: fmt.Sprintf("第%d句，贸易额为%s。", n/3, quote)}
	f.Core = f.Span
	f.Indicator, f.Measure, f.Period = fmt.Sprintf("%d号商品贸易额", n), "trade.turnover", "2024"
	f.Parties = []string{"哈萨克斯坦", "日本"}
	if spread {
		f.Measure = syntheticMeasures[n%len(syntheticMeasures)]
		f.Parties = []string{"哈萨克斯坦", fmt.Sprintf("国%d", n/7%3000)}
		f.Indicator, f.Period = f.Parties[1]+"贸易额", fmt.Sprint(2010+n%15)
	}
	if f.Measure == "event" {
		f.Kind, f.Unit, f.Status = "date", "date", "plan"
		f.Value, f.Date = nil, f.Period
	}
	return f
}

// Ten times the figures take about ten times the work. What is counted is
// pauses, which every loop makes, and allocations, which every comparison of
// wordings makes, since the time of a busy machine says little; a quadratic
// step would be at a hundred.
func TestWorkIsLinear(t *testing.T) {
	for _, spread := range []bool{true, false} {
		fewPauses, fewMade := work(synthetic(3000, spread))
		manyPauses, manyMade := work(synthetic(30000, spread))
		if ratio := manyPauses / fewPauses; ratio > 15 {
			t.Errorf("spread %v: ten times the figures pause %.1f times as often", spread, ratio)
		}
		if ratio := manyMade / fewMade; ratio > 15 {
			t.Errorf("spread %v: ten times the figures allocate %.1f times as often", spread, ratio)
		}
	}
}

// Rounded sums of one time that all agree are gone through once, however many
// there are before the two of the next year that do not.
func TestDisputeIsFoundInOnePass(t *testing.T) {
	pass := func(n int) float64 {
		var items []*item
		for k := range n {
			i := &item{f: &figure.Figure{Kind: "money", Bound: quantity.About}, value: big.NewRat(100, 1), when: monthsOf("2020"), ref: Ref{Figure: k}}
			i.interval, _ = IntervalOf(&figure.Figure{Kind: "money", Value: i.value, Bound: quantity.About})
			if k >= n-2 {
				i.when = monthsOf("2021")
				i.interval = Interval{Low: big.NewRat(int64(k), 1), High: big.NewRat(int64(k), 1)}
			}
			items = append(items, i)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if group := disputed(items); len(group) != 2 || group[0] != n-2 {
			t.Errorf("disputed are %v of %d", group, n)
		}
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	if few, many := pass(100), pass(1000); many > 30*few {
		t.Errorf("ten times the figures take %.0f times the memory", many/few)
	}
}

func work(docs []Input) (pauses, made float64) {
	count := 0
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	run(docs, corpus.Names(), Watch{Pause: func() error { count++; return nil }})
	runtime.ReadMemStats(&after)
	return float64(count), float64(after.Mallocs - before.Mallocs)
}

func BenchmarkRun(b *testing.B) {
	for _, spread := range []bool{true, false} {
		docs := synthetic(100000, spread)
		b.Run(fmt.Sprintf("spread=%v", spread), func(b *testing.B) {
			for b.Loop() {
				Run(docs, corpus.Names())
			}
		})
	}
}

func TestTwiceTheSame(t *testing.T) {
	docs := append(markedByHand(t), synthetic(1000, true)...)
	a, b := Run(docs, corpus.Names()), Run(docs, corpus.Names())
	a.library, b.library = nil, nil
	if !reflect.DeepEqual(a, b) {
		t.Error("two runs over the same documents differ")
	}
}

// Whatever comes, the answer is whole sentences and figures that exist.
func TestPoorInput(t *testing.T) {
	bare := figure.Figure{Kind: "money", Value: big.NewRat(1, 1), Status: "actual"}
	odd := []figure.Figure{
		{}, bare, {Kind: "share", Value: new(big.Rat), Unit: "%"}, {Kind: "change", Value: big.NewRat(-5, 1), Direction: "decrease", Unit: "%"},
		{Kind: "multiple", Value: big.NewRat(2, 1), Reading: "ambiguous", To: new(big.Rat), By: big.NewRat(3, 1)},
		{Kind: "date", Date: "2026", Period: "2026-99"}, {Kind: "year", Period: "x/y", Status: "plan"}, {Kind: "anniversary"},
		{Kind: "ordinal", Value: big.NewRat(2, 1), Status: "plan", Measure: "projects"}, {Kind: "count", Value: big.NewRat(1, 3), Passage: 99, Span: text.Span{Start: 9, End: 3}},
		{Kind: "money", Value: big.NewRat(1, 1), Max: big.NewRat(2, 1), Bound: quantity.Range, Parties: []string{"甲", "乙", "丙", "丁", "戊"}, Scope: "toward", Measure: "trade.turnover", Period: "2030/2020"},
		{Kind: "no such kind", Value: big.NewRat(1, 1), Unit: "no such unit", Measure: "no.such", Parties: []string{""}},
	}
	doc := &corpus.Document{ID: "odd", Passages: []corpus.Passage{{Kind: corpus.Text}}}
	for name, docs := range map[string][]Input{
		"nothing":                 nil,
		"a nil document":          {{}, {Figures: []figure.Figure{bare}}},
		"no figures":              {{Document: doc}},
		"one document":            markedByHand(t)[:1],
		"odd figures":             {{doc, odd}, {doc, odd}},
		"the same article thrice": {{doc, odd}, {doc, odd}, {doc, append(odd, odd...)}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, names := range []*corpus.Glossary{corpus.Names(), nil} {
				r := Run(docs, names)
				checkResult(t, docs, r)
				for _, in := range docs {
					checkJudgements(t, docs, r.Check(in))
				}
			}
		})
	}
}

func checkResult(t *testing.T, docs []Input, r *Result) {
	t.Helper()
	for _, s := range r.Series {
		checkWords(t, s.Title)
		checkMembers(t, docs, s.Members)
		if len(s.Members) < 2 {
			t.Error("a series of one")
		}
	}
	for _, b := range r.Boards {
		checkWords(t, b.Title)
		checkMembers(t, docs, b.Members)
	}
	for _, c := range r.Checks {
		checkWords(t, c.Message)
		checkMembers(t, docs, c.Members)
	}
	for _, i := range r.Initiatives {
		checkWords(t, i.Finding)
	}
	for _, e := range r.Calendar {
		checkWords(t, e.Title)
		checkMembers(t, docs, e.Members)
	}
}

func checkMembers(t *testing.T, docs []Input, members []Member) {
	t.Helper()
	for _, m := range members {
		if m.Document >= len(docs) || m.Figure >= len(docs[m.Document].Figures) {
			t.Errorf("no figure %v", m.Ref)
		}
		if m.Value != nil {
			low, high := m.Interval.Usual()
			if low.Cmp(high) > 0 {
				t.Errorf("%s is drawn from %s to %s", m.Told.Zh, low.FloatString(2), high.FloatString(2))
			}
		}
	}
}

func checkJudgements(t *testing.T, docs []Input, list []Judgement) {
	t.Helper()
	for _, j := range list {
		checkWords(t, j.Message)
		checkMembers(t, docs, j.Members)
	}
}

// All results over our records are whole sentences.
func TestSentences(t *testing.T) {
	docs := append(markedByHand(t), readFolder(t, "testdata/north/*.txt")...)
	checkResult(t, docs, Run(docs, corpus.Names()))
}

func TestApartWords(t *testing.T) {
	for _, c := range []struct {
		indicator string
		apart     bool
	}{
		{"挪威的中资企业数", true}, {"其中资金", false}, {"集中资源投资额", false}, {"合法资金", false}, {"法资银行数", true},
		{"其中资金来自中资企业", true}, {"贸易额增加额", true}, {"贸易额", false},
	} {
		t.Run(c.indicator, func(t *testing.T) {
			found := slices.ContainsFunc(apartList(), func(a apartWord) bool { return a.isIn(c.indicator) })
			if found != c.apart {
				t.Errorf("set apart: %v, want %v", found, c.apart)
			}
		})
	}
}

func TestEnglishOrdinals(t *testing.T) {
	for n, want := range map[int64]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 22: "22nd", 103: "103rd", 111: "111th", 1012: "1012th"} {
		if got := ordinal(big.NewRat(n, 1)); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
