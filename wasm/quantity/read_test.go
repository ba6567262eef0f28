package quantity

import (
	"math/big"
	"strings"
	"testing"
	"unicode/utf8"

	"fenghui/corpus/goldtest"
)

// checkPlaces fails t when what Read found does not fit the text.
func checkPlaces(t *testing.T, s string, found []Quantity) {
	t.Helper()
	last := 0
	for _, q := range found {
		if q.Span.Start < last || q.Span.Start >= q.Span.End || q.Span.End > len(s) {
			t.Fatalf("%q: span %v after %d of %d bytes", s, q.Span, last, len(s))
		}
		last = q.Span.End
		if q.Core.Start < q.Span.Start || q.Core.End > q.Span.End || q.Core.Start >= q.Core.End {
			t.Fatalf("%q: core %v outside %v", s, q.Core, q.Span)
		}
		for _, at := range []int{q.Span.Start, q.Span.End, q.Core.Start, q.Core.End} {
			if at < len(s) && !utf8.RuneStart(s[at]) && utf8.ValidString(s) {
				t.Fatalf("%q: %d is inside a rune", s, at)
			}
		}
		for _, p := range q.Parts {
			if p.Span.Start < q.Span.Start || p.Span.End > q.Span.End {
				t.Fatalf("%q: part %v outside %v", s, p.Span, q.Span)
			}
		}
		if q.Value == nil && q.Time == nil {
			t.Fatalf("%q: %v has neither value nor time", s, q.Span)
		}
		if q.Max != nil && q.Max.Cmp(q.Value) < 0 {
			t.Fatalf("%q: range %s to %s", s, Decimal(q.Value), Decimal(q.Max))
		}
		if q.Time != nil && q.Time.From.IsZero() != q.Time.To.IsZero() {
			t.Fatalf("%q: from %s to %s", s, q.Time.From, q.Time.To)
		}
		checkFinite(t, s, &q)
		if len(q.Why) == 0 {
			t.Fatalf("%q: no word on why", s[q.Span.Start:q.Span.End])
		}
	}
}

// sharedTexts returns the texts of the public suites where they are at hand.
func sharedTexts(t testing.TB) []string {
	var texts []string
	for _, file := range goldtest.Find(t, "cases/*.jsonl") {
		for _, c := range goldtest.Lines[struct{ Text string }](t, file) {
			texts = append(texts, c.Text)
		}
	}
	return texts
}

func FuzzRead(f *testing.F) {
	for _, c := range specs(f) {
		f.Add(c.text)
	}
	for _, s := range []string{prose, "万亿亿", "5/0", "三零分之", "\u202e12\u202c元", "👍🏽3个", "１２３，４５６．７", "一\u200b百\u200d五", "\xff3元\xfe", strings.Repeat("九", 60)} {
		f.Add(s)
	}
	for _, c := range hostile {
		f.Add(c.text)
	}
	for _, unit := range stress {
		f.Add(repeat(unit, 120))
	}
	for _, s := range sharedTexts(f) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		checkPlaces(t, s, Read(s, Date{2025, 10, 9}))
		checkPlaces(t, s, Read(s, Date{}))
	})
}

func TestDecimal(t *testing.T) {
	for s, want := range map[string]string{
		"0": "0", "7": "7", "-12": "-12", "1/4": "0.25", "-1/8": "-0.125", "1/1000000": "0.000001", "-3/2": "-1.5",
		"1/3": "0.333333333333333", "123456789012345678901234567890": "123456789012345678901234567890",
		"1/10000000": "0.0000001", "999999999999/10": "99999999999.9", "1000000000001/10": "100000000000.1",
	} {
		r, ok := new(big.Rat).SetString(s)
		if got := Decimal(r); !ok || got != want {
			t.Errorf("%s: %s, want %s", s, got, want)
		}
	}
}
