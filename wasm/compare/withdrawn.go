package compare

import (
	"slices"
	"strings"
)

// withdrawal is a figure that a later report sets right.
type withdrawal struct{ wrong, right *item }

// withdraw takes out of clusters what was told earlier and is set right later:
// 2024年贸易额更正为34.5亿美元. Nobody contradicts himself by that.
func (l *library) withdraw(clusters []*cluster) {
	for _, c := range clusters {
		for _, right := range c.items {
			l.yield()
			if !right.isCorrection() {
				continue
			}
			c.items = slices.DeleteFunc(slices.Clone(c.items), func(i *item) bool {
				wrong := i != right && !i.ahead && i.ref.Document != right.ref.Document && i.day <= right.day && compareTimes(i, right) == together && !i.interval.Meets(right.interval)
				if wrong {
					i.withdrawn = true
					l.wrong = append(l.wrong, withdrawal{i, right})
				}
				return wrong
			})
			break // one correction of a thing is enough
		}
	}
}

// isCorrection reports whether a figure corrects what was told before:
// 更正为34.5亿, 更正：……应为34.5亿 and 34.5亿（修正值）.
func (i *item) isCorrection() bool {
	if i.value == nil || !containsAny(i.f.Sentence, wordsOf("corrections")...) {
		return false
	}
	before, after := aroundIt(i.doc, i.f)
	if startsWith(after, "（修正", "（修订", "（更正", "（订正", "（核实", "(修正", "(修订") {
		return true
	}
	return endsWith(before, wordsOf("corrected")...) || strings.HasSuffix(before, "应为") && containsAny(before, wordsOf("corrections")...)
}

// withdrawnChecks tell what was set right, and how.
func (l *library) withdrawnChecks() []Check {
	var list []Check
	for _, w := range l.wrong {
		list = append(list, l.check(Suspect, "suspect.withdrawn", []*item{w.wrong, w.right}, fill{"wrong", l.tell(w.wrong)}, fill{"right", l.tell(w.right)}, fill{"where", l.where(w.right)}))
	}
	return list
}
