package corpus

import (
	"math/rand"
	"regexp"
	"strings"
	"testing"
)

// The patterns as regular expressions, which the program does without.
var (
	datelinePattern = regexp.MustCompile(`^[（(【\[]?\s*(?:据\s*)?([\p{Han}A-Za-z]{1,14}?(?:社|网|網|報|报|台|客户端))\s*/?\s*` +
		`((?:[\p{Han}]{1,8}?)?)\s*/?\s*(?:((?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?)\s*(?:电|電|讯|訊|消息|报道|報道|報導)` +
		`(?:\s*[（(]\s*(?:记者|实习记者|特约记者|通讯员)[^）)]{0,30}[）)])?\s*[）)】\]：:，,—\s]*|` +
		`(\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日)\s*(?:--|—)[-—–]*\s*)`)
	herePattern = regexp.MustCompile(`(?:在此间|在这里|在此地|在当地|在此)[\p{Han}]{0,4}(?:举行|召开|开幕|举办|闭幕)`)
	timePattern = regexp.MustCompile(`^T?\d{1,2}[:：]\d{2}([:：]\d{2})?(\.\d+)?(Z|[+-]\d{2}:?\d{2})?(\s|$)`)
	refPattern  = regexp.MustCompile(`\{([¶S][1-9][0-9]*(?:,[¶S][1-9][0-9]*)*)\}$`)
	datePattern = regexp.MustCompile(`^(19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$`)
	idPattern   = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)
)

func datelineByPattern(text string) (parts datelineParts, n int, ok bool) {
	m := datelinePattern.FindStringSubmatch(text[:byteOffset(text, 80)])
	if m == nil || len(m[0]) == len(text) || strings.HasPrefix(m[2], "的") {
		return datelineParts{}, 0, false
	}
	return datelineParts{m[1], m[2], m[3] + m[4]}, len(m[0]), true
}

func cutRefByPattern(s string) (paragraph, ref string, ok bool) {
	m := refPattern.FindStringSubmatchIndex(s)
	if m == nil {
		return "", "", false
	}
	return s[:m[0]], s[m[2]:m[3]], true
}

// pieces that texts which nearly match are put together of.
var pieces = []string{
	"（", "(", "【", "）", ")", "】", " ", "\t", "据", "海岸", "岛", "通讯", "社", "网", "报", "台", "客户端", "杜尚别", "的", "2025年", "10月", "9日", "19日",
	"电", "電", "讯", "消息", "报道", "報導", "（记者", "通讯员", "甲乙", "：", "，", "—", "x", "Ab", "会议", "在此间", "在此", "在这里", "在当地", "隆重", "举行", "开幕",
	"T", "9", "09", ":", "30", "00", ".", "5", "Z", "+", "-", "{", "}", "¶", ",", "7", "12", "0", "S", "1999", "2025", "-13", "-31", "-32", "-00", "a-b", "\xff", "\n", "/", "--",
}

func TestPatternsAreThoseOfRegularExpressions(t *testing.T) {
	random := rand.New(rand.NewSource(7))
	matched := 0
	for range 200_000 {
		var b strings.Builder
		for range 1 + random.Intn(12) {
			b.WriteString(pieces[random.Intn(len(pieces))])
		}
		if comparePatterns(t, b.String()) {
			matched++
		}
		if t.Failed() {
			return
		}
	}
	for _, s := range []string{
		"海岛通讯社港口城10月9日电（记者 甲乙）会议", "海岛社/港口城/10月9日 -- 会议", "【据海岛网消息】会议", "据社电会议", "T09:30:00.5+05:00 x", "9:30", "09:30Z", "会议{¶7,¶12}", "在此间隆重热烈举行",
	} {
		if !comparePatterns(t, s) {
			t.Errorf("%s matches nothing", s)
		}
	}
	t.Logf("%d matches", matched)
}

// comparePatterns reports whether anything matched.
func comparePatterns(t *testing.T, s string) (matched bool) {
	parts, n, ok := dateline(s)
	if wantParts, wantN, want := datelineByPattern(s); parts != wantParts || n != wantN || ok != want {
		t.Errorf("%q: dateline %q of %d bytes (%v), want %q of %d (%v)", s, parts, n, ok, wantParts, wantN, want)
	}
	here := heldHere(s)
	if want := herePattern.MatchString(s); here != want {
		t.Errorf("%q: held here %v, want %v", s, here, want)
	}
	time := timeOfDay(s)
	if want := len(timePattern.FindString(s)); time != want {
		t.Errorf("%q: time of %d bytes, want %d", s, time, want)
	}
	paragraph, ref, cut := cutRef(s)
	if wantParagraph, wantRef, want := cutRefByPattern(s); paragraph != wantParagraph || ref != wantRef || cut != want {
		t.Errorf("%q: reference %q (%v), want %q (%v)", s, ref, cut, wantRef, want)
	}
	id := isRecordID(s)
	if want := idPattern.MatchString(s); id != want {
		t.Errorf("%q: an id %v, want %v", s, id, want)
	}
	date := isSourceDate(s)
	if want := datePattern.MatchString(s); date != want {
		t.Errorf("%q: a date %v, want %v", s, date, want)
	}
	return ok || here || time > 0 || cut || id || date
}
