package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-ego/gse"
)

// Segmenter cuts folded text into words with gse: the division whose words are
// together most probable. It is not for use by several goroutines at a time.
//
// gse wants its dictionary in memory, which for a whole one takes seconds and
// 100 MB in a browser. But only words that occur in a text can be in its cut.
// So before each cut the words of the text that are not loaded yet are added,
// each at the distance (the logarithm of its share of the total) that it has
// in the whole dictionary: the cut is the same as with all words loaded.
type Segmenter struct {
	words *walker
	gse   gse.Segmenter // grows; never asked to compute distances
	scale gse.Segmenter // computes the distances of new words, see weigh
	found []Word        // of the text being cut, not loaded yet
}

// loadedLimit is the number of words after which loading starts anew. A loaded
// word takes about 0.6 KB. 25 MB of mixed text stay just below it.
const loadedLimit = 40_000

// NewSegmenter returns a segmenter over d with no word loaded.
func NewSegmenter(d *Dictionary) *Segmenter {
	s := &Segmenter{words: newWalker(d, largeMemory)}
	s.reset()
	s.scale.Dict = gse.NewDict()
	// One token that no text contains (folded text has no control characters)
	// and that has the frequency of all words together sets gse's total.
	_ = s.scale.Dict.AddToken(s.scale.ToToken("\x00", float64(d.total)))
	return s
}

func (s *Segmenter) reset() { s.gse.Dict = gse.NewDict() }

// Cut returns the words of folded in order. Runs of letters of one or two
// bytes and of digits (Latin, Cyrillic, Greek, Arabic) are one word each.
// Spaces, punctuation and symbols are between words and in none of the spans,
// unless a word of the dictionary has them.
//
// Each clause is cut by itself, so it is cut the same wherever it stands; gse's
// sums of 32 bits would otherwise depend on all that goes before.
func (s *Segmenter) Cut(folded string) []Span {
	s.load(folded)
	spans := make([]Span, 0, len(folded)/4)
	for start := 0; start < len(folded); {
		end := start + clauseLen(folded[start:])
		for _, segment := range s.gse.Segment([]byte(folded[start:end])) {
			span := Span{start + segment.Start(), start + segment.End()}
			if strings.IndexFunc(span.Of(folded), isWordRune) >= 0 {
				spans = append(spans, span)
			}
		}
		start = end
	}
	return spans
}

// clauseLen returns the length of s up to and with the first break, a
// character that no word of a dictionary contains.
func clauseLen(s string) int {
	at := strings.IndexFunc(s, isBreak)
	if at < 0 {
		return len(s)
	}
	_, size := utf8.DecodeRuneInString(s[at:])
	return at + size
}

func isBreak(r rune) bool {
	switch r {
	case '。', '、', ',', ';', ':', '!', '?':
		return true
	}
	return false
}

func isWordRune(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 0x4E00 && r <= 0x9FFF || unicode.IsLetter(r) || unicode.IsNumber(r)
}

// load adds the words of folded that gse does not have yet.
func (s *Segmenter) load(folded string) {
	if s.gse.Dict.NumTokens() > loadedLimit {
		s.reset()
	}
	s.found = s.found[:0]
	s.words.visit(folded, func(span Span, frequency uint64) {
		word := span.Of(folded)
		if _, _, err := s.gse.Dict.Value([]byte(word)); err != nil {
			s.found = append(s.found, Word{word, frequency})
		}
	})
	for _, token := range s.weigh(s.found) {
		_ = s.gse.Dict.AddToken(token) // a word met twice is added once
	}
}

// weigh makes tokens with their distances. gse computes distances for all
// tokens of a dictionary at once, which for a growing one would be quadratic;
// so they are computed in a dictionary of the new words alone whose total is
// that of the whole.
func (s *Segmenter) weigh(words []Word) []gse.Token {
	if len(words) == 0 {
		return nil
	}
	tokens := make([]gse.Token, len(words))
	for i, word := range words {
		tokens[i] = s.scale.ToToken(word.Text, float64(word.Frequency))
	}
	s.scale.Dict.Tokens = tokens
	s.scale.CalcToken()
	return tokens
}
