package figure

import (
	"strings"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// namedEvent: 2026年4月的区域生态峰会 names what takes place.
func (r *reading) namedEvent(after string) bool {
	end := 0
	for _, w := range listed("event-noun") {
		if i := strings.Index(after, w); i >= 2*len("字") && (end == 0 || i+len(w) < end) {
			end = i + len(w)
		}
	}
	if end == 0 || utf8.RuneCountInString(after[:end]) > 18 || strings.ContainsAny(after[:end], "，、；") {
		return false
	}
	if _, verb := containsAny(after[:end], listed("event")...); verb {
		return false
	}
	verb := ""
	for _, w := range []string{"举行", "召开", "举办", "开幕", "闭幕"} {
		if strings.Contains(text.First(after[end:], 14), w) {
			verb = w
			break
		}
	}
	r.Indicator = tidy(after[:end]) + verb + "时间"
	return true
}

// termOf: 通过2025—2027年合作路线图 tells the years of the road map, not when it
// is adopted.
func (r *reading) termOf(after string) bool {
	plan := firstClause(after)
	_, named := hasSuffix(plan, listed("plan-word")...)
	_, does := containsAny(plan, listed("no-term")...)
	if !named || does || len(r.Period) != len("2025/2027") || utf8.RuneCountInString(plan) < 4 {
		return false
	}
	r.tellTime(plan, "期限")
	return true
}
