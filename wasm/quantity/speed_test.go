package quantity

import (
	"strings"
	"testing"

	"fenghui/corpus/goldtest"
)

// prose is news prose of our own, with a number in most sentences.
const prose = "今年上半年，全省粮食总产量达到1860.5万吨，同比增长3.2%，其中夏粮占三分之一。" +
	"截至6月底，在建水库47座，总投资超过230亿元，预计到2028年全部完工。" +
	"医院去年接待患者十二万余人次，手术量翻了一番，平均住院日由9.6天缩短到7.1天。" +
	"这条铁路全长412公里，设计时速350公里，每年可运送旅客近2000万人次。" +
	"专家指出，当地要进一步完善统一的标准，协调一致，推动产业一体化发展。\n"

func repeat(s string, bytes int) string {
	return strings.Repeat(s, bytes/len(s)+1)[:bytes/len(s)*len(s)]
}

// stress are texts that tempt a reader to look at the same place twice.
var stress = map[string]string{
	"prose":    prose,
	"digits":   "7",
	"亿":        "亿",
	"万亿":       "万亿",
	"一":        "一",
	"十":        "十",
	"commas":   "123,456,",
	"list":     "100,200,30,",
	"spaces":   "3 ",
	"slashes":  "1/",
	"dashes":   "1-",
	"minus":    "-",
	"dots":     "1.",
	"years":    "2024年",
	"ranges":   "1至2",
	"joined":   "3天",
	"bounds":   "超过",
	"units":    "5元",
	"fraction": "三分之",
	"points":   "三点",
	"letters":  "kmkm",
	"no han":   "the quick brown fox ",
	"年":        "年",
	"百分之":      "百分之",
	"第":        "第",
	"parens":   "（",
	"pauses":   "、",
	"1亿":       "1亿",
	"几":        "几",
	"多":        "多",
	"到":        "到",
	"one to":   "1到",
	"one 至":    "1亿至",
	"hyphens":  "5-6-",
	"one dot":  "1.1.",
	"one list": "1、",
	"ratios":   "1:",
	"月初":       "八月初",
	"正月":       "正月初五",
	"fiscal":   "2023/24财年",
	"nights":   "3天2夜",
	"per":      "每1人",
	"exponent": "1e9",
	"half":     "半",
	"ge":       "3个",
	"keycaps":  "3\ufe0f\u20e3",
	"joiners":  "3\u200b",
	"mixed":    "1亿几多到至-第、（百分之年",
}

// BenchmarkArticles reads articles as they come, each as a text of its own.
func BenchmarkArticles(b *testing.B) {
	texts, size := goldtest.Articles(b), 0
	for _, x := range texts {
		size += len(x.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, x := range texts {
			Read(x.Text, Date{2025, 10, 9})
		}
	}
}

// BenchmarkRead reads a megabyte of each stress text. As the browser has it, in
// node:
//
//	GOOS=js GOARCH=wasm go test -tags ne -exec "$(go env GOROOT)/lib/wasm/go_js_wasm_exec" -run '^$' -bench Read ./wasm/quantity
func BenchmarkRead(b *testing.B) {
	for name, unit := range stress {
		b.Run(name, func(b *testing.B) {
			s := repeat(unit, 1<<20)
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				Read(s, Date{2025, 10, 9})
			}
		})
	}
}

// TestLinear counts the looks into the tree of words and the tries of rules:
// twice the text may cost little more than twice as many.
func TestLinear(t *testing.T) {
	for name, unit := range stress {
		t.Run(name, func(t *testing.T) {
			once, twice := steps(repeat(unit, 1<<14)), steps(repeat(unit, 1<<15))
			if twice > once*5/2+100 {
				t.Errorf("%d steps for one length, %d for twice that", once, twice)
			}
			if once > 200*(1<<14) {
				t.Errorf("%d steps for %d bytes", once, 1<<14)
			}
		})
	}
}

func steps(s string) int {
	sc := scanner{lexicon: theLexicon(), room: new(room), ref: Date{2025, 10, 9}, source: s}
	sc.readLine(0, len(s))
	return sc.steps
}
