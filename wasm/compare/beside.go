package compare

import (
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"fenghui/corpus"
	"fenghui/wasm/figure"
	"fenghui/wasm/text"
)

// sinceStart is the length of growth told since something began, where the text
// does not say when: it is comparable with nothing but itself.
const sinceStart = 99

// aroundIt is what its sentence says before and behind a figure; nothing where
// the figure does not lie inside it.
func aroundIt(doc *corpus.Document, f *figure.Figure) (before, after string) {
	start := sentenceSpan(doc, f).Start
	from, to := f.Span.Start-start, f.Span.End-start
	if from < 0 || to > len(f.Sentence) || from > to {
		return "", ""
	}
	return f.Sentence[:from], f.Sentence[to:]
}

// isBase tells the value that a change starts from: 由57亿增至110亿. The time of
// its sentence is that of the later one. Where it has a time of its own
// (从2002年的…) it is a figure like others; so it is where 由 tells who does it.
func isBase(in *Input, f *figure.Figure) bool {
	if f.Value == nil || !containsAny(f.Sentence, "从", "由", "自", "（", "(", "此前", "先前", "原") {
		return false
	}
	before, after := aroundIt(in.Document, f)
	clause := before[lastEnd(before):]
	if isBracketed(before, after) || startsWith(clause, wordsOf("earlier-aim")...) {
		return true
	}
	at := max(strings.LastIndex(clause, "从"), strings.LastIndex(clause, "由"), strings.LastIndex(clause, "自"))
	if at < 0 || utf8.RuneCountInString(clause[at:]) > fromReach || strings.ContainsAny(clause[at:], "年月") || containsAny(clause[at:], wordsOf("source")...) {
		return false
	}
	return leadsToValue(withoutBrackets(after))
}

// isBracketed tells what is compared with in brackets: 比上年（583万吨）增长5%.
func isBracketed(before, after string) bool {
	lead, open := strings.CutSuffix(before, "（")
	if !open {
		lead, open = strings.CutSuffix(before, "(")
	}
	if !open || !startsWith(after, "）", ")") || !endsWith(lead, "年", "同期", "季度", "月", "上季", "水平") {
		return false
	}
	return containsAny(text.Last(lead, comparedReach), "比", "较")
}

// fromReach and toReach are how many characters may stand between 从 or 增至 and
// the value.
const fromReach, toReach = 10, 6

// leadsToValue tells that a text begins by leading to another value: ，增至110亿,
// not ，达到历史新高 or ，到2030年.
func leadsToValue(s string) bool {
	near := text.First(s, toReach)
	for _, w := range leadWords() {
		k := strings.Index(near, w.word)
		if k < 0 {
			continue
		}
		behind := s[k+len(w.word):]
		if end := strings.IndexFunc(behind, isClauseEnd); end >= 0 {
			behind = behind[:end]
		}
		if tellsValue(text.First(behind, valueReach)) {
			return true
		}
	}
	return false
}

// valueReach is how many characters behind 增至 a value begins and says its unit.
const valueReach = 16

// tellsValue tells a text with a number in it that is no year, month or day.
func tellsValue(s string) bool {
	for s != "" {
		at := strings.IndexFunc(s, isNumeral)
		if at < 0 {
			return false
		}
		s = s[at:]
		end := strings.IndexFunc(s, func(r rune) bool { return !isNumeral(r) && r != '.' && r != ',' })
		if end < 0 {
			return true
		}
		if s = s[end:]; !startsWith(s, "年", "月", "日") {
			return true
		}
	}
	return false
}

func isNumeral(r rune) bool {
	return unicode.IsDigit(r) || strings.ContainsRune("一二两三四五六七八九十百千万亿半", r)
}

func startsWith(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(s, w) })
}

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
	before, _ := aroundIt(in.Document, f)
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
		if n := numberBefore(s[:at]); n > 1 && !startsWith(s[at+len("年"):], "前", "内", "底", "初", "度", "代", "级", "期", "后") {
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
	if i.growthYears > 0 && !i.when.growth {
		return i.growthYears
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

// isExchange tells the sums of a rate of exchange, which nobody has or owes:
// （1美元约合4.3林吉特）.
func isExchange(in *Input, f *figure.Figure) bool {
	if f.Kind != "money" || f.Value == nil || !strings.Contains(f.Sentence, "1") {
		return false
	}
	before, after := aroundIt(in.Document, f)
	if f.Value.Cmp(big.NewRat(1, 1)) == 0 {
		return startsWith(after, wordsOf("exchange")...) && strings.ContainsAny(text.First(after, 8), "0123456789")
	}
	at := strings.LastIndexAny(before, "0123456789")
	if at < 0 || before[at] != '1' || at > 0 && strings.ContainsRune("0123456789.,", rune(before[at-1])) || utf8.RuneCountInString(before[at:]) > toReach+2 {
		return false
	}
	lead := strings.TrimSpace(before[at+1:]) + f.Quote[:max(0, min(f.Core.Start-f.Span.Start, len(f.Quote)))]
	return !strings.ContainsAny(lead, "万亿兆千百") && slices.ContainsFunc(wordsOf("exchange"), func(w string) bool { return strings.HasSuffix(lead, w) || strings.HasSuffix(lead, w+"约") })
}
