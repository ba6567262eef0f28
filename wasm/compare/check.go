package compare

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
}

// Derived is a value that follows from told ones.
type Derived struct {
	Of       Words // what it is the value of
	Interval Interval
	Unit     string
	Told     Words
}

// checks gathers all checks, doubts first.
func (l *library) checks(clusters []*cluster) []Check {
	var list []Check
	sentences := l.sentences()
	list = append(list, l.flowsAboveStocks(clusters)...)
	list = append(list, l.partsAboveWholes(clusters)...)
	list = append(list, l.growthChecks(clusters)...)
	var rest []Check
	for _, s := range sentences {
		l.rest()
		for _, c := range l.checkSentence(s) {
			if c.Kind == Suspect {
				list = append(list, c)
			} else {
				rest = append(rest, c)
			}
		}
	}
	list = append(list, l.guessedYears()...)
	return append(list, rest...)
}

// checkSentence goes through the rules about figures told in one breath.
func (l *library) checkSentence(items []*item) []Check {
	var list []Check
	for _, rule := range []func([]*item) []Check{l.sums, l.sharesOfOne, l.openMultiples, l.openShares, l.implied, l.impliedParts} {
		list = append(list, rule(items)...)
	}
	return list
}

// sentences groups figures by passage and sentence; told ones only.
func (l *library) sentences() [][]*item {
	var list [][]*item
	var last *item
	for _, i := range l.items {
		l.rest()
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

func (l *library) check(kind, rule string, items []*item, fills ...fill) Check {
	c := Check{Kind: kind, Rule: rule, Message: say(rule, fills...)}
	for _, i := range items {
		c.Members = append(c.Members, l.member(i, l.where(i)))
	}
	return c
}
