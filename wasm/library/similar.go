package library

import (
	"context"
	"strings"
	"unicode"

	"fenghui/corpus"
	"fenghui/wasm/pace"
	"fenghui/wasm/text"
)

// Similar tells that sentences of a document also stand in another one.
type Similar struct {
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

// sentenceIndex knows which documents a sentence stands in. It is made at the first
// import and kept as long as the library is open.
type sentenceIndex struct {
	heads map[uint64]int32 // by sentence: where the chain of its places begins, +1
	chain []occurrence
	ids   []string
	sizes []int
}

type occurrence struct{ document, next int32 }

// knownSentences are of all documents there are.
func (l *Library) knownSentences(ctx context.Context) (*sentenceIndex, error) {
	if l.sentences != nil {
		return l.sentences, nil
	}
	e := &sentenceIndex{heads: map[uint64]int32{}}
	for _, d := range l.Snapshot().Documents {
		if err := pace.Yield(ctx); err != nil {
			return nil, err
		}
		e.add(d.ID, sentencesOf(d))
	}
	l.sentences = e
	return e, nil
}

func (e *sentenceIndex) add(id string, sentences []uint64) {
	number := int32(len(e.ids))
	e.ids, e.sizes = append(e.ids, id), append(e.sizes, len(sentences))
	for _, s := range sentences {
		e.chain = append(e.chain, occurrence{number, e.heads[s]})
		e.heads[s] = int32(len(e.chain))
	}
}

// closest is the document most of the sentences stand in too, if that makes
// the two alike, and it counts.
func (e *sentenceIndex) closest(sentences []uint64, counts func(id string) bool) *Similar {
	shared := map[int32]int{}
	for _, s := range sentences {
		for at, n := e.heads[s], 0; at > 0 && n < placesJudged; at, n = e.chain[at-1].next, n+1 {
			shared[e.chain[at-1].document]++
		}
	}
	var best *Similar
	for n, count := range shared {
		shorter := min(len(sentences), e.sizes[n])
		id := e.ids[n]
		if count < fewestShared || 2*count < shorter || !counts(id) {
			continue
		}
		if best == nil || count > best.Shared || count == best.Shared && id < best.ID {
			best = &Similar{ID: id, Shared: count, Of: len(sentences)}
		}
	}
	return best
}

// sentencesOf names the sentences of a document by what is said in them:
// punctuation, spaces, width and script make no other sentence.
func sentencesOf(d *Document) []uint64 {
	var hashes []uint64
	seen := map[uint64]bool{}
	for _, p := range d.Passages {
		if p.Kind != corpus.Text {
			continue
		}
		folded := text.Fold(p.Text)
		for _, s := range text.Sentences(folded) {
			hash, letters := hashLetters(folded[s.Start:s.End])
			if letters < sentenceLetters || seen[hash] {
				continue
			}
			seen[hash] = true
			if hashes = append(hashes, hash); len(hashes) == sentencesJudged {
				return hashes
			}
		}
	}
	return hashes
}

// hashLetters is FNV-1a over letters and digits.
func hashLetters(s string) (hash uint64, letters int) {
	hash = 14695981039346656037
	for _, r := range strings.ToLower(s) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		letters++
		hash = (hash ^ uint64(r)) * 1099511628211
	}
	return hash, letters
}
