package compare

import (
	"strings"

	"fenghui/wasm/text"
)

// doubtReach is how many characters the next sentence may take to doubt.
const doubtReach = 16

// isDoubted reports whether the next sentence of the text itself doubts a
// figure: 这一写法可疑. Such a figure is compared with nothing.
func isDoubted(in *Input, k int) bool {
	f := &in.Figures[k]
	if f.Passage < 0 || f.Passage >= len(in.Document.Passages) {
		return false
	}
	p := &in.Document.Passages[f.Passage]
	end := sentenceSpan(in.Document, f).End - p.Start
	if end < 0 || end > len(p.Text) {
		return false
	}
	next := text.First(strings.TrimSpace(p.Text[end:]), doubtReach)
	return startsWith(next, wordsOf("doubt-of")...) && containsAny(next, wordsOf("doubts")...)
}

// doubtedChecks shows what the texts themselves doubt, beside what others say.
func (l *library) doubtedChecks(clusters []*cluster) []Check {
	var list []Check
	for _, i := range l.items {
		l.yield()
		if !i.doubted || i.value == nil || len(list) == itemsBacked {
			continue
		}
		key, _ := keyOf(i)
		rule, told, fills := "suspect.doubted", []*item{i}, []fill{{"value", l.tell(i)}}
		for _, c := range clusters {
			if c.bucketKey == key && alike(traitsOf(c.measure).how, c.topic, i.topic) {
				o := latest(c)
				if o == nil {
					continue
				}
				rule, told, fills = "suspect.doubted.beside", append(told, o), append(fills, fill{"other", l.tell(o)})
				break
			}
		}
		list = append(list, l.check(Suspect, rule, told, fills...))
	}
	return list
}
