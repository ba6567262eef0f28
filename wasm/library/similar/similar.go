// Package similar finds documents that share sentences: a text that was printed
// elsewhere, shortened or with other punctuation, or in the other script.
//
//	x := similar.NewIndex()
//	x.Add(a.ID, similar.SentencesOf(a))
//	match := x.Closest(similar.SentencesOf(b), func(id string) bool { return true })
package similar

import (
	"strings"
	"unicode"

	"fenghui/corpus"
	"fenghui/wasm/text"
)

// Match tells that sentences of a document also stand in another one.
type Match struct {
	ID         string // of the other
	Shared, Of int    // sentences in common, of those that were looked at
}

// What makes two documents alike: half of the sentences of the shorter one, and
// no fewer than three. A text is judged by its first sentences.
const (
	fewestShared    = 3
	sentencesJudged = 60
	sentenceLetters = 8  // shorter ones are said by everybody
	placesJudged    = 50 // of a sentence, the newest: what stands everywhere tells of nothing
)

// Sentence is named by what is said in it: punctuation, spaces, width and script
// make no other sentence.
type Sentence uint64

// Index knows which documents a sentence stands in.
type Index struct {
	heads map[Sentence]int32 // by sentence: where the chain of its places begins, +1
	chain []occurrence
	ids   []string
	sizes []int
}

type occurrence struct{ document, next int32 }

// NewIndex is an index of no documents yet.
func NewIndex() *Index { return &Index{heads: map[Sentence]int32{}} }

// Add says which sentences stand in a document.
func (x *Index) Add(id string, sentences []Sentence) {
	number := int32(len(x.ids))
	x.ids, x.sizes = append(x.ids, id), append(x.sizes, len(sentences))
	for _, s := range sentences {
		x.chain = append(x.chain, occurrence{number, x.heads[s]})
		x.heads[s] = int32(len(x.chain))
	}
}

// Closest is the document most of the sentences stand in too, if that makes
// the two alike, and it counts; else nil.
func (x *Index) Closest(sentences []Sentence, counts func(id string) bool) *Match {
	shared := map[int32]int{}
	for _, s := range sentences {
		for at, n := x.heads[s], 0; at > 0 && n < placesJudged; at, n = x.chain[at-1].next, n+1 {
			shared[x.chain[at-1].document]++
		}
	}
	var best *Match
	for n, count := range shared {
		shorter := min(len(sentences), x.sizes[n])
		id := x.ids[n]
		if count < fewestShared || 2*count < shorter || !counts(id) {
			continue
		}
		if best == nil || count > best.Shared || count == best.Shared && id < best.ID {
			best = &Match{ID: id, Shared: count, Of: len(sentences)}
		}
	}
	return best
}

// SentencesOf are the first sentences of the running text of a document, each once.
func SentencesOf(d *corpus.Document) []Sentence {
	var sentences []Sentence
	seen := map[Sentence]bool{}
	for _, p := range d.Passages {
		if p.Kind != corpus.Text {
			continue
		}
		folded := text.Fold(p.Text)
		for _, s := range text.Sentences(folded) {
			said, letters := hashLetters(folded[s.Start:s.End])
			if letters < sentenceLetters || seen[said] {
				continue
			}
			seen[said] = true
			if sentences = append(sentences, said); len(sentences) == sentencesJudged {
				return sentences
			}
		}
	}
	return sentences
}

// hashLetters is FNV-1a over letters and digits.
func hashLetters(s string) (hash Sentence, letters int) {
	hash = 14695981039346656037
	for _, r := range strings.ToLower(s) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		letters++
		hash = (hash ^ Sentence(r)) * 1099511628211
	}
	return hash, letters
}
