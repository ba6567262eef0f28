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
	h, ok := r.p.last("speech", from, r.q.Core.Start, "say")
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

// stillSays tells that a sentence goes on with what was said before it: neither
// 商务部数据显示 opens it nor, of others than the document's speaker, a new subject.
func (r *reading) stillSays() bool {
	lead := strings.TrimLeft(r.p.low[r.sentence.Start:r.q.Core.Start], " ")
	if _, source := containsAny(lead, "显示", "表明", "据", "统计，"); source {
		return false
	}
	_, on := hasPrefix(lead, listed("speaks-on")...)
	_, listed := r.p.document.names.LookupKind(r.heard, "person")
	return on || listed || r.heard == r.p.mainSpeaker()
}

// speakerBefore is who a verb of speech belongs to: the person named before it
// in the clause, else who goes by the office named there, else who is named
// earlier in the sentence, else the document's speaker, unless something that is
// no person speaks (报告指出).
func (p *passage) speakerBefore(at int) string {
	clause := p.around(p.clauses, max(at-1, 0), reach)
	if who, ok := p.subjectIn(clause.Start, at); ok {
		return who
	}
	sentence := p.around(p.sentences, max(at-1, 0), reach)
	if sentence.Start < clause.Start {
		if who, _ := p.subjectIn(sentence.Start, clause.Start); who != "" {
			return who
		}
	}
	return p.mainSpeaker()
}

// subjectIn is who speaks in from:at, "" where something speaks that is no
// person; it tells whether there is either.
func (p *passage) subjectIn(from, at int) (string, bool) {
	if who := p.namedIn(from, at); who != "" {
		return who, true
	}
	if h, ok := p.last("office", from, at); ok {
		return p.byOffice(h), true
	}
	lead := p.low[from:at]
	if strings.Contains(lead, "他") || strings.Contains(lead, "她") {
		return p.mainSpeaker(), true
	}
	_, thing := p.last("thing", from, at)
	return "", thing
}

// namedIn is the person named in from:to: the last one who is not only met or
// told something, else the last.
func (p *passage) namedIn(from, to int) string {
	ms := p.mentionsIn(from, to)
	who := ""
	for k := len(ms) - 1; k >= 0; k-- {
		if ms[k].kind != "person" {
			continue
		}
		if _, met := hasSuffix(p.low[:ms[k].start], listed("met")...); !met {
			return ms[k].name
		}
		if who == "" {
			who = ms[k].name
		}
	}
	if name := p.personIn(from, to); name != "" {
		return name
	}
	return who
}

// byOffice is the document's speaker if the office is his, else the office as
// it is told, with what stands before it: 日本首相, 央行行长.
func (p *passage) byOffice(h hit) string {
	clause := p.around(p.clauses, h.start, reach)
	from := max(clause.Start, h.start-officeReach)
	if m := p.momentBefore(from, h.start, func(*moment) bool { return true }); m != nil {
		from = m.End
	}
	for from < h.start && !utf8.RuneStart(p.low[from]) {
		from++
	}
	said := strings.TrimLeft(afterWire(p.low[from:h.end]), " “”-—–：，")
	country := ""
	for _, m := range p.mentionsIn(clause.Start, h.start) {
		if m.kind == "country" {
			country, said = m.name, p.low[m.start:h.end]
		}
	}
	t, ok := p.names.LookupKind(p.doc.Speaker, "person")
	if !ok && p.doc.Speaker != "" && country == "" && h.value == "head" {
		return p.mainSpeaker()
	}
	if ok && (country == "" || slices.Contains(t.Of, country)) && holdsOffice(t.Note, h) {
		return t.Name()
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
