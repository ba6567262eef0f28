package compare

import (
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"fenghui/wasm/figure"
	"fenghui/wasm/text"
)

// sinceStart is the length of growth told since something began, where the text
// does not say when: it is comparable with nothing but itself.
const sinceStart = 99

// toWords lead to the later value of a change, behind the earlier one.
var toWords = []string{"增至", "增加到", "增加至", "增长到", "增长至", "升至", "上升到", "提高到", "提高至", "提升到", "提升至", "扩大到", "扩大至", "达到", "发展到",
	"降至", "降到", "下降到", "减至", "减少到", "减少至", "缩短", "缩小到", "缩至", "跌至", "回落", "变为", "上调", "下调", "翻番至", "到", "至"}

// aroundIt is what its sentence says before and behind a figure; its place in
// the sentence is found by counting the same words in the passage.
func aroundIt(in *Input, f *figure.Figure) (before, after string) {
	start := sentenceSpan(in.Document, f).Start
	from, to := f.Span.Start-start, f.Span.End-start
	if from < 0 || to > len(f.Sentence) || from > to {
		return "", ""
	}
	return f.Sentence[:from], f.Sentence[to:]
}

// isBase tells the value that a change starts from: 由57亿增至110亿. The time of
// its sentence is that of the later one. Where it has a time of its own
// (从2002年的…) it is a figure like others.
func isBase(in *Input, f *figure.Figure) bool {
	if f.Value == nil || !strings.Contains(f.Sentence, "从") && !strings.Contains(f.Sentence, "由") && !strings.Contains(f.Sentence, "自") {
		return false
	}
	before, after := aroundIt(in, f)
	clause := before[lastEnd(before):]
	at := max(strings.LastIndex(clause, "从"), strings.LastIndex(clause, "由"), strings.LastIndex(clause, "自"))
	if at < 0 || utf8.RuneCountInString(clause[at:]) > fromReach || strings.ContainsAny(clause[at:], "年月") {
		return false
	}
	behind := text.First(withoutBrackets(after), toReach)
	return slices.ContainsFunc(toWords, func(w string) bool { return strings.Contains(behind, w) })
}

// fromReach and toReach are how many characters may stand between 从 or 增至 and
// the value.
const fromReach, toReach = 10, 6

// withoutBrackets leaves out what stands in brackets at the start: a value
// converted.
func withoutBrackets(s string) string {
	for _, pair := range [][2]string{{"（", "）"}, {"(", ")"}} {
		if strings.HasPrefix(s, pair[0]) {
			if _, rest, closed := strings.Cut(s, pair[1]); closed {
				return rest
			}
		}
	}
	return s
}

// lengthTold is over how many years growth is told by the words before it:
// 五年增长80%, 近五年来……增长50%; 0 where they do not say.
func lengthTold(in *Input, k int) int {
	f := &in.Figures[k]
	if f.Kind != "change" && f.Kind != "multiple" {
		return 0
	}
	before, _ := aroundIt(in, f)
	before += f.Quote[:max(0, min(f.Core.Start-f.Span.Start, len(f.Quote)))] // 两｜年增幅为35%
	before = before[behindLast(before, "；"):]
	clause := before[max(lastEnd(before), behindComma(before)):]
	if containsAny(clause, "同比", "环比", "上年", "去年", "上一年") {
		return 0
	}
	if f.Period != "" && f.PeriodFrom == "stated" { // the clause may tell its own time
		return yearsIn(clause)
	}
	if strings.Contains(before, "以来") {
		return sinceStart
	}
	return yearsIn(before)
}

// yearDigits are the numbers of years that are told in words.
var yearDigits = map[rune]int{'两': 2, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9, '十': 10}

// yearsIn is the last number of years that a text tells as a length: 五年 and
// 10年来, not 2024年, 三年前 or 十年内.
func yearsIn(s string) int {
	found := 0
	for at := 0; ; {
		k := strings.Index(s[at:], "年")
		if k < 0 {
			return found
		}
		at += k
		if n := numberBefore(s[:at]); n > 1 && !slices.ContainsFunc([]string{"前", "内", "底", "初", "度", "代", "级", "期", "后"}, func(w string) bool { return strings.HasPrefix(s[at+len("年"):], w) }) {
			found = n
		}
		at += len("年")
	}
}

// numberBefore is the number of one or two digits, or in words, that a text ends
// with; 0 when there is none.
func numberBefore(s string) int {
	digits := len(s) - len(strings.TrimRight(s, "0123456789"))
	if digits > 0 {
		n, err := strconv.Atoi(s[len(s)-digits:])
		if digits > 2 || err != nil {
			return 0
		}
		return n
	}
	r, size := utf8.DecodeLastRuneInString(s)
	n := yearDigits[r]
	if before, _ := utf8.DecodeLastRuneInString(s[:len(s)-size]); before == '第' || yearDigits[before] > 0 || before == '〇' {
		return 0 // 第五年, 二〇二五年
	}
	return n
}

// length is how many years growth is told over.
func (i *item) length() int {
	if i.told > 0 && !i.when.growth {
		return i.told
	}
	return i.when.years()
}

// behindComma is the place behind the last comma of half width that is not part
// of a number.
func behindComma(s string) int {
	for k := len(s) - 1; k >= 0; k-- {
		if s[k] == ',' && (k+1 == len(s) || s[k+1] < '0' || s[k+1] > '9') {
			return k + 1
		}
	}
	return 0
}

// behindLast is the place behind the last sign, 0 when there is none.
func behindLast(s, sign string) int {
	if k := strings.LastIndex(s, sign); k >= 0 {
		return k + len(sign)
	}
	return 0
}

// exchangeWords stand between the two sums of a rate of exchange.
var exchangeWords = []string{"约合", "折合", "兑换", "兑", "合", "等于", "相当于", "约等于", "约"}

// isExchange tells the sums of a rate of exchange, which nobody has or owes:
// （1美元约合4.3林吉特）.
func isExchange(in *Input, f *figure.Figure) bool {
	if f.Kind != "money" || f.Value == nil || !strings.Contains(f.Sentence, "1") {
		return false
	}
	before, after := aroundIt(in, f)
	if f.Value.Cmp(big.NewRat(1, 1)) == 0 {
		return slices.ContainsFunc(exchangeWords, func(w string) bool { return strings.HasPrefix(after, w) }) && strings.ContainsAny(text.First(after, 8), "0123456789")
	}
	at := strings.LastIndexAny(before, "0123456789")
	if at < 0 || before[at] != '1' || at > 0 && strings.ContainsRune("0123456789.,", rune(before[at-1])) || utf8.RuneCountInString(before[at:]) > toReach+2 {
		return false
	}
	lead := strings.TrimSpace(before[at+1:]) + f.Quote[:max(0, min(f.Core.Start-f.Span.Start, len(f.Quote)))]
	return !strings.ContainsAny(lead, "万亿兆千百") && slices.ContainsFunc(exchangeWords, func(w string) bool { return strings.HasSuffix(lead, w) || strings.HasSuffix(lead, w+"约") })
}
