package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/library"
	"fenghui/wasm/library/librarytest"
)

func TestAnEmptyAnswerTellsWhatWouldHaveOne(t *testing.T) {
	s := librarytest.Snapshot(t, fleet)
	for _, tt := range []struct {
		request Request
		want    string
	}{
		{Request{Query: "捕捞", From: "2025-01-01"}, "date 捕捞 1"},
		{Request{Query: "捕捞 date:2025"}, "date 捕捞 1"},
		{Request{Query: "港口 summit:空港 date:2024"}, "summit 港口 date:2024-01-01..2024-12-31 1"},
		{Request{Query: "捕捞 summit:空港 date:2025"}, "filters 捕捞 1"},
		{Request{Query: "捕捞 国家:日本 状态:目标"}, "filters 捕捞 1"},
		{Request{Query: "捕捞 人物:托卡耶夫"}, "person 捕捞 1"},
		{Request{Query: `"贸易增长 捕捞"`}, "quotes 贸易增长 捕捞 2"},
		{Request{Query: `"捕捞的鱼" date:2024`}, "quotes 捕捞的鱼 date:2024-01-01..2024-12-31 1"},
		{Request{Query: `"没有这样的话"`}, "quotes 没有这样的话 1"},
		{Request{Query: "大象"}, ""},
		{Request{Query: "港口 -主题:贸易 date:2023"}, "date 港口 -topic:贸易 1"}, // what is left out stays so
		{Request{Query: "捕捞 -date:2023.. -国家:日本"}, "filters 捕捞 1"},
		{Request{Query: "港口 -date:2024 date:2024-03"}, "date 港口 -date:2024-01-01..2024-12-31 1"},
		{Request{Query: "date:2019"}, ""}, // without it nothing would be asked for
		{Request{Query: "国家:日本 人物:普京"}, ""},
		{Request{Query: "date:2019 summit:空港"}, "date summit:空港 2"},
		{Request{Query: "date:2019", Summits: []string{"空港城市论坛"}}, "date  2"},
	} {
		t.Run(tt.request.Query, func(t *testing.T) {
			a := run(t, s, tt.request)
			var got []string
			for _, r := range a.Relaxed {
				got = append(got, fmt.Sprintf("%s %s %d", r.Without, r.Query, r.Count))
			}
			if a.Passages != 0 || strings.Join(got, "; ") != tt.want {
				t.Errorf("%d passages, %v", a.Passages, got)
			}
		})
	}
}

func TestFacetsOfHitsLeaveTheirOwnFilterAside(t *testing.T) {
	for name, tt := range map[string]struct {
		request Request
		facet   func(HitFacets) []Count
		want    string
	}{
		"summit":            {Request{Query: "贸易额", Summits: []string{"空港城市论坛"}}, func(f HitFacets) []Count { return f.Summits }, "海洋国家联盟 1, 空港城市论坛 1"},
		"summit, otherwise": {Request{Query: "贸易额", From: "2025-01-01"}, func(f HitFacets) []Count { return f.Summits }, "空港城市论坛 1"},
		"date":              {Request{Query: "贸易额", From: "2025-01-01"}, func(f HitFacets) []Count { return f.Dates }, "2025-06 1, 2024-03 1"},
		"person":            {Request{Query: "航站楼 OR 捕捞"}, func(f HitFacets) []Count { return f.Persons }, "哈斯穆-卓玛尔特·托卡耶夫 1"},
		"kind":              {Request{Query: "贸易"}, func(f HitFacets) []Count { return f.Kinds }, "mass 1, money 1"},
		"kind, chosen":      {Request{Query: "贸易", Kinds: []string{"money"}}, func(f HitFacets) []Count { return f.Kinds }, "mass 1, money 1"},
		"date, left out":    {Request{Query: "贸易 -主题:贸易额"}, func(f HitFacets) []Count { return f.Dates }, "2024-03 1"},
		"summit, left out":  {Request{Query: "贸易 -峰会:空港"}, func(f HitFacets) []Count { return f.Summits }, "海洋国家联盟 2"},
		"topic":             {Request{Query: "贸易额 港口"}, func(f HitFacets) []Count { return f.Topics }, "增长 2, 港口 2, 贸易额 2, 同比 1, 货运量 1, 贸易 1"},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			tt.request.Facets = true
			for _, c := range tt.facet(run(t, librarytest.Snapshot(t, fleet), tt.request).Facets) {
				got = append(got, fmt.Sprintf("%s %d", c.Value, c.Count))
			}
			if strings.Join(got, ", ") != tt.want {
				t.Errorf("got %v, want %s", got, tt.want)
			}
		})
	}
}

// However rare a value is, its count is told when it is asked for.
func TestAFacetHasWhatIsAskedFor(t *testing.T) {
	var docs []*corpus.Document
	for n, c := range corpus.Names().Terms() {
		if c.Kind == "country" {
			docs = append(docs, librarytest.Document(fmt.Sprint(n), "", "", "港口", "港口的货物来自"+c.Name()+"。"))
		}
	}
	a := run(t, librarytest.Snapshot(t, docs), Request{Query: "港口 country:maldives", Facets: true})
	if i := slices.IndexFunc(a.Facets.Places, func(c Count) bool { return c.Value == "马尔代夫" }); a.Passages == 0 || i < 0 || a.Facets.Places[i].Count != a.Passages {
		t.Errorf("%d passages, counted %v", a.Passages, a.Facets.Places)
	}
}

func TestHitsAreSortedByDate(t *testing.T) {
	s := librarytest.Snapshot(t, fleet)
	for order, want := range map[string]string{
		"date": "air/0 ocean/1 undated/0", "-date": "ocean/1 air/0 undated/0", "no such order": "ocean/1 undated/0 air/0",
	} {
		t.Run(order, func(t *testing.T) {
			var first []string
			for _, g := range run(t, s, Request{Query: "港口 贸易", Sort: order}).Groups {
				first = append(first, fmt.Sprintf("%s/%d", g.Document.ID, g.Hits[0].Ordinal))
			}
			if strings.Join(first, " ") != want {
				t.Errorf("got %v, want %s", first, want)
			}
		})
	}
}

func TestTheExplainedPartsAreTheScore(t *testing.T) {
	for _, s := range []*library.Snapshot{librarytest.Snapshot(t, fleet), librarytest.Snapshot(t, builtIn(t))} {
		for _, query := range []string{"贸易额", "港口 贸易 Tokayev", "去年成员国的捕捞量究竟是多少？", "会议 与 历史", "date:2025"} {
			for _, g := range run(t, s, Request{Query: query, Explain: true}).Groups {
				for _, h := range g.Hits {
					sum := 0.0
					for _, p := range h.Parts {
						sum += p.Score
					}
					if d := sum - h.Score; d > 1e-6 || d < -1e-6 {
						t.Errorf("%s: %s/%d scores %v, its parts %v", query, g.Document.ID, h.Ordinal, h.Score, h.Parts)
					}
				}
			}
		}
	}
}

func TestNamesCanStandForThemselves(t *testing.T) {
	s := librarytest.Snapshot(t, fleet)
	for _, query := range []string{"Tokayev", "tokay", "Tokaiev", "trade turnover"} {
		if a := run(t, s, Request{Query: query, Literal: true}); a.Passages != 0 || len(a.Expanded) != 0 {
			t.Errorf("%s: %s, %v", query, hits(a), a.Expanded)
		}
	}
}

// What cannot be used is told, and the rest is found.
func TestBadQueriesFindWhatTheyCan(t *testing.T) {
	s := librarytest.Snapshot(t, fleet)
	for _, tt := range []struct {
		query   string
		finds   bool
		ignored string // reasons, each once
	}{
		{`"捕捞量`, true, "unbalanced-quote"},
		{`"捕捞量 没有这些字`, true, "unbalanced-quote"},
		{`捕捞量 (贸易 OR`, true, "only-operators unbalanced-bracket"},
		{`捕捞量))`, true, "unbalanced-bracket"},
		{strings.Repeat("捕捞量 ", 1000), true, "too-long"},
		{strings.Repeat("(", 10000), false, "too-deep unbalanced-bracket"},
		{"捕捞量 " + strings.Repeat("(", 10000), true, "too-deep unbalanced-bracket"},
		{`+ - OR ( )`, false, "only-operators"},
		{`，。！？……`, false, ""},
		{`捕捞量 color:red`, true, "unknown-field"},
		{`捕捞量 date:2025-02-30`, true, "bad-date"},
		{`捕捞量 date:2025..2024`, true, "bad-date"},
		{`捕捞量 值:9..1`, true, "bad-value"},
		{`捕捞量 年:明年 类型:颜色 状态:也许 说话:大声`, true, "bad-kind bad-speech bad-status bad-year"},
	} {
		t.Run(tt.query[:min(len(tt.query), 60)], func(t *testing.T) {
			a := run(t, s, Request{Query: tt.query})
			var reasons []string
			for _, i := range a.Query.Ignored {
				reasons = append(reasons, i.Reason)
			}
			slices.Sort(reasons)
			if got := strings.Join(slices.Compact(reasons), " "); got != tt.ignored || a.Passages > 0 != tt.finds {
				t.Errorf("%d passages, ignored %s", a.Passages, got)
			}
		})
	}
}
