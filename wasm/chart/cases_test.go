package chart

import (
	"math/big"
	"strconv"
	"strings"

	"fenghui/wasm/compare"
)

// A case is a hand-made series or board; its name is that of its pictures.
type testCase struct {
	name   string
	series *compare.Series
	board  *compare.Board
}

func words2(zh, en string) compare.Words { return compare.Words{Zh: zh, En: en} }

func value(s string) *big.Rat {
	v, ok := new(big.Rat).SetString(s)
	if !ok {
		panic("no number: " + s)
	}
	return v
}

// tell makes a member: "over 650" is told so, and means what compare makes of it.
func tell(said, label, period string) compare.Member {
	bound, number, found := strings.Cut(said, " ")
	if !found {
		bound, number = "exact", said
	}
	high := ""
	if bound == "range" {
		number, high, _ = strings.Cut(number, "~")
	}
	v := value(number)
	m := compare.Member{Value: v, Bound: bound, Period: period, Status: "actual", Label: words2(label, label), Told: words2(said, said), Interval: intervalOf(bound, v)}
	if high != "" {
		m.Max = value(high)
		m.Interval = compare.Interval{Low: v, High: m.Max}
	}
	return m
}

func intervalOf(bound string, v *big.Rat) compare.Interval {
	tenth := mul(abs(v), big.NewRat(1, 10))
	switch bound {
	case "about":
		return compare.Interval{Low: sub(v, tenth), High: add(v, tenth)}
	case "nearly":
		if v.Sign() < 0 {
			return compare.Interval{Low: v, High: add(v, tenth), LowOpen: true, HighOpen: true}
		}
		return compare.Interval{Low: sub(v, tenth), High: v, LowOpen: true, HighOpen: true}
	case "over", "at_least":
		if v.Sign() < 0 {
			return compare.Interval{High: v, HighOpen: bound == "over"}
		}
		return compare.Interval{Low: v, LowOpen: bound == "over"}
	case "under", "at_most", "up_to":
		if v.Sign() < 0 {
			return compare.Interval{High: v}
		}
		return compare.Interval{Low: new(big.Rat), High: v}
	}
	half := mul(abs(v), big.NewRat(1, 50))
	return compare.Interval{Low: sub(v, half), High: add(v, half), HighOpen: true}
}

func ahead(m compare.Member, status string) compare.Member {
	m.Ahead, m.Status = true, status
	return m
}

func derived(m compare.Member) compare.Member {
	m.Derived = true
	return m
}

func boardOf(name, unit string, members ...compare.Member) testCase {
	return testCase{name: name, board: &compare.Board{Title: words2("各方"+name+"比较", name+" compared"), MeasureName: words2("运量", "Volume"), Unit: unit, Kind: "count", Members: members}}
}

func seriesOf(name, verdict, unit string, members ...compare.Member) testCase {
	return testCase{name: name, series: &compare.Series{Title: words2("运量："+name, "Volume: "+name), Verdict: verdict, MeasureName: words2("运量", "Volume"), Unit: unit, Kind: "count", Members: members}}
}

// changing gives a series the change between two members.
func changing(c testCase, from, to int) testCase {
	a, b := c.series.Members[from].Value, c.series.Members[to].Value
	c.series.Change = &compare.Change{From: from, To: to, Gap: sub(b, a), Value: mul(quo(sub(b, a), abs(a)), rat(100)), Unit: "%"}
	if told := compare.TellValue(c.series.Change.Gap, c.series.Unit); sub(b, a).Sign() > 0 {
		c.series.Change.Told = compare.Words{Zh: "+" + told.Zh, En: "+" + told.En}
	} else {
		c.series.Change.Told = told
	}
	return c
}

func everyBound(sign string) []compare.Member {
	var list []compare.Member
	for _, b := range []string{"exact", "about", "nearly", "over", "at_least", "under", "at_most", "up_to"} {
		list = append(list, tell(b+" "+sign+"60", b, ""))
	}
	if sign == "" {
		list = append(list, tell("range 40~60", "range", ""))
	}
	return append(list, ahead(tell("exact "+sign+"60", "aim", ""), "target"), derived(tell("exact "+sign+"60", "derived", "")), ahead(tell("over "+sign+"60", "aim", "2030"), "plan"))
}

func many(n int) []compare.Member {
	var list []compare.Member
	for k := range n {
		list = append(list, tell(strconv.Itoa(1000-15*k), "伙伴第"+strconv.Itoa(k+1), "2024"))
	}
	return list
}

const long = "跨越三大洲与两个内海的多式联运走廊共同管理与协调委员会下属铁路、公路和港口联合工作组"

func cases() []testCase {
	forty := "1234567890123456789012345678901234567890"
	list := []testCase{
		boardOf("every-bound", "t", everyBound("")...),
		boardOf("every-bound-negative", "t", everyBound("-")...),
		boardOf("one-member", "t", tell("42", "甲港", "2024")),
		boardOf("sixty-members", "t", many(60)...),
		boardOf("all-equal", "count", tell("7", "甲港", "2024"), tell("7", "乙港", "2024"), tell("7", "丙港", "2023")),
		boardOf("all-zero", "count", tell("0", "甲港", ""), tell("0", "乙港", "")),
		boardOf("negative-beside-positive", "%", tell("12.5", "甲港", "2024"), tell("about 3", "乙港", "2024"), tell("-8", "丙港", "2024"), tell("over -9", "丁港", "2024")),
		boardOf("forty-digits", "t", tell(forty, "甲港", "2024"), tell("over 9"+forty[1:], "乙港", "2024")),
		boardOf("range-below-zero", "%", tell("range -4~9", "甲港", "2024"), tell("5", "乙港", "2024")),
		boardOf("open-intervals-alone", "t", tell("over 300", "甲港", "2024"), tell("at_least 120", "乙港", "2024"), tell("under 100", "丙港", "2024")),
		boardOf("far-apart", "t", tell("2500000000", "甲港", "2024"), tell("over 30000", "乙港", "2024"), tell("4", "丙港", "2024")),
		boardOf("far-apart-with-zero", "t", tell("2500000000", "甲港", "2024"), tell("4", "乙港", "2024"), tell("0", "丙港", "2024")),
		boardOf("long-names", "t", tell("over 900", long, "2020/2025"), tell("about 450", long+"（"+long+"）", "2024"), tell("30", "乙港", "2024-05")),
		boardOf("tiny-fractions", "t", tell("0.000025", "甲港", ""), tell("0.00001", "乙港", "")),
		seriesOf("no-value", compare.Agree, "t", compare.Member{Label: words2("甲", "A"), Told: words2("若干", "some")}, compare.Member{Label: words2("乙", "B"), Told: words2("许多", "many")}),
		seriesOf("one-without-value", compare.Agree, "t", tell("8", "第一次峰会", "2024"), compare.Member{Label: words2("乙", "B"), Told: words2("许多", "many")}),
		seriesOf("no-members", compare.Agree, "t"),
		seriesOf("differ", compare.Differ, "t", tell("380", "第一次峰会，2025年10月9日", "2024"), tell("over 400", "第二次峰会，2025年10月10日", "2024")),
		seriesOf("agree-in-a-point", compare.Agree, "t", tell("at_least 400", "第一次峰会", "2024"), tell("at_most 400", "第二次峰会", "2024")),
		seriesOf("sixty-tellings", compare.Agree, "t", many(60)...),
	}
	return append(list, changes()...)
}

func changes() []testCase {
	return []testCase{
		changing(seriesOf("changed", compare.Changed, "t", tell("50", "甲", "2020"), tell("about 62", "乙", "2022"), tell("over 88", "丙", "2024"), tell("94", "丁", "2025-06")), 0, 3),
		changing(seriesOf("changed-little", compare.Changed, "t", tell("9310", "甲", "2023"), tell("9420", "乙", "2024"), tell("nearly 9400", "丙", "2024"), ahead(tell("9500", "丁", "2030"), "plan")), 0, 1),
		changing(seriesOf("changed-downwards", compare.Changed, "t", tell("90", "甲", "2021"), tell("-20", "乙", "2023"), tell("-35", "丙", "2024")), 0, 2),
		changing(seriesOf("changed-crowded", compare.Changed, "t", many(30)...), 0, 29),
		changing(seriesOf("target-with-gap", compare.Target, "t", tell("over 115", "第一次峰会，2025年11月16日", "2024"), ahead(tell("200", "第一次峰会，2025年11月16日", "2030"), "target")), 0, 1),
		changing(seriesOf("target-nearly-met", compare.Target, "t", derived(tell("198", "第一次峰会，2025年11月16日", "2024")), ahead(tell("200", "第二次峰会，2025年11月16日", ""), "target")), 0, 1),
		changing(seriesOf("target-surpassed", compare.Target, "t", tell("260", "第一次峰会，2025年11月16日", "2024"), ahead(tell("200", "第一次峰会，2025年11月16日", "2030"), "target")), 0, 1),
		{name: "dates", series: &compare.Series{Title: words2("生态峰会：2处说法不一", "Summit: dates differ"), Verdict: compare.Differ, Kind: "date", MeasureName: words2("举行时间", "date"), Unit: "date",
			Members: []compare.Member{when("2026-04", "第一次峰会，2025年11月16日"), when("2026-09-12", "第二次峰会，2025年12月20日")}}},
	}
}

func when(iso, label string) compare.Member {
	return ahead(compare.Member{Bound: "exact", Period: iso, Label: words2(label, label), Told: compare.TellPeriod(iso)}, "plan")
}
