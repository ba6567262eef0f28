package compare

import (
	"math/big"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/figure"
	"fenghui/wasm/quantity"
)

// first is the first figure with a value of a sentence.
func first(t *testing.T, sentence string) *figure.Figure {
	t.Helper()
	in, err := ReadDraft(sentence, "2025-12-31", corpus.Names())
	if err != nil {
		t.Fatal(err)
	}
	for k := range in.Figures {
		if in.Figures[k].Value != nil && in.Figures[k].Kind != "year" {
			return &in.Figures[k]
		}
	}
	t.Fatalf("no figure in %s", sentence)
	return nil
}

// written is an interval in the usual brackets.
func written(i Interval) string {
	end := func(v *big.Rat) string {
		if v == nil {
			return "∞"
		}
		return number(v, true)
	}
	open, close := "[", "]"
	if i.LowOpen || i.Low == nil {
		open = "("
	}
	if i.HighOpen || i.High == nil {
		close = ")"
	}
	return open + end(i.Low) + ", " + end(i.High) + close
}

func TestIntervals(t *testing.T) {
	for _, c := range []struct{ sentence, want string }{
		{"贸易额为380亿美元。", "[379.5亿, 380.5亿)"},
		{"贸易额为1.1万亿美元。", "[1.05万亿, 1.15万亿)"},
		{"新建公路1.1万公里。", "[1.05万, 1.15万)"},
		{"贸易额约380亿美元。", "[342亿, 418亿]"},
		{"贸易额接近700亿美元。", "(630亿, 700亿)"},
		{"贸易额超过500亿美元。", "(500亿, ∞)"},
		{"贸易额不到500亿美元。", "[0, 500亿)"},
		{"货运量达到3000万吨以上。", "[3000万, ∞)"},
		{"贸易额最多500亿美元。", "[0, 500亿]"},
		{"每年收益高达1.5万亿美元。", "[0, 1.5万亿]"},
		{"贸易额为20亿到30亿美元。", "[20亿, 30亿]"},
		{"贸易额增长8%。", "[7.5, 8.5)"},
		{"贸易额增长8.5%。", "[8.45, 8.55)"},
		{"贸易额下降8%。", "[-8.5, -7.5)"},
		{"贸易额下降超过8%。", "(∞, -8)"},
		{"贸易额占全部贸易额的三分之一。", "[32.8, 33.8)"},
		{"已实施114个项目。", "[113.5, 114.5)"},
		{"共有五条走廊。", "[4.5, 5.5)"},
		{"共有三万名学生。", "[2.5万, 3.5万)"},
	} {
		t.Run(c.sentence, func(t *testing.T) {
			i, ok := IntervalOf(first(t, c.sentence))
			if got := written(i); !ok || got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

// Whatever is told, its interval has its ends in order and holds what a bound
// says it holds; what is written below zero is written so in both ends.
func TestIntervalsAreInOrder(t *testing.T) {
	bounds := []quantity.Bound{quantity.Exact, quantity.About, quantity.Nearly, quantity.Over, quantity.Under, quantity.AtLeast, quantity.AtMost, quantity.UpTo, quantity.Range}
	for _, kind := range []string{"money", "count", "mass", "share", "multiple", "change"} {
		for _, direction := range []string{"", "level", "increase", "decrease"} {
			for _, bound := range bounds {
				f := &figure.Figure{Kind: kind, Direction: direction, Bound: bound, Value: big.NewRat(5, 1)}
				if bound == quantity.Range {
					f.Max = big.NewRat(8, 1)
				}
				i, _ := IntervalOf(f)
				low, high := i.Usual()
				below := kind == "change" && direction == "decrease"
				if low.Cmp(high) > 0 || i.empty() || below && high.Sign() > 0 || !below && low.Sign() < 0 {
					t.Errorf("%s %s %s: %s", kind, direction, bound, written(i))
				}
			}
		}
	}
}

func TestMeeting(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"占85%。", "占80%以上。", true},
		{"占79%。", "占80%以上。", false},
		{"共40多万名学生。", "共40万名学生。", true},
		{"贸易额接近20亿美元。", "贸易额超过20亿美元。", false},
		{"贸易额接近20亿美元。", "贸易额为19亿美元。", true},
		{"贸易额接近20亿美元。", "贸易额为17亿美元。", false},
		{"贸易额约20亿美元。", "贸易额为22亿美元。", true},
		{"贸易额约20亿美元。", "贸易额为23亿美元。", false},
		{"贸易额为20亿美元。", "贸易额为20.4亿美元。", true},
		{"贸易额为20亿美元。", "贸易额为20.6亿美元。", false},
		{"已有1台超级计算机。", "已有2台超级计算机。", false},
	} {
		t.Run(c.a+c.b, func(t *testing.T) {
			a, _ := IntervalOf(first(t, c.a))
			b, _ := IntervalOf(first(t, c.b))
			if a.Meets(b) != c.want || b.Meets(a) != c.want {
				t.Errorf("%s and %s meet: %v, want %v", written(a), written(b), a.Meets(b), c.want)
			}
		})
	}
}

func TestUsualEnds(t *testing.T) {
	i, _ := IntervalOf(first(t, "贸易额超过400亿美元。"))
	if low, high := i.Usual(); number(low, true) != "400亿" || number(high, true) != "500亿" {
		t.Errorf("%s–%s", number(low, true), number(high, true))
	}
	if low, high := (Interval{}).Usual(); low.Sign() != 0 || high.Sign() != 0 {
		t.Error("what is not known is drawn at nothing")
	}
}
