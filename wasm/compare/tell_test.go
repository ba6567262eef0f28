package compare

import (
	"math/big"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/figure"
)

// TestPlainNameOfTonnes: the tonnes of exports are no 出口额.
func TestPlainNameOfTonnes(t *testing.T) {
	export := &figure.Measure{ID: "trade.export", Zh: "出口额", En: "Exports"}
	for kind, want := range map[string]string{"money": "出口额", "mass": "出口量", "volume": "出口量", "change": "出口额"} {
		i := &item{doc: &corpus.Document{}, f: &figure.Figure{Kind: kind}, phrase: phrase{measure: export}}
		if got := i.plainName().Zh; got != want {
			t.Errorf("%s: %q, want %q", kind, got, want)
		}
	}
}

// What a reader set right is said to be theirs wherever it is told.
func TestWhatAReaderSetRightIsToldAsTheirs(t *testing.T) {
	var docs []Input
	for _, told := range []string{"约为20亿美元", "约为35亿美元"} {
		d := &corpus.Document{Kind: corpus.Article, Summit: corpus.Summit{Date: "2025-03-05"},
			Passages: []corpus.Passage{{Kind: corpus.Text, Text: "去年哈萨克斯坦与日本的贸易额" + told + "。"}}}
		docs = append(docs, Input{Document: d, Figures: figure.Extract(d, corpus.Names())})
	}
	corrected, err := docs[1].Figures[0].With(figure.Correction{Amount: "超过28亿美元"}, corpus.Names())
	if err != nil {
		t.Fatal(err)
	}
	docs[1].Figures[0] = corrected.Told()
	s := Run(docs, corpus.Names()).Series
	if len(s) != 1 || len(s[0].Members) != 2 {
		t.Fatalf("%d series, want one of two figures", len(s))
	}
	for _, m := range s[0].Members {
		want := Words{"约20亿美元", "about $2 billion"}
		if m.Document == 1 {
			want = Words{"超过28亿美元［读者订正］", "more than $2.8 billion [corrected by the reader]"}
		}
		if m.Told != want {
			t.Errorf("told as %q, want %q", m.Told, want)
		}
	}
	if title := s[0].Title; !strings.Contains(title.Zh, "读者订正") || !strings.Contains(title.En, "corrected by the reader") {
		t.Errorf("the title does not say so: %q", title)
	}
}

func TestOneOfAUnitIsToldAsOne(t *testing.T) {
	for want, told := range map[string]Words{
		"1 percentage point":    TellValue(big.NewRat(1, 1), "pp"),
		"-1 percentage point":   TellValue(big.NewRat(-1, 1), "pp"),
		"1.5 percentage points": TellValue(big.NewRat(3, 2), "pp"),
		"1 year":                TellValue(big.NewRat(1, 1), "year"),
		"1 times":               TellValue(big.NewRat(1, 1), "x"),
		"10,000 tonnes":         TellValue(big.NewRat(10000, 1), "t"),
		"1 kg":                  TellValue(big.NewRat(1, 1000), "t"),
	} {
		if told.En != want {
			t.Errorf("got %q, want %q", told.En, want)
		}
	}
}

// Days, months and years stand in one English sentence, which has no
// preposition that only one of them takes.
func TestTheSameAtTwoTimesInEnglish(t *testing.T) {
	const today = "挪威可对冰岛增加135项商品的出口。"
	for _, c := range []struct {
		days, said [2]string
		want       string
	}{
		{[2]string{"2022-09-01", "2023-09-01"}, [2]string{"2021年，挪威与冰岛贸易额为30亿美元。", "2022年，挪威与冰岛贸易额为30亿美元。"}, "$3 billion both times (2021 and 2022)"},
		{[2]string{"2022-01-25", "2023-05-19"}, [2]string{today, today}, "135 both times (25 January 2022 and 19 May 2023)"},
	} {
		var docs []Input
		for n, day := range c.days {
			in, err := ReadDraft(c.said[n], day, corpus.Names())
			if err != nil {
				t.Fatal(err)
			}
			docs = append(docs, in)
		}
		s := Run(docs, corpus.Names()).Series
		if len(s) != 1 || !strings.HasSuffix(s[0].Title.En, c.want) {
			t.Errorf("%q: %d series %v, want one that ends with %q", c.said, len(s), titlesOf(s, func(s Series) Words { return s.Title }), c.want)
		}
	}
}

// What may not be added is told once for each group, with its members.
func TestTheMembersOfAGroupAreToldTogether(t *testing.T) {
	l := newLibrary(nil, corpus.Names(), nil, false)
	for _, c := range []struct {
		countries []string
		want      Words
	}{
		{[]string{"日本"}, Words{}},
		{[]string{"中国"}, Words{"上合组织包括中国", "the Shanghai Cooperation Organisation includes China"}},
		{[]string{"中国", "俄罗斯", "日本"}, Words{"上合组织包括中国、俄罗斯", "the Shanghai Cooperation Organisation includes China and Russia"}},
		{[]string{"中国", "俄罗斯", "印度", "巴基斯坦"}, Words{"上合组织包括中国、俄罗斯、印度等", "the Shanghai Cooperation Organisation includes China, Russia, India and others"}},
	} {
		if got := l.included("上海合作组织", c.countries); got != c.want {
			t.Errorf("%q: %q, want %q", c.countries, got, c.want)
		}
	}
}
