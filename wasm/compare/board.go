package compare

import (
	"slices"
	"strconv"
	"strings"
)

// The forms of a board.
const (
	Hub       = "hub"       // one party with its partners
	Toward    = "toward"    // what others do in one party
	From      = "from"      // what one party does in others
	Groups    = "groups"    // inside groups, or between a group and a partner
	Each      = "each"      // one party each
	Direction = "direction" // the same parties, another way round
)

// Board is one measure of different parties, side by side.
type Board struct {
	Key         string // names it in links
	Form        string
	Hub         string // the party all rows have in common, if they have
	Title       Words  // the finding
	Warnings    []Words
	Measure     string // the first row's
	MeasureName Words
	Kind, Unit  string
	Members     []Member // greatest first
}

// row is one line of a board to be: the latest figure of a cluster.
type row struct {
	*item
	label   string   // what tells it from the others
	parties []string // those it has beyond the hub
}

// boardKey is what all rows of a board share.
type boardKey struct {
	family, kind, unit, form, hub, topic string
	per, apart                           string
	years, part                          int
	ahead                                bool
}

// assembly is a board being put together.
type assembly struct {
	boardKey
	rows []row
}

// assemblies are all of them, in the order in which they were begun.
type assemblies struct {
	byKey map[boardKey]*assembly
	order []*assembly
}

// place puts a row on the board it may stand on.
func (all *assemblies) place(key boardKey, r row) {
	a := all.byKey[key]
	if a == nil {
		a = &assembly{boardKey: key}
		all.byKey[key], all.order = a, append(all.order, a)
	}
	a.rows = append(a.rows, r)
}

// boards finds what may stand side by side.
func (l *library) boards(clusters []*cluster) []Board {
	all := &assemblies{byKey: map[boardKey]*assembly{}}
	topics := map[boardKey][]string{}
	for _, c := range clusters {
		l.yield()
		if i := latest(c); i != nil && boardable(c) && (c.kind != "share" || len(i.f.Parties) == 1) {
			l.place(i, c, topics, all.place)
		}
	}
	var list []Board
	seen := map[string]bool{}
	other := l.otherLengths(clusters)
	directed := l.directions(clusters, seen)
	for _, a := range all.order {
		l.yield()
		if len(a.rows) < 2 {
			continue
		}
		rows := comparable(a.form, anchored(a.form, a.rows))
		if id := identity(rows); len(rows) > 1 && !seen[id] && l.related(a.form, rows) {
			seen[id] = true
			list = append(list, l.board(a, rows, other))
		}
	}
	return append(list, directed...)
}

// latest is the figure that speaks for a cluster: the last fact, or aim where
// there are only aims.
func latest(c *cluster) *item {
	var best *item
	for _, i := range c.items {
		if i.derived || i.value == nil || c.kind == "change" && !i.when.known { // growth over any length
			continue
		}
		if best == nil || best.ahead && !i.ahead || best.ahead == i.ahead && i.speaksBefore(best) && !i.rewords(best) {
			best = i
		}
	}
	return best
}

// speaksBefore reports whether a figure is later than another. An amount per
// period without a time must be years later than one with a time.
func (i *item) speaksBefore(o *item) bool {
	if i.flow && i.when.known != o.when.known {
		stale := 2
		if !i.when.known {
			return i.toldYear() > o.toldYear()+stale
		}
		return o.toldYear() <= i.toldYear()+stale
	}
	return o.toldYear() <= i.toldYear()
}

// boardable reports whether figures of a cluster may stand beside others. They
// need a measure and parties; multiples, ranks and times never may.
func boardable(c *cluster) bool {
	switch c.kind {
	case "multiple", "rank", "date", "anniversary":
		return false
	}
	return c.measure != "" && c.parties != "" && !strings.Contains(c.others, toOther)
}

// place puts a figure on the boards it may stand on.
func (l *library) place(i *item, c *cluster, topics map[boardKey][]string, place func(boardKey, row)) {
	key := boardKey{family: traitsOf(c.measure).family, kind: c.kind, unit: c.unit, per: c.per, years: c.years, part: c.part, ahead: i.ahead, apart: i.apart}
	if traitsOf(c.measure).stock != "" && i.when.known && c.years == 0 {
		key.apart += "年度" // what came in a year is not what came in all
	}
	key.topic = nearTopic(topics, key, traitsOf(c.measure).how, i.topic)
	p := i.f.Parties
	switch {
	case c.scope == "toward" && len(p) == 2:
		key.form, key.hub = Toward, p[1]
		place(key, row{i, p[0], p[:1]})
		key.form, key.hub = From, p[0]
		place(key, row{i, p[1], p[1:]})
	case c.scope == "within" || len(p) == 1 && l.isGroup(p[0]):
		if i.isForeign() {
			key.topic += toOther
		}
		key.form = Groups
		place(key, row{i, p[0], p})
	case len(p) == 1:
		key.form = Each
		if strings.Contains(i.f.Indicator, "接待") { // whoever comes is not whom they come to
			key.apart += "接待"
		}
		if t := l.term(p[0]); t != nil { // countries beside countries, cities beside cities
			key.topic += border + t.Kind
			place(key, row{i, p[0], p})
		}
	default:
		l.placeBetween(i, key, place)
	}
}

// placeBetween: with each of its parties as the hub; and where the first is a
// group, beside the groups.
func (l *library) placeBetween(i *item, key boardKey, place func(boardKey, row)) {
	p := i.f.Parties
	if l.isJoint(i) {
		if key.form = Groups; slices.ContainsFunc(p, l.isGroup) {
			place(key, row{i, strings.Join(p, border), p})
		}
		return
	}
	key.topic += strings.Repeat(border, len(p)-2) // what passes through a third is not what two do
	if len(p) > 4 || l.mixed(p) && traitsOf(i.measureID()).through == "" {
		return
	}
	for k := range p {
		rest := slices.Concat(p[:k], p[k+1:])
		if slices.ContainsFunc(rest, l.isLine) || len(p) == 2 && containsAny(i.f.Indicator, "经"+p[k], "过境"+p[k], "取道"+p[k]) {
			continue // a line or a firm is no partner as countries are; what passes through is nobody's with whom it goes to
		}
		key.form, key.hub = Hub, p[k]
		place(key, row{i, strings.Join(rest, border), rest})
	}
	if len(p) == 2 && slices.ContainsFunc(p, l.isGroup) && slices.ContainsFunc(p[:1], l.isGroup) {
		key.form, key.hub = Groups, ""
		place(key, row{i, strings.Join(p, border), p})
	}
}

// mixed reports whether parties are unlikely to be those of one figure: three or
// more with a company among them, or a group and one of its countries. Three are
// usual for what passes through a country: from whom, through whom and to whom.
func (l *library) mixed(parties []string) bool {
	return len(parties) > 2 && slices.ContainsFunc(parties, func(p string) bool {
		t := l.term(p)
		return t == nil || t.Kind == "company" || l.isWider(p, parties)
	})
}

// nearTopic gives topics that are alike one name.
func nearTopic(topics map[boardKey][]string, key boardKey, how, topic string) string {
	list := topics[key]
	for _, t := range list[max(0, len(list)-clustersCompared):] {
		if alike(how, t, topic) {
			return t
		}
	}
	if len(list) < 1000 {
		topics[key] = append(list, topic)
	}
	return topic
}

// key names a board in links.
func (a *assembly) key(status string) string {
	parts := []string{a.form, a.hub, a.family, a.kind, a.unit, a.topic, status}
	for _, more := range []string{a.per, strings.TrimSuffix(a.apart, border)} {
		if more != "" {
			parts = append(parts, more)
		}
	}
	if a.part > 0 {
		parts = append(parts, strconv.Itoa(a.part)+"m")
	}
	return strings.Join(parts, "/")
}

// board makes a board of rows.
func (l *library) board(a *assembly, rows []row, other map[string][]*item) Board {
	first := rows[0]
	b := Board{Key: a.key(first.f.Status), Form: a.form, Hub: a.hub, Measure: first.measureID(), MeasureName: l.boardMeasure(first.item), Kind: a.kind, Unit: a.unit}
	if slices.ContainsFunc(rows, func(r row) bool { return r.topic != first.topic }) {
		b.MeasureName = l.plainest(rows)
	}
	for _, r := range rows {
		b.Members = append(b.Members, l.member(r.item, l.labelOf(r, a.form)))
	}
	b.Title = say("board."+a.form, fill{"hub", l.nameOf(a.hub)}, fill{"measure", b.MeasureName}, fill{"lead", l.lead(rows, b.Members)})
	b.Warnings = l.warnings(a.hub, rows, other)
	return b
}

// boardMeasure leaves the parties out of the measure's name.
func (l *library) boardMeasure(i *item) Words {
	w := i.plainName()
	if i.topic != "" && traitsOf(i.measureID()).how == "qualified" {
		w = Words{i.topic + w.Zh, w.En + ", " + l.translated(i.topic)}
	}
	if i.isForeign() {
		w = Words{"对外" + w.Zh, "Foreign " + strings.ToLower(w.En)}
	}
	if i.f.Kind == "change" && isRate(w.Zh) {
		return w
	}
	if i.f.Kind == "change" {
		return Words{w.Zh + "增幅", w.En + ", growth"}
	}
	if i.ahead {
		aim := aimWords(i)
		if i.f.Status == "plan" {
			aim = Words{"计划", "planned"}
		}
		return Words{w.Zh + "（" + aim.Zh + "）", w.En + " " + aim.En}
	}
	return w
}

// labelOf names a row: the partner, the group, the direction.
func (l *library) labelOf(r row, form string) Words {
	switch form {
	case Direction:
		return both(r.label)
	case Groups:
		w := l.namesOf(r.parties, "")
		if r.f.Scope == "within" && len(r.parties) == 1 {
			return Words{w.Zh + "内部", "within " + w.En}
		}
		if l.isJoint(r.item) {
			return Words{w.Zh + "合计", w.En + " together"}
		}
		return w
	}
	var list []Words
	for _, p := range r.parties {
		list = append(list, l.nameOf(p))
	}
	return listed(list)
}
