package text

import (
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// FoldRune returns the form in which r is searched, or -1 when r is dropped.
// Folding goes rune by rune so that offsets can be led back; folding what is
// folded changes nothing.
//
// One form is made of: upper and lower case of all scripts, ё and е (both are
// typed for ё), traditional and simplified Chinese, full and half width and
// other compatibility forms, all spaces, tabs and line ends (' '), double
// quotation marks of all shapes ('"'), single ones and apostrophes ("'"),
// dashes, hyphens and minus signs ('-'), middle dots ('·'). Dropped are
// zero-width characters, soft hyphens, marks of direction, variation selectors
// and control characters.
func FoldRune(r rune) rune {
	if r < 0 || r > 0xFFFF {
		return foldSlowly(r)
	}
	page := pages[r/pageSize].Load()
	if page == nil {
		page = fillPage(r - r%pageSize)
	}
	return page[r%pageSize]
}

// Fold returns s folded rune by rune, see FoldRune. Bytes that are not UTF-8
// become U+FFFD.
func Fold(s string) string {
	keep := unchanged(s)
	if keep == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:keep])
	for _, r := range s[keep:] {
		if f := FoldRune(r); f >= 0 {
			b.WriteRune(f)
		}
	}
	return b.String()
}

// unchanged returns how many bytes of s come out of folding as they are.
func unchanged(s string) int {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 || FoldRune(r) != r {
			return i
		}
		i += size
	}
	return len(s)
}

// pages holds the answers for the basic plane, each page filled when it is
// first asked for: all of them would cost the start in a browser 20 ms or
// more, and a text needs few.
var pages [0x10000 / pageSize]atomic.Pointer[[pageSize]rune]

const pageSize = 64

func fillPage(first rune) *[pageSize]rune {
	page := new([pageSize]rune)
	for i := range page {
		page[i] = foldSlowly(first + rune(i))
	}
	pages[first/pageSize].Store(page)
	return page
}

func foldSlowly(r rune) rune {
	r = listed(r)
	if r >= 0x3400 && r <= 0x9FFF {
		return r // Han letters need none of what follows
	}
	switch {
	case unicode.In(r, unicode.Zs, unicode.Zl, unicode.Zp, unicode.White_Space):
		return ' '
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector), r == 0x034F:
		return -1 // U+034F is the "combining grapheme joiner", a mark without a look
	}
	if p := foldPunctuation(r); p != r {
		return p
	}
	if r = unicode.ToLower(r); r == 'ё' {
		return 'е'
	}
	return r
}

// foldPunctuation returns the plain form of quotes, dashes and dots. What is
// not in it stays itself: 。、《》【】 are no variants of anything else.
func foldPunctuation(r rune) rune {
	switch r {
	case '“', '”', '„', '‟', '「', '」', '『', '』', '«', '»', '〝', '〞', '〟', '″':
		return '"'
	case '‘', '’', '‚', '‛', '‹', '›', 'ʼ', 'ʻ', 'ʹ', '′':
		return '\''
	case '‐', '‑', '‒', '–', '—', '―', '−', '⸺', '⸻', '─', '﹘':
		return '-'
	case '•', '・', '‧', '∙', '⋅', '·':
		return '·'
	case '〜':
		return '~'
	case '⋯':
		return '…'
	}
	return r
}
