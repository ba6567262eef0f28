package search

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"

	"fenghui/corpus"
	"fenghui/wasm/index"
	"fenghui/wasm/library"
	"fenghui/wasm/stable"
	"fenghui/wasm/text"
)

// Suggestion is a way to go on with what has been typed.
type Suggestion struct {
	Query string // the whole query with it
	Text  string // what it adds or completes
	Means string // the name in Chinese, where that is another
	Kind  string // of the name: country, person …; "" for a word of the texts
	Count int    // passages with it
}

const (
	mostSuggestions = 8
	mostCandidates  = 60  // names that are counted
	mostTyped       = 200 // bytes of a query that is still completed
	wordsOfName     = 4   // typed words that may be the beginning of one name
)

// Suggest completes the last words of a query: names of the glossary, in any
// language, and words of the library, those in most passages first. What occurs
// nowhere is not suggested. It fails only when ctx ends or the index is damaged.
func Suggest(ctx context.Context, s *library.Snapshot, typed string) ([]Suggestion, error) {
	if len(typed) > mostTyped {
		return nil, nil
	}
	f := newFinder(s, nil)
	for _, u := range unfinished(typed) {
		list, err := f.complete(ctx, u)
		if err != nil || len(list) > 0 {
			return list, err
		}
	}
	return nil, nil
}

// unfinishedName is the end of a query that may be the beginning of a name.
type unfinishedName struct {
	before string // what stands before it, as typed
	folded string
	field  string   // whose value it is; "": of none
	kinds  []string // of names; nil: all
	single bool     // the last word alone
}

// unfinished are the ends of a query of several words, the longest first; none
// in an open quotation.
func unfinished(typed string) (list []unfinishedName) {
	if strings.Count(text.Fold(typed), `"`)%2 == 1 {
		return nil
	}
	var starts []int
	begins := true
	for i, r := range typed {
		folded := text.FoldRune(r)
		apart := isBlank(folded) || strings.ContainsRune(`()"+-`, folded) && begins
		if begins && !apart {
			starts = append(starts, i)
		}
		begins = apart || folded == ':' && filterNamed(text.Fold(typed[starts[len(starts)-1]:i])) != nil
	}
	if begins {
		return nil
	}
	for n := min(len(starts), wordsOfName); n > 0; n-- {
		start := starts[len(starts)-n]
		u := unfinishedName{before: typed[:start], folded: text.Fold(typed[start:]), single: n == 1}
		if f := filterBefore(u.before); f != nil {
			if u.field, u.kinds = f.name, f.kinds; u.kinds == nil {
				return nil
			}
			return []unfinishedName{u}
		}
		list = append(list, u)
	}
	return list
}

// filterBefore is the filter whose name and colon a string ends with.
func filterBefore(before string) *filterField {
	folded := text.Fold(before)
	name, found := strings.CutSuffix(folded, ":")
	if !found {
		return nil
	}
	return filterNamed(name[strings.LastIndexAny(name, ` ()"+-`)+1:])
}

func (f finder) complete(ctx context.Context, u unfinishedName) ([]Suggestion, error) {
	list, err := f.namesFrom(ctx, u)
	if err != nil {
		return nil, err
	}
	if u.single && u.kinds == nil {
		words, err := f.wordsFrom(u, list)
		if err != nil {
			return nil, err
		}
		list = append(list, words...)
	}
	list = stable.Sorted(list, func(a, b *Suggestion) int {
		return cmp.Or(b.Count-a.Count, utf8.RuneCountInString(a.Text)-utf8.RuneCountInString(b.Text), strings.Compare(a.Text, b.Text))
	})
	list = list[:min(len(list), mostSuggestions)]
	for i := range list {
		added := list[i].Text
		if u.kinds != nil {
			added = quoteIfNeeded(added)
		}
		list[i].Query = u.before + added
	}
	return list, nil
}

// namesFrom are the terms with a name that begins with what is typed, or, of
// a single word, has a word that does.
func (f finder) namesFrom(ctx context.Context, u unfinishedName) (list []Suggestion, err error) {
	names := matching(u)
	terms := corpus.Names().Terms()
	for i := range terms {
		t := &terms[i]
		name := names[t]
		if name == "" || len(list) == mostCandidates || u.field == "summit" && !f.isOrganiser(t) {
			continue
		}
		count, err := f.countTerm(ctx, t, u.field)
		if err != nil {
			return nil, err
		}
		if count == 0 {
			continue
		}
		s := Suggestion{Text: name, Kind: t.Kind, Count: count}
		if s.Means = t.Name(); s.Means == name {
			s.Means = ""
		}
		list = append(list, s)
	}
	return list, nil
}

// isOrganiser reports whether a summit of the library is one of this organisation
// or format.
func (f finder) isOrganiser(t *corpus.Term) bool {
	return slices.ContainsFunc(f.snapshot.Documents, func(d *library.Document) bool { return d.Summit.Organisation == t.Name() })
}

// matching is the first name of each term that begins with what is typed; if
// none does, one with a word that does.
func matching(u unfinishedName) map[*corpus.Term]string {
	found := map[*corpus.Term]string{}
	take := func(t *corpus.Term, name string) {
		if found[t] == "" && u.allows(t) {
			found[t] = name
		}
	}
	terms := corpus.Names().Terms()
	for i := range terms {
		for _, name := range terms[i].Zh {
			if strings.HasPrefix(text.Fold(name), u.folded) {
				take(&terms[i], name)
			}
		}
	}
	if first, _ := utf8.DecodeRuneInString(u.folded); isSingle(u.folded) || text.IsIdeograph(first) {
		return found
	}
	for _, name := range speltNames() {
		if strings.HasPrefix(name.folded, u.folded) {
			take(name.term, name.original)
		}
	}
	if u.single {
		for _, n := range withWord(u.folded) {
			take(speltNames()[n].term, speltNames()[n].original)
		}
	}
	return found
}

func (u unfinishedName) allows(t *corpus.Term) bool {
	return u.kinds == nil || slices.Contains(u.kinds, t.Kind)
}

// countTerm counts the passages that a suggested term would find: those with
// one of its Chinese or English names; as a value of person:, also those of
// documents in which that person speaks; as a value of summit:, those of its
// summits.
func (f finder) countTerm(ctx context.Context, t *corpus.Term, field string) (int, error) {
	all := roaring.New()
	switch field {
	case "summit":
		names := summitNames(Query{Summits: []string{t.Name()}})
		return int(ofDocuments(f.snapshot, func(d *library.Document) bool { return named(names, d) }).GetCardinality()), nil
	case "person":
		all = f.around(t)
	}
	for _, name := range slices.Concat(t.Zh, t.En) {
		folded := text.Fold(name)
		found, certain, err := f.candidates(folded)
		if err == nil && !certain {
			found, err = f.verified(ctx, found, folded, holdsName)
		}
		if err != nil {
			return 0, err
		}
		all.Or(found)
	}
	return int(all.GetCardinality()), nil
}

// wordsFrom are the words of the library that go on from what is typed, but
// for the names.
func (f finder) wordsFrom(u unfinishedName, names []Suggestion) (list []Suggestion, err error) {
	words, err := f.snapshot.Words()
	if err != nil {
		return nil, err
	}
	for _, w := range words.All {
		if isSingle(w) || !strings.HasPrefix(w, u.folded) || w == u.folded && len(names) > 0 ||
			slices.ContainsFunc(names, func(s Suggestion) bool { return text.Fold(s.Text) == w }) {
			continue
		}
		p, err := f.snapshot.Reader.Postings(index.FieldWords, w)
		if err != nil {
			return nil, err
		}
		list = append(list, Suggestion{Text: w, Count: int(p.Count())})
	}
	return list, nil
}
