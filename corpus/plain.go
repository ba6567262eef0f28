package corpus

import "strings"

// Plain is the text of a file: of a web page and of a word processor's document
// (the document.xml of a .docx) what a reader sees of it, a paragraph a line,
// with leading lines title:, date:, source: and url: for what a page says of
// itself; any other text as it is. Scripts, styles and hidden parts leave no
// trace.
func Plain(name, text string) string {
	begin := strings.ToLower(strings.TrimLeftFunc(text[:byteOffset(text, 2000)], isBlank))
	switch {
	case !strings.HasPrefix(begin, "<"):
		return text
	case strings.Contains(begin, "<w:document"):
		return plainWord(text)
	case isPageName(name), strings.HasPrefix(begin, "<!doctype html"), strings.Contains(begin, "<html"), strings.Contains(begin, "<body"):
		return plainPage(text)
	}
	return text
}

func isPageName(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".html") || strings.HasSuffix(name, ".htm") || strings.HasSuffix(name, ".xhtml")
}

// plainLines puts lines together out of pieces of text.
type plainLines struct {
	lines   []plainLine
	current strings.Builder
	now     plainLine // the line being written, but for its text
	tables  int       // open ones
	rows    []tableRow
}

type plainLine struct {
	mark, text string // mark: "# ", "## "
	main       bool   // it belongs to the article itself
	linked     int    // bytes of it that lead elsewhere
}

// end ends the line. White space of any length is one space.
func (p *plainLines) end() {
	if text := strings.TrimFunc(strings.Join(strings.Fields(p.current.String()), " "), isBlank); text != "" {
		p.now.text = text
		p.lines = append(p.lines, p.now)
	}
	p.current.Reset()
	p.now.mark, p.now.linked = "", 0
}

func join(lines []plainLine) string {
	var b strings.Builder
	for _, l := range lines {
		if l.text != "" {
			b.WriteString(l.mark + l.text + "\n")
		}
	}
	return b.String()
}
