package compare

import (
	"maps"
	"slices"
	"sort"
	"strconv"
	"strings"

	"fenghui/wasm/text"
)

// Initiative is one proposal or plan that several documents mention.
type Initiative struct {
	Key     string  // names it in links
	Title   Words   // what it is called
	Finding Words   // how the wording moved
	Members []Place // by date
}

// Place is a sentence that mentions an initiative.
type Place struct {
	Document int
	Passage  int
	Span     text.Span // in the file
	Sentence string
	Date     string // of the document
	Said     string // the proposal in the sentence's own words
	Stage    string // proposed, planned, prepared, running, done; "" when the sentence does not say
	StageIn  Words
}

// telling is one mention of a proposal while they are put together.
type telling struct {
	place            Place
	title            string
	name             string             // the glossary's, "" when it has none
	head             string             // what kind of thing: plan, centre, university
	terms            map[string]float64 // what it is about: pairs of characters, with what they weigh
	order            []string           // the terms, sorted
	weight           float64
	size             int      // characters that describe it
	known            bool     // a name that needs no description
	years            string   // that it is for: 2022—2024
	parties, meeting []string // whom its own words name; whom the meeting it is told at
	group            *telling // of one proposal, see root
}

func (t *telling) root() *telling {
	for t.group != nil {
		t = t.group
	}
	return t
}

func join(a, b *telling) {
	if a, b = a.root(), b.root(); a != b {
		b.group = a
	}
}

// initiatives finds the proposals that at least two documents mention: by a name
// the glossary knows, or as the same kind of thing about the same matter. The
// same theme is not enough: a declaration, a centre and a forum on one matter
// are three proposals.
//
// It also returns, apart, the named proposals that only one document mentions.
func (l *library) initiatives() (list, single []Initiative) {
	var all []*telling
	own := l.ownNames()
	for d := range l.docs {
		if l.docs[d].Document != nil {
			all = append(all, l.tellings(d, own)...)
		}
	}
	joinByName(all)
	l.joinByMatter(all)
	groups := map[*telling][]*telling{}
	var order []*telling
	for _, t := range all {
		r := t.root()
		if groups[r] == nil {
			order = append(order, r)
		}
		groups[r] = append(groups[r], t)
	}
	for _, r := range order {
		l.yield()
		g := groups[r]
		switch {
		case !slices.ContainsFunc(g, func(t *telling) bool { return t.place.Stage != "" }):
		case severalDocuments(g):
			list = append(list, l.initiative(g))
		case g[0].name != "":
			single = append(single, l.initiative(g))
		}
	}
	return list, single
}

func severalDocuments(g []*telling) bool {
	for _, t := range g {
		if t.place.Document != g[0].place.Document {
			return true
		}
	}
	return false
}

func joinByName(all []*telling) {
	first := map[string]*telling{}
	for _, t := range all {
		if t.name == "" {
			continue
		}
		key := t.name + border + t.years
		if t.head == "declaration" { // every meeting in a city may make one
			key += border + strings.Join(t.meeting, border)
		}
		if f := first[key]; f != nil {
			join(f, t)
		} else {
			first[key] = t
		}
	}
}

// mattersCompared keeps the time linear where thousands of proposals share a
// word.
const mattersCompared = 12

// joinByMatter joins proposals of one kind that share a characteristic word and
// are about the same matter.
func (l *library) joinByMatter(all []*telling) {
	index := map[string][]*telling{}
	for _, t := range all {
		l.yield()
		for _, word := range t.words() {
			key := t.head + border + word
			list := index[key]
			for _, o := range list[max(0, len(list)-mattersCompared):] {
				l.yield()
				if o.root() != t.root() && sameMatter(o, t) {
					join(o, t)
				}
			}
			index[key] = append(list, t)
		}
	}
}

// words are the terms without those that any proposal may have.
func (t *telling) words() []string {
	var list []string
	for _, w := range t.order {
		if t.terms[w] > weak {
			list = append(list, w)
		}
	}
	return list
}

// ofShorter is how much of the shorter description must be in the longer one.
const ofShorter = 0.75

// ofLonger is how much of the longer one must be in the shorter one.
const ofLonger = 0.65

// sameMatter reports whether the descriptions of two proposals have enough in
// common, weighted, in both directions; if only one has a name of the glossary,
// it is enough that the other's description is in that one's. Two proposals
// with different names are never the same.
func sameMatter(a, b *telling) bool {
	if a.head != b.head || a.name != "" && b.name != "" && a.name != b.name || a.years != "" && b.years != "" && a.years != b.years || !a.concerns(b) || !b.concerns(a) {
		return false
	}
	x, y := a.weight, b.weight
	if x == 0 || y == 0 {
		return false
	}
	shared := 0.0
	for _, w := range a.order {
		shared += min(a.terms[w], b.terms[w])
	}
	switch {
	case shared < sharedAtLeast:
		return false
	case a.name != "" && b.name == "":
		return shared >= ofShorter*y
	case b.name != "" && a.name == "":
		return shared >= ofShorter*x
	}
	return shared >= ofShorter*min(x, y) && shared >= ofLonger*max(x, y)
}

// weigh sorts the terms, so that sums of floats always come out the same, and
// adds up their weights.
func (t *telling) weigh() {
	t.order = slices.Sorted(maps.Keys(t.terms))
	for _, w := range t.order {
		t.weight += t.terms[w]
	}
}

// weak is the weight of a pair of characters that hardly distinguishes proposals:
// part of a general word, or of the name of a party.
const weak = 0.25

// sharedAtLeast is what two descriptions must have in common: 学生, with weak
// words beside it.
const sharedAtLeast = 1

// initiative makes one of tellings, by date and one for each sentence.
func (l *library) initiative(g []*telling) Initiative {
	sort.SliceStable(g, func(a, b int) bool {
		if g[a].place.Date != g[b].place.Date {
			return g[a].place.Date < g[b].place.Date
		}
		return g[a].place.Document < g[b].place.Document
	})
	var in Initiative
	seen := map[string]bool{}
	documents := map[int]bool{}
	for _, t := range g {
		id := Ref{t.place.Document, t.place.Span.Start}.id()
		documents[t.place.Document] = true
		if !seen[id] {
			seen[id] = true
			in.Members = append(in.Members, t.place)
		}
	}
	in.Title = l.initiativeTitle(g)
	in.Finding = finding(&in, len(documents))
	return in
}

// finding says how far a proposal has come, or in which words it is described.
func finding(in *Initiative, documents int) Words {
	var first, last *Place
	var said []Words
	for k := range in.Members {
		p := &in.Members[k]
		said = append(said, quoted(p.Said))
		if p.Stage == "" {
			continue
		}
		if first == nil {
			first = p
		}
		last = p
	}
	fills := []fill{{"title", in.Title}, {"count", both(strconv.Itoa(documents))}}
	if first != nil && stageRank(last.Stage) > stageRank(first.Stage) {
		return say("initiative.moved", append(fills, fill{"first", first.StageIn}, fill{"last", last.StageIn})...)
	}
	if said = distinct(said); len(said) > 1 {
		return say("initiative.worded", append(fills, fill{"values", listed(said[:min(len(said), valuesShown)])})...)
	}
	return say("initiative.same", fills...)
}

// initiativeTitle is the glossary's name, or the fullest of the texts' own.
func (l *library) initiativeTitle(g []*telling) Words {
	title := ""
	for _, t := range g {
		if t.name != "" {
			if term, ok := l.names.Lookup(t.name); ok && len(term.En) > 0 {
				return Words{t.name, term.En[0]}
			}
		}
		if len(t.title) > len(title) {
			title = t.title
		}
	}
	return quoted(title)
}
