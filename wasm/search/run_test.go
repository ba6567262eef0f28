package search

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/library"
	"fenghui/wasm/library/librarytest"
)

// fleet is a small library of invented articles, two summits and one without
// a date.
var fleet = []*corpus.Document{
	librarytest.Document("ocean", "2024-03-05", "海洋国家联盟", "海洋国家联盟渔业峰会",
		"去年各成员国捕捞量为1200万吨，贸易额达到300亿元。",
		"港口建设进展顺利。贸易增长很快。",
		"主席说：“蓝色走廊”将连接三大洋，Blue Corridor 项目明年开工。"),
	librarytest.Document("air", "2025-06-07", "空港城市论坛", "空港城市论坛第三次会议",
		"航空货运的贸易额同比增长。水上飞机航线也在试飞。",
		"本文没有托卡耶夫的讲话，新建的Ｔ３航站楼已经启用。"),
	librarytest.Document("undated", "", "", "港口笔记", "藍色走廊的港口名单尚未公布。", "水"),
}

func run(t testing.TB, s *library.Snapshot, r Request) *Answer {
	t.Helper()
	a, err := Run(t.Context(), s, r)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// hits lists document/ordinal, best first.
func hits(a *Answer) string {
	var list []string
	for _, g := range a.Groups {
		for _, h := range g.Hits {
			list = append(list, fmt.Sprintf("%s/%d", g.Document.ID, h.Ordinal))
		}
	}
	return strings.Join(list, " ")
}

func marked(a *Answer) string {
	var list []string
	for _, g := range a.Groups {
		for _, h := range g.Hits {
			for _, r := range h.Runs {
				if strings.Contains(r.Kind, "hit") {
					list = append(list, r.Text)
				}
			}
		}
	}
	return strings.Join(list, "|")
}

// runs are queries to the fleet, the passages they find and what is marked there.
var runs = []struct{ query, hits, marked string }{
	{"贸易额", "air/0 ocean/0", "贸易额|贸易额"},
	{"貿易額", "air/0 ocean/0", "贸易额|贸易额"},
	{"捕捞量 300亿", "ocean/0", "捕捞量|300亿元"},
	{`"蓝色走廊”`, "undated/0 ocean/2", "藍色走廊|蓝色走廊"},
	{`"“蓝色走廊”将"`, "ocean/2", "“蓝色走廊”将"},
	{`"blue corridor"`, "ocean/2", "Blue Corridor"},
	{`"t3航"`, "air/1", "Ｔ３航"},
	{`"没有这样的话"`, "", ""},
	{"Tokayev", "air/1", "托卡耶夫"},
	{"Токаев", "air/1", "托卡耶夫"},
	{"贸易额 -航空", "ocean/0", "贸易额"},
	{"贸易额 +航空", "air/0", "航空|贸易额"},
	{`贸易额 "同比"`, "air/0", "贸易额同比"},
	{"水", "undated/1 air/0", "水|水"},
	{"空港城市", "air/0", ""},
	{"港口 date:2024", "ocean/1", "港口"},
	{"港口 summit:海洋", "ocean/1", "港口"},
	{"date:2025", "air/0 air/1", ""},
	{"-航空", "ocean/0 ocean/1 ocean/2 undated/0 undated/1 air/1", ""},
	{"捕捞 OR 航站楼", "air/1 ocean/0", "航站楼|捕捞"},
	{"港口 (贸易 OR 笔记)", "ocean/1 ocean/0 undated/0 air/0", "港口|贸易|贸易|港口|贸易"},
	{"(港口 贸易) OR 水上飞机", "air/0 ocean/1", "贸易|水上飞机|港口|贸易"},
	{"+(港口 OR 航站楼) -名单", "air/1 ocean/1", "航站楼|港口"},
	{"-(贸易 OR 港口)", "air/1 ocean/2 undated/1", ""},
	{"-(贸易 港口) 贸易", "air/0 ocean/0", "贸易|贸易"},
	{"人物:托卡耶夫", "air/1", ""},
	{"person:Tokayev -summit:海洋", "air/1", ""},
	{"国家:没有的国 港口", "", ""},
	{"主题:港口", "ocean/1 undated/0", ""},
	{"-主题:贸易额 贸易", "ocean/1", "贸易"},
	{"作者:托卡耶夫", "air/1", "托卡耶夫"},
	{"tokay", "air/1", "托卡耶夫"},
	{"Tokaiev", "air/1", "托卡耶夫"},
	{"corrid", "ocean/2", "Corrid"},
	{"Corirdor", "ocean/2", "Corridor"},
	{"托卡耶", "air/1", "托卡耶"},
	{"", "", ""},
	{`"`, "", ""},
	{"OR ( ) + - \"\" ，。", "", ""},
}

func TestRun(t *testing.T) {
	s := librarytest.Snapshot(t, fleet)
	for _, tt := range runs {
		t.Run(tt.query, func(t *testing.T) {
			a := run(t, s, Request{Query: tt.query})
			got, want := strings.Fields(hits(a)), strings.Fields(tt.hits)
			if tt.query == "水" || tt.query == "贸易额" || tt.query == "貿易額" || strings.HasPrefix(tt.query, "-") {
				slices.Sort(got) // equals: which comes first is not the point here
				slices.Sort(want)
			}
			if !slices.Equal(got, want) {
				t.Errorf("hits %v, want %v", got, want)
			}
			if m := marked(a); m != tt.marked {
				t.Errorf("marked %s, want %s", m, tt.marked)
			}
		})
	}
}

func TestMoreOfTheQueryComesFirst(t *testing.T) {
	s := librarytest.Snapshot(t, fleet)
	a := run(t, s, Request{Query: "贸易 港口"})
	if got := hits(a); !strings.HasPrefix(got, "ocean/1") {
		t.Errorf("got %s, want the passage with both words first", got)
	}
	if a.Documents != 3 || a.Passages != 4 {
		t.Errorf("%d passages in %d documents, want 4 in 3", a.Passages, a.Documents)
	}
}

func TestAQuestionMarkSetApartDecidesNothing(t *testing.T) {
	s := librarytest.Snapshot(t, []*corpus.Document{
		librarytest.Document("asked", "", "", "水位", "水位为什么下降？没有人知道？"),
		librarytest.Document("told", "", "", "港口", "港口的货物吞吐量去年增长很快。"),
	})
	if got := hits(run(t, s, Request{Query: "港口 货物吞吐量 ？"})); got != "told/0" {
		t.Errorf("a question finds %s", got)
	}
	if got := hits(run(t, s, Request{Query: "？"})); got != "asked/0" {
		t.Errorf("the mark alone finds %s", got)
	}
}

func TestAQuestionFindsWhatSharesItsWords(t *testing.T) {
	a := run(t, librarytest.Snapshot(t, fleet), Request{Query: "去年成员国的捕捞量究竟是多少？"})
	if got := hits(a); !strings.HasPrefix(got, "ocean/0") {
		t.Errorf("got %s", got)
	}
}

func TestFiltersBesideTheQuery(t *testing.T) {
	s := librarytest.Snapshot(t, fleet)
	tests := map[string]struct {
		request Request
		hits    string
	}{
		"from":                {Request{Query: "贸易额", From: "2025-01-01"}, "air/0"},
		"to":                  {Request{Query: "贸易额", To: "2024-12-31"}, "ocean/0"},
		"summit":              {Request{Query: "贸易额", Summits: []string{"空港城市论坛"}}, "air/0"},
		"narrower of two":     {Request{Query: "贸易额 date:2024", From: "2025-01-01"}, ""},
		"a summit on its own": {Request{Summits: []string{"空港城市论坛"}}, "air/0 air/1"},
		"one document":        {Request{Query: "港口", Document: "undated"}, "undated/0"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := hits(run(t, s, tt.request)); got != tt.hits {
				t.Errorf("got %s, want %s", got, tt.hits)
			}
		})
	}
}

func TestPagesOfGroups(t *testing.T) {
	s := librarytest.Snapshot(t, fleet)
	all := run(t, s, Request{Query: "港口 贸易"})
	second := run(t, s, Request{Query: "港口 贸易", Offset: 1, Limit: 1})
	if len(second.Groups) != 1 || second.Groups[0].Document != all.Groups[1].Document || second.Documents != 3 {
		t.Errorf("got %s", hits(second))
	}
	if past := run(t, s, Request{Query: "港口", Offset: 100}); len(past.Groups) != 0 || past.Documents == 0 {
		t.Errorf("past the end: %s of %d", hits(past), past.Documents)
	}
}

func TestNamesAreExpandedAndTheAnswerSaysSo(t *testing.T) {
	a := run(t, librarytest.Snapshot(t, fleet), Request{Query: "Kassym-Jomart Tokayev"})
	if len(a.Expanded) != 1 || a.Expanded[0].From != "Kassym-Jomart Tokayev" || hits(a) != "air/1" {
		t.Errorf("expanded %v, hits %s", a.Expanded, hits(a))
	}
}

func TestACancelledSearchEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Run(ctx, librarytest.Snapshot(t, fleet), Request{Query: `"1"`}); err == nil {
		t.Error("no error")
	}
}

func TestASummitIsKnownByPartOfItsOrganisersName(t *testing.T) {
	s := librarytest.Snapshot(t, builtIn(t))
	for _, query := range []string{"summit:上合", "summit:上合组织", "summit:SCO", "峰会：ШОС", "summit:上海合作组织"} {
		a := run(t, s, Request{Query: query})
		if a.Documents == 0 {
			t.Errorf("%s finds nothing", query)
		}
		for _, g := range a.Groups {
			if g.Document.Summit.Organisation != "上海合作组织" {
				t.Errorf("%s finds %s", query, g.Document.ID)
			}
		}
	}
}
