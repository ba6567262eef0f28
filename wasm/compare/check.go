package compare

import (
	"cmp"
	"slices"
	"sort"
)

// The kinds of checks.
const (
	Suspect    = "suspect"    // it cannot well be so
	Ambiguous  = "ambiguous"  // it can be read in two ways
	Arithmetic = "arithmetic" // it works out, or says more than it tells
)

// Check is what a careful reader would notice, with the figures it rests on.
type Check struct {
	Key     string // names it in links
	Kind    string
	Rule    string // the template that says it
	Message Words
	Members []Member
	Derived []Derived // values that follow, never mixed with told ones
	factor  float64   // of a change, how many times as much or as little
}

// Derived is a value calculated from figures of the texts.
type Derived struct {
	Of       Words // what it is the value of
	Interval Interval
	Unit     string
	Told     Words
}

// checks gathers all checks, doubts first.
func (l *library) checks(clusters []*cluster) []Check {
	var list []Check
	l.markLevels()
	sentences := l.sentences()
	list = append(list, l.flowsAboveStocks(clusters)...)
	list = append(list, l.partsAboveWholes(clusters)...)
	list = append(list, l.monthsAboveYears(clusters)...)
	list = append(list, l.growthChecks(clusters)...)
	list = append(list, l.incrementChecks()...)
	list = append(list, l.slipChecks()...)
	list = append(list, l.doubtedChecks(clusters)...)
	list = append(list, l.withdrawnChecks()...)
	var rest []Check
	for _, s := range sentences {
		l.yield()
		for _, c := range l.checkSentence(s) {
			if c.Kind == Suspect {
				list = append(list, c)
			} else {
				rest = append(rest, c)
			}
		}
	}
	list = append(append(list, l.guessedYears()...), inOrder(rest)...)
	said := map[Words]bool{}
	return slices.DeleteFunc(list, func(c Check) bool { // what two reports say alike is shown once
		again := said[c.Message]
		said[c.Message] = true
		return again
	})
}

// valuesBefore is how many derived earlier values are shown for a report at
// most: anyone can work them out, and they raise no doubt.
const valuesBefore = 2

// inOrder puts first what can be read in two ways. Earlier values, which anyone
// can work out, come last, and only those with the largest changes are kept.
func inOrder(list []Check) []Check {
	rank := func(c Check) int {
		switch {
		case c.Rule == "arithmetic.before":
			return 2
		case c.Kind == Arithmetic:
			return 1
		}
		return 0
	}
	sort.SliceStable(list, func(a, b int) bool { return rank(list[a]) < rank(list[b]) })
	first := sort.Search(len(list), func(k int) bool { return rank(list[k]) == 2 })
	best := slices.Clone(list[first:])
	sort.SliceStable(best, func(a, b int) bool { return best[a].factor > best[b].factor })
	kept, of := list[:first:first], map[int]int{}
	for _, c := range best {
		if d := c.Members[0].Document; of[d] < valuesBefore && c.factor >= worthTelling {
			of[d]++
			kept = append(kept, c)
		}
	}
	sort.SliceStable(kept[first:], func(a, b int) bool { return earlierCheck(kept[first+a], kept[first+b]) })
	return kept
}

// worthTelling is the smallest factor for which an earlier value is shown.
const worthTelling = 1.5

func earlierCheck(a, b Check) bool {
	x, y := a.Members[0].Ref, b.Members[0].Ref
	return cmp.Or(cmp.Compare(x.Document, y.Document), cmp.Compare(x.Figure, y.Figure)) < 0
}

// checkSentence applies the rules about figures of one sentence.
func (l *library) checkSentence(items []*item) []Check {
	var list []Check
	for _, rule := range []func([]*item) []Check{l.sums, l.grownInOne, l.sharesOfOne, l.openMultiples, l.openShares, l.implied, l.impliedParts} {
		list = append(list, rule(items)...)
	}
	return list
}

// sentences groups the figures by passage and sentence, without derived ones.
func (l *library) sentences() [][]*item {
	var list [][]*item
	var last *item
	for _, i := range l.items {
		l.yield()
		if i.derived {
			continue
		}
		if last != nil && last.ref.Document == i.ref.Document && last.f.Passage == i.f.Passage && last.f.Sentence == i.f.Sentence {
			list[len(list)-1] = append(list[len(list)-1], i)
		} else {
			list = append(list, []*item{i})
		}
		last = i
	}
	return list
}

// mainOf is the figure that a check is about: the first amount, if there is one.
func mainOf(items []*item) *item {
	for _, i := range items {
		if i.isLevel() && i.f.Kind != "share" {
			return i
		}
	}
	for _, i := range items {
		if i.isLevel() {
			return i
		}
	}
	return items[0]
}

func (l *library) check(kind, rule string, items []*item, fills ...fill) Check {
	fills = append(fills, fill{"what", l.subject(mainOf(items))}) // of fills of one name the first counts
	c := Check{Kind: kind, Rule: rule, Message: say(rule, fills...)}
	for _, i := range items {
		c.Members = append(c.Members, l.member(i, l.where(i)))
	}
	return c
}
