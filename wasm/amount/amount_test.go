package amount

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// What is typed, and the value it is; none: it is not a value.
const values = `
500亿美元                => 50000000000 USD
500億美元                => 50000000000 USD
5百亿美元                => 50000000000 USD
五百亿美元               => 50000000000 USD
100 亿 美元              => 10000000000 USD
$50bn                    => 50000000000 USD
$ 50 bn                  => 50000000000 USD
US$50 billion            => 50000000000 USD
50 billion dollars       => 50000000000 USD
50 billion US dollars    => 50000000000 USD
USD 50 billion           => 50000000000 USD
50bn usd                 => 50000000000 USD
$1.5m                    => 1500000 USD
1.5 trillion tenge       => 1500000000000 KZT
90 million som           => 90000000 KGS
2 trillion soum          => 2000000000000 UZS
7 million somoni         => 7000000 TJS
3 billion manat          => 3000000000 TMT
300 million roubles      => 300000000 RUB
€20                      => 20 EUR
$500亿                   => 50000000000 USD
50 billion               => 50000000000
500亿                    => 50000000000
8,565                    => 8565
5.4万标准箱              => 54000 count
3000万吨                 => 30000000 t
30 million tonnes        => 30000000 t
50 million t             => 50000000 t
30,000 kg                => 30 t
5000公里                 => 5000 km
5000 km                  => 5000 km
50m                      => 50 m
20%                      => 20 %
20 percent               => 20 %
20 per cent              => 20 %
百分之二十               => 20 %
两成                     => 20 %
3 percentage points      => 3 pp
2 млрд долларов          => 2000000000 USD
2,5 млрд долл. США       => 2500000000 USD
$2 млрд                  => 2000000000 USD
50 миллиардов            => 50000000000
1,5 трлн теңге           => 1500000000000 KZT
30 млн тонн              => 30000000 t
1100 км                  => 1100 km
12,5 процента            => 12.5 %
20 пайыз                 => 20 %
5 тыс. рублей            => 5000 RUB
5k                       => 5000
2 млрд вещей             => none
3倍                      => 3 x
3 times                  => 3 x
38个                     => 38 count
超过500亿美元            => 50000000000 USD over
20至30亿美元             => 2000000000..3000000000 USD
20年                     => 20 year
2024年                   => none
2024-05-06               => none
去年                     => none
贸易额                   => none
贸易额500亿美元          => none
500亿美元 600亿美元      => none
trade 50 billion         => none
50 billion things        => none
billion                  => none
$                        => none
1,00 billion             => none
€20 dollars              => none
C5+1                     => none
几十亿                   => none
`

// lines gives the cases of a table: what is typed, and what it is.
func lines(t testing.TB, table string, check func(input, want string)) {
	for _, line := range strings.Split(strings.TrimSpace(table), "\n") {
		input, want, ok := strings.Cut(line, "=>")
		if !ok {
			t.Fatalf("bad case %q", line)
		}
		check(strings.TrimSpace(input), strings.TrimSpace(want))
	}
}

func TestRead(t *testing.T) {
	lines(t, values, func(input, want string) {
		t.Run(input, func(t *testing.T) {
			a, ok := Read(input)
			got := "none"
			if ok {
				got = a.describe()
			}
			if got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	})
}

func (a Amount) describe() string {
	s := quantity.Decimal(a.Value)
	if a.Max != nil {
		s += ".." + quantity.Decimal(a.Max)
	}
	s += " " + a.Unit
	if a.Bound != quantity.Exact && a.Bound != quantity.Range {
		s += " " + string(a.Bound)
	}
	return strings.TrimSpace(s)
}

// Conditions, and values that meet them (+) or do not (-).
const conditions = `
>100亿美元         => +10000000001USD -10000000000USD -20000000000CNY
＞100亿美元        => +10000000001USD
≥100亿美元         => +10000000000USD -9999999999USD
value < 3          => none
<3                 => +2.5km -3km -4t
<=3                => +3x -3.5x
=3000万吨          => +30000000t +30000000000kg -3000t
500亿美元          => +50000000000USD -50000000001USD +40000000000..60000000000USD
超过500亿美元      => +60000000000USD -50000000000USD
500亿美元以上      => +50000000000USD -40000000000USD
不到20%            => +19% -20%
20%..30%           => +20% +25% +30% -31% -25pp +10..21% -10..19% +29..99%
20..30%            => +25% -15% -2500%
20...30%           => +25%
20..30亿美元       => +2500000000USD -25USD
20..30亿           => +2500000000USD -25USD
20..20亿           => +2000000000USD -20USD
10..20 billion usd => +15000000000USD -5000000000USD
10..20 млрд        => +15000000000USD -5000000000USD
1.5..2bn           => +1600000000 -1000000000
100..2亿           => +100000000USD
20%..30            => +25%
..5%               => +5% +0% -6%
5%..               => +5% -4%
5公里..            => +5km +6000m -4999m
1000公里..2000公里 => +1500km +1500000m -900km
5km..6000m         => +5.5km -5500km
1亩..2亩           => +0.1ha -1ha
>1.5bn usd         => +1500000001USD -1500000000USD
1.1公里            => +1.1km +1100m
30..20%            => none
5km..6t            => none
>=100亿美元        => +10000000000USD +10000000000USD^ -10000000000USD_ -9000000000USD^
>100亿美元         => +10000000000USD^ -10000000000USD_ +10000000001USD_
<=100亿美元        => +10000000000USD +10000000000USD_ -10000000000USD^
<100亿美元         => +10000000000USD_ -10000000000USD^ +9000000000USD^
20%..30%           => +20%^ -20%_ +30%_ -30%^ +25%^ +25%_
约5公里            => +5km
>约5公里           => +6km -5km
>                  => none
>>5                => none
><5                => none
==5                => none
>超过5亿           => none
<不到20%           => none
..                 => none
>20..30%           => none
`

func TestWhere(t *testing.T) {
	lines(t, conditions, func(input, want string) {
		t.Run(input, func(t *testing.T) {
			c, ok := Where(input)
			if !ok || want == "none" {
				if ok != (want != "none") {
					t.Errorf("it is a condition: %v", ok)
				}
				return
			}
			for _, value := range strings.Fields(want) {
				if got := c.allows(t, value[1:]); got != (value[0] == '+') {
					t.Errorf("%s: %v", value[1:], got)
				}
			}
		})
	})
}

// allows reads 5..6km, 5km^ (over it) or 5km_ (under it), and asks the condition.
func (c Condition) allows(t *testing.T, value string) bool {
	side := map[byte]Side{'^': Beyond, '_': Beneath}[value[len(value)-1]]
	value = strings.TrimRight(value, "^_")
	unit := strings.TrimLeft(value, "0123456789.")
	first, last, ranged := strings.Cut(strings.TrimSuffix(value, unit), "..")
	low, high := 0.0, math.NaN()
	if _, err := fmt.Sscan(first, &low); err != nil {
		t.Fatal(err)
	}
	if ranged {
		if _, err := fmt.Sscan(last, &high); err != nil {
			t.Fatal(err)
		}
	}
	b, ok := c.In(unit)
	return ok && b.Holds(low, high, side)
}

func TestAValueEqualsWhatIsToldOfIt(t *testing.T) {
	a, _ := Read("500亿美元")
	b, _ := a.Exactly().In("USD")
	for _, tt := range []struct {
		value, max float64
		equal      bool
	}{{5e10, math.NaN(), true}, {6e10, math.NaN(), false}, {3e10, 5e10, true}, {5e10, 6e10, true}, {4e10, 6e10, false}} {
		if got := b.Equals(tt.value, tt.max, On); got != tt.equal {
			t.Errorf("%v to %v: %v", tt.value, tt.max, got)
		}
	}
	ranged, _ := Read("20至30亿美元")
	if b, _ := ranged.Exactly().In("USD"); b.Equals(2e9, math.NaN(), On) || !b.Equals(2e9, 3e9, On) {
		t.Error("a range is equal to the same range, not to its end")
	}
}

func FuzzWhere(f *testing.F) {
	for _, table := range []string{values, conditions} {
		lines(f, table, func(input, _ string) { f.Add(input) })
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, ok := Where(s)
		if !ok {
			return
		}
		if c.From == nil && c.To == nil {
			t.Errorf("%q asks for nothing", s)
		}
		for _, unit := range []string{"", "USD", "km", "%"} {
			if b, ok := c.In(unit); ok {
				_ = b.Holds(1, math.NaN(), Beyond) // it ends, whatever is asked
			}
		}
	})
}

// Whatever the rules read as a value has a rune that mayCount knows, or nobody
// could ask for it.
func TestEveryValueOfTheLanguageMayCount(t *testing.T) {
	files, err := filepath.Glob("../quantity/testdata/zh/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no specs of quantities", err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range quantity.Read(string(content), quantity.Date{}) {
			said := string(content)[q.Span.Start:q.Span.End]
			if q.Value != nil && !times[q.Kind] && !strings.ContainsFunc(text.Fold(said), mayCount) {
				t.Errorf("%s: %s has no rune that counts", file, said)
			}
		}
	}
}
