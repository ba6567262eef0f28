package text

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Segmenter cuts folded text into words: the division whose words are together
// most probable. It is not for use by several goroutines at a time.
//
// The cut is that of gse with the whole dictionary loaded, to the last bit of
// its sums (a test of build/dictionary holds them against each other). gse
// itself wants the dictionary in memory, which takes seconds and 100 MB in a
// browser, and brings a regular expression for every way it can be set up.
type Segmenter struct {
	words *walker
	total float32 // logarithm of the sum of all frequencies
	ends  []int   // of the units of the clause being cut
	best  []jump  // to the end of each unit
}

// jump is the best way to the end of a unit: its last word begins with unit
// first. A distance is the logarithm of how improbable the words are.
type jump struct {
	distance float32
	first    int
}

// unknown is the distance of a unit that is no word of the dictionary.
const unknown = 32

// NewSegmenter returns a segmenter over d.
func NewSegmenter(d *Dictionary) *Segmenter {
	return &Segmenter{words: newWalker(d, largeMemory), total: float32(math.Log2(float64(d.total)))}
}

// Cut returns the words of folded in order. Runs of letters of one or two
// bytes and of digits (Latin, Cyrillic, Greek, Arabic) are one word each.
// Spaces, punctuation and symbols are between words and in none of the spans,
// unless a word of the dictionary has them.
//
// Each clause is cut by itself, so it is cut the same wherever it stands; sums
// of 32 bits would otherwise depend on all that goes before.
func (s *Segmenter) Cut(folded string) []Span {
	spans := make([]Span, 0, len(folded)/4)
	for start := 0; start < len(folded); {
		end := start + clauseLen(folded[start:])
		spans = s.cutClause(spans, folded[:end], start)
		start = end
	}
	return spans
}

// cutClause appends the words of what stands behind start.
func (s *Segmenter) cutClause(spans []Span, folded string, start int) []Span {
	s.divide(folded, start)
	for unit := range s.ends {
		s.reach(folded, start, unit)
	}
	first := len(spans)
	for unit := len(s.ends) - 1; unit >= 0; unit = s.best[unit].first - 1 {
		span := Span{s.startOf(s.best[unit].first, start), s.ends[unit]}
		if strings.IndexFunc(span.Of(folded), isWordRune) >= 0 {
			spans = append(spans, span)
		}
	}
	slices.Reverse(spans[first:])
	return spans
}

func (s *Segmenter) startOf(unit, start int) int {
	if unit == 0 {
		return start
	}
	return s.ends[unit-1]
}

// divide finds the units, within which no word begins or ends: runs of small
// letters and digits, and any other character.
func (s *Segmenter) divide(folded string, start int) {
	s.ends = s.ends[:0]
	inRun := false
	for i := start; i < len(folded); {
		r, size := utf8.DecodeRuneInString(folded[i:])
		small := size <= 2 && (unicode.IsLetter(r) || unicode.IsNumber(r))
		if i += size; small && inRun {
			s.ends[len(s.ends)-1] = i
		} else {
			s.ends = append(s.ends, i)
		}
		inRun = small
	}
	s.best = slices.Grow(s.best[:0], len(s.ends))[:len(s.ends)]
	clear(s.best)
}

// reach tries all words that begin with a unit.
func (s *Segmenter) reach(folded string, start, unit int) {
	distance := float32(0)
	if unit > 0 {
		distance = s.best[unit-1].distance
	}
	alone := false
	at := s.startOf(unit, start)
	s.words.from(folded, at, func(end int, frequency uint64) bool {
		last, ok := slices.BinarySearch(s.ends[unit:], end)
		if ok {
			alone = alone || last == 0
			s.offer(unit+last, jump{distance + (s.total - float32(math.Log2(float64(frequency)))), unit})
		}
		return true
	})
	if !alone {
		s.offer(unit, jump{distance + unknown, unit})
	}
}

// offer takes a way to the end of a unit if it is better than the one known.
func (s *Segmenter) offer(unit int, way jump) {
	if s.best[unit].distance == 0 || s.best[unit].distance > way.distance {
		s.best[unit] = way
	}
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
