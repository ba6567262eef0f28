package corpus

import (
	"errors"
	"fmt"
)

// glossaryMistakes reports what the lines of a glossary cannot show by themselves: a
// name that stands for two terms of one kind, a city or person whose country
// is not in the glossary.
func glossaryMistakes(g *Glossary) error {
	var errs []error
	for i := range g.terms {
		t := &g.terms[i]
		for _, l := range t.byLanguage() {
			for _, n := range l.names {
				if first, _ := g.LookupKind(n, t.Kind); first != t {
					errs = append(errs, fmt.Errorf("corpus: glossary: %s %q is also a name of %q", t.Kind, n, first.Name()))
				}
			}
		}
		if t.Kind != "city" && t.Kind != "person" {
			continue
		}
		for _, of := range t.Of {
			if _, ok := g.LookupKind(of, "country", "organisation"); !ok {
				errs = append(errs, fmt.Errorf("corpus: glossary: %s %s is of %q, which is no country or organisation here", t.Kind, t.Name(), of))
			}
		}
	}
	return errors.Join(errs...)
}
