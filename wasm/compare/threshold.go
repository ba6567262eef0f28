package compare

import (
	"strings"

	"fenghui/wasm/text"
)

// thresholdBefore is from where on, or up to where, a clause counts what it tells:
// 60岁以上的老人287人 are not all 人.
func thresholdBefore(i *item) string {
	if !containsAny(i.f.Sentence, "以上", "以下") {
		return ""
	}
	before := beforeIt(i)
	clause := before[lastEnd(before):]
	end := max(strings.LastIndex(clause, "以上"), strings.LastIndex(clause, "以下"))
	if end < 0 {
		return ""
	}
	said := text.Last(clause[:end], thresholdReach)
	if k := strings.IndexAny(said, numerals); k >= 0 {
		return said[k:] + clause[end:end+len("以上")]
	}
	return ""
}

// setApart keeps a figure from others by its threshold, if it has one.
func (i *item) setApart(threshold string) {
	if threshold != "" {
		i.apart, i.others = i.apart+threshold+border, i.others+threshold+border
	}
}

// thresholdReach is how many characters tell from where on something is counted.
const thresholdReach = 7

const numerals = "0123456789一二三四五六七八九十百千万亿"
