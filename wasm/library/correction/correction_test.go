package correction

import (
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/figure"
)

// By other rules there is another figure at that place, or none.
func TestACorrectionFindsItsFigureOrSaysThatItDoesNot(t *testing.T) {
	passages := []corpus.Passage{{Text: "捕捞量超过70亿吨，出口70亿吨。"}, {Text: "另一段。"}}
	at := func(passage int, quote string) figure.Figure { return figure.Figure{Passage: passage, Quote: quote} }
	for what, c := range map[string]struct {
		of   Correction
		read []figure.Figure
		want int
	}{
		"as it was":                     {Correction{Quote: "70亿吨"}, []figure.Figure{at(0, "70亿吨"), at(1, "70亿吨")}, 0},
		"the second of the same words":  {Correction{Quote: "70亿吨", Nth: 1}, []figure.Figure{at(0, "70亿吨"), at(0, "70亿吨")}, 1},
		"the third where there are two": {Correction{Quote: "70亿吨", Nth: 2}, []figure.Figure{at(0, "70亿吨"), at(0, "70亿吨")}, -1},
		"read with a qualifier now":     {Correction{Quote: "70亿吨"}, []figure.Figure{at(0, "超过70亿吨"), at(0, "3%")}, 0},
		"two that might be meant":       {Correction{Quote: "70亿吨"}, []figure.Figure{at(0, "超过70亿吨"), at(0, "出口70亿吨")}, -1},
		"a third beside one with more":  {Correction{Quote: "70亿吨", Nth: 1}, []figure.Figure{at(0, "70亿吨"), at(0, "超过70亿吨")}, -1},
		"read no more":                  {Correction{Quote: "70亿吨"}, []figure.Figure{at(0, "3%"), at(1, "70亿吨")}, -1},
		"the text has moved":            {Correction{Passage: 1, Quote: "70亿吨"}, []figure.Figure{at(0, "70亿吨")}, 0},
		"the text is shorter":           {Correction{Passage: 9, Quote: "70亿吨"}, []figure.Figure{at(0, "3%")}, -1},
	} {
		t.Run(what, func(t *testing.T) {
			if got := c.of.Find(c.read, passages); got != c.want {
				t.Errorf("figure %d, want %d", got, c.want)
			}
		})
	}
}

// Other rules may tell two figures where there was one, or one where there were
// two: of what was said of them, the last counts.
func TestOfTwoCorrectionsOfAFigureTheLastCounts(t *testing.T) {
	passages := []corpus.Passage{{Text: "捕捞量超过70亿吨。"}}
	say := func(quote, when, measured string) Correction {
		return Correction{Quote: quote, When: when, Correction: figure.Correction{Indicator: measured}}
	}
	early, late := say("70亿吨", "2025-03-01T00:00:00Z", "早说的"), say("超过70亿吨", "2025-04-01T00:00:00Z", "晚说的")
	for _, said := range [][]Correction{{early, late}, {late, early}} {
		figures := []figure.Figure{{Quote: "超过70亿吨"}}
		Apply(figures, passages, said, func(c Correction) { t.Errorf("%s does not fit", c.Quote) })
		if figures[0].Indicator != "晚说的" {
			t.Errorf("it measures %q", figures[0].Indicator)
		}
	}
}
