package text

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Folding is a folded text that knows where each part of it came from.
type Folding struct {
	Text     string // the folded text
	original int    // bytes of the original
	pieces   []piece
}

// piece is a stretch of text: as long folded as it was, or one rune that
// changed its length or was dropped. It ends where the next one starts.
type piece struct{ folded, original int }

// NewFolding folds s. It keeps 16 bytes for each place where lengths change
// and nothing for a text whose offsets stay the same.
func NewFolding(s string) Folding {
	f := Folding{original: len(s), pieces: make([]piece, 0, len(s)/16)} // as Chinese punctuation has it
	var b strings.Builder
	b.Grow(len(s))
	even := true // the last piece is one of equal lengths and can go on
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		folded := FoldRune(r)
		same := folded >= 0 && utf8.RuneLen(folded) == size
		if !same || !even {
			f.pieces = append(f.pieces, piece{b.Len(), i})
		}
		even = same
		if folded >= 0 {
			b.WriteRune(folded)
		}
		i += size
	}
	f.Text = b.String()
	return f
}

// Original leads the span start:end of f.Text back to the text that was
// folded. The result covers whole runes there; a border inside a rune of
// f.Text moves outwards, dropped characters at the ends stay outside. Spans
// beyond the text are cut to it.
func (f Folding) Original(start, end int) (int, int) {
	start, end = clip(f.Text, start, end)
	last := f.find(start)
	s := last.original
	if last.even {
		s += start - last.folded
	}
	if start == end {
		return s, s
	}
	last = f.find(end - 1)
	if last.even {
		return s, last.original + end - last.folded
	}
	return s, last.originalEnd
}

// found is a piece with its ends; even means that both lengths are the same,
// so that offsets inside it correspond.
type found struct {
	piece
	foldedEnd, originalEnd int
	even                   bool
}

// find returns the last piece that starts at or before offset, counted in the
// folded text. Before the first piece everything is even.
func (f Folding) find(offset int) found {
	i := sort.Search(len(f.pieces), func(i int) bool { return f.pieces[i].folded > offset })
	got := found{foldedEnd: len(f.Text), originalEnd: f.original}
	if i > 0 {
		got.piece = f.pieces[i-1]
	}
	if i < len(f.pieces) {
		got.foldedEnd, got.originalEnd = f.pieces[i].folded, f.pieces[i].original
	}
	got.even = got.foldedEnd-got.folded == got.originalEnd-got.original
	return got
}

// clip cuts a span to s and moves its borders outwards to rune borders.
func clip(s string, start, end int) (int, int) {
	start = runeStart(s, max(0, min(start, len(s))))
	end = runeEnd(s, max(0, min(end, len(s))))
	return start, max(start, end)
}

// runeStart returns the start of the rune of s that the byte at i belongs to.
func runeStart(s string, i int) int {
	for back := 0; back < utf8.UTFMax && i-back >= 0 && i < len(s); back++ {
		if utf8.RuneStart(s[i-back]) {
			if _, size := utf8.DecodeRuneInString(s[i-back:]); back < size {
				return i - back
			}
			return i
		}
	}
	return i
}

// runeEnd returns i, or the end of the rune that i falls into.
func runeEnd(s string, i int) int {
	if start := runeStart(s, i); start < i {
		_, size := utf8.DecodeRuneInString(s[start:])
		return start + size
	}
	return i
}
