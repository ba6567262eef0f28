package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences returns the sentences of s in order, folded or not, without the
// spaces around them. A sentence ends
//
//   - with 。 ！ ？ ； … and whatever of these follows, at the end of a line;
//   - with ! ? and with a full stop before a space, but not after a short form
//     (No. 3, U.S., Mr. X), an initial, or the number of a list's item;
//   - not inside brackets that are closed again soon: 《谁来主持？》.
//
// Closing quotation marks and brackets belong to the sentence before them.
func Sentences(s string) []Span {
	var spans []Span
	w := sentenceWalk{s: s}
	for start := 0; start < len(s); {
		end := w.end(start)
		if span := trim(s, start, end); span.Start < span.End {
			spans = append(spans, span)
		}
		start = end
	}
	return spans
}

// bracketReach is how many bytes a bracket may hold and still keep a sentence
// together: about 100 Chinese characters.
const bracketReach = 300

type sentenceWalk struct{ s string }

// end returns where the sentence that starts at start ends.
func (w sentenceWalk) end(start int) int {
	quotes := 0 // straight ones, that do not tell opening from closing
	for i := start; i < len(w.s); {
		r, size := utf8.DecodeRuneInString(w.s[i:])
		switch {
		case isLineEnd(r):
			return i + size
		case r == '"':
			quotes++
		case closerOf(r) != 0:
			after := w.skipBracket(i+size, closerOf(r))
			if r != '《' && strings.TrimSpace(w.s[start:i]) == "" && strings.Contains(w.s[i:after], "。") {
				return w.closers(after, false) // （全文完。） stands for itself
			}
			i = after
			continue
		case w.stops(start, i, r, size):
			return w.closers(i+size, quotes%2 == 1)
		}
		i += size
	}
	return len(w.s)
}

// stops reports whether the r at i ends a sentence.
func (w sentenceWalk) stops(start, i int, r rune, size int) bool {
	switch r {
	case '。', '！', '？', '；', '…', '｡':
		return true
	case '!', '?':
		next, _ := utf8.DecodeRuneInString(w.s[i+size:])
		return !isLatin(next) && next != '='
	case ';': // what folding makes of ；
		next, _ := utf8.DecodeRuneInString(w.s[i+size:])
		last, _ := utf8.DecodeLastRuneInString(w.s[:i])
		return IsIdeograph(next) || IsIdeograph(last)
	case '.', '．':
		return w.isFullStop(start, i, size)
	}
	return false
}

// closers returns the end of the enders, closing quotation marks and brackets
// that follow at i. A straight quotation mark closes if one is open.
func (w sentenceWalk) closers(i int, open bool) int {
	for i < len(w.s) {
		r, size := utf8.DecodeRuneInString(w.s[i:])
		switch {
		case r == '"' && open:
			open = false
		case strings.ContainsRune("。！？；…!?.．”’」』）)】》〉»]", r):
		default:
			return i
		}
		i += size
	}
	return i
}

// skipBracket returns the place after the closer when it follows soon and on
// the same line, else i.
func (w sentenceWalk) skipBracket(i int, closer rune) int {
	reach := w.s[i:min(len(w.s), i+bracketReach)]
	at := strings.IndexFunc(reach, func(r rune) bool { return r == closer || isLineEnd(r) })
	if at < 0 {
		return i
	}
	r, size := utf8.DecodeRuneInString(reach[at:])
	if r != closer {
		return i
	}
	return i + at + size
}

func closerOf(r rune) rune {
	switch r {
	case '《':
		return '》'
	case '（':
		return '）'
	case '(':
		return ')'
	case '【':
		return '】'
	}
	return 0
}

// isFullStop reports whether the dot at i is one, and not part of a number, a
// short form, an address or the number of a list's item.
func (w sentenceWalk) isFullStop(start, i, size int) bool {
	after := w.closers(i+size, true)
	next, _ := utf8.DecodeRuneInString(w.s[after:])
	if last, _ := utf8.DecodeLastRuneInString(w.s[:i]); next >= '0' && next <= '9' && StopsBeforeDigit(last) {
		return true
	}
	if after < len(w.s) && !unicode.IsSpace(next) && !IsIdeograph(next) {
		return false
	}
	word := w.s[start:i]
	if at := strings.LastIndexFunc(word, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("(（\"“«/", r) || IsIdeograph(r)
	}); at >= 0 {
		_, wide := utf8.DecodeRuneInString(word[at:])
		word = word[at+wide:]
	} else if isItemNumber(strings.TrimSpace(word)) {
		return false
	}
	if IsIdeograph(next) { // 同意.然后: a dot in place of 。; after Latin text it may be anything
		last, _ := utf8.DecodeLastRuneInString(word)
		return word == "" || !isLatin(last)
	}
	return !isShortForm(word)
}

// StopsBeforeDigit reports whether a dot between last and a digit ends a sentence,
// 作了探讨.3种方法, and neither begins a fraction, 约.5米, nor names a picture, 图.3.
func StopsBeforeDigit(last rune) bool {
	return IsIdeograph(last) && !strings.ContainsRune("约近为达超仅升降增减跌涨是到至了差图表式第节页号卷", last)
}

func isItemNumber(word string) bool {
	return word != "" && len(word) <= 3 && strings.Trim(word, "0123456789") == ""
}

// isShortForm reports whether word, without its last dot, is usually written
// with one: a single letter, letters with dots between, or a known one.
func isShortForm(word string) bool {
	last := word[strings.LastIndexByte(word, '.')+1:]
	if r, size := utf8.DecodeRuneInString(last); size == len(last) && unicode.IsLetter(r) {
		return true
	}
	return shortForms[strings.ToLower(word)]
}

// shortForms are those after which a sentence rarely ends.
var shortForms = setOf(`mr mrs ms dr prof gen sen rep gov st no nos vs cf art fig vol pp approx ca est
	jan feb mar apr jun jul aug sept sep oct nov dec e.g i.e
	им ул стр рис см ст пп тыс млн млрд трлн долл руб гг`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(words) {
		set[word] = true
	}
	return set
}

func isLineEnd(r rune) bool {
	return r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029'
}

func isLatin(r rune) bool {
	return r < unicode.MaxLatin1 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// trim returns the span start:end without the spaces at its ends.
func trim(s string, start, end int) Span {
	end = start + len(strings.TrimRightFunc(s[start:end], unicode.IsSpace))
	return Span{end - len(strings.TrimLeftFunc(s[start:end], unicode.IsSpace)), end}
}
