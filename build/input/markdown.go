package input

import (
	"strings"

	"fenghui/corpus"
)

// plainMarkdown is what a reader of Markdown sees, line for line: no code
// fences, no rules of tables, no addresses of links, no pictures, no signs
// around strong words. Front matter, headings and records stay as they are. It
// follows web/markdown.js.
func plainMarkdown(name, text string) string {
	if lower := strings.ToLower(name); !strings.HasSuffix(lower, ".md") && !strings.HasSuffix(lower, ".markdown") || corpus.IsRecord(text) {
		return text
	}
	var b strings.Builder
	front, code := strings.HasPrefix(text, "---\n") || strings.HasPrefix(text, "---\r\n"), false
	for n, l := range strings.SplitAfter(text, "\n") {
		bare := strings.TrimSpace(l)
		switch fence := strings.HasPrefix(bare, "```") || strings.HasPrefix(bare, "~~~"); {
		case front:
			front = n == 0 || bare != "---"
			b.WriteString(l)
		case fence:
			code = !code
		case code:
			b.WriteString(l)
		case strings.Contains(bare, "|") && strings.Contains(bare, "--") && strings.Trim(bare, "|-: ") == "":
		default:
			b.WriteString(markdownLine(l, bare))
		}
	}
	return b.String()
}

func markdownLine(l, bare string) string {
	text := strings.TrimSpace(strings.TrimLeft(bare, "> "))
	if !strings.HasPrefix(bare, ">") {
		text = bare
	}
	if len(text) > 1 && strings.HasPrefix(text, "|") && strings.HasSuffix(text, "|") {
		text = strings.Join(strings.Fields(strings.ReplaceAll(text, "|", " ")), " ")
	}
	text = withoutLinks(text)
	if inner := strings.TrimSuffix(strings.TrimPrefix(text, "**"), "**"); len(inner)+4 != len(text) || strings.Contains(inner, "**") {
		text = withoutPairs(withoutPairs(text, "**"), "`") // one all around is a heading
	}
	for _, sign := range []string{"*", "_", "#", "[", "]", "`", "|", "."} {
		text = strings.ReplaceAll(text, `\`+sign, sign)
	}
	if text == bare {
		return l
	}
	return text + "\n"
}

// longestLink bounds the words of a link and its address, in bytes, so that
// brackets that nothing closes take no time.
const longestLink = 2000

// withoutLinks leaves the words of [words](address) and nothing of a picture.
func withoutLinks(s string) string {
	var b strings.Builder
	for {
		middle := strings.Index(s, "](")
		if middle < 0 {
			return b.String() + s
		}
		from := max(0, middle-longestLink)
		open := strings.LastIndexByte(s[from:middle], '[')
		end := strings.IndexByte(s[middle:min(len(s), middle+longestLink)], ')')
		if open < 0 || end < 0 {
			b.WriteString(s[:middle+2])
			s = s[middle+2:]
			continue
		}
		before, picture := strings.CutSuffix(s[:from+open], "!")
		b.WriteString(before)
		if !picture {
			b.WriteString(s[from+open+1 : middle])
		}
		s = s[middle+end+1:]
	}
}

// withoutPairs leaves out a mark that opens and closes.
func withoutPairs(s, mark string) string {
	if n := strings.Count(s, mark); n == 0 || n%2 != 0 {
		return s
	}
	return strings.ReplaceAll(s, mark, "")
}
