package search

import (
	"reflect"
	"strings"
	"testing"
)

// Each line is a query and what it is understood as; after " | " what is
// ignored, with the reason.
const parseCases = `
贸易额                                  => 贸易额
贸易　投资                              => 贸易 投资
"跨里海国际运输路线"                    => "跨里海国际运输路线"
“跨里海”                                => "跨里海"
「跨里海」                              => "跨里海"
贸易"跨里海"投资                        => 贸易"跨里海"投资
论“跨里海”与“中间走廊”                  => 论“跨里海”与“中间走廊”
贸易"跨里海"                            => 贸易 "跨里海"
贸易“跨里海 路线”投资                   => 贸易 "跨里海 路线" 投资
+水资源 -里海                           => +水资源 -里海
＋水资源 －里海                         => +水资源 -里海
-"里海"                                 => -"里海"
+"里海"                                 => "里海"
--里海                                  => -里海
C5+1                                    => C5+1
中亚-俄罗斯                             => 中亚-俄罗斯
date:2025                               => date:2025-01-01..2025-12-31
date:2025-10..2025-12                   => date:2025-10-01..2025-12-31
日期：2024-02                           => date:2024-02-01..2024-02-29
date:..2024                             => date:..2024-12-31
date:2024..                             => date:2024-01-01..
贸易 date:2025-13                       => 贸易 | date:2025-13 bad-date
date:2025..2024                         => | date:2025..2024 bad-date
date:2025.10.9..2025.11                   => date:2025-10-09..2025-11-30
date:                                   => | date: bad-date
date:2025.. date:..2026                 => date:2025-01-01..2026-12-31
date:2025-10 OR date:2025-11            => date:2025-10-01..2025-10-31 | date:2025-11 second-date
date:2025 贸易 date:2024                => 贸易 date:2025-01-01..2025-12-31 | date:2024 second-date
date:2026.. date:..2025                 => date:2026-01-01.. | date:..2025 second-date
summit:上合                             => summit:上合
峰会：独联体                            => summit:独联体
summit:"中亚 日本"                      => summit:"中亚 日本"
summit:                                 => | summit: only-operators
值:>100亿美元                            => value:>100亿美元
值：＞100亿美元                          => value:>100亿美元
数值:20%..30%                           => value:20%..30%
value:>=1.5bn usd                       => value:">=1.5bn usd"
value:>= 1.5 billion US dollars 港口    => 港口 value:">= 1.5 billion us dollars"
value:"> 5 km" 贸易                     => 贸易 value:"> 5 km"
值:100亿 美元 投资                      => 投资 value:"100亿 美元"
值:>100亿 值:<200亿                     => value:>100亿 value:<200亿
值:很多                                 => | 值:很多 bad-value
值:                                     => | 值: only-operators
value:"many"                            => | value:many bad-value
类型:占比                               => kind:share
类型:占比 kind:Change                   => kind:share kind:change
类型:颜色                               => | 类型:颜色 bad-kind
状态:目标                               => status:target
status:actual                           => status:actual
状态:也许                               => | 状态:也许 bad-status
年:2024                                 => year:2024
年份：2024年..2025年                    => year:2024..2025
year:2025-06                            => year:2025-06
年:前年                                 => | 年:前年 bad-year
-值:5                                   => -value:5
贸易额 -值:>100亿美元                   => 贸易额 -value:>100亿美元
+值:>100亿美元                          => value:>100亿美元
-值:>= 1.5 billion usd 港口             => 港口 -value:">= 1.5 billion usd"
－值："> 5 km"                          => -value:"> 5 km"
-值:>1亿 -值:<5 值:3                    => value:3 -value:>1亿 -value:<5
-类型:占比 +状态:目标 -年:2024年         => status:target -kind:share -year:2024
-date:2025 -峰会:上合 -summit:"中亚 日本" => -date:2025-01-01..2025-12-31 -summit:上合 -summit:"中亚 日本"
-date:2025 date:2024..2025              => date:2024-01-01..2025-12-31 -date:2025-01-01..2025-12-31
--类型:占比                             => -kind:share
-值:很多                                => | -值:很多 bad-value
-类型:颜色 -date:2025-13                => | -类型:颜色 bad-kind; -date:2025-13 bad-date
-值:                                    => | -值: only-operators
+值:                                    => | 值: only-operators
值:>>5                                  => | 值:>>5 bad-value
值:>超过5亿                             => | 值:>超过5亿 bad-value
说话:直接 speech:indirect               => speech:direct speech:indirect
说话:大声                               => | 说话:大声 bad-speech
国家:日本 人物:托卡耶夫 主题:物流       => country:日本 person:托卡耶夫 topic:物流
-国家:日本 country:"United States"      => country:"united states" -country:日本
date:2025年10月..2025/12/3              => date:2025-10-01..2025-12-03
date:2025-2-30                          => | date:2025-2-30 bad-date
贸易 OR 投资                            => (贸易 OR 投资)
贸易 OR 投资 OR "过境"                  => +(贸易 OR 投资 OR "过境")
贸易 投资 OR 物流                       => 贸易 (投资 OR 物流)
(贸易 投资) OR 物流                     => ((贸易 投资) OR 物流)
（贸易 OR 投资） 日本                   => (贸易 OR 投资) 日本
(贸易 OR (投资 OR 物流))                => (贸易 OR 投资 OR 物流)
(贸易 (投资 OR 物流) -日本)             => (贸易 (投资 OR 物流) -日本)
+(贸易 投资)                            => +贸易 +投资
(贸易)                                  => 贸易
-(贸易 OR 投资)                         => -(贸易 OR 投资)
-(贸易 投资)                            => -(贸易 投资)
-(-贸易)                                => +贸易
(-贸易 -投资) 日本                      => -贸易 -投资 日本
贸易 or 投资                            => 贸易 or 投资
贸易 AND 投资                           => +贸易 +投资
贸易 AND 投资 物流                      => +贸易 +投资 物流
贸易 AND "投资" AND -物流               => +贸易 "投资" -物流
贸易 OR 投资 AND 物流                   => +(贸易 OR 投资) +物流
(贸易 AND 投资) OR 物流                 => ((贸易 投资) OR 物流)
国家:日本 AND 贸易                      => +贸易 country:日本
贸易 AND                                => +贸易 | AND only-operators
AND 贸易                                => 贸易 | AND only-operators
贸易 AND OR 投资                        => +贸易 投资 | AND only-operators; OR only-operators
+AND                                    => | + only-operators; AND only-operators
贸易 and 投资                           => 贸易 and 投资
贸易 NOT 投资                           => 贸易 -投资
贸易 AND NOT 投资                       => +贸易 -投资
贸易 OR NOT 投资                        => (贸易 OR -投资)
NOT (贸易 OR 投资)                      => -(贸易 OR 投资)
NOT 国家:日本                           => -country:日本
NOT                                     => | NOT only-operators
"NOT" ANDROID                           => "NOT" ANDROID
OR                                      => | OR only-operators
贸易 OR                                 => 贸易 | OR only-operators
OR 贸易                                 => 贸易 | OR only-operators
贸易 OR OR 投资                         => 贸易 投资 | OR only-operators
-OR                                     => | - only-operators; OR only-operators
(贸易                                   => 贸易 | ( unbalanced-bracket
贸易)                                   => 贸易 | ) unbalanced-bracket
(贸易 OR 投资                           => (贸易 OR 投资) | ( unbalanced-bracket
)(                                      => | ) unbalanced-bracket; ( unbalanced-bracket
()                                      => | () only-operators
(((                                     => | ( unbalanced-bracket
人工智能（AI）                          => 人工智能（AI）
0(")                                    => 0 ")" | " unbalanced-quote; ( unbalanced-bracket
人工智能（AI                            => 人工智能 AI | ( unbalanced-bracket
峰会:上合 OR 峰会:独联体                => summit:上合 summit:独联体
(峰会:上合 OR 贸易)                     => 贸易 summit:上合 | OR only-operators
-(峰会:上合)                            => -summit:上合
作者:张三                               => 张三 | 作者: unknown-field
-author:"a b"                           => -"a b" | author: unknown-field
author:                                 => | author: unknown-field
他说：我们                              => 他说：我们
10:30                                   => 10:30
http://a.example                        => http://a.example
"没有结尾                               => "没有结尾" | " unbalanced-quote
"跨里海”                                => "跨里海"
“跨里海"                                => "跨里海"
”跨里海”                                => "跨里海"
"“跨"                                   => "“跨"
""我"                                   => "\"我"
"说"你好"的"                            => "说\"你好\"的"
"跨里海"投资                            => "跨里海" 投资
"跨里海""贸易额"                        => "跨里海" "贸易额"
"" "                                    => "\" "
"" and ""                               => "\" and \""
"" 贸易 "投资"                          => 贸易 "投资" | "" empty-phrase
"a\b"                                   => "a\\b"
"a\"                                    => "a\\"
""                                      => | "" empty-phrase
" "                                     => | " " empty-phrase
+                                       => | + only-operators
+ -                                     => | + only-operators; - only-operators
《联合行动计划》                        => 《联合行动计划》
`

func TestParse(t *testing.T) {
	for _, line := range strings.Split(strings.Trim(parseCases, "\n"), "\n") {
		input, want, ok := strings.Cut(line, " => ")
		if !ok {
			input, want, ok = strings.Cut(line, " =>")
		}
		if !ok {
			t.Fatalf("bad case %q", line)
		}
		input = strings.TrimRight(input, " ")
		t.Run(input, func(t *testing.T) {
			if got := describe(Parse(input)); got != strings.TrimSpace(want) {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

func describe(q Query) string {
	var ignored []string
	for _, i := range q.Ignored {
		ignored = append(ignored, i.Part+" "+i.Reason)
	}
	s := q.String()
	if len(ignored) > 0 {
		s += " | " + strings.Join(ignored, "; ")
	}
	return strings.TrimSpace(s)
}

func TestALongQueryIsCutAtACharacter(t *testing.T) {
	q := Parse(strings.Repeat("贸", 1000))
	if len(q.Ignored) != 1 || q.Ignored[0].Reason != TooLong || len(q.Clauses) != 1 {
		t.Fatalf("got %d clauses, ignored %d", len(q.Clauses), len(q.Ignored))
	}
	if q := Parse(strings.Repeat("\xa4", 5000)); len(q.Clauses) != 0 {
		t.Errorf("of bytes that are no text %d clauses are left", len(q.Clauses))
	}
	if text := q.Clauses[0].Text; strings.Trim(text, "贸") != "" || len(text) > maxQuery {
		t.Errorf("kept %d bytes", len(text))
	}
}

func TestNoQueryIsTooMuch(t *testing.T) {
	for _, unit := range []string{"a ", "+ ", `"`, `" `, `"\`, "“", "«", "summit:贸 ", "date:x ", `summit:"`, "+-", "\x00", "\u200b", "😀 "} {
		t.Run(unit, func(t *testing.T) {
			q := Parse(strings.Repeat(unit, 10000))
			if len(q.Clauses) > maxQuery || len(q.Ignored) > maxIgnored {
				t.Errorf("%d clauses, %d ignored", len(q.Clauses), len(q.Ignored))
			}
			for _, i := range q.Ignored {
				if len(i.Part) > maxPart+len(ellipsis) {
					t.Errorf("%d bytes are told as ignored", len(i.Part))
				}
			}
		})
	}
}

func TestNoRoomIsLeftAfterALongSummit(t *testing.T) {
	q := Parse("summit:" + strings.Repeat("a", maxQuery+1) + " b")
	if len(q.Summits)+len(q.Clauses) != 0 || len(q.Ignored) != 1 || q.Ignored[0].Reason != TooLong {
		t.Errorf("got %d summits, %d clauses, ignored %v", len(q.Summits), len(q.Clauses), q.Ignored)
	}
}

func FuzzParse(f *testing.F) {
	for _, line := range strings.Split(parseCases, "\n") {
		input, _, _ := strings.Cut(line, " =>")
		f.Add(strings.TrimSpace(input))
	}
	f.Add("summit:" + strings.Repeat("a", maxQuery) + ` "b`)
	f.Add(`a"` + strings.Repeat("b", maxQuery) + `"c`)
	f.Add("date:2025 -" + strings.Repeat("a", maxQuery-fieldCost-len("2025")-1))
	f.Add("a OR (b c OR ((d OR " + strings.Repeat("e", maxQuery))
	f.Add(`a(` + strings.Repeat("b", maxQuery) + `)c`)
	f.Fuzz(func(t *testing.T, s string) {
		q := Parse(s)
		again := Parse(q.String())
		if got, want := again.String(), q.String(); got != want {
			t.Errorf("%q is %q, and that is %q", s, want, got)
		}
		if q.Ignored = nil; len(again.Ignored) == 0 && !reflect.DeepEqual(again, q) {
			t.Errorf("%q is %#v, but its canonical form %#v", s, q, again)
		}
		if len(again.Ignored) > 0 {
			t.Errorf("of the canonical %q %v is ignored", q.String(), again.Ignored)
		}
	})
}

// Phrases that are demanded become words; those that must not be there stay.
func TestPhrasesWithoutTheirQuotes(t *testing.T) {
	for typed, want := range map[string]string{
		`"港口吞吐量"`:         `港口吞吐量`,
		`"港口" -"贸易额"`:     `港口 -"贸易额"`,
		`渔业 "港口" 日期:2025`: `渔业 港口 日期:2025`,
		`港口 -"贸易额"`:       "",
		`港口`:              "",
	} {
		t.Run(typed, func(t *testing.T) {
			q, got := Parse(typed), ""
			if q.dropQuotes() {
				got = q.String()
			}
			if want != "" {
				want = Parse(want).String()
			}
			if got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
}
