package site

import (
	"cmp"
	"slices"

	"fenghui/corpus"
)

// undivided is how many passages go into one pack, unless Options say
// otherwise: some 10 MB, with the texts.
const undivided = 20000

// yearly are the documents of a year; of none, those of no known date.
type yearly struct {
	year      string
	documents []*corpus.Document
}

// split leaves to the first pack what the program carries and the newest year;
// the rest is fetched by year, when it is first needed.
func (m *material) split(most int) {
	passages := 0
	for _, d := range m.documents {
		passages += len(d.Passages)
	}
	if passages <= cmp.Or(most, undivided) {
		return
	}
	groups := byYear(m.added)
	if len(groups) < 2 {
		return
	}
	m.added, m.years = groups[0].documents, groups[1:]
	later := map[*corpus.Document]bool{}
	for _, g := range m.years {
		for _, d := range g.documents {
			later[d] = true
		}
	}
	m.first = slices.DeleteFunc(slices.Clone(m.documents), func(d *corpus.Document) bool { return later[d] })
}

// byYear puts documents together, the newest year first and those without a
// date last; within a year they stay in order.
func byYear(docs []*corpus.Document) (groups []yearly) {
	at := map[string]int{}
	for _, d := range docs {
		year := d.Summit.Date[:min(len("2024"), len(d.Summit.Date))]
		n, known := at[year]
		if !known {
			n = len(groups)
			at[year] = n
			groups = append(groups, yearly{year: year})
		}
		groups[n].documents = append(groups[n].documents, d)
	}
	slices.SortFunc(groups, func(a, b yearly) int { return cmp.Compare(b.year, a.year) })
	return groups
}
