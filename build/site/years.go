package site

import (
	"cmp"
	"slices"

	"fenghui/build/packs"
	"fenghui/corpus"
)

// undivided is how many passages go into one pack, unless Options say
// otherwise: some 10 MB, with the texts.
const undivided = 20000

// split leaves what the program carries and the newest year to the first pack;
// other years are fetched when they are first needed.
func (m *material) split(most int) {
	passages := 0
	for _, d := range m.documents {
		passages += len(d.Passages)
	}
	if passages <= cmp.Or(most, undivided) {
		return
	}
	groups := packs.Years(m.added)
	if len(groups) < 2 {
		return
	}
	m.added, m.years = groups[0].Documents, groups[1:]
	for _, g := range m.years {
		slices.SortStableFunc(g.Documents, newestFirst) // as the program lists them, which then has little to sort
	}
	later := map[*corpus.Document]bool{}
	for _, g := range m.years {
		for _, d := range g.Documents {
			later[d] = true
		}
	}
	m.first = slices.DeleteFunc(slices.Clone(m.documents), func(d *corpus.Document) bool { return later[d] })
}

func newestFirst(a, b *corpus.Document) int {
	return cmp.Or(cmp.Compare(b.Summit.Date, a.Summit.Date), cmp.Compare(a.ID, b.ID))
}
