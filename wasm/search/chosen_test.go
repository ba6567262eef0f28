package search

import (
	"testing"

	"fenghui/wasm/library/librarytest"
)

// What a facet counts is what is found when it is chosen.
func TestAFacetCountsWhatChoosingItFinds(t *testing.T) {
	s := librarytest.Snapshot(t, builtIn(t))
	for _, query := range []string{"贸易", "投资 OR 铁路", "状态:目标", "speech:indirect", "年:2030", "值:>100亿美元 -国家:日本", "date:2025", "-贸易额", "主题:物流", "类型:占比 贸易"} {
		f := run(t, s, Request{Query: query, Facets: true}).Facets
		if f.Among > 0 {
			t.Fatalf("%s: counted among %d only", query, f.Among)
		}
		for name, facet := range map[string]struct {
			counts []Count
			choose func(string) Request
		}{
			"summit":  {f.Summits, func(v string) Request { return Request{Summits: []string{v}} }},
			"country": {f.Places, func(v string) Request { return Request{Places: []string{v}} }},
			"person":  {f.Persons, func(v string) Request { return Request{Persons: []string{v}} }},
			"topic":   {f.Topics, func(v string) Request { return Request{Topics: []string{v}} }},
			"kind":    {f.Kinds, func(v string) Request { return Request{Kinds: []string{v}} }},
			"speech":  {f.Speeches, func(v string) Request { return Request{Speeches: []string{v}} }},
		} {
			own := Parse(query)
			if name == "topic" && len(own.Topics) > 0 || name == "kind" && len(own.Kinds) > 0 || name == "speech" && len(own.Speeches) > 0 {
				continue // another value would be one more, not instead
			}
			for _, c := range facet.counts {
				r := facet.choose(c.Value)
				r.Query = query
				if a := run(t, s, r); a.Passages != c.Count {
					t.Errorf("%s: %s %s is counted %d times, and found %d times", query, name, c.Value, c.Count, a.Passages)
				}
			}
		}
	}
}

// A way out of an empty answer finds as much as it says.
func TestAWayOutFindsWhatItSays(t *testing.T) {
	s := librarytest.Snapshot(t, builtIn(t))
	for _, query := range []string{
		"跨里海 date:2019", "贸易 -国家:日本 date:2019", "贸易 国家:日本 人物:普京 类型:距离", "-贸易 date:2019 峰会:上合", `"贸易额与投资" 国家:日本`,
		"说话:直接 贸易 -主题:投资", "国家:日本 国家:意大利 年:2060", "值:>100万亿美元 铁路", `"没有 贸易"`, `-"没有" "贸易投资的" date:2024`, "10月9日 国家:日本",
		"2025-10-10 贸易 主题:物流 date:2019", "NOT 贸易 国家:火星 铁路", `"贸易 没有`, "(贸易 OR 投资) 峰会:日本 年:2060", "Tokayev date:1999", "tokay 国家:火星",
	} {
		for _, way := range run(t, s, Request{Query: query}).Relaxed {
			if a := run(t, s, Request{Query: way.Query}); a.Passages != way.Count {
				t.Errorf("%s: %s finds %d, not %d", query, way.Query, a.Passages, way.Count)
			}
		}
	}
}
