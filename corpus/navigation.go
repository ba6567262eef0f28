package corpus

import "strings"

// dropNavigation empties lines that only lead elsewhere, and what stands above the
// title but days, unless running text would go with them; and the title, which
// stands in the header.
func dropNavigation(lines []plainLine, title string) {
	at, text, begins := -1, false, false
	for i := range lines {
		if at < 0 && lines[i].text == title {
			at, begins = i, !text
		}
		text = text || isRunning(lines[i].text)
	}
	for i := range lines {
		l := &lines[i]
		leads := !l.main && l.mark == "" && 4*l.linked >= 3*len(l.text) && !isRunning(l.text)
		above := i < at && begins && !strings.Contains(l.text, "20")
		if i == at || text && (leads || above) {
			l.text = ""
		}
	}
}

func isRunning(s string) bool { return strings.ContainsAny(s, "。！？") }
