package dictionary

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"github.com/go-ego/gse"

	"fenghui/corpus/goldtest"
	"fenghui/wasm/text"
)

// The segmenter loads only what a text needs. These tests hold it against gse
// with the whole shipped dictionary loaded, cutting whole texts.

var shipped = sync.OnceValues(func() (*text.Dictionary, error) {
	full, err := Full(Cut)
	if err != nil {
		return nil, err
	}
	return text.OpenDictionary(full)
})

func openShipped(t *testing.T) *text.Dictionary {
	t.Helper()
	d, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

var whole = sync.OnceValue(func() *gse.Segmenter {
	d, _ := shipped()
	s := &gse.Segmenter{SkipLog: true, Dict: gse.NewDict()}
	for word := range d.Words() {
		_ = s.AddToken(word.Text, float64(word.Frequency))
	}
	s.CalcToken()
	return s
})

// wholeCut returns gse's cut without what is no word.
func wholeCut(folded string) []string {
	var words []string
	for _, segment := range whole().Segment([]byte(folded)) {
		word := folded[segment.Start():segment.End()]
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
			words = append(words, word)
		}
	}
	return words
}

func prunedCut(s *text.Segmenter, folded string) []string {
	var words []string
	for _, span := range s.Cut(folded) {
		words = append(words, span.Of(folded))
	}
	return words
}

func TestCutIsThatOfTheWholeDictionary(t *testing.T) {
	d := openShipped(t)
	if got, want := whole().Dict.TotalFreq(), float64(d.Total()); got != want {
		t.Fatalf("total frequency %v, gse has %v", want, got)
	}
	texts := randomTexts(d, 1000)
	t.Run("1000 random texts", func(t *testing.T) { compareCuts(t, d, texts) })
	t.Run("the articles", func(t *testing.T) { compareCuts(t, d, articleLines(t)) })
}

func compareCuts(t *testing.T, d *text.Dictionary, texts []string) {
	growing := text.NewSegmenter(d)
	words := 0
	for i, s := range texts {
		want := wholeCut(s)
		words += len(want)
		if got := prunedCut(growing, s); !slices.Equal(got, want) {
			t.Errorf("text %d: growing dictionary:\n got %q\nwant %q", i, got, want)
		}
		if got := prunedCut(text.NewSegmenter(pruned(t, d, s)), s); !slices.Equal(got, want) {
			t.Errorf("text %d: pruned file:\n got %q\nwant %q", i, got, want)
		}
	}
	t.Logf("%d texts, %d words, all cut alike", len(texts), words)
}

func pruned(t *testing.T, d *text.Dictionary, folded string) *text.Dictionary {
	t.Helper()
	file, err := write(text.Prune(d, []string{folded}))
	if err != nil {
		t.Fatal(err)
	}
	small, err := text.OpenDictionary(file)
	if err != nil {
		t.Fatal(err)
	}
	return small
}

// randomTexts mixes words of the dictionary, single Han characters, Latin and
// Cyrillic words, figures and punctuation, 1 to 120 of them a text.
func randomTexts(d *text.Dictionary, n int) []string {
	rnd := rand.New(rand.NewSource(20251010))
	words := slices.Collect(d.Words())
	others := strings.Fields("gdp c5+1 e-mail қазақстан товарооборот co₂ ② % $ ° — · 《 》 ( ) \" ' / 😀 ё é ﾟ")
	part := func() string {
		switch rnd.Intn(8) {
		case 0:
			return string(rune(0x4E00 + rnd.Intn(0x5200)))
		case 1:
			return others[rnd.Intn(len(others))]
		case 2:
			return fmt.Sprint(rnd.Intn(100_000))
		case 3:
			return string([]rune("，。！？；：、… \n")[rnd.Intn(10)])
		}
		return words[rnd.Intn(len(words))].Text
	}
	texts := make([]string, n)
	for i := range texts {
		var b strings.Builder
		for range 1 + rnd.Intn(120) {
			b.WriteString(part())
		}
		texts[i] = text.Fold(b.String())
	}
	return texts
}

// articleLines returns the lines of the articles beside the project, folded.
func articleLines(t *testing.T) []string {
	var lines []string
	for _, a := range goldtest.Articles(t) {
		lines = append(lines, text.Fold(a.Text))
		for line := range strings.Lines(a.Text) {
			lines = append(lines, text.Fold(line))
		}
	}
	return lines
}
