//go:build !js

package index

import (
	"fenghui/wasm/text"
)

// pairs is the Cutter of these tests: words of two or three letters, chosen by
// the text alone; bleve analyses several documents at once.
type pairs struct{ words map[string]bool }

func (p pairs) Cut(folded string) (out []text.Span) {
	spans := letters{}.Cut(folded)
	for i := 0; i < len(spans); {
		n := 1
		for k := min(3, len(spans)-i); k > 1; k-- {
			if p.words[folded[spans[i].Start:spans[i+k-1].End]] {
				n = k
				break
			}
		}
		for spans[i].End-spans[i].Start == 1 && i+n < len(spans) && isAlphanumeric(folded[spans[i].Start]) && isAlphanumeric(folded[spans[i+n].Start]) {
			n++
		}
		out = append(out, text.Span{Start: spans[i].Start, End: spans[i+n-1].End})
		i += n
	}
	return out
}

func isAlphanumeric(b byte) bool { return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' }

// pairsOf takes what occurs at least five times for words.
func pairsOf(entries []Entry) pairs {
	counts := map[string]int{}
	for _, e := range entries {
		spans := text.Bigrams(text.Fold(e.Text))
		f := text.Fold(e.Text)
		for i, s := range spans {
			counts[s.Of(f)]++
			if i+1 < len(spans) && spans[i+1].Start < s.End {
				counts[f[s.Start:spans[i+1].End]]++
			}
		}
	}
	p := pairs{map[string]bool{}}
	for w, n := range counts {
		p.words[w] = n >= 5
	}
	return p
}
