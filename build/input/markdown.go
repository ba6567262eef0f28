package input

import (
	"strings"
	"unicode/utf8"

	"fenghui/corpus"
)

// plainMarkdown is what a reader of Markdown sees, line for line: no code
// fences, no rules of tables, no addresses of links, no pictures, no signs
// around strong words. Front matter, headings and records stay as they are. It
// follows web/import/markdown.js; testdata/markdown.txt holds both to the same answers.
func plainMarkdown(name, text string) string {
	if lower := strings.ToLower(name); !strings.HasSuffix(lower, ".md") && !strings.HasSuffix(lower, ".markdown") || corpus.IsRecord(text) {
		return text
	}
	var lines []string
	front, code := strings.HasPrefix(text, "---\n") || strings.HasPrefix(text, "---\r\n"), false
	for n, line := range strings.Split(text, "\n") {
		bare := strings.TrimSpace(line)
		switch fence := strings.HasPrefix(bare, "```") || strings.HasPrefix(bare, "~~~"); {
		case front:
			front = n == 0 || bare != "---"
			lines = append(lines, line)
		case fence:
			code = !code
		case code:
			lines = append(lines, line)
		case strings.Contains(bare, "|") && strings.Contains(bare, "--") && strings.Trim(bare, "|-: ") == "":
		default:
			lines = append(lines, plainLine(bare))
		}
	}
	return strings.Join(lines, "\n")
}

var escaped = strings.NewReplacer(`\*`, "*", `\_`, "_", `\#`, "#", `\[`, "[", `\]`, "]", "\\`", "`", `\|`, "|", `\.`, ".")

func plainLine(bare string) string {
	text := bare
	if strings.HasPrefix(bare, ">") {
		text = strings.TrimLeft(bare, "> ")
	}
	if len(text) > 1 && strings.HasPrefix(text, "|") && strings.HasSuffix(text, "|") {
		text = strings.Join(strings.Fields(strings.ReplaceAll(text, "|", " ")), " ")
	}
	text = withoutLinks(text)
	if !isStrong(text) {
		text = withoutPairs(withoutPairs(text, "**"), "`")
	}
	return escaped.Replace(text)
}

// isStrong reports whether a line is strong from end to end, as headings are.
func isStrong(text string) bool {
	inner, ok := strings.CutPrefix(text, "**")
	return ok && len(inner) > 2 && strings.Index(inner, "**") == len(inner)-2
}

// longestLink bounds the words of a link and its address, in characters, so
// that brackets that nothing closes take no time.
const longestLink = 600

// withoutLinks leaves the words of [words](address) and nothing of a picture.
// Words with brackets in them, and addresses with parentheses, are no link.
func withoutLinks(s string) string {
	var b strings.Builder
	for {
		middle := strings.Index(s, "](")
		if middle < 0 {
			return b.String() + s
		}
		open, end := linkEnds(s, middle)
		if open < 0 || end < 0 {
			b.WriteString(s[:middle+2])
			s = s[middle+2:]
			continue
		}
		before, picture := strings.CutSuffix(s[:open], "!")
		b.WriteString(before)
		if !picture {
			b.WriteString(s[open+1 : middle])
		}
		s = s[end+1:]
	}
}

// linkEnds finds the brackets around the "](" at middle; what is missing is -1.
func linkEnds(s string, middle int) (open, end int) {
	from, to := max(0, middle-1-longestLink*utf8.UTFMax), min(len(s), middle+3+longestLink*utf8.UTFMax)
	open, end = strings.LastIndexAny(s[from:middle], "[]"), strings.IndexAny(s[middle+2:to], "()")
	if open < 0 || end < 0 {
		return -1, -1
	}
	open, end = from+open, middle+2+end
	if s[open] != '[' || s[end] != ')' || utf8.RuneCountInString(s[open+1:middle]) > longestLink || utf8.RuneCountInString(s[middle+2:end]) > longestLink {
		return -1, -1
	}
	return open, end
}

// withoutPairs leaves out a mark that opens and closes.
func withoutPairs(s, mark string) string {
	if n := strings.Count(s, mark); n == 0 || n%2 != 0 {
		return s
	}
	return strings.ReplaceAll(s, mark, "")
}
