package compare

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// length is how many years growth is told over.
func (i *item) length() int {
	if i.growthYears > 0 && !i.when.growth {
		return i.growthYears
	}
	return i.when.years()
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
	clause := lastClause(before)
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

// sinceStart is the length of growth told since something began, where the text
// does not say when: it is comparable with nothing but itself.
const sinceStart = 99

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

// yearDigits are the numbers of years that are told in words.
var yearDigits = map[rune]int{'两': 2, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9, '十': 10}

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
