package figurelist

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/library"
	"fenghui/wasm/library/librarytest"
	"fenghui/wasm/search"
)

// harbours are two articles and one without a date.
var harbours = []*corpus.Document{
	librarytest.Document("north", "2024-05-06", "北港联盟", "北港联盟峰会",
		"去年俄罗斯与哈萨克斯坦贸易额超过500亿美元，其中转口贸易占20%。", // 0
		"目标是到2030年使港口吞吐量达到3000万吨。",           // 1
		"去年增长了三倍，出口额为90亿元。"),                 // 2
	librarytest.Document("south", "2025-05-06", "南港联盟", "南港联盟峰会",
		"去年日本与哈萨克斯坦贸易额为20亿美元。",       // 0
		"预计明年吞吐量增长20%，达到2500000公斤。"), // 1
	librarytest.Document("undated", "", "", "港口笔记", "去年吞吐量为700万吨。"),
}

// Each line: filters and order, and the figures in order, as document/passage
// and value in unit.
const figureCases = `
(none)                               => south/0 20亿美元, south/1 增长20%, south/1 2500000公斤, north/0 超过500亿美元, north/0 20%, north/1 3000万吨, north/2 增长了三倍, north/2 90亿元, undated/0 700万吨
document=north kind=money            => north/0 超过500亿美元, north/2 90亿元
kind=money sort=value                => south/0 20亿美元, north/0 超过500亿美元, north/2 90亿元
kind=money sort=-value               => north/0 超过500亿美元, south/0 20亿美元, north/2 90亿元
kind=money sort=-value ranked        => south/0 20亿美元 2, north/0 超过500亿美元 1, north/2 90亿元 3
kind=money ranked                    => south/0 20亿美元 1, north/0 超过500亿美元 2, north/2 90亿元 3
indicator=俄罗斯与哈萨克斯坦贸易额   => north/0 超过500亿美元
indicator=贸易额                     =>
value=500亿美元                      => north/0 超过500亿美元
value=>=501亿美元                    =>
kind=mass sort=value                 => south/1 2500000公斤, undated/0 700万吨, north/1 3000万吨
kind=mass sort=-period               => north/1 3000万吨, south/1 2500000公斤, undated/0 700万吨
kind=mass sort=document              => north/1 3000万吨, south/1 2500000公斤, undated/0 700万吨
kind=mass sort=status                => undated/0 700万吨, north/1 3000万吨, south/1 2500000公斤
kind=money sort=-indicator           => south/0 20亿美元, north/2 90亿元, north/0 超过500亿美元
kind=money sort=measure              => north/2 90亿元, south/0 20亿美元, north/0 超过500亿美元
kind=year                            => north/1 到2030年
kind=money,year                      => south/0 20亿美元, north/0 超过500亿美元, north/1 到2030年, north/2 90亿元
document=north times                 => north/0 超过500亿美元, north/0 20%, north/1 到2030年, north/1 3000万吨, north/2 增长了三倍, north/2 90亿元
party=日本                           => south/0 20亿美元, south/1 增长20%, south/1 2500000公斤
party=日本,俄罗斯 kind=money         => south/0 20亿美元, north/0 超过500亿美元, north/2 90亿元
measure=trade.turnover               => south/0 20亿美元, north/0 超过500亿美元
status=target                        => north/1 3000万吨
bound=over                           => north/0 超过500亿美元
unit=CNY                             => north/2 90亿元
summit=南港联盟 kind=money           => south/0 20亿美元
value=>100亿美元                     => north/0 超过500亿美元
value=>=20亿 kind=money              => south/0 20亿美元, north/0 超过500亿美元, north/2 90亿元
value=2000吨..8百万吨                => south/1 2500000公斤, undated/0 700万吨
value=20%                            => south/1 增长20%, north/0 20%
value=2030                           =>
value=2030 kind=year                 => north/1 到2030年
period=2023                          => north/0 超过500亿美元, north/0 20%, north/2 增长了三倍, north/2 90亿元
period=2023..2024 kind=money         => south/0 20亿美元, north/0 超过500亿美元, north/2 90亿元
doubtful                             => north/2 增长了三倍, undated/0 700万吨
text=日本                            => south/0 20亿美元, south/1 增长20%, south/1 2500000公斤
text=轉口                            => north/0 超过500亿美元, north/0 20%
text=哈萨克斯坦,贸易额 value=20亿美元 => south/0 20亿美元
text=没有                            =>
speech=direct                        =>
value=很多 kind=year                 => north/1 到2030年 | 很多 bad-value
period=去年 kind=year                => north/1 到2030年 | 去年 bad-period
`

func TestFind(t *testing.T) {
	s := librarytest.Snapshot(t, harbours)
	for _, line := range strings.Split(strings.TrimSpace(figureCases), "\n") {
		filters, want, _ := strings.Cut(line, "=> ")
		if !strings.Contains(line, "=> ") {
			filters, want = strings.TrimSuffix(line, "=>"), ""
		}
		t.Run(strings.TrimSpace(filters), func(t *testing.T) {
			a, err := Find(t.Context(), s, request(t, filters))
			if err != nil {
				t.Fatal(err)
			}
			if got := told(a); got != strings.TrimSpace(want) {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

// request reads "kind=money,year sort=-value times".
func request(t *testing.T, filters string) (r Request) {
	lists := map[string]*[]string{
		"kind": &r.Kinds, "measure": &r.Measures, "party": &r.Parties, "status": &r.Statuses, "bound": &r.Bounds, "unit": &r.Units,
		"speech": &r.Speeches, "indicator": &r.Indicators, "summit": &r.Summits,
	}
	texts := map[string]*string{"document": &r.Document, "text": &r.Text, "value": &r.Value, "period": &r.Period, "sort": &r.Sort}
	for _, f := range strings.Fields(filters) {
		name, value, _ := strings.Cut(f, "=")
		switch {
		case lists[name] != nil:
			*lists[name] = strings.Split(value, ",")
		case texts[name] != nil:
			*texts[name] = strings.ReplaceAll(value, ",", " ")
		case name == "times":
			r.Times = true
		case name == "doubtful":
			r.Doubtful = true
		case name == "ranked":
			r.Ranked = true
		case name != "(none)":
			t.Fatalf("no filter %s", name)
		}
	}
	return r
}

func told(a *Answer) string {
	var list []string
	for _, f := range a.Figures {
		rank := ""
		if f.Rank > 0 {
			rank = " " + strconv.Itoa(f.Rank)
		}
		list = append(list, f.Document.ID+"/"+strconv.Itoa(f.Figure.Passage)+" "+f.Figure.Quote+rank)
	}
	s := strings.Join(list, ", ")
	for _, i := range a.Ignored {
		s += " | " + i.Part + " " + i.Reason
	}
	return s
}

func TestFacetsAreCountedWithoutTheirOwnFilter(t *testing.T) {
	a, err := Find(t.Context(), librarytest.Snapshot(t, harbours), Request{Kinds: []string{"money"}, Units: []string{"USD"}, Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if a.Total != 2 || a.All != 10 {
		t.Errorf("%d of %d", a.Total, a.All)
	}
	for name, facet := range map[string]struct {
		counts []search.Count
		want   string
	}{
		"kinds":    {a.Facets.Kinds, "money 2"},
		"units":    {a.Facets.Units, "USD 2, CNY 1"},
		"measures": {a.Facets.Measures, "trade.turnover Trade turnover 2"},
		"parties":  {a.Facets.Parties, "哈萨克斯坦 2, 俄罗斯 1, 日本 1"},
		"statuses": {a.Facets.Statuses, "actual 2"},
		"bounds":   {a.Facets.Bounds, "exact 1, over 1"},
		"speeches": {a.Facets.Speeches, "none 2"},
		"summits":  {a.Facets.Summits, "北港联盟 1, 南港联盟 1"},
	} {
		var got []string
		for _, c := range facet.counts {
			got = append(got, strings.Join(strings.Fields(fmt.Sprint(c.Value, " ", c.Label, " ", c.Count)), " "))
		}
		if joined := strings.Join(got, ", "); joined != facet.want {
			t.Errorf("%s: got %s, want %s", name, joined, facet.want)
		}
	}
}

func TestAMeasureAskedForHasItsNameThoughNothingPasses(t *testing.T) {
	a, err := Find(t.Context(), librarytest.Snapshot(t, harbours), Request{Measures: []string{"trade.turnover", "x.y"}, Kinds: []string{"mass"}})
	if err != nil {
		t.Fatal(err)
	}
	if got := a.Facets.Measures[len(a.Facets.Measures)-1]; got.Value != "trade.turnover" || got.Label == "" || got.Count != 0 {
		t.Errorf("got %v", a.Facets.Measures)
	}
}

func TestFiguresSortedByValueAreToldByGroup(t *testing.T) {
	s := librarytest.Snapshot(t, harbours)
	for sort, want := range map[string]string{"": "[]", "value": "[{money USD 2} {money CNY 1}]", "-value": "[{money USD 2} {money CNY 1}]"} {
		if a, err := Find(t.Context(), s, Request{Kinds: []string{"money"}, Sort: sort}); err != nil || fmt.Sprint(a.Groups) != want {
			t.Errorf("%q: %v, %v", sort, a.Groups, err)
		}
	}
	got := inGroups(map[Group]int{{"money", "", 0}: 9, {"money", "USD", 0}: 1, {"money", "CNY", 0}: 2, {"count", "", 0}: 3})
	if fmt.Sprint(got) != "[{money CNY 2} {money USD 1} {money  9} {count  3}]" {
		t.Errorf("groups %v", got)
	}
}

func TestAMemoAnswersTheSameQuestionOnce(t *testing.T) {
	s, m := librarytest.Snapshot(t, harbours), &Memo{}
	ask := func(s *library.Snapshot, r Request) int {
		r.Memo = m
		a, err := Find(t.Context(), s, r)
		if err != nil {
			t.Fatal(err)
		}
		return len(a.Figures)
	}
	first := ask(s, Request{Sort: "value", Limit: 2})
	known := m.last
	if rest := ask(s, Request{Sort: "value", Offset: 2}); first != 2 || rest != 7 || m.last != known {
		t.Errorf("%d and %d figures; asked anew %v", first, rest, m.last != known)
	}
	if n := ask(s, Request{Sort: "value", Kinds: []string{"money"}}); n != 3 || m.last == known {
		t.Errorf("another question: %d figures", n)
	}
	if n := ask(librarytest.Snapshot(t, harbours[:1]), Request{Sort: "value", Kinds: []string{"money"}}); n != 2 {
		t.Errorf("another library: %d figures", n)
	}
}

func TestPagesOfFigures(t *testing.T) {
	s := librarytest.Snapshot(t, harbours)
	all, _ := Find(t.Context(), s, Request{Sort: "value"})
	var paged []Hit
	for offset := 0; offset < all.Total; offset += 2 {
		page, err := Find(t.Context(), s, Request{Sort: "value", Offset: offset, Limit: 2})
		if err != nil || page.Total != all.Total {
			t.Fatal(page.Total, err)
		}
		paged = append(paged, page.Figures...)
	}
	if !slices.Equal(paged, all.Figures) {
		t.Error("the pages are not the whole")
	}
	past, err := Find(t.Context(), s, Request{Offset: 1000, Limit: -1})
	if err != nil || len(past.Figures) != 0 || past.Total == 0 {
		t.Errorf("past the end: %d, %v", len(past.Figures), err)
	}
}

func TestAskingForFiguresCanBeCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Find(ctx, librarytest.Snapshot(t, harbours), Request{}); err == nil {
		t.Error("no error")
	}
}

// manyFigures is a library of that many figures, from sentences of harbours.
func manyFigures(b *testing.B, figures int) *library.Snapshot {
	var docs []*corpus.Document
	for n := 0; n*9 < figures; n++ {
		var passages []string
		for _, d := range harbours {
			for _, p := range d.Passages {
				passages = append(passages, strings.Replace(p.Text, "0", strconv.Itoa(n%97+1), 1))
			}
		}
		docs = append(docs, librarytest.Document(fmt.Sprint("d", n), fmt.Sprintf("2025-%02d-%02d", n%12+1, n%28+1), "联盟"+strconv.Itoa(n%30), "峰会", passages...))
	}
	s := librarytest.Snapshot(b, docs)
	if _, err := s.Tables(b.Context(), nil); err != nil {
		b.Fatal(err)
	}
	return s
}

func BenchmarkFind(b *testing.B) {
	s := manyFigures(b, 100_000)
	for name, r := range map[string]Request{
		"all": {}, "byvalue": {Sort: "-value"}, "filtered": {Kinds: []string{"money"}, Parties: []string{"日本"}, Value: ">1亿美元", Sort: "value"},
		"text": {Text: "转口贸易"}, "indicator": {Sort: "indicator"},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				a, err := Find(b.Context(), s, r)
				if err != nil || a.All < 100_000 {
					b.Fatal(a.All, err)
				}
			}
		})
	}
}

func TestMeasuresAreNamed(t *testing.T) {
	for language, want := range map[string]string{"": "失业率", "zh": "失业率", "en": "Unemployment", "ru": "Безработица", "kk": "Жұмыссыздық", "uz": "Unemployment"} {
		if got := MeasureName("unemployment", language); got != want {
			t.Errorf("in %q: %q, want %q", language, got, want)
		}
	}
	if got := MeasureName("no.such", "en"); got != "" {
		t.Errorf("a measure there is none of is named %q", got)
	}
}
