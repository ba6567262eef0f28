package quantity

import (
	"reflect"
	"slices"
	"testing"
)

// Of a stage's rules the first that makes something is used: what those before
// it tried must not be seen in the tokens, of which the next may make another thing.
func TestARuleThatRefusesLeavesTheTokensAlone(t *testing.T) {
	usual := stages
	t.Cleanup(func() { stages = usual })
	stages = slices.Clone(usual)
	for k := range stages {
		stages[k].rules = slices.Clone(stages[k].rules)
		for i := range stages[k].rules {
			r := &stages[k].rules[i]
			makes := r.make
			r.make = func(m *match) (token, bool) {
				before, at := contentsOf(m), m.at
				made, ok := makes(m)
				if !ok && (at != m.at || !reflect.DeepEqual(before, contentsOf(m))) {
					t.Errorf("%s refuses %s, but changed it", r.name, m.s.text(m.start, m.end))
				}
				return made, ok
			}
		}
	}
	for _, c := range specs(t) {
		ref, _ := ParseDate(c.ref)
		Read(c.text, ref)
	}
}

// contentsOf copies what the matched tokens are and hold.
func contentsOf(m *match) (list []any) {
	for _, t := range m.at {
		if t == nil {
			continue
		}
		list = append(list, *t)
		if t.num != nil {
			list = append(list, *t.num)
		}
		if t.q != nil {
			list = append(list, *t.q)
		}
	}
	return list
}
