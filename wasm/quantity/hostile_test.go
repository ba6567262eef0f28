package quantity

import (
	"math"
	"strings"
	"testing"
)

// hostile are texts that no news desk would let pass, with what a careful
// reader still makes of them, one quantity a line; "" is nothing. Signs that
// cannot be seen are escaped, which is why these are no specs in testdata.
var hostile = []struct{ text, want string }{
	// too long, too many places
	{strings.Repeat("1", 40) + "人", strings.Repeat("1", 40) + "人 = count " + strings.Repeat("1", 40) + " count not=code"},
	{strings.Repeat("1", 41) + "人", ""},
	{strings.Repeat("九", 41) + "人", ""},
	{"0." + strings.Repeat("0", 45) + "1元", ""},
	{"1" + strings.Repeat(",000", 20) + "元", ""},
	{"一万亿亿元", ""},
	{"3亿亿亿人", ""},
	{"亿亿亿", ""},
	{strings.Repeat("万亿", 20), ""},
	{"1e400元", ""},
	{"2^9999", ""},
	{"0^-1", ""},
	{"9999999999999999999999年前", "9999999999999999999999年 = duration 9999999999999999999999 year"},
	// nothing below the line
	{"0分之一", "0 = number 0\n一 = number 1"},
	{"零分之三", "零 = number 0\n三 = number 3"},
	{"1/0", "1 = number 1\n0 = number 0"},
	{"3比0", "3 = number 3\n0 = number 0"},
	// units and signs alone
	{"元", ""},
	{"亿", ""},
	{"百分之", ""},
	{"分之一", "一 = number 1"},
	{"第", ""},
	{"％", ""},
	{"￥", ""},
	{"至", ""},
	{"几几", ""},
	{"半半", ""},
	{"第第三", "第三 = ordinal 3 count"},
	// digits that are no number
	{"3.5.6", ""},
	{"192.168.0.1", ""},
	{"2025-13-45", "2025 = number 2025 not=code\n13 = number 13 not=code\n45 = number 45 not=code"},
	{"25:61", "25:61 = ratio 0.409836065573770 not=score"},
	{"5:3:2", "5:3:2 = ratio 1.666666666666667 not=score"},
	// other scripts, and full width
	{"٣٤٥ १२३ ۱۲۳", ""},
	{"½杯 ③个 m²", ""},
	{"１２３，４５６．７吨", "１２３，４５６．７吨 = mass 123456.7 t"},
	{"５０％", "５０％ = percent 50 %"},
	{"贰拾叁萬圓", "贰拾叁萬圓 = money 230000 CNY"},
	{"3 миллиарда", "3 = number 3"},
	{"5 million", "5 million = number 5000000"},
	// what cannot be seen, inside and around
	{"3\u200b5\u200d亿\ufeff元", "3\u200b5\u200d亿\ufeff元 = money 3500000000 CNY"},
	{"一\u00ad百\u2060五十人", "一\u00ad百\u2060五十人 = count 150 count"},
	{"\u202e12\u202c元", "12\u202c元 = money 12 CNY"},
	{"\u200f5亿\u200f元", "5亿\u200f元 = money 500000000 CNY"},
	{"3\ufe0f\u20e3个", "3 = number 3"},
	{"3\u0301个", "3 = number 3"},
	{"5元\u0301", "5元 = money 5 CNY"},
	{"👍🏽3个", "3个 = count 3 count"},
	{"3\x00个", "3\x00个 = count 3 count"},
	{"3\xff个", "3 = number 3"},
	{"\xe5\x85", ""},
	{"3个\xe5", "3个 = count 3 count"},
	{"3\t个", "3 = number 3"},
	{"3\r\n个", "3 = number 3"},
}

func TestHostile(t *testing.T) {
	for _, c := range hostile {
		name := c.text
		if len(name) > 40 {
			name = name[:40]
		}
		t.Run(name, func(t *testing.T) {
			found := Read(c.text, Date{2025, 10, 9})
			checkPlaces(t, c.text, found)
			var got []string
			for k := range found {
				got = append(got, describe(c.text, &found[k]))
			}
			if s := strings.Join(got, "\n"); s != c.want {
				t.Errorf("%q:\n got %q\nwant %q", c.text, s, c.want)
			}
		})
	}
}

// checkFinite fails t when a value is too large for a number of 64 bits, as
// the page has none other.
func checkFinite(t *testing.T, s string, q *Quantity) {
	t.Helper()
	if q.Value == nil {
		return
	}
	if f, _ := q.Value.Float64(); math.IsInf(f, 0) {
		t.Fatalf("%q: value %s", s, Decimal(q.Value))
	}
}

// A number beside a damaged character may be the rest of a longer one.
func TestWhatIsDamagedIsNotRead(t *testing.T) {
	for s, want := range map[string]string{
		"贸易额为12\uFFFD5亿美元，投资30亿元": "30亿元",
		"贸易额为12亿\uFFFD元":          "",
		"贸易\uFFFD为12亿元":           "12亿元",
	} {
		var got []string
		for _, q := range Read(s, Date{}) {
			got = append(got, q.Span.Of(s))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}
