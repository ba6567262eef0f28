package search

import "fenghui/wasm/text"

// wordEnd is where a word ends: at a blank, at a quotation, or at a bracket
// whose partner is not in the word. A quotation with letters on both sides is
// running text, and so part of the word.
func wordEnd(s string) int {
	end, quotes := chunk(s)
	if quotes >= 0 && !isRunning(s[:end], quotes) {
		end, _ = chunk(s[:quotes]) // where a bracket may have lost its other
	}
	return end
}

// lookahead is how far, in bytes, the partner of a bracket is looked for.
const lookahead = 200

// chunk is the stretch up to a blank or to a bracket without a partner; quotes
// is where a quotation begins in it, other than at its start, or -1.
func chunk(s string) (end, quotes int) {
	quotes = -1
	depth := 0
	for i, r := range s {
		folded := text.FoldRune(r)
		switch {
		case isBlank(folded):
			return i, quotes
		case folded == '(' && depth == 0 && !closes(s[i:]):
			return i, quotes
		case folded == '(':
			depth++
		case folded == ')' && depth == 0:
			return i, quotes
		case folded == ')':
			depth--
		case folded == '"' && quotes < 0 && i > 0 && opensQuote(s[i:]):
			quotes = i
		}
	}
	return len(s), quotes
}

// closes reports whether the bracket that s begins with has its partner in the
// word.
func closes(s string) bool {
	depth := 0
	for i, r := range s {
		folded := text.FoldRune(r)
		if isBlank(folded) || i > lookahead {
			return false
		}
		switch folded {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return true
			}
		}
	}
	return false
}

// isRunning reports whether a quotation in a word has letters on both sides.
func isRunning(word string, quotes int) bool {
	_, rest, closed := unquote(word[quotes:])
	r, _ := firstLetter(rest)
	return closed && r
}

func firstLetter(s string) (letter bool, folded rune) {
	for _, r := range s {
		folded = text.FoldRune(r)
		return isWordLetter(folded), folded
	}
	return false, 0
}
