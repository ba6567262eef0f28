package quantity

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// line is a stretch of text without a line break, rune by rune: folded (half
// width, small letters, simplified characters), as it was, and where it was.
// Spaces are left out, since they are put between the parts of a Chinese
// number as people please (八千 三百); gap marks the rune behind one.
type line struct {
	folded, raw []rune
	at, to      []int32 // bytes of the whole text
	gap         []bool
}

// reset empties the line and fills it with s, which begins at byte base.
func (l *line) reset(s string, base int) {
	n := utf8.RuneCountInString(s)
	l.folded, l.raw = slices.Grow(l.folded[:0], n), slices.Grow(l.raw[:0], n)
	l.at, l.to, l.gap = slices.Grow(l.at[:0], n), slices.Grow(l.to[:0], n), slices.Grow(l.gap[:0], n)
	space := false
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if r == '<' || r == '＜' {
			if digit, n := raisedDigit(s[i:]); n > 0 && isLatin(l.rune(len(l.folded)-1)) {
				l.add(rune(digit), rune(digit), base+i, n, space)
				i += n
				continue
			}
			if n, inline := tag(s[i:]); n > 0 {
				if !inline {
					l.add('|', '|', base+i, n, space)
				}
				i += n
				continue
			}
		}
		f := r
		if r != '\t' {
			f = text.FoldRune(r)
		}
		switch {
		case f == ' ':
			space = true
		case f >= 0:
			l.add(f, r, base+i, size, space)
			space = false
		}
		i += size
	}
}

// add puts a rune behind the others, which stands for size bytes from at on.
func (l *line) add(folded, raw rune, at, size int, gap bool) {
	l.folded, l.raw, l.gap = append(l.folded, folded), append(l.raw, raw), append(l.gap, gap)
	l.at, l.to = append(l.at, int32(at)), append(l.to, int32(at+size))
}

func (l *line) len() int { return len(l.folded) }

// rune returns the folded rune at i, or 0 outside the line.
func (l *line) rune(i int) rune {
	if i < 0 || i >= len(l.folded) {
		return 0
	}
	return l.folded[i]
}

// next is rune, but 0 also where a space stands before it.
func (l *line) next(i int) rune {
	if i < 0 || i >= len(l.folded) || l.gap[i] {
		return 0
	}
	return l.folded[i]
}

// bullet is where a line begins behind the dash of an item in a list (- 15亿元,
// -2024年贸易额). The dash of -1.3%, and of a value that stands alone, is a minus.
func (l *line) bullet() int {
	i := 0
	for l.rune(i) == '-' {
		i++
	}
	if i == 2 && l.gap[1] && isDigit(l.next(2)) {
		return 1 // - -5.2%
	}
	if i != 1 {
		return i
	}
	for isDigit(l.rune(i)) || l.rune(i) == '.' || l.rune(i) == ',' {
		i++
	}
	if l.next(1) == 0 && i < l.len() || strings.ContainsRune("年月日个名位项份家条座所", l.rune(i)) {
		return 1
	}
	for k := i; isHan(l.rune(i)) && l.rune(k) != 0 && l.rune(k) != '\t' && l.rune(k) != '|'; k++ {
		if k == i+longestUnit {
			return 1
		}
	}
	return 0
}

// longestUnit is how many runes stand behind a value in a cell of its own.
const longestUnit = 5

// span leads runes start:end back to bytes of the text.
func (l *line) span(start, end int) text.Span {
	return text.Span{Start: int(l.at[start]), End: int(l.to[end-1])}
}

func isDigit(r rune) bool  { return r >= '0' && r <= '9' }
func isLatin(r rune) bool  { return r >= 'a' && r <= 'z' }
func isHan(r rune) bool    { return r >= 0x3400 && r <= 0x9FFF || r >= 0x20000 && r <= 0x3FFFF }
func isLetter(r rune) bool { return isHan(r) || isLatin(r) || r >= 0xC0 && r < 0x2000 }
