package corpus

import "strings"

// withoutBeside leaves out lines that only lead elsewhere, and what stands above
// the title but days, unless running text would go with them.
func withoutBeside(lines []plainLine, title string) []plainLine {
	var kept, dated []plainLine
	found, text := false, false
	for _, l := range lines {
		switch running := strings.ContainsAny(l.text, "。！？"); {
		case !found && l.text == title:
			if found = true; !text {
				kept = dated
			}
		case running || l.main || l.mark != "" || 4*l.linked < 3*len(l.text):
			kept = append(kept, l)
			text = text || running
			if strings.Contains(l.text, "20") {
				dated = append(dated, l)
			}
		}
	}
	if text {
		return kept
	}
	for i, l := range lines {
		if l.text == title {
			return append(lines[:i:i], lines[i+1:]...)
		}
	}
	return lines
}
