package figure

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// voice is a part of a passage in someone's own words.
type voice struct {
	text.Span
	speaker string
}

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

// isIndirect: 托卡耶夫指出，…; it holds to the end of the paragraph.
func isIndirect(r *reading) bool {
	from := max(0, r.sentence.End-farReach)
	h, ok := r.p.last("speech", from, r.q.Core.Start, "say")
	if !ok {
		return false
	}
	r.step.Text = h.text
	r.Speaker = r.p.speakerBefore(h.start)
	return r.Speaker != ""
}

// speakerBefore is who a verb of speech belongs to: the person named before it
// in the clause, else who goes by the office named there, else the document's
// speaker, unless something that is no person speaks (报告指出).
func (p *passage) speakerBefore(at int) string {
	clause := p.around(p.clauses, max(at-1, 0), reach)
	ms := p.mentionsIn(clause.Start, at)
	for k := len(ms) - 1; k >= 0; k-- {
		if ms[k].kind == "person" {
			return ms[k].name
		}
	}
	lead := p.low[clause.Start:at]
	if h, ok := p.last("office", clause.Start, at); ok {
		return p.byOffice(h)
	}
	if strings.Contains(lead, "他") || strings.Contains(lead, "她") {
		return p.mainSpeaker()
	}
	if _, thing := p.last("thing", clause.Start, at); thing {
		return ""
	}
	return p.mainSpeaker()
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
	said := strings.TrimLeft(p.low[from:h.end], " “”-—–：，")
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

// findVoices finds the direct speech of all passages.
func (d *document) findVoices() {
	speaker := d.mainSpeaker()
	for _, p := range d.passages {
		speaker = p.findVoices(speaker)
	}
}

// findVoices finds the agency's form (a dash at the beginning, -他说。 at the
// end) and quotation marks; one that is never closed reaches to the end of the
// paragraph. It returns who spoke last.
func (p *passage) findVoices(speaker string) string {
	if start := dashLength(p.low); start > 0 {
		end, at := len(p.low), len(p.low)
		if at = lastDash(p.low); at > start && saysAtEnd(p.low[at:]) {
			end = at
		}
		if s := p.speakerIn(end, len(p.low)); s != "" {
			speaker = s
		}
		p.voices = append(p.voices, voice{text.Span{Start: start, End: end}, speaker})
		return speaker
	}
	for i := 0; i < len(p.low); {
		open := strings.Index(p.low[i:], "“")
		if open < 0 {
			break
		}
		open += i
		end, closed := p.closing(open)
		if p.isSpeech(open, end, closed) {
			who := p.speakerIn(max(0, open-90), open)
			if who == "" && closed {
				who = p.speakerIn(end, min(len(p.low), end+60))
			}
			if who != "" {
				speaker = who
			}
			p.voices = append(p.voices, voice{text.Span{Start: open, End: end}, speaker})
		}
		i = max(end, open+3)
	}
	return speaker
}

// dashLength is the length of the dashes and spaces the passage begins with.
func dashLength(s string) int {
	n, dash := 0, false
	for i, r := range s {
		switch r {
		case '-', '—', '–', '－', '―':
			dash = true
		case ' ', '　':
		default:
			if !dash {
				return 0
			}
			return i
		}
		n = i + utf8.RuneLen(r)
	}
	return n
}

// lastDash is where the last dash of s begins, dashes before it included.
func lastDash(s string) int {
	at := strings.LastIndexAny(s, "-—–－")
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:at])
		if !strings.ContainsRune("-—–－ ", r) {
			break
		}
		at -= size
	}
	return at
}

// saysAtEnd: -他说。 and -托卡耶夫总统强调。
func saysAtEnd(s string) bool {
	s = strings.TrimRight(s, "。. ”\"")
	_, ok := hasSuffix(s, "说", "表示", "指出", "强调", "称", "道", "认为", "补充")
	return ok && utf8.RuneCountInString(s) <= 30
}

// farQuote is how far, in bytes, the end of a quotation may lie from its
// beginning when marks are missing between them.
const farQuote = 90

// closing finds the end of a quotation that opens at open.
func (p *passage) closing(open int) (end int, closed bool) {
	if p.pairs == nil {
		p.pairs = quotations(p.low)
	}
	if end, ok := p.pairs[open]; ok {
		return end, true
	}
	near := p.low[open:min(len(p.low), open+farQuote+len("”"))]
	if i := strings.Index(near, "”"); i >= 0 && i < farQuote {
		return open + i + len("”"), true
	}
	return len(p.low), false
}

// quotations tells where the quotation ends that opens at a place, of all marks
// that have a partner.
func quotations(s string) map[int]int {
	found := map[int]int{}
	var opened []int
	for i, r := range s {
		switch last := len(opened) - 1; {
		case r == '“':
			opened = append(opened, i)
		case r == '”' && last >= 0:
			found[opened[last]] = i + len("”")
			opened = opened[:last]
		}
	}
	return found
}

// isSpeech tells speech from names and words between quotation marks: it holds
// a sentence, or follows a colon, or is never closed.
func (p *passage) isSpeech(open, end int, closed bool) bool {
	inside := p.low[open:end]
	if !closed {
		return open == 0 && len(inside) > 60
	}
	if strings.ContainsAny(inside, "。！？") {
		return true
	}
	return strings.HasSuffix(p.low[:open], "：") && len(inside) > 30
}

// speakerIn is the person or 他, 总统 named in from:to.
func (p *passage) speakerIn(from, to int) string {
	ms := p.mentionsIn(from, to)
	for k := len(ms) - 1; k >= 0; k-- {
		if ms[k].kind == "person" {
			return ms[k].name
		}
	}
	return ""
}
