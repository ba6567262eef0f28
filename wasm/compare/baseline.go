package compare

import (
	"math/big"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fenghui/wasm/figure"
	"fenghui/wasm/text"
)

// isBaseline reports whether a figure is the value that a change starts from:
// 由57亿增至110亿. The time of its sentence is that of the later value. With a time
// of its own (从2002年的…) it is a figure like any other; so it is where 由 names
// who does something.
func isBaseline(in *Input, f *figure.Figure) bool {
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

// isBracketed reports whether a value in brackets is what another one is
// compared with: 比上年（583万吨）增长5%.
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

// leadsToValue reports whether a text begins by leading to another value: ，增至110亿,
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

// tellsValue reports whether a text has a number in it that is no year, month
// or day.
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

// isExchange reports whether a figure is one of the sums of a rate of exchange,
// which nobody has or owes: （1美元约合4.3林吉特）.
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
