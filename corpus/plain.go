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

// word is a word processor's document being read.
type word struct {
	plainLines
	left    string // name of the element being left out
	hidden  bool   // the run is not shown
	writing bool   // within the text of a run
}

// plainWord reads paragraphs (w:p) of runs (w:r) of text (w:t). Deleted text,
// field codes, hidden runs and the second form of a drawing are left out.
func plainWord(markup string) string {
	w := &word{}
	eachToken(markup, func(s string) {
		if w.writing && w.left == "" && !w.hidden {
			w.current.WriteString(s)
		}
	}, w.element)
	w.end()
	return join(w.lines)
}

func (w *word) element(t tag) {
	switch t.name {
	case "w:del", "w:movefrom", "mc:fallback":
		if w.left == "" && !t.end && !t.selfEnd {
			w.left = t.name
		} else if w.left == t.name && t.end {
			w.left = ""
		}
	case "w:p":
		w.end()
	case "w:r":
		w.hidden = false
	case "w:vanish":
		w.hidden = t.attribute("w:val") != "0" && t.attribute("w:val") != "false"
	case "w:t":
		w.writing = !t.end && !t.selfEnd
	case "w:tab":
		w.current.WriteString(" ")
	case "w:tbl", "w:tr", "w:tc":
		w.table(t.name[len("w:"):], t)
	case "w:br", "w:cr":
		mark := w.now.mark
		w.end()
		w.now.mark = mark
	case "w:pstyle":
		w.now.mark = styleMarks[strings.ToLower(t.attribute("w:val"))]
	}
}

// styleMarks are what styles of paragraphs make of them; Word numbers its own
// in some languages.
var styleMarks = map[string]string{
	"title": "# ", "heading1": "## ", "heading2": "## ", "heading3": "## ",
	"1": "## ", "2": "## ", "3": "## ", "a3": "# ",
}
