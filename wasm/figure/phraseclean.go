package figure

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// cleaned makes of what stands before a figure a noun phrase: without remarks
// in brackets, comparisons, adverbs and the verb that leads to the figure, and
// without the number of an article.
func cleaned(s string) string {
	const numerals = "一二三四五六七八九十"
	if _, rest, item := strings.Cut(s, "、"); item && strings.Trim(s[:len(s)-len(rest)-len("、")], numerals) == "" && strings.TrimLeft(rest, numerals) == rest {
		s = rest // 六、中方提供
	}
	s = withoutAdverbs(withoutBrackets(s))
	s = trimHead(trimTail(s))
	s = withoutComparison(s)
	return strings.TrimPrefix(trimTail(trimHead(withoutUnit(s))), "的")
}

// withoutBrackets drops （…）, and signs that lost their partner.
func withoutBrackets(s string) string {
	for {
		open := strings.IndexAny(s, "（(")
		if open < 0 {
			break
		}
		size := strings.IndexAny(s[open:], "）)")
		if size < 0 {
			s = s[:open] + strings.TrimLeft(s[open:], "（(")
			continue
		}
		_, close := utf8.DecodeRuneInString(s[open+size:])
		s = s[:open] + s[open+size+close:]
	}
	if !strings.ContainsAny(s, "）)—-") {
		return s
	}
	return lostSigns.Replace(s)
}

// lostSigns are signs that lost their partner.
var lostSigns = strings.NewReplacer("(下同)", "", "（下同）", "", "下同)", "", "下同）", "", "）", "", ")", "", "—", "", "--", "")

// withoutAdverbs drops the words between a subject and its verb. Words of the
// classes keep and whole are passed: 将军 is no 将.
func withoutAdverbs(s string) string {
	words := theBoundaries()
	kept, from := "", 0 // s[from:i] is still to be kept
	for i := 0; i < len(s); {
		if w := words.whole.prefix(s[i:]); w != "" {
			i += len(w)
			continue
		}
		if size := max(len(words.drop.prefix(s[i:])), superlative(s[i:])); size > 0 {
			kept += strings.TrimSuffix(s[from:i], "还") // 还下调了
			i += size
			from = i
			continue
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return kept + s[from:]
}

// superlative is how long 世界上最长的, 全球最大的 is that s begins with: how a thing
// ranks is no part of what is measured.
func superlative(s string) int {
	w, ok := hasPrefix(s, "世界上最", "世界最", "全世界最", "全球最")
	if !ok {
		return 0
	}
	_, size := utf8.DecodeRuneInString(s[len(w):])
	of, ok := strings.CutPrefix(s[len(w)+size:], "的")
	if !ok {
		return 0
	}
	return len(s) - len(of)
}

// comparisonReach is how many runes a comparison has at most.
const comparisonReach = 16

// withoutComparison cuts 比上年, 较一年前 and what else a figure is compared with
// off the end.
func withoutComparison(s string) string {
	for _, w := range listed("compare") {
		i := strings.LastIndex(s, w)
		if i < 0 || utf8.RuneCountInString(s[i:]) > comparisonReach {
			continue
		}
		if theBoundaries().whole.suffix(s[:i+len(w)]) != "" || theBoundaries().whole.prefix(s[i:]) != "" {
			continue
		}
		return trimTail(s[:i]) + doneMore(s[i+len(w):])
	}
	return s
}

// doneMore is what was done more or less of, behind what it is compared with: of
// 比去年扩招 it is 扩招, of 比上月少运 运.
func doneMore(s string) string {
	if slices.Contains(listed("does-more"), s) {
		return s
	}
	verb, more := strings.CutPrefix(s, "多")
	if !more {
		verb, more = strings.CutPrefix(s, "少")
	}
	if n := utf8.RuneCountInString(verb); !more || n < 1 || n > 2 || trimTail(verb) != verb {
		return ""
	}
	return verb
}

// withoutUnit cuts 每吨 off a price per ton, and 每年 out of 每年供应.
func withoutUnit(s string) string {
	i := strings.LastIndex(s, "每")
	if i < 0 {
		return s
	}
	if w, rate := hasPrefix(s[i:], "每年", "每月", "每天", "每日", "每周", "每季度"); rate && i+len(w) < len(s) {
		return s[:i] + s[i+len(w):]
	}
	if _, unit := hasSuffix(s, listed("per-unit")...); i == 0 && !unit || utf8.RuneCountInString(s[i:]) > 6 || !unit && utf8.RuneCountInString(s[i:]) > 3 {
		return s
	}
	return trimTail(s[:i])
}

// trimHead takes words off the beginning that belong to no noun phrase.
func trimHead(s string) string {
	for s != "" {
		w := theBoundaries().head.prefix(s)
		if w == "我" || w == "其" || w == "他" {
			if _, more := hasPrefix(s[len(w):], "国", "方", "省", "市", "州", "他", "中亚"); more {
				w = ""
			}
		}
		if keep := theBoundaries().whole.prefix(s); len(keep) > len(w) {
			w = ""
		}
		if w == "" {
			w = leadingSign(s)
		}
		if w == "" {
			break
		}
		s = s[len(w):]
	}
	return s
}

func leadingSign(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune(" \t　,.;:-—–·（()）*•●○■□▪◆◇★", r) || r >= '①' && r <= '⑳' {
		return s[:size]
	}
	return itemNumber(s)
}

// itemNumber is the 1. or 2、 that an item of a list begins with.
func itemNumber(s string) string {
	rest := strings.TrimLeft(s, "0123456789")
	mark, is := hasPrefix(rest, ". ", "、", "．", ") ")
	if rest == s || !is || strings.TrimLeft(rest[len(mark):], "0123456789") != rest[len(mark):] {
		return ""
	}
	return s[:len(s)-len(rest)+len(mark)]
}

// substances are nouns of one character.
const substances = "煤油气水电铀铜铁铝锌金银钢粮米麦棉糖盐茶酒鱼肉奶纸药车船树"

// trimTail takes verbs and adverbs off the end.
func trimTail(s string) string {
	for s != "" {
		s = strings.TrimRight(s, " 　，,、：:-—–（(+↑↓▲▼")
		w := theBoundaries().tail.suffix(s)
		if keep := theBoundaries().whole.suffix(s); len(keep) > len(w) {
			break
		}
		if w == "" {
			break
		}
		rest := s[:len(s)-len(w)]
		if r, size := utf8.DecodeRuneInString(rest); size == len(rest) && size > 0 && !strings.ContainsRune(substances, r) {
			return ""
		}
		s = rest
	}
	return s
}

// pairs are the signs that come in twos.
var pairs = [][2]string{{"“", "”"}, {"《", "》"}, {"‘", "’"}, {"（", "）"}, {"「", "」"}, {"【", "】"}}

// balanced drops quotation marks and brackets that stand alone.
func balanced(s string) string {
	for _, pair := range pairs {
		if strings.Count(s, pair[0]) != strings.Count(s, pair[1]) || strings.Index(s, pair[0]) > strings.Index(s, pair[1]) {
			s = strings.ReplaceAll(strings.ReplaceAll(s, pair[0], ""), pair[1], "")
		}
	}
	return s
}

// undoubled drops the second of two equal words that stand side by side:
// 发展战略发展战略.
func undoubled(s string) string {
	runes := []rune(s)
	all := len(runes)
	for i := 0; i < len(runes); i++ {
		for n := min(10, (len(runes)-i)/2); n >= 2; n-- {
			if slices.Equal(runes[i:i+n], runes[i+n:i+2*n]) {
				runes = append(runes[:i+n], runes[i+2*n:]...)
				n = min(n, (len(runes)-i)/2) + 1
			}
		}
	}
	if len(runes) == all {
		return s
	}
	return string(runes)
}

// longest is how many runes an indicator has at most.
const longest = 30

// shortened cuts a phrase to so many runes, from the left, at a 的 if there is
// one in the part that goes.
func shortened(s string, most int) string {
	s = strings.TrimSpace(s)
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	runes := []rune(s)
	cut := len(runes) - most
	for i := cut; i < len(runes)-6; i++ {
		if runes[i] == '的' || runes[i] == '，' {
			return balanced(trimHead(string(runes[i+1:])))
		}
	}
	return balanced(trimHead(string(runes[cut:])))
}

// shortened cuts a phrase like the function of its name, but before or behind a
// name, not within it.
func (r *reading) shortened(s string, most int) string {
	cut := shortened(s, most)
	at := len(s) - len(cut)
	if at == 0 || !strings.HasSuffix(s, cut) {
		return cut
	}
	for _, m := range r.p.document.names.Find(s) {
		if m.Start >= at || at >= m.End {
			continue
		}
		if whole := s[m.Start:]; utf8.RuneCountInString(whole) <= most+2 {
			return whole
		}
		return trimHead(s[m.End:])
	}
	return cut
}

// trimQualifier drops 约, 近 and their like.
func trimQualifier(s string) string {
	for {
		w, ok := hasSuffix(s, listed("qualifier")...)
		if !ok {
			return strings.TrimSpace(s)
		}
		s = strings.TrimSuffix(s, w)
	}
}
