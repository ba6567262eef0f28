package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"貿易額超過７００億美元":                        "贸易额超过700亿美元",
		"後來發展、乾燥、於是":                         "后来发展、干燥、于是",
		"著名 看着 瞭望 覆盖":                        "著名 看着 瞭望 覆盖", // themselves in simplified text
		"GDP Қазақстан ШОС":                  "gdp қазақстан шос",
		"Ёлка ещё":                           "елка еще",
		"ＡＢＣ％，（１）！":                          "abc%,(1)!",
		"ｶﾀｶﾅ ﾎﾃﾙ":                           "カタカナ ホテル",
		"“a”「b」『c』«d»„e‟＂":                   `"a""b""c""d""e""`,
		"‘it’s’ ʼ":                           "'it's' '",
		"1〜2～3":                              "1~2~3",
		"7—8–9−1‐2‑3―4－5":                    "7-8-9-1-2-3-4-5",
		"卡西姆·托卡耶夫•・‧∙⋅･":                     "卡西姆·托卡耶夫······",
		"a\u3000b\u00a0c\td\ne\u2009f\u2028": "a b c d e f ",
		"a  b":                               "a  b",
		"a\u200bb\ufeffc\u00add\u2060\x00":   "abcd",
		"☎\ufe0f 葛\U000e0100":                "☎ 葛",
		"⼈⺟ 豈":                               "人母 岂",
		"，。！？；：":                             ",。!?;:",
		"《谁》【注】…⋯":                           "《谁》【注】……",
		"\xff\xe4\xb8a":                      "\ufffd\ufffd\ufffda",
		"İ ẞ ς K":                            "i ß ς k",
		"":                                   "",
	} {
		t.Run(in, func(t *testing.T) {
			if got := Fold(in); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestFoldingTwiceChangesNothing(t *testing.T) {
	for r := range rune(utf8.MaxRune + 1) {
		once := FoldRune(r)
		if once < -1 || once > utf8.MaxRune {
			t.Fatalf("U+%04X becomes %d", r, once)
		}
		if once >= 0 && FoldRune(once) != once {
			t.Errorf("U+%04X %c becomes %c and then %c", r, r, once, FoldRune(once))
		}
	}
}

func TestFoldRuneBeyondUnicode(t *testing.T) {
	for _, r := range []rune{-1, 0x110000, 0x7fffffff} {
		if got := FoldRune(r); got != r {
			t.Errorf("FoldRune(%d) = %d", r, got)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"貿易額７００", "ЁЖ«a»", "\xff\x00\ufeff", "a—b\u3000c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if !utf8.ValidString(once) {
			t.Fatalf("%q is not UTF-8", once)
		}
		if twice := Fold(once); twice != once {
			t.Fatalf("%q folds to %q and then to %q", s, once, twice)
		}
		if got := NewFolding(s).Text; got != once {
			t.Fatalf("NewFolding gives %q, Fold %q", got, once)
		}
	})
}

// Fold must not copy what is folded already: most of what the engine folds is.
func TestFoldKeepsWhatIsFolded(t *testing.T) {
	s := strings.Repeat("贸易额超过 700 亿 gdp, ", 10)
	if n := testing.AllocsPerRun(10, func() { Fold(s) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkFold(b *testing.B) {
	s := strings.Repeat("中亚五国与中国的贸易额在2024年超过９４８亿美元，同比增长约7.5%。", 20)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		NewFolding(s)
	}
}

func BenchmarkFirstFold(b *testing.B) {
	for b.Loop() {
		for i := range pages {
			pages[i].Store(nil)
		}
		Fold("中亚五国与中国的贸易额在2024年超过９４８亿美元，同比增长约7.5%。")
	}
}

func BenchmarkReadTable(b *testing.B) {
	for b.Loop() {
		readChars()
	}
}
