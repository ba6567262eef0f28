package text

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

// That the cut is gse's with the whole shipped dictionary is shown in
// build/dictionary, which makes that dictionary.

func cut(s *Segmenter, folded string) []string {
	var words []string
	for _, span := range s.Cut(folded) {
		words = append(words, span.Of(folded))
	}
	return words
}

func TestCut(t *testing.T) {
	segmenter := NewSegmenter(openSample(t, sample))
	for in, want := range map[string]string{
		"中亚国家的贸易额超过700亿":       "中亚国家 的 贸易额 超过 700 亿",
		"峰会上":                  "峰 会上",
		"gdp增长7.5%":            "gdp 增 长 7 5",
		"қазақстан и шос-2025": "қазақстан и шос 2025",
		"贸易,贸易。 \"的\"":         "贸易 贸易 的",
		"c5+1 b2b":             "c5 1 b2b",
		"未收录的词":                "未 收 录 的 词",
		"贸\xff易":               "贸 易",
		" 。":                   "",
		"":                     "",
	} {
		t.Run(in, func(t *testing.T) {
			if got := cut(segmenter, in); !slices.Equal(got, strings.Fields(want)) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

// A clause is cut the same by itself and in a long text, with what a segmenter
// has seen before and without.
func TestCutDoesNotDependOnContext(t *testing.T) {
	d := openSample(t, sample)
	const clause = "中亚国家的贸易额超过700亿,"
	alone := cut(NewSegmenter(d), clause)
	all := cut(NewSegmenter(d), strings.Repeat(clause, 5000))
	for i := range 5000 {
		if got := all[i*len(alone) : (i+1)*len(alone)]; !slices.Equal(got, alone) {
			t.Fatalf("clause %d: got %q, want %q", i, got, alone)
		}
	}
}

// Starting anew when too many words are loaded changes no cut.
func TestCutAfterStartingAnew(t *testing.T) {
	segmenter := NewSegmenter(openSample(t, sample))
	before := cut(segmenter, "中亚国家的贸易额")
	segmenter.reset()
	if after := cut(segmenter, "中亚国家的贸易额"); !slices.Equal(before, after) {
		t.Errorf("got %q, before %q", after, before)
	}
}

func TestCutLoadsOnlyWhatOccurs(t *testing.T) {
	segmenter := NewSegmenter(openSample(t, sample))
	segmenter.Cut("中亚国家,中亚国家")
	segmenter.Cut("中亚国家")
	if n := segmenter.gse.Dict.NumTokens(); n != 4 { // 中 中亚 中亚国家 国家
		t.Errorf("%d words loaded, want 4", n)
	}
}

func FuzzCut(f *testing.F) {
	d := openSample(f, sample)
	segmenter := NewSegmenter(d)
	f.Add("中亚国家的贸易额超过700亿, gdp\xff。")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, span := range segmenter.Cut(s) {
			if span.Start < last || span.End <= span.Start || span.End > len(s) {
				t.Fatalf("%v after %d in %q", span, last, s)
			}
			if strings.ContainsFunc(s[last:span.Start], unicode.IsLetter) {
				t.Fatalf("%q of %q is in no word", s[last:span.Start], s)
			}
			last = span.End
		}
		if again := cut(NewSegmenter(d), s); !slices.Equal(again, cut(segmenter, s)) {
			t.Fatalf("a fresh segmenter cuts %q", again)
		}
	})
}

// 1 to 2 µs is what a query may cost once its words are loaded.
func BenchmarkCutQuery(b *testing.B) {
	segmenter := NewSegmenter(openSample(b, sample))
	for b.Loop() {
		segmenter.Cut("中亚国家贸易额")
	}
}
