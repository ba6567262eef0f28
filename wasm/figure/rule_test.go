package figure

import (
	"reflect"
	"slices"
	"testing"
)

// Of a stage's rules the first that fits is used: what those before it tried
// must not be seen in the figure.
func TestARuleThatDoesNotFitLeavesTheFigureAlone(t *testing.T) {
	place := ""
	watched := slices.Clone(stages)
	for k := range watched {
		watched[k].rules = slices.Clone(watched[k].rules)
		for i := range watched[k].rules {
			rule := &watched[k].rules[i]
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
	usual := stages
	stages = watched
	t.Cleanup(func() { stages = usual })
	for _, s := range specs(t) {
		place = s.place
		Extract(s.document(), testNames(t))
	}
}
