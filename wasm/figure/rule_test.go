package figure

import (
	"reflect"
	"slices"
	"sync"
	"testing"
)

// Of a stage's rules the first that fits is used: what those before it tried
// must not be seen in the figure.
func TestARuleThatDoesNotFitLeavesTheFigureAlone(t *testing.T) {
	place := ""
	watched := func() []stage {
		list := stages()
		for k := range list {
			list[k].rules = slices.Clone(list[k].rules)
			for i := range list[k].rules {
				rule := &list[k].rules[i]
				fits := rule.fits
				rule.fits = func(r *reading) bool {
					before := r.Figure
					if fits(r) {
						return true
					}
					if !reflect.DeepEqual(before, r.Figure) {
						t.Errorf("%s: %s does not fit %s, but made\n%+v of\n%+v", place, rule.name, r.core(), r.Figure, before)
					}
					return false
				}
			}
		}
		return list
	}
	usual := allStages
	allStages = sync.OnceValue(watched)
	t.Cleanup(func() { allStages = usual })
	for _, s := range specs(t) {
		place = s.place
		Extract(s.document(), testNames(t))
	}
}
