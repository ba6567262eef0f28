package corpus

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

const (
	enough      = 6 // points that make an event the one reported
	enoughAlone = 3 // where no other meeting of its rank is reported
)

// series is all that a text says of one series of meetings.
type series struct {
	key     string
	events  []*event
	best    int // points of the strongest mention
	present int // mentions as the meeting reported
}

// mostRepeats is how many more mentions count for a series at most.
const mostRepeats = 3

// score rewards a series that is named again and again, within limits.
func (g *series) score() int { return g.best + min(mostRepeats, max(0, g.present-1)) }

// reported is the meeting the article reports; the zero value is none.
type reported struct {
	name         string
	organisation string
	key          string
	city         *Term // in the name: 杜尚别峰会
}

// findEvent decides which meeting a text reports. It says none rather than a
// doubtful one.
func findEvent(scans []*scan, date string) reported {
	all, anonymous := collectEvents(scans, date)
	groups := groupEvents(all)
	organisation := dominantOrganisation(scans)
	if r, ok := bestSeries(groups, anonymous); ok {
		if r.organisation == "" {
			r.organisation = organisation
		}
		return r
	}
	if !anonymous {
		return reported{}
	}
	if r, ok := onlySeries(groups); ok {
		return r
	}
	if organisation != "" {
		return reported{name: organisation + "峰会", organisation: organisation, key: organisation}
	}
	return reported{}
}

// collectEvents finds and rates the events with a name. anonymous says that
// the text speaks of a summit as the present one: 本次峰会.
func collectEvents(scans []*scan, date string) (all []*event, anonymous bool) {
	for _, s := range scans {
		for i := range s.events {
			e := &s.events[i]
			e.rate(date)
			if e.isNamed() {
				all = append(all, e)
			}
			anonymous = anonymous || e.isPresent()
		}
	}
	return all, anonymous
}

// isNamed reports whether the name says which meeting it is.
func (e *event) isNamed() bool {
	p := e.parts
	if p.term != nil || p.core != "" || p.city != nil {
		return true
	}
	if p.fragment {
		return false
	}
	long := utf8.RuneCountInString(e.name) >= 7
	return long && (p.places > 0 || p.level == summit)
}

// isPresent recognises 本次峰会, 今天的会晤, 杜尚别峰会的成果: the meeting at
// which the words were spoken.
func (e *event) isPresent() bool {
	if e.other || e.parts.level == lower {
		return false
	}
	if _, this := hasSuffix(clauseBefore(e.at.text, e.start, 6), thisMeeting); this {
		return true
	}
	return e.parts.level == summit && e.parts.city != nil
}

// groupEvents puts events of one series together, the strongest first.
func groupEvents(all []*event) []series {
	var groups []series
	at := map[string]int{}
	for _, e := range all {
		i, ok := at[e.key]
		if !ok {
			i = len(groups)
			at[e.key] = i
			groups = append(groups, series{key: e.key, best: e.score})
		}
		g := &groups[i]
		g.events = append(g.events, e)
		g.best = max(g.best, e.score)
		if !e.other {
			g.present++
		}
	}
	sort.SliceStable(groups, func(i, j int) bool { return groups[i].score() > groups[j].score() })
	return groups
}

// seriesKey is what the meetings of a series have in common.
func (e *event) seriesKey() string {
	if o := e.organisation(); o != "" {
		return foldName(o)
	}
	return foldName(strings.Replace(e.name, e.parts.ordinal, "", 1))
}

// organisation is the canonical name of who meets. Consultations and summits
// between regions are their own organisation.
func (e *event) organisation() string {
	switch p := e.parts; {
	case p.term != nil && (p.core == "" || p.term.Kind == "format"):
		return p.term.Name()
	case p.core != "":
		return strings.NewReplacer("——", "-", "—", "-", "–", "-", "－", "-", "＋", "+").Replace(p.core)
	case p.places > 0 && strings.Contains(e.name, "磋商"):
		return strings.Replace(e.name, p.ordinal, "", 1)
	}
	return ""
}

// bestSeries is the series with points enough, and more than any other.
func bestSeries(groups []series, anonymous bool) (reported, bool) {
	var present []series
	for _, g := range groups {
		if g.isReported() {
			present = append(present, g)
		}
	}
	if len(present) == 0 {
		return reported{}, false
	}
	best := present[0]
	alone := len(present) == 1 && anonymous && best.score() >= enoughAlone && best.events[0].organisation() != ""
	clear := best.score() >= enough && (len(present) == 1 || present[1].score() < best.score())
	if !clear && !alone {
		return reported{}, false
	}
	return best.name(), true
}

// isReported reports whether the series has a meeting that may be the one.
func (g *series) isReported() bool {
	return slices.ContainsFunc(g.events, func(e *event) bool {
		return !e.other && (e.parts.level == summit || e.score >= enough)
	})
}

// name is the fullest of the names the text has for the meeting in places
// that weigh.
func (g *series) name() reported {
	var best *event
	for _, e := range g.events {
		if e.other || e.score < g.best-costOfOther {
			continue
		}
		if best == nil || fuller(e, best) {
			best = e
		}
	}
	if best == nil {
		best = g.events[0]
	}
	return reported{best.name, best.organisation(), g.key, best.parts.city}
}

func fuller(a, b *event) bool {
	if a.parts.level != b.parts.level {
		return a.parts.level > b.parts.level
	}
	return len(a.name) > len(b.name)
}

// onlySeries serves texts that name the series only where they look back:
// "the first summit three years ago". The ordinal belongs to that one.
func onlySeries(groups []series) (reported, bool) {
	var found []reported
	for _, g := range groups {
		for _, e := range g.events {
			if e.parts.level == summit && e.organisation() != "" {
				name := strings.Replace(e.name, e.parts.ordinal, "", 1)
				found = append(found, reported{name: name, organisation: e.organisation(), key: g.key})
				break
			}
		}
	}
	if len(found) != 1 {
		return reported{}, false
	}
	return found[0], true
}

// dominantOrganisation is the one a text speaks of all the time, if there is
// one.
func dominantOrganisation(scans []*scan) string {
	counts := map[*Term]int{}
	for _, s := range scans {
		for _, m := range s.mentions {
			if m.Term.Kind == "organisation" || m.Term.Kind == "format" {
				counts[m.Term]++
			}
		}
	}
	var first, second int
	var dominant *Term
	for t, n := range counts {
		switch {
		case n > first:
			first, second, dominant = n, first, t
		case n > second:
			second = n
		}
	}
	if first < 4 || first < 2*second {
		return ""
	}
	return dominant.Name()
}

// describe fills in what the event says about the summit.
func (r reported) describe(s *Summit) {
	if r.name == "" {
		return
	}
	if s.Event == "" {
		s.Event, s.EventFrom = r.name, FromText
	}
	s.Organisation = cmp.Or(s.Organisation, r.organisation)
	s.Format = formatOf(r.name, r.organisation)
}
