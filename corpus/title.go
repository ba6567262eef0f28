package corpus

import (
	"strings"
	"unicode/utf8"
)

const (
	titleColumns   = 100 // widest title line, in columns: 50 Chinese characters
	headingColumns = 60  // widest heading
	headingRun     = 2   // more short lines in a row are a list
)

// isTitle reports whether the first line is a title: it is short, ends
// without the punctuation of a sentence, and running text follows.
func isTitle(lines []line) bool {
	return len(lines) > 1 && isShort(lines[0].text, titleColumns) && !isSalutation(lines[0].text) &&
		!isQuoteStart(lines[0].text) && hasSentence(lines[1:])
}

// hasSentence reports whether one of the next lines is running text.
func hasSentence(lines []line) bool {
	for i, l := range lines {
		if i == 12 {
			break
		}
		if !isShort(l.text, titleColumns) && !isCredit(l.text) {
			return true
		}
	}
	return false
}

// isShort recognises a line that may be a title or a heading by its shape:
// not wide, no sentence in it, no closing punctuation, no half of a pair of
// quotation marks, and not all in brackets.
func isShort(s string, width int) bool {
	if columns(s, width) > width || !hasLetter(s) || strings.ContainsAny(s, "。！？；…!?;") {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune("，、：.,:~～-—–", last) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("（(【[", first) && strings.ContainsRune("）)】]", last) {
		return false
	}
	return !strings.Contains(s, ". ") && balanced(s)
}

// quotePairs open and close.
var quotePairs = [][2]string{{"“", "”"}, {"‘", "’"}, {"「", "」"}, {"『", "』"}, {"《", "》"}, {"（", "）"}, {"«", "»"}}

// balanced reports whether every quotation mark that opens also closes.
func balanced(s string) bool {
	for _, p := range quotePairs {
		if strings.Count(s, p[0]) != strings.Count(s, p[1]) {
			return false
		}
	}
	return strings.Count(s, `"`)%2 == 0
}

func isSalutation(s string) bool {
	_, addresses := hasPrefix(s, listed("salutation"))
	return addresses
}

// lineKinds says what each line is; "" for lines that only decorate. A
// heading without mark-up is a short line with running text after it. A run
// of several short lines is a list, and text.
func lineKinds(lines []line) []PassageKind {
	kinds := make([]PassageKind, len(lines))
	short := make([]bool, len(lines))
	chinese := isChinese(lines)
	for i, l := range lines {
		_, marked := markedHeading(l)
		switch {
		case !hasLetter(l.text):
		case marked:
			kinds[i] = Heading
		case isCredit(l.text):
			kinds[i] = Credit
		default:
			kinds[i] = Text
			short[i] = isShort(l.text, headingColumns) && !isOfTable(lines, i) && !isQuoteStart(l.text) && !isSalutation(l.text) &&
				(!chinese || hasHan(l.text)) // else a caption left in another language
		}
	}
	for i := 0; i < len(lines); {
		end := i
		for end < len(lines) && short[end] {
			end++
		}
		if end > i && end-i <= headingRun && textFollows(kinds[end:]) {
			for ; i < end; i++ {
				kinds[i] = Heading
			}
		}
		i = max(end, i+1)
	}
	return kinds
}

// isChinese reports whether most lines are Chinese.
func isChinese(lines []line) bool {
	n := 0
	for _, l := range lines {
		if hasHan(l.text) {
			n++
		}
	}
	return 2*n > len(lines)
}

// isQuoteStart recognises the dash that opens reported speech, or an item of
// a list.
func isQuoteStart(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("-—–―•*", first)
}

// textFollows reports whether the next line that is no credit is running
// text. Called right behind a run of short lines, so that text is no short
// line.
func textFollows(kinds []PassageKind) bool {
	for _, k := range kinds {
		if k != Credit && k != "" {
			return k == Text
		}
	}
	return false
}

// markedHeading recognises headings with mark-up: "## heading" and
// "**heading**".
func markedHeading(l line) (line, bool) {
	if text, ok := markdownHeading(l); ok {
		return text, true
	}
	if n := len("**"); len(l.text) > 2*n && strings.HasPrefix(l.text, "**") && strings.HasSuffix(l.text, "**") {
		text := l.before(len(l.text) - n).after(n)
		return text, isShort(text.text, headingColumns) && !strings.Contains(text.text, "**")
	}
	return line{}, false
}
