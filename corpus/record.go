package corpus

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// LineError is a mistake at a line of a file.
type LineError struct {
	Name string
	Line int // from 1
	What string
}

func (e *LineError) Error() string {
	return fmt.Sprintf("corpus: %s:%d: %s", e.Name, e.Line, e.What)
}

// ReadRecord reads one of our records: front matter between lines of "---",
// then headings ("## …") and paragraphs of one line each, every paragraph
// ending with the source's paragraphs it reports, {¶7} or {¶7,¶9}, or with the
// sources themselves, {S1} or {S1,S3}. A heading may end with what its section
// is about, {bilateral}. All mistakes are reported together, each as a
// *LineError; a text that is no text at all is a *RefusedError.
func ReadRecord(name, text string) (*Document, error) {
	if err := CheckText(name, text); err != nil {
		return nil, err
	}
	lines := splitLines(text)
	front, body, ok := splitFront(lines)
	switch {
	case lines[0].text != frontFence:
		return nil, &LineError{name, lines[0].number, "a record begins with a line of ---"}
	case !ok:
		return nil, &LineError{name, lines[0].number, "front matter without an end: no second line of ---"}
	}
	doc, errs := parseFrontMatter(name, front).document()
	doc.Kind, doc.Name = Record, name
	passages, more := recordPassages(name, body, doc.Sources)
	doc.Passages = passages
	if errs = append(errs, more...); len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return doc, nil
}

// IsRecord reports whether text begins with front matter that has keys of
// records. What other programs keep there (a title, a layout, tags) makes no
// record.
func IsRecord(text string) bool {
	if !strings.HasPrefix(strings.TrimLeftFunc(text[:byteOffset(text, 100)], isBlank), frontFence) {
		return false // most texts are told apart without cutting them into lines
	}
	front, _, ok := splitFront(splitLines(text))
	own := 0
	for _, l := range front {
		key, _, _ := strings.Cut(l.text, ":")
		if _, known := recordKeys[key]; known && !slices.Contains(commonKeys, key) {
			own++
		}
	}
	return ok && own > 1
}

// commonKeys are keys of records that front matter of all sorts has.
var commonKeys = []string{"title", "date", "source", "format", "topics", "speaker", "city", "country", "organisation"}

// frontFence is the line before front matter and behind it.
const frontFence = "---"

// splitFront divides lines into front matter, without its fences, and what
// follows. Not ok when the lines do not begin with front matter, or it has no
// end.
func splitFront(lines []line) (front, body []line, ok bool) {
	if len(lines) == 0 || lines[0].text != frontFence {
		return nil, lines, false
	}
	end := slices.IndexFunc(lines[1:], func(l line) bool { return l.text == frontFence })
	if end < 0 {
		return nil, lines, false
	}
	return lines[1 : end+1], lines[end+2:], true
}

// cutRef cuts the note of the source's paragraphs, or of the sources, off the
// end of a paragraph: ¶7,¶9 of {¶7,¶9}, or S1 of {S1}.
func cutRef(s string) (paragraph, ref string, ok bool) {
	open := strings.LastIndexByte(s, '{')
	if open < 0 || !strings.HasSuffix(s, "}") {
		return "", "", false
	}
	ref = s[open+1 : len(s)-1]
	for part := range strings.SplitSeq(ref, ",") {
		if !numbered(part, "¶") && !numbered(part, "S") {
			return "", "", false
		}
	}
	return s[:open], ref, true
}

// numbered: s is the sign with a number from 1 behind it.
func numbered(s, sign string) bool {
	number, marked := strings.CutPrefix(s, sign)
	return marked && number != "" && number[0] != '0' && digits(number) == len(number)
}

func recordPassages(name string, body []line, sources []Reference) (passages []Passage, errs []error) {
	section, category := "", ""
	for _, l := range body {
		if text, ok := markdownHeading(l); ok {
			text, category = sectionCategory(text)
			section = text.text
			passages = append(passages, Passage{Kind: Heading, Text: text.text, Start: text.start, Category: category})
			continue
		}
		paragraph, ref, ok := cutRef(l.text)
		paragraph = strings.TrimRightFunc(paragraph, isBlank)
		if !ok || paragraph == "" {
			errs = append(errs, &LineError{name, l.number, "a paragraph without its source paragraph, like {¶7}, or its sources, like {S1}, at the end"})
			continue
		}
		if unknown := unknownSource(ref, sources); unknown != "" {
			errs = append(errs, &LineError{name, l.number, "no source " + unknown + " in the front matter"})
		}
		passages = append(passages, Passage{
			Kind: Text, Text: paragraph, Start: l.start,
			Section: section, Category: category, Ref: ref,
		})
	}
	if len(passages) == 0 && len(errs) == 0 {
		errs = append(errs, &LineError{name, 1, "a record without a paragraph"})
	}
	return passages, errs
}

// markdownHeading recognises "## heading" of any level, and gives the heading
// without its marks.
func markdownHeading(l line) (line, bool) {
	level := len(l.text) - len(strings.TrimLeft(l.text, "#"))
	if level == 0 || level > 6 {
		return line{}, false
	}
	text := l.after(level)
	if text.text == "" || text.start == l.start+level {
		return line{}, false // "#topic" is no heading
	}
	closing := strings.TrimRight(text.text, "#")
	return text.before(len(closing)), closing != ""
}

// sectionCategory takes {bilateral} off the end of a heading.
func sectionCategory(heading line) (line, string) {
	for _, c := range Categories {
		if rest, ok := strings.CutSuffix(heading.text, "{"+c+"}"); ok && strings.TrimFunc(rest, isBlank) != "" {
			return heading.before(len(strings.TrimRightFunc(rest, isBlank))), c
		}
	}
	return heading, ""
}

// unknownSource is the first source of a marker that the record does not list.
func unknownSource(ref string, sources []Reference) string {
	for _, r := range strings.Split(ref, ",") {
		if strings.HasPrefix(r, "S") && !slices.ContainsFunc(sources, func(s Reference) bool { return s.ID == r }) {
			return r
		}
	}
	return ""
}
