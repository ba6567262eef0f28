package overview

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"fenghui/corpus"
	"fenghui/wasm/compare"
	"fenghui/wasm/figure"
	"fenghui/wasm/period"
	"fenghui/wasm/scene"
)

// How much is shown: the first view stays light.
const (
	boardsShown = 3
	doubtsShown = 4
	datesKept   = 24 // of which the page shows some, by its reader's calendar
)

// Found is what comparing found, with what it was found in.
type Found struct {
	*compare.Result
	Inputs []compare.Input
}

// page is a view being put together.
type page struct {
	Found
	language string
}

// highlights are the sections about figures.
func (p *page) highlights() []scene.Node {
	var sections []scene.Node
	if list := p.boards(); len(list) > 0 {
		sections = append(sections, section("boards", "overview.boards", append(list, more("#/compare?kind=board", "overview.more.boards"))...))
	}
	if list := p.doubts(); len(list) > 0 {
		sections = append(sections, section("doubts", "overview.doubts", scene.El("ul", "doubts", list...), more("#/compare?kind=check", "overview.more.doubts")))
	}
	if list := p.ahead(); len(list) > 0 {
		sections = append(sections, section("ahead", "overview.ahead", scene.El("ul", "ahead", list...), more("#/compare?kind=calendar", "overview.more.ahead")))
	}
	return sections
}

func more(address, word string) scene.Node {
	return scene.El("p", "overview-more", scene.Link(address, scene.Word(word)))
}

// address of a comparison.
func address(kind, key string) string { return "#/compare/" + kind + "/" + scene.Escape(key) }

// boardsFirst are the boards worth seeing first: of facts, over the most documents, with
// enough rows to compare and few enough to see at a glance, each of another
// measure.
func (p *page) boardsFirst() []compare.Board {
	list := slices.DeleteFunc(slices.Clone(p.Boards), func(b compare.Board) bool { return len(b.Members) < 2 || len(b.Members) > 8 })
	sort.SliceStable(list, func(i, j int) bool {
		a, b := list[i].Members, list[j].Members
		return cmp.Or(foreseen(a)-foreseen(b), p.documents(b)-p.documents(a), len(b)-len(a)) < 0
	})
	var kept []compare.Board
	measures := map[string]bool{}
	for _, b := range list {
		if len(kept) < boardsShown && !measures[b.Measure] {
			measures[b.Measure] = true
			kept = append(kept, b)
		}
	}
	return kept
}

// foreseen counts what is no fact.
func foreseen(members []compare.Member) int {
	n := 0
	for _, m := range members {
		if m.Ahead {
			n++
		}
	}
	return n
}

func (p *page) documents(members []compare.Member) int {
	seen := map[int]bool{}
	for _, m := range members {
		seen[m.Document] = true
	}
	return len(seen)
}

// doubt is what a careful reader would look at twice.
type doubt struct {
	address, message string
	members          []compare.Member
}

// doubts are what cannot well be so, then what is told differently, then what
// can be read in two ways.
func (p *page) doubts() []scene.Node {
	var list []doubt
	check := func(kind string) {
		for _, c := range p.Checks {
			if c.Kind == kind {
				list = append(list, doubt{address("check", c.Key), c.Message.In(p.language), c.Members})
			}
		}
	}
	check(compare.Suspect)
	for _, s := range p.Series {
		if s.Verdict == compare.Differ {
			list = append(list, doubt{address("series", s.Key), s.Title.In(p.language), s.Members})
		}
	}
	check(compare.Ambiguous)
	var items []scene.Node
	for _, d := range list[:min(len(list), doubtsShown)] {
		items = append(items, p.doubt(d))
	}
	return items
}

// sentencesShown of one doubt.
const sentencesShown = 2

func (p *page) doubt(d doubt) scene.Node {
	children := []scene.Node{scene.El("p", "doubt-message", scene.Link(d.address, scene.Text(d.message)))}
	seen := map[string]bool{}
	for _, m := range d.members {
		f := &p.Inputs[m.Document].Figures[m.Figure]
		if seen[f.Sentence] || len(seen) == sentencesShown {
			continue
		}
		seen[f.Sentence] = true
		children = append(children, p.sentence(p.Inputs[m.Document].Document, f))
	}
	return scene.El("li", "doubt-item", children...)
}

// sentence is the one a figure stands in, the figure in it set off, and where
// it is from.
func (p *page) sentence(d *corpus.Document, f *figure.Figure) scene.Node {
	words := []scene.Node{scene.Text(f.Sentence)}
	if at := quoteIn(d, f); at >= 0 {
		words = []scene.Node{scene.Text(f.Sentence[:at]), scene.El("strong", "", scene.Text(f.Quote)), scene.Text(f.Sentence[at+len(f.Quote):])}
	}
	place := "#/read/" + scene.Escape(d.ID) + "?p=" + strconv.Itoa(f.Passage+1) + "&f=" + strconv.Itoa(f.Ordinal+1)
	source := scene.El("span", "doubt-source", scene.Link(place, scene.Text(join(" ", d.Summit.Organisation, d.Summit.Date, unlessNamed(d)))))
	return scene.El("p", "doubt-sentence", append(words, scene.Text(" "), source)...).With("lang", "zh")
}

// unlessNamed is the title of a document whose summit is not known.
func unlessNamed(d *corpus.Document) string {
	if d.Summit.Organisation == "" {
		return d.Title
	}
	return ""
}

// quoteIn is where the quotation stands in its sentence, which may hold the
// same words twice; -1 when it is not there.
func quoteIn(d *corpus.Document, f *figure.Figure) int {
	best, at := -1, 0
	passage := d.Passages[f.Passage]
	start := strings.Index(passage.Text, f.Sentence)
	for {
		k := strings.Index(f.Sentence[at:], f.Quote)
		if k < 0 || f.Quote == "" {
			return best
		}
		best = at + k
		if start < 0 || passage.Start+start+best >= f.Span.Start {
			return best
		}
		at = best + len(f.Quote)
	}
}

// ahead are the dates after the newest document, the nearest first, each with
// its end.
func (p *page) ahead() []scene.Node {
	date := ""
	for _, in := range p.Inputs {
		date = max(date, in.Document.Summit.Date)
	}
	newest, ok := period.Parse(date)
	if !ok {
		return nil
	}
	var items []scene.Node
	for _, e := range p.Calendar {
		if len(items) == datesKept {
			break
		}
		if when, dated := period.Parse(e.When); dated && when.First.Compare(newest.First) > 0 {
			entry := scene.El("time", "", scene.Link(address("calendar", e.Key), scene.Text(e.Title.In(p.language))))
			items = append(items, scene.El("li", "", entry.With("datetime", when.Last.String())))
		}
	}
	return items
}
