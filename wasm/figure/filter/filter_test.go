package filter_test

import (
	"slices"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/amount"
	"fenghui/wasm/figure"
	"fenghui/wasm/figure/filter"
	"fenghui/wasm/figure/table"
)

// harbour has six figures: 500亿美元, 20%, 3000万吨, 2030年, 3000人 and 3小时.
const harbour = "去年俄罗斯与哈萨克斯坦贸易额超过500亿美元，其中转口贸易占20%。目标是到2030年使港口吞吐量达到3000万吨。去年港口有3000人。通关需要3小时。"

func harbourTable(t *testing.T) (*table.Table, []figure.Figure) {
	t.Helper()
	d := &corpus.Document{ID: "a", Kind: corpus.Article, Summit: corpus.Summit{Date: "2024-05-06"},
		Passages: []corpus.Passage{{Kind: corpus.Text, Text: harbour}}}
	figures := figure.Extract(d, corpus.Names())
	var b table.Builder
	b.Add(d, figures)
	opened, err := table.Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return opened, figures
}

func where(t *testing.T, typed string) []amount.Condition {
	t.Helper()
	c, ok := amount.Where(typed)
	if !ok {
		t.Fatalf("%s is no condition", typed)
	}
	return []amount.Condition{c}
}

func value(t *testing.T, typed string) *amount.Amount {
	t.Helper()
	a, ok := amount.Read(typed)
	if !ok {
		t.Fatalf("%s is no value", typed)
	}
	return &a
}

func TestFilters(t *testing.T) {
	const year2023 = 19358 // days from 1970-01-01 to 2023-01-01
	for name, c := range map[string]struct {
		filter filter.Filter
		want   string
	}{
		"all pass":                             {filter.Filter{}, "超过500亿美元 20% 到2030年 3000万吨 3000人 3小时"},
		"a kind":                               {filter.Filter{Kinds: []string{"money"}}, "超过500亿美元"},
		"any of two kinds":                     {filter.Filter{Kinds: []string{"money", "mass"}}, "超过500亿美元 3000万吨"},
		"a kind and a status":                  {filter.Filter{Kinds: []string{"money", "mass"}, Statuses: []string{"target"}}, "3000万吨"},
		"no such way of telling":               {filter.Filter{Speeches: []string{"direct"}}, ""},
		"a value, in any unit of its kind":     {filter.Filter{Values: where(t, ">1000吨")}, "3000万吨"},
		"a bare number, but not a year":        {filter.Filter{Values: where(t, "2030")}, ""},
		"a year, where years are asked for":    {filter.Filter{Values: where(t, "2030"), Times: []string{"year"}}, "到2030年"},
		"both of two conditions":               {filter.Filter{Values: append(where(t, ">400亿美元"), where(t, "<450亿美元")...)}, ""},
		"a value, however it is qualified":     {filter.Filter{Equal: value(t, "500亿美元")}, "超过500亿美元"},
		"people, whatever they are counted in": {filter.Filter{Equal: value(t, "3000名")}, "3000人"},
		"single people are people":             {filter.Filter{Equal: value(t, "3000个人")}, "3000人"},
		"a duration, in a unit of time":        {filter.Filter{Values: where(t, "<4小时")}, "3小时"},
		"a bare number, but no duration":       {filter.Filter{Values: where(t, "<4")}, ""},
		"things are no people":                 {filter.Filter{Equal: value(t, "3000项")}, ""},
		"from the first day of its period":     {filter.Filter{Kinds: []string{"money"}, Periods: []filter.Days{{From: year2023 - 9, To: year2023}}}, "超过500亿美元"},
		"to the day before it":                 {filter.Filter{Kinds: []string{"money"}, Periods: []filter.Days{{From: year2023 - 9, To: year2023 - 1}}}, ""},
		"any of two periods":                   {filter.Filter{Kinds: []string{"money"}, Periods: []filter.Days{{From: 0, To: 1}, {From: year2023 + 364, To: year2023 + 400}}}, "超过500亿美元"},
	} {
		t.Run(name, func(t *testing.T) {
			rows, figures := harbourTable(t)
			passes := c.filter.On(rows)
			var got []string
			for row := range rows.Len() {
				if passes(row) {
					got = append(got, figures[row].Quote)
				}
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
		})
	}
}

func TestAFilterIsPreparedForEachTable(t *testing.T) {
	f := filter.Filter{Kinds: []string{"money"}}
	for range 2 {
		rows, figures := harbourTable(t)
		passes := f.On(rows)
		at := slices.IndexFunc(figures, func(f figure.Figure) bool { return f.Kind == "money" })
		if !passes(at) || passes(at+1) {
			t.Error("another table's labels")
		}
	}
}
