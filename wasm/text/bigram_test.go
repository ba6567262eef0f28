package text

import (
	"slices"
	"strings"
	"testing"
)

func TestBigrams(t *testing.T) {
	for in, want := range map[string]string{
		"峰会上":         "峰会 会上",
		"会":           "会",
		"a会b":         "会",
		"80亿美元":       "亿美 美元",
		"上合·中亚":       "上合 中亚",
		"中,亚 国":       "中 亚 国",
		"カタカナ ひら 한국어": "カタ タカ カナ ひら 한국 국어",
		"サッカー、々〇":     "サッ ッカ カー 々〇",
		"𠀀𠀁":          "𠀀𠀁",
		"gdp 7.5%":    "",
		"会\xff议":      "会 议",
		"":            "",
	} {
		t.Run(in, func(t *testing.T) {
			var got []string
			for _, span := range Bigrams(in) {
				got = append(got, span.Of(in))
			}
			if !slices.Equal(got, strings.Fields(want)) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

// Whatever two neighbouring letters a text has, they are a bigram of it.
func FuzzBigrams(f *testing.F) {
	f.Add("峰会上80亿")
	f.Fuzz(func(t *testing.T, s string) {
		covered := make([]bool, len(s)+1)
		last := -1
		for _, span := range Bigrams(s) {
			if span.Start <= last || span.End <= span.Start || span.End > len(s) {
				t.Fatalf("%v after %d in %q", span, last, s)
			}
			last = span.Start
			for i := span.Start; i < span.End; i++ {
				covered[i] = true
			}
		}
		for i, r := range s {
			if covered[i] != IsIdeograph(r) {
				t.Fatalf("%q at %d of %q: covered %v", r, i, s, covered[i])
			}
		}
	})
}

func BenchmarkBigrams(b *testing.B) {
	s := Fold(strings.Repeat("中亚五国与中国的贸易额在2024年超过９４８亿美元，同比增长约7.5%。", 20))
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Bigrams(s)
	}
}
