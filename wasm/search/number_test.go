package search

import (
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/library/librarytest"
)

// diary has dates, times and other numbers that are no values.
var diary = []*corpus.Document{
	librarytest.Document("diary", "2025-10-09", "", "日程",
		"2025年10月9日10:30，代表团抵达港口。",        // 0
		"9月10日至12日签下8210万美元的合同。",          // 1
		"2025 年 10 月 9 日晚，第 3 号码头关闭。",     // 2
		"比分为3:2，圆周率约为3.14，日期是2025-10-11。", // 3
		"10月14日有3艘船，出口额为5亿美元，运量2亿吨。",      // 4
		"采用C++编写，example.com的Blacksmith先生说。"),
}

// Each line: a query, the passages it finds, what is marked in them.
const numberCases = `
10月9日        => 0 2 | 10月9日 10 月 9 日
"10月9日"      => 0 | 10月9日
１０月９日     => 0 2 | 10月9日 10 月 9 日
9月10日        => 1 | 9月10日
12月10日       => |
2025年10月     => 0 2 | 2025年10月 2025 年 10 月
2025-10-09     => 0 2 | 2025年10月9日 2025 年 10 月 9 日
2025/10/9      => 0 2 | 2025年10月9日 2025 年 10 月 9 日
2025.10        => 0 2 | 2025年10月 2025 年 10 月
09.10.2025     => 0 2 | 2025年10月9日 2025 年 10 月 9 日
二〇二五年     => |
2025-10-11     => 3 | 2025-10-11
10:30          => 0 | 10:30
30:10          => |
3:2            => 3 | 3:2
3.14           => 3 | 3.14
2.3            => |
3号            => 2 | 3 号
10月 港口      => 0 2 4 | 10月 港口 10 月 10月
亿美元         => 4 | 亿美元
万美元         => 1 | 万美元
亿吨           => 4 | 亿吨
C++            => 5 | C++
smith          => 5 | smith
smith/港口     => 0 | 港口
`

func TestSearchByNumber(t *testing.T) {
	s := librarytest.Snapshot(t, diary)
	for _, line := range strings.Split(strings.TrimSpace(numberCases), "\n") {
		query, want, _ := strings.Cut(line, "=>")
		query = strings.TrimSpace(query)
		t.Run(query, func(t *testing.T) {
			if got := inOrder(run(t, s, Request{Query: query})); got != strings.TrimSpace(want) {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

// Another name of a thing is found where a word begins with it, a short one only
// as a word of its own.
func TestANameInLettersIsNoPartOfAWord(t *testing.T) {
	for _, tt := range []struct {
		text, name string
		places     int
	}{
		{"mr o'brien of air astana said", "bri", 0}, {"mr o'brien of air astana said", "ai", 0}, {"the bri, and ai.", "bri", 1},
		{"президент казахстана", "казахстан", 1}, {"kazakhstan's", "kazakhstan", 1}, {"sco峰会", "sco", 1}, {"нешос", "шос", 0},
		{"2025 年 10 月", "2025年10月", 1},
	} {
		if got := namesIn(tt.text, tt.name); len(got) != tt.places || holdsName(tt.text, tt.name) != (tt.places > 0) {
			t.Errorf("%s in %s: %v", tt.name, tt.text, got)
		}
	}
}

func TestAWordInLettersIsMarkedOnItsOwn(t *testing.T) {
	for _, tt := range []struct {
		text, word string
		places     int
	}{
		{"c++ and example.com", "c", 1}, {"g20峰会", "20", 0}, {"20国集团", "20", 1}, {"2025年", "20", 0}, {"贸易额与贸易", "贸易", 2},
	} {
		if got := wholeWords(tt.text, tt.word); len(got) != tt.places {
			t.Errorf("%s in %s: %v", tt.word, tt.text, got)
		}
	}
}
