package entity

import (
	"fmt"
	"strings"
	"testing"
)

// Texts, and the entities that suites of cases ask for in them: the kind, the
// piece of text, its number and unit, the range or the days it goes from and to
// (the last one outside).
var entities = []struct{ text, want string }{
	{"五元", "number 五 5; currency 五元 5 CNY"},
	{"五美元", "currency 五美元 5 USD"}, // a digit in a word is no number of its own
	{"三日元", "currency 三日元 3 JPY"},
	{"500亿美元", "number 500亿 5e+10; currency 500亿美元 5e+10 USD"},
	{"三块五", "number 三 3; number 五 5; currency 三块五 3.5 CNY"},
	{"80美分", "number 80 80; currency 80美分 80 Cent"},
	{"50欧分", "number 50 50; currency 50欧分 50 Cent"},
	{"5BTC", "number 5 5; currency 5BTC 5 Bitcoin"},
	{"二十至三十公里", "number 二十 20; number 三十 30; dimension 二十至三十公里 20000 米 20000..30000"}, // all in one unit
	{"20多公里", "number 20 20; dimension 20多公里 20000 米 20000..30000"},
	{"20至30美分", "number 20 20; number 30 30; currency 20至30美分 20 Cent 20..30"},
	{"一半以上", "fraction 一半以上 0.5 0.5.."},
	{"五斤", "number 五 5; dimension 五斤 2.5 千克"},
	{"5M", "number 5M 5e+06; dimension 5M 5 米"}, // mega, or metres
	{"不少于20人", "number 20 20; range 20 20.."},
	{"三五个人", "number 三五 3; range 三五 3..5"},
	{"25%至30%", "percent 25%至30% 25 25..30"},
	{"八折", "percent 八折 80"},
	{"第三名", "number 三 3; ordinal 第三 3"},
	{"三小时", "number 三 3; duration 三小时 PT3H"},
	{"去年", "period 去年 2024-01-01 2025-01-01"},
	{"2025年10月9日", "number 2025 2025; number 10 10; number 9 9; date 2025年10月9日 2025-10-09 2025-10-10"},
	{"20世纪", "number 20 20; period 20世纪 1900-01-01 2000-01-01"}, // as it is usually meant
}

func TestEntities(t *testing.T) {
	for _, c := range entities {
		t.Run(c.text, func(t *testing.T) {
			var got []string
			for _, e := range Of(c.text, "2025-10-09") {
				got = append(got, e.describe(c.text))
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("\n got %s\nwant %s", s, c.want)
			}
		})
	}
}

func (e Entity) describe(text string) string {
	parts := []string{e.Kind, string([]rune(text)[e.Start:e.End])}
	if e.Num != nil {
		parts = append(parts, fmt.Sprint(*e.Num))
	}
	parts = append(parts, e.ISO, e.Unit, e.Timex, e.From, e.To)
	if e.Low != nil || e.High != nil {
		parts = append(parts, bound(e.Low)+".."+bound(e.High))
	}
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

func bound(end *float64) string {
	if end == nil {
		return ""
	}
	return fmt.Sprint(*end)
}
