package compare

import (
	"strconv"
	"strings"
)

// nameKeys gives what has no key of its own one that stays the same as long as
// the figures it rests on are in the library, and tells apart what shares one.
func (l *library) nameKeys(r *Result) {
	boards, checks, initiatives, calendar := keys{}, keys{}, keys{}, keys{}
	for k := range r.Boards {
		r.Boards[k].Key = boards.own(r.Boards[k].Key)
	}
	for k := range r.Checks {
		c := &r.Checks[k]
		parts := []string{c.Rule}
		for _, m := range c.Members[:min(len(c.Members), 2)] {
			parts = append(parts, l.figureName(m.Ref))
		}
		c.Key = checks.own(parts...)
	}
	for k := range r.Initiatives {
		p := r.Initiatives[k].Members[0]
		r.Initiatives[k].Key = initiatives.own(l.docs[p.Document].Document.ID, strconv.Itoa(p.Passage), p.Said)
	}
	for k := range r.Calendar {
		e := &r.Calendar[k]
		e.Key = calendar.own(e.When, l.figureName(e.Members[0].Ref))
	}
}

// figureName is the permanent name of a figure: document, passage, ordinal.
func (l *library) figureName(r Ref) string {
	f := &l.docs[r.Document].Figures[r.Figure]
	return strings.Join([]string{l.docs[r.Document].Document.ID, strconv.Itoa(f.Passage), strconv.Itoa(f.Ordinal)}, "/")
}

// keys counts how often each was given.
type keys map[string]int

// own is the key of these parts, with a number behind it if it was given before.
func (k keys) own(parts ...string) string {
	key := strings.Join(parts, "/")
	if k[key]++; k[key] > 1 {
		key += "/" + strconv.Itoa(k[key])
	}
	return key
}

func passageKey(i *item) string { return passageOf(i).id() }

// passageOf is the paragraph of a figure.
func passageOf(i *item) Ref { return Ref{i.ref.Document, i.f.Passage} }

// id is the place of a figure among all.
func (r Ref) id() string { return strconv.Itoa(r.Document) + ":" + strconv.Itoa(r.Figure) }
