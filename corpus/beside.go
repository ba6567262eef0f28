package corpus

import (
	"slices"
	"strings"
)

// besides are the names that pages give to what stands beside an article.
var besides = []string{
	"nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "footer", "comment", "comments", "share", "sharing",
	"sidebar", "related", "recommend", "copyright", "toolbar",
}

// isBeside reports an element whose class or id names such a part: site-footer,
// share-box. One that merely says that there is one, with-sidebar, is none. What
// is not visible may be such a part too, or the article of a page that shows it
// by a script.
func isBeside(t tag) bool {
	if t.attributes == "" || !isOneOf(" div section ul ol dl p table ", t.name) {
		return false
	}
	if strings.Contains(strings.ReplaceAll(t.attribute("style"), " ", ""), "visibility:hidden") {
		return true
	}
	for _, name := range strings.Fields(strings.ToLower(t.attribute("class") + " " + t.attribute("id"))) {
		words := strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' })
		if len(words) == 0 || slices.ContainsFunc(words, func(w string) bool { return isOneOf(" no not has with without is on ", w) }) {
			continue
		}
		if slices.Contains(besides, words[0]) || slices.Contains(besides, words[len(words)-1]) {
			return true
		}
	}
	return false
}

// leaveBeside follows the tags of the part that is open.
func (p *page) leaveBeside(t tag) {
	switch {
	case t.name != p.beside || t.selfEnd:
	case t.end:
		p.besideLevel--
	default:
		p.besideLevel++
	}
	if p.besideLevel == 0 {
		p.end()
		p.beside = ""
	}
}

// withoutBeside leaves out what stands beside the article, and lines that only
// lead elsewhere, unless most of the running text would go with them. What
// stands above the title is left out too, unless it is running text or tells a
// day.
func withoutBeside(lines []plainLine, title string) []plainLine {
	kept := slices.DeleteFunc(slices.Clone(lines), func(l plainLine) bool {
		return l.beside || !l.main && l.mark == "" && 4*l.linked >= 3*len(l.text)
	})
	if 2*running(kept) < running(lines) || running(kept) == 0 {
		kept = lines
	}
	at := slices.IndexFunc(kept, func(l plainLine) bool { return l.text == title })
	switch {
	case at < 0:
		return kept
	case slices.ContainsFunc(kept[:at], plainLine.isRunning):
		return slices.Delete(slices.Clone(kept), at, at+1)
	}
	above := slices.DeleteFunc(slices.Clone(kept[:at]), func(l plainLine) bool { return !hasDate(l.text) })
	return append(above, kept[at+1:]...)
}

func hasDate(s string) bool {
	for i := range s[:min(len(s), longestTitle)] {
		if _, _, ok := leadingDate(s[i:]); ok {
			return true
		}
	}
	return false
}

// running is how much running text there is, in bytes.
func running(lines []plainLine) (n int) {
	for _, l := range lines {
		if l.isRunning() {
			n += len(l.text)
		}
	}
	return n
}

func (l plainLine) isRunning() bool { return strings.ContainsAny(l.text, "。！？") }
