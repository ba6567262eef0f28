package search

import (
	"context"
	"strconv"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/library"
	"fenghui/wasm/library/librarytest"
)

// port is an article of figures in many writings.
var port = []*corpus.Document{
	librarytest.Document("port", "2024-05-06", "港口城市联盟", "港口城市联盟第九次会议",
		"去年双边贸易额超过五百亿美元，其中转口贸易占20%。",      // 0
		"我们的目标是到2030年使港口吞吐量达到3000万吨。",     // 1
		"今年前三个月进口额为500亿元。",                // 2
		"新铁路全长5000米，总投资20至30亿美元。",         // 3
		"港口有3000名工人，启动了3000项工程。",          // 4
		"货运量增长20%，达到30000000吨，是2020年的3倍。", // 5
		"预计明年两国贸易额将为600亿美元。",              // 6
		"会议在第3000号码头举行，历时20年的工程于2024年完工。", // 7
		"出口额接近100亿美元，其中粮食占20.5%，燃料占120%。", // 8
		"进口额不到100亿美元，用户达15,000万户。",        // 9
		"过境运费超过100亿美元，至少100亿美元用于港口。"),     // 10
}

// Each line: a query, the passages it finds, what is marked in them.
const valueCases = `
500亿美元               => 0 | 超过五百亿美元
500億美元               => 0 | 超过五百亿美元
5百亿美元               => 0 | 超过五百亿美元
$50bn                   => 0 | 超过五百亿美元
US$50 billion           => 0 | 超过五百亿美元
50 billion dollars      => 0 | 超过五百亿美元
50 billion              => 0 2 | 超过五百亿美元 500亿元
50 млрд долларов        => 0 | 超过五百亿美元
500亿元                 => 2 | 500亿元
20 per cent             => 0 5 | 20% 增长20%
20%                     => 0 5 | 20% 增长20%
30 million tonnes       => 1 5 | 3000万吨 30000000吨
5公里                   => 3 | 5000米
20-30亿美元             => 3 | 20至30亿美元
3 billion dollars       => 3 | 20至30亿美元
3000人                  => 4 | 3000名工人
值:>500亿美元           => 0 6 | 超过五百亿美元 600亿美元
值:>=500亿美元          => 0 6 | 超过五百亿美元 600亿美元
value:>=50 bn usd       => 0 6 | 超过五百亿美元 600亿美元
值:25亿美元             => |
值:30亿美元             => 3 | 20至30亿美元
值:100亿美元            => 8 9 10 | 接近100亿美元 不到100亿美元 超过100亿美元 至少100亿美元
100亿美元               => 8 9 10 | 接近100亿美元 不到100亿美元 超过100亿美元 至少100亿美元
值:>=100亿美元          => 0 6 10 | 超过五百亿美元 600亿美元 超过100亿美元 至少100亿美元
值:>100亿美元           => 0 6 10 | 超过五百亿美元 600亿美元 超过100亿美元
值:<100亿美元           => 3 8 9 | 20至30亿美元 接近100亿美元 不到100亿美元
值:<=100亿美元          => 3 8 9 10 | 20至30亿美元 接近100亿美元 不到100亿美元 至少100亿美元
值:100亿美元..200亿美元 => 10 | 超过100亿美元 至少100亿美元
值:90亿美元..100亿美元  => 8 9 10 | 接近100亿美元 不到100亿美元 至少100亿美元
-值:<1万亿美元          => 1 2 4 5 7 |
-值:>1 -类型:序数       => |
类型:占比 -值:20%       => 8 | 20.5% 120%
美元 -值:>=100亿美元    => 3 8 9 | 美元 美元 美元
+值:600亿美元           => 6 | 600亿美元
-状态:实际 -年:2030     => 6 |
贸易 20%                => 0 5 6 | 贸易 贸易 20% 增长20% 贸易
20.5%                   => 8 | 20.5%
5000万                  => |
值:25亿美元..90亿美元   => 3 | 20至30亿美元
值:4900米..5.1公里      => 3 | 5000米
值:>2999人              => 4 9 | 3000名工人 3000项工程 15,000万户
值:>2500 值:<3500       => 4 | 3000名工人 3000项工程
类型:占比               => 0 8 | 20% 20.5% 120%
类型:变化 值:20%        => 5 | 增长20%
状态:目标               => 1 | 到2030年 3000万吨
状态:预测 值:<1万亿美元 => 6 | 600亿美元
年:2023 kind:money      => 0 | 超过五百亿美元
年:2030                 => 1 | 到2030年 3000万吨
年:2025 类型:占比       => |
kind:year               => 1 5 7 | 到2030年 2020年 2024年
kind:mass 贸易          => |
+20% -贸易              => 5 | 增长20%
`

func TestSearchByValue(t *testing.T) {
	s := librarytest.Snapshot(t, port)
	for _, line := range strings.Split(strings.TrimSpace(valueCases), "\n") {
		query, want, _ := strings.Cut(line, "=>")
		query = strings.TrimSpace(query)
		t.Run(query, func(t *testing.T) {
			a := run(t, s, Request{Query: query, Document: "port"})
			if got := inOrder(a); got != strings.TrimSpace(want) {
				t.Errorf("got  %s\nwant %s", got, want)
			}
			if len(a.Query.Ignored) > 0 {
				t.Errorf("ignored: %v", a.Query.Ignored)
			}
		})
	}
}

// inOrder lists the passages and what is marked in them, in the order of the
// document.
func inOrder(a *Answer) string {
	var passages, marked []string
	for n := range port[0].Passages {
		for _, g := range a.Groups {
			for _, h := range g.Hits {
				if h.Ordinal != n {
					continue
				}
				passages = append(passages, strconv.Itoa(n))
				for _, r := range h.Runs {
					if strings.Contains(r.Kind, HitKind) {
						marked = append(marked, r.Text)
					}
				}
			}
		}
	}
	return strings.TrimSpace(strings.Join(passages, " ") + " | " + strings.Join(marked, " "))
}

// Whatever is shown of a passage, its runs are its text, and each figure has
// one of its number, unless others cover it.
func TestRunsOfFigures(t *testing.T) {
	s := librarytest.Snapshot(t, builtIn(t))
	for _, query := range []string{"", "贸易额", "值:>100亿美元", "500亿美元 2025年 %"} {
		m := NewMarker(s, query)
		for _, d := range s.Documents {
			for p := range d.Passages {
				checkRuns(t, s, m, d, p)
			}
		}
	}
}

// What is shown of a long passage keeps the numbers of its figures.
func TestRunsOfFiguresInALongPassage(t *testing.T) {
	var whole strings.Builder
	for _, d := range builtIn(t) {
		for _, p := range d.Passages {
			whole.WriteString(p.Text)
		}
	}
	s := librarytest.Snapshot(t, []*corpus.Document{librarytest.Document("long", "2025-12-20", "联盟", "长文", whole.String())})
	figures := s.Figures(s.Documents[0])
	for _, query := range []string{"贸易额", "值:>100亿美元", "里海", "20%", "没有"} {
		a := run(t, s, Request{Query: query, Document: "long"})
		for _, g := range a.Groups {
			for _, r := range g.Hits[0].Runs {
				if n := r.Number; n > 0 && !strings.Contains(figures[n-1].Quote, r.Text) {
					t.Errorf("%s: %q is not in %q", query, r.Text, figures[n-1].Quote)
				}
			}
		}
	}
}

func checkRuns(t *testing.T, s *library.Snapshot, m *Marker, d *library.Document, passage int) {
	var joined strings.Builder
	told := map[int]bool{}
	for _, r := range m.Mark(context.Background(), d, passage) {
		joined.WriteString(r.Text)
		told[r.Number] = true
		if (r.Number > 0) != strings.Contains(r.Kind, FigureKind) {
			t.Errorf("%s: a run %q of number %d", d.ID, r.Kind, r.Number)
		}
	}
	if joined.String() != d.Passages[passage].Text {
		t.Errorf("%s: passage %d is not its runs", d.ID, passage)
	}
	for _, f := range s.Figures(d) {
		if f.Passage == passage && !told[f.Ordinal+1] {
			t.Errorf("%s: %s has no run", d.ID, f.Quote)
		}
	}
}

func TestANameOfEveryKindAndStatus(t *testing.T) {
	for filter, names := range filterNames() {
		for name, key := range names {
			if q := Parse(filter + `:"` + name + `"`); len(q.Ignored) > 0 || q.String() != filter+":"+key {
				t.Errorf("%s:%s is %s", filter, name, describe(q))
			}
		}
	}
}

func TestAQueryThatOnlyLeavesOutSaysSo(t *testing.T) {
	s := librarytest.Snapshot(t, port)
	for query, left := range map[string]int{"-值:>=500亿美元": 2, "-贸易 -date:2023": 2, "-date:2024": 11, "-summit:港口": 11} {
		if a := run(t, s, Request{Query: query}); !a.Excluding || a.Excluded != left || a.Passages != len(port[0].Passages)-left {
			t.Errorf("%s: excluding %v: %d left out, %d found", query, a.Excluding, a.Excluded, a.Passages)
		}
	}
	for _, query := range []string{"", "贸易 -投资", "类型:占比 -值:20%", "值:>5"} {
		if a := run(t, s, Request{Query: query}); a.Excluding {
			t.Errorf("%s asks for something", query)
		}
	}
}

func TestAValueStandsOnItsOwn(t *testing.T) {
	for _, tt := range []struct {
		text, value string
		stands      bool
	}{
		{"增长20%。", "20%", true}, {"120%", "20%", false}, {"0.20%", "20%", false}, {"1,20%", "20%", false}, {"第一,20%", "20%", true},
		{"20.5%", "20%", false}, {"5000万", "5000", false}, {"15,000", "5000", false}, {"5000,6000", "5000", false}, {"5000。6", "5000", true},
		{"五千万", "五千", false}, {"$50bn", "$50bn", true},
	} {
		if got := len(standing(tt.text, tt.value)) > 0; got != tt.stands {
			t.Errorf("%s in %s: %v", tt.value, tt.text, got)
		}
	}
}
