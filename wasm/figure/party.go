package figure

import (
	"cmp"
	"slices"
	"strings"

	"fenghui/wasm/text"
)

// partyRules find whose figure it is: in the clause, then in the sentence, then
// with the figure before, the sentence before, and the document.
var partyRules = []rule{
	{"parties.supported", partiesSupported, keepParties},
	{"parties.yardstick", partiesOfYardstick, keepParties},
	{"parties.respective", partiesRespective, keepParties},
	{"parties.back", partiesBack, keepParties},
	{"parties.corridor", partiesCorridor, keepParties},
	{"parties.through", partiesThrough, keepParties},
	{"parties.within", partiesWithin, keepParties},
	{"parties.part", partiesOfPart, keepParties},
	{"parties.clause", partiesInClause, keepParties},
	{"parties.unknown", partiesUnknown, keepParties},
	{"parties.of-one", partiesOfOne, keepParties},
	{"parties.sentence", partiesInSentence, keepParties},
	{"parties.world", partiesWorld, keepParties},
	{"parties.nameless", partiesNameless, keepParties},
	{"parties.that", partiesOfThat, keepParties},
	{"parties.goes-on", partiesOfPrev, keepParties},
	{"parties.meeting", partiesOfMeeting, keepParties},
	{"parties.subject", partiesOfSubject, keepParties},
	{"parties.guest", partiesGuest, keepParties},
	{"parties.home", partiesHome, keepParties},
	{"parties.topic", partiesOfTopic, keepParties},
	{"parties.coin", partiesOfCoin, keepParties},
	{"parties.none", always, func(*reading) {}},
}

func keepParties(r *reading) { r.step.Value = strings.Join(r.Parties, "、") }

// partiesSupported: what is supported at a meeting, to be set up, is the
// meeting's.
func partiesSupported(r *reading) bool {
	if r.Status != "proposal" || !strings.Contains(r.left, "支持") && !strings.Contains(r.left, "赞成") {
		return false
	}
	if named := r.p.partyNames(r.q.Core.End, r.clause.End); len(named) > 0 {
		return false
	}
	r.Parties = r.p.meeting()
	return len(r.Parties) > 0
}

// partiesInClause takes those of the clause. Trade and investment need two:
// the rest of the sentence before adds the other.
func partiesInClause(r *reading) bool {
	part := r.partOfClause()
	if r.Parties = r.p.partyNames(part.Start, part.End); len(r.Parties) == 0 {
		r.Parties = r.p.partyNames(r.clause.Start, r.clause.End)
	}
	if len(r.Parties) == 0 {
		return r.Kind != "rank" && r.worldIn(r.clause.Start, r.q.Core.Start)
	}
	r.own = len(r.Parties)
	r.completePair()
	return true
}

// completePair adds the other side of what needs two sides.
func (r *reading) completePair() {
	form := r.form()
	if other := r.otherSide(); other != "" && (form == "between" || form == "toward") && r.isDirected() {
		r.Parties = added(r.Parties, other)
	}
	if len(r.Parties) != 1 || form != "between" && form != "toward" {
		return
	}
	turned := r.isTurned()
	if turned {
		r.addTurning()
	}
	if !r.isCountry(r.Parties[0]) && !isContinent(r.Parties[0]) {
		return
	}
	if !turned && !r.isAlongside() {
		for _, n := range r.partiesBefore() {
			r.Parties = added(r.Parties, n)
		}
	}
	if len(r.Parties) == 1 && r.Parties[0] == r.p.home {
		r.addFromSameMatter()
	}
	if len(r.Parties) == 1 && r.Parties[0] != r.p.home && r.Measure != "" && r.isDirected() {
		r.Parties = added(r.Parties, r.p.home)
	}
}

// otherSide is the other one of the two a text without a country of its own is
// about: 对中亚出口 in a text about 中亚 and 德国.
func (r *reading) otherSide() string {
	m := r.p.matter
	if len(r.Parties) != 1 || len(m) != 2 || r.p.home != "" || !slices.Contains(m, r.Parties[0]) {
		return ""
	}
	for _, o := range r.p.mentionsIn(r.sentence.Start, r.clause.Start) {
		if o.kind == "country" && !slices.Contains(m, o.name) && !r.p.isNoParty(&o) {
			return o.name // 另一项目在丙国，甲行出资3亿
		}
	}
	if m[0] == r.Parties[0] {
		return m[1]
	}
	return m[0]
}

// isDirected: what a country sells is a matter of another one only where the text
// says to whom: 出口额 alone is all that it sells.
func (r *reading) isDirected() bool {
	if r.Measure != "trade.export" && r.Measure != "trade.import" {
		return true
	}
	_, to := containsAny(r.p.simple[r.sentence.Start:r.clause.End], "对", "向", "自", "从", "双", "两国")
	return to
}

// addFromSameMatter: 经我国输送的石油 after a sentence about oil from Russia to
// China.
func (r *reading) addFromSameMatter() {
	h, ok := r.cueInClause("measure")
	if !ok || r.sentence.Start == 0 {
		return
	}
	before := r.p.around(r.p.sentences, r.sentence.Start-1, farReach)
	if strings.Contains(r.p.simple[before.Start:before.End], h.text) {
		for _, n := range r.p.partyNames(before.Start, before.End) {
			r.Parties = added(r.Parties, n)
		}
	}
}

func (r *reading) isCountry(name string) bool {
	_, ok := r.p.document.names.LookupKind(name, "country")
	return ok
}

func (r *reading) form() string {
	if m := measureByID()[r.Measure]; m != nil {
		return m.form
	}
	return ""
}

func partiesInSentence(r *reading) bool {
	prev := r.prev
	if told := r.prevTold(); told != nil && prev != nil && prev.isTime() {
		prev = told // a time between has no parties of its own
	}
	if prev != nil && prev.sentence.Start == r.sentence.Start && len(prev.Parties) > 0 && prev.clause.Start < r.clause.Start {
		if len(r.p.partyNames(prev.clause.End, r.clause.Start)) == 0 {
			r.Parties = prev.Parties
			return true
		}
	}
	r.Parties = r.p.partyNames(r.sentence.Start, r.clause.Start)
	if len(r.Parties) == 0 && (r.p.home != "" || len(r.p.topicAt(r.q.Core.Start)) == 0) {
		r.Parties = r.p.partyNames(r.clause.End, r.p.beforePart(r.clause.End, r.sentence.End))
	}
	if len(r.Parties) > 0 {
		r.completePair()
	}
	return len(r.Parties) > 0
}

// lastNamed is where a name of one of the kinds stands last before the clause,
// in this passage or the one before.
func (r *reading) lastNamed(kinds ...string) (int, *passage) {
	p, to := r.p, r.clause.Start
	for range 2 {
		ms := p.mentionsIn(max(0, to-farReach), to)
		for k := len(ms) - 1; k >= 0; k-- {
			if slices.Contains(kinds, ms[k].kind) {
				return ms[k].start, p
			}
		}
		if p = p.previous(); p == nil {
			break
		}
		to = len(p.simple)
	}
	return 0, nil
}

func (p *passage) previous() *passage {
	if p.place == 0 {
		return nil
	}
	return p.passages[p.place-1]
}

// partiesOfPrev: a sentence that names nobody goes on about the same ones.
func partiesOfPrev(r *reading) bool {
	if r.prev == nil || len(r.prev.Parties) == 0 || r.sentencesApart() > 1 {
		return false
	}
	semicolon := r.prev.sentence.End == r.sentence.Start && strings.HasSuffix(r.p.simple[:r.sentence.Start], "；")
	if said, says := r.p.lastCue("speech", r.sentence.Start, r.q.Core.Start, "say"); says && semicolon {
		semicolon = false // somebody else speaks, of his own country
		for _, m := range r.p.mentionsIn(r.sentence.Start, said.start) {
			if m.kind == "country" {
				r.Parties = m.names
				return true
			}
		}
	}
	if _, link := r.p.lastCue("link", r.sentence.Start, r.q.Core.Start, "same"); !link && !semicolon && family(r.prev.Measure) != family(r.Measure) {
		between := text.Span{Start: r.prev.sentence.End, End: r.sentence.Start}
		if r.prev.sentence.Start != r.sentence.Start || between.Start < between.End {
			return false
		}
	}
	r.Parties = r.prev.Parties
	return true
}

// partiesOfMeeting: documents that are being adopted are those of the meeting, and
// so is what the meeting brings: 峰会取得100多项成果.
func partiesOfMeeting(r *reading) bool {
	_, meets := hasPrefix(strings.TrimLeft(r.p.simple[r.clause.Start:r.q.Core.Start], " "), listed("meeting")...)
	if r.Measure != "agreements" && r.Measure != "measures" && !meets {
		return false
	}
	r.Parties = r.p.meeting()
	return len(r.Parties) > 0
}

// partiesOfSubject: who the sentence before was about.
func partiesOfSubject(r *reading) bool {
	if r.sentence.Start == 0 || r.p.home == "" {
		return false
	}
	before := r.p.around(r.p.sentences, r.sentence.Start-1, farReach)
	for _, m := range r.p.mentionsIn(before.Start, before.End) {
		if m.kind == "person" {
			continue
		}
		lead := r.p.simple[before.Start:m.start]
		if i := strings.LastIndexAny(lead, "，,："); i >= 0 {
			lead = lead[i:]
		}
		if m.kind != "country" && m.kind != "organisation" && m.kind != "place" || len(lead) > 9 || isContinent(m.name) {
			return false
		}
		r.Parties = m.names
		return true
	}
	return false
}

func partiesHome(r *reading) bool {
	home := r.p.home
	if t, ok := r.p.document.names.LookupKind(cmp.Or(r.Speaker, r.heard), "person"); ok && len(t.Of) > 0 {
		home = t.Of[0]
	}
	r.Parties = present(home)
	return len(r.Parties) > 0
}
