package figure

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// speechRules say whose words a figure is in.
var speechRules = []rule{
	{"speech.direct", isDirect, func(r *reading) { r.Speech = "direct"; r.step.Value = r.Speaker }},
	{"speech.indirect", isIndirect, func(r *reading) { r.Speech = "indirect"; r.step.Value = r.Speaker }},
	{"speech.none", always, func(r *reading) { r.Speech = "none" }},
}

func isDirect(r *reading) bool {
	at := r.q.Core.Start
	k := sort.Search(len(r.p.voices), func(k int) bool { return r.p.voices[k].End > at })
	if k == len(r.p.voices) || r.p.voices[k].Start > at {
		return false
	}
	r.Speaker = r.p.voices[k].speaker
	return true
}

// isIndirect: 托卡耶夫指出，…; of whom the document reports it holds to the end of
// the paragraph, of others as long as the sentences go on.
func isIndirect(r *reading) bool {
	from := max(0, r.sentence.End-farReach)
	h, ok := r.p.lastCue("speech", from, r.q.Core.Start, "say")
	if !ok {
		return false
	}
	r.step.Text = h.text
	r.heard = r.p.speakerBefore(h.start)
	if h.end <= r.stretch() && !r.stillSays() {
		return false
	}
	r.Speaker = r.heard
	return r.Speaker != ""
}

// stillSays reports whether a sentence goes on with what was said before it: neither
// 商务部数据显示 opens it nor, of others than the document's speaker, a new subject.
func (r *reading) stillSays() bool {
	lead := strings.TrimLeft(r.p.simple[r.sentence.Start:r.q.Core.Start], " ")
	if _, source := containsAny(lead, listed("other-source")...); source {
		return false
	}
	_, on := hasPrefix(lead, listed("speaks-on")...)
	_, listed := r.p.document.names.LookupKind(r.heard, "person")
	return on || listed || r.heard == r.p.mainSpeaker()
}

// speakerBefore is who a verb of speech belongs to. Whom 他 means depends on who
// spoke before, so those of a document are found in its order, once.
func (p *passage) speakerBefore(at int) string {
	if p.sayers == nil {
		p.document.findSayers()
	}
	return p.sayers[at]
}

// findSayers finds who speaks where. 他 is who spoke last in the paragraph, or in
// the one before it under the same heading.
func (d *document) findSayers() {
	he, section := d.mainSpeaker(), ""
	for _, p := range d.passages {
		if s := d.doc.Passages[p.index].Section; s != section {
			he, section = d.mainSpeaker(), s
		}
		he = p.findSayers(he)
	}
}

// findSayers returns who spoke last, the document's speaker when nobody did.
func (p *passage) findSayers(he string) (last string) {
	p.sayers, last = map[int]string{}, p.mainSpeaker()
	for _, h := range p.hits {
		if h.class != "speech" || h.value != "say" {
			continue
		}
		who := p.sayer(h.start, he)
		p.sayers[h.start] = who
		if _, any := hasSuffix(who, listed("anyone")...); who != "" && !any {
			he, last = who, who
		}
	}
	return last
}

// sayer is the person named before a verb of speech in its clause, else who goes
// by the office named there, else who is named earlier in the sentence, else the
// document's speaker, unless something that is no person speaks (报告指出).
func (p *passage) sayer(at int, he string) string {
	clause := p.around(p.clauses, max(at-1, 0), reach)
	if who, ok := p.subjectIn(clause.Start, at, he); ok {
		return who
	}
	sentence := p.around(p.sentences, max(at-1, 0), reach)
	if sentence.Start < clause.Start {
		if who, _ := p.subjectIn(sentence.Start, clause.Start, he); who != "" {
			return who
		}
	}
	return p.mainSpeaker()
}

// subjectIn is who speaks in from:at, "" where something speaks that is no
// person; it tells whether there is either. he is whom 他 means.
func (p *passage) subjectIn(from, at int, he string) (string, bool) {
	who, subject := p.subjectNamed(from, at)
	if subject {
		return who, true
	}
	lead := strings.TrimLeft(afterHeads(p.simple[from:at]), " ")
	if p.bodySpeaks(lead) {
		return "", true
	}
	if h, ok := p.lastCue("office", from, at); ok && who == "" && !strings.HasPrefix(p.simple[h.end:], "的话") {
		return p.byOffice(h), true
	}
	if strings.ContainsAny(p.simple[from:at], "他她") {
		return he, true
	}
	if who != "" {
		return who, true
	}
	_, thing := p.lastCue("thing", from, at)
	return "", thing || p.reportSpeaks(lead, at)
}

// bodySpeaks reports whether a ministry, a paper or an agency stands right before the
// verb: 外交部称, 总统新闻局的资料说; not where somebody speaks in one.
func (p *passage) bodySpeaks(lead string) bool {
	if strings.Contains(lead, "在") {
		return false
	}
	_, body := hasSuffix(lead, listed("body")...)
	_, paper := hasSuffix(lead, listed("prints")...)
	return body || paper
}

// reportSpeaks reports whether what is told is a document's, a paper's or an
// organisation's, that stands first: 《…》写道, 据通讯社介绍, 欧盟承诺.
func (p *passage) reportSpeaks(lead string, at int) bool {
	if strings.HasPrefix(lead, "《") || strings.HasPrefix(lead, "据") && lead != "据" {
		return true
	}
	from := at - len(lead)
	for _, m := range p.mentionsIn(from, at) {
		if m.start == from && (m.kind == "organisation" || m.kind == "company") {
			return true
		}
	}
	return false
}

// namedIn is the person named in from:to: the last one who is not only met or
// told something, else the last.
func (p *passage) namedIn(from, to int) string {
	who, _ := p.subjectNamed(from, to)
	return who
}

// subjectNamed tells besides whether it is more than somebody who is met, or
// whose words are spoken of: 习近平提出的倡议.
func (p *passage) subjectNamed(from, to int) (who string, subject bool) {
	ms := p.mentionsIn(from, to)
	for k := len(ms) - 1; k >= 0; k-- {
		if ms[k].kind != "person" {
			continue
		}
		_, met := hasSuffix(p.simple[:p.titleBefore(from, ms[k].start)], listed("met")...)
		if _, of := hasPrefix(p.simple[ms[k].end:], listed("his")...); !met && !of {
			return ms[k].name, true
		}
		if who == "" {
			who = ms[k].name
		}
	}
	if name := p.personIn(from, to); name != "" {
		return name, true
	}
	return who, false
}

// titleBefore is where a person's title begins that stands right before the
// name: 美国国务卿布林肯.
func (p *passage) titleBefore(from, at int) int {
	if h, ok := p.lastCue("office", from, at); ok && h.end == at {
		at = h.start
	}
	for _, m := range p.mentionsIn(from, at) {
		if m.end == at && m.kind != "person" {
			at = m.start
			break
		}
	}
	return at
}

// byOffice is the document's speaker if the office is his, else the office as
// it is told, with what stands before it: 日本首相, 央行行长.
func (p *passage) byOffice(h hit) string {
	clause := p.around(p.clauses, h.start, reach)
	from := max(clause.Start, h.start-officeReach)
	if m := p.momentBefore(from, h.start, func(*moment) bool { return true }); m != nil {
		from = m.End
	}
	for from < h.start && !utf8.RuneStart(p.simple[from]) {
		from++
	}
	said := strings.TrimLeft(afterWire(p.simple[from:h.end]), " “”-—–：，")
	country := ""
	for _, m := range p.mentionsIn(clause.Start, h.start) {
		if m.kind == "country" {
			country, said = m.name, p.simple[m.start:h.end]
		}
	}
	t, ok := p.names.LookupKind(p.doc.Speaker, "person")
	if !ok && p.doc.Speaker != "" && country == "" && h.value == "head" {
		return p.mainSpeaker()
	}
	if ok && (country == "" || slices.Contains(t.Of, country)) && holdsOffice(t.Note, h) {
		return t.Name()
	}
	if country == "" && (from > clause.Start && from <= h.start-officeReach+len("字") || strings.Contains(said, "同一")) {
		return "" // cut off, or somebody told of elsewhere: 同一位发言人
	}
	return strings.TrimLeft(afterHeads(said), " ")
}

// officeReach is how much of a title is looked at, ten characters.
const officeReach = 30

func holdsOffice(note string, h hit) bool {
	if h.value == "head" {
		return strings.Contains(note, "总统") || strings.Contains(note, "主席")
	}
	return strings.Contains(note, h.text)
}

// afterHeads leaves out what opens a clause before who speaks: 对此, 同时.
func afterHeads(s string) string {
	for {
		w := theBoundaries().head.prefix(s)
		if w == "" || len(w) >= len(s) {
			break
		}
		s = s[len(w):]
	}
	return s
}

// mainSpeaker is the document's speaker by canonical name.
func (d *document) mainSpeaker() string {
	if t, ok := d.names.LookupKind(d.doc.Speaker, "person"); ok {
		return t.Name()
	}
	return d.doc.Speaker
}
