package corpus

import "strings"

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
