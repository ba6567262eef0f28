package figure

import (
	"strings"
	"unicode/utf8"

	"fenghui/corpus"
	"fenghui/wasm/quantity"
	"fenghui/wasm/text"
)

// voice is a part of a passage in someone's own words.
type voice struct {
	text.Span
	speaker string
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
	if start := dashLength(p.simple); start > 0 {
		end := len(p.simple)
		if at := lastDash(p.simple); at > start && saysAtEnd(p.simple[at:]) {
			end = at
		}
		if who := p.tailSpeaker(end); who != "" {
			speaker = who
		}
		if end < len(p.simple) || speaker != "" && endsSentence(p.simple) {
			p.voices = append(p.voices, voice{text.Span{Start: start, End: end}, speaker})
		}
		return speaker
	}
	for i := 0; i < len(p.simple); {
		open := strings.Index(p.simple[i:], "“")
		if open < 0 {
			break
		}
		open += i
		end, closed := p.closing(open)
		if p.isSpeech(open, end, closed) {
			if who := p.quoted(open, end, closed); who != "" {
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

// endsSentence reports whether words are said, and are not an item of a list: -
// 贸易额：9亿美元.
func endsSentence(s string) bool {
	_, ends := hasSuffix(strings.TrimRight(s, " 　”\"’"), "。", "！", "？", "…", ".", "!", "?")
	return ends
}

// farQuote is how far, in bytes, the end of a quotation may lie from its
// beginning when marks are missing between them.
const farQuote = 90

// closing finds the end of a quotation that opens at open.
func (p *passage) closing(open int) (end int, closed bool) {
	if p.pairs == nil {
		p.pairs = quotations(p.simple)
	}
	if end, ok := p.pairs[open]; ok {
		return end, true
	}
	near := p.simple[open:min(len(p.simple), open+farQuote+len("”"))]
	if i := strings.Index(near, "”"); i >= 0 && i < farQuote {
		return open + i + len("”"), true
	}
	return len(p.simple), false
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

// isSpeech reports whether what stands between quotation marks is speech, and
// not a name or a word: it holds a sentence, or follows a colon, or is never
// closed.
func (p *passage) isSpeech(open, end int, closed bool) bool {
	inside := p.simple[open:end]
	if !closed {
		return open == 0 && len(inside) > 60
	}
	if strings.ContainsAny(inside, "。！？") || p.saysBehind(open, end) {
		return true
	}
	return strings.HasSuffix(p.simple[:open], "：") && len(inside) > 30
}

// saysBehind reports whether words open a sentence and the one who says them
// follows: “贸易额达到40亿美元，”他说。
func (p *passage) saysBehind(open, end int) bool {
	before := strings.TrimRight(p.simple[:open], " 　")
	_, begins := hasSuffix(before, "。", "！", "？", "”", "；")
	comma := strings.HasSuffix(p.simple[open:end], "，”") || strings.HasPrefix(p.simple[end:], "，")
	return comma && (begins || before == "") && saysAtEnd(firstClause(strings.TrimPrefix(p.simple[end:], "，")))
}

// quoted is who says what stands in open:end, as the words before it tell, or
// those behind it.
func (p *passage) quoted(open, end int, closed bool) string {
	from := max(0, open-90)
	if closed && p.saysBehind(open, end) {
		h, _ := p.nextCue("speech", end, len(p.simple), "say")
		who, _ := p.subjectIn(end, max(end, h.start), p.mainSpeaker())
		return who
	}
	if h, ok := p.lastCue("speech", from, open, "say"); ok {
		clause := p.around(p.clauses, max(h.start-1, 0), reach)
		if who, _ := p.subjectIn(clause.Start, h.start, p.mainSpeaker()); who != "" {
			return who
		}
	}
	who := p.namedIn(p.runeAt(from), open)
	if who == "" && closed {
		to := p.runeAt(min(len(p.simple), end+60))
		if h, ok := p.nextCue("speech", end, to, "say"); ok {
			to = h.start
		}
		who = p.namedIn(end, to)
	}
	return who
}

// runeAt is the next place on or behind at where a character begins.
func (p *passage) runeAt(at int) int {
	for at < len(p.simple) && !utf8.RuneStart(p.simple[at]) {
		at++
	}
	return at
}

// tailSpeaker is who is named behind a quotation that ends the paragraph: -署长说。
func (p *passage) tailSpeaker(from int) string {
	who := p.namedIn(p.runeAt(from), len(p.simple))
	if h, ok := p.lastCue("office", from, len(p.simple)); ok && who == "" {
		return p.byOffice(h)
	}
	return who
}

// Voices tell in whose words the sentences of a document are, where there is no
// figure to tell it.
type Voices struct{ of *document }

// VoicesOf reads who speaks where in a document.
func VoicesOf(doc *corpus.Document, names *corpus.Glossary) Voices {
	return Voices{newDocument(doc, names)}
}

// Of is who says the words in a sentence of a passage, by the passage's number;
// "" where nobody does.
func (v Voices) Of(passage int, sentence, words string) string {
	for _, p := range v.of.passages {
		if p.index != passage {
			continue
		}
		sentence, _ = widened(sentence)
		words, _ = widened(words)
		at := strings.Index(p.text, sentence)
		if at < 0 {
			return ""
		}
		at += max(0, strings.Index(sentence, words))
		r := &reading{p: p, q: &quantity.Quantity{Core: text.Span{Start: at, End: at}}, sentence: p.around(p.sentences, at, reach)}
		if isDirect(r) || isIndirect(r) {
			return r.Speaker
		}
	}
	return ""
}
