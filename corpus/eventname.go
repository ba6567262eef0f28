package corpus

import (
	"slices"
	"strings"
	"unicode"
)

// eventParts are the pieces of an event's name that say which it is.
type eventParts struct {
	term    *Term  // organisation or format
	city    *Term  // 杜尚别峰会
	core    string // parties as they stand where no term is known: 中亚—韩国
	ordinal string // 第二届, 首届
	places  int    // countries and regions in the name
	level   level

	fragment bool // the beginning of the name could not be told
}

// nameWords are the words names of meetings are made of.
var nameWords = listed("name-word")

// nameLimit bounds a name, in bytes before its head.
const nameLimit = 150

// nameStart finds where the name begins that ends with the head
// text[head:end], going left piece by piece as long as the pieces are such
// as names consist of.
func (s *scan) nameStart(head, end, from int) (int, eventParts) {
	var parts eventParts
	p := head
	if m, ok := s.identityAt(end); ok && m.Start < head {
		p = m.Start
		parts.take(m.Term)
	}
	for head-p < nameLimit && p > from {
		next := s.piece(p, from, &parts)
		if next == p {
			break
		}
		p = next
	}
	if parts.term == nil && parts.core == "" && parts.city == nil {
		p = s.framed(p, from, head, &parts)
	}
	return s.trimName(p, head), parts
}

// identityAt is the mention that ends at p, if it can be part of a name.
func (s *scan) identityAt(p int) (Mention, bool) {
	i, ok := s.endingAt[p]
	if !ok || !slices.Contains([]string{"organisation", "format", "country", "city", "place", "programme"}, s.mentions[i].Term.Kind) {
		return Mention{}, false
	}
	return s.mentions[i], true
}

// take notes what a mention contributes. A format is more exact than an
// organisation, and what stands nearer to the head goes before.
func (p *eventParts) take(t *Term) {
	switch t.Kind {
	case "format", "organisation":
		if p.term == nil || t.Kind == "format" && p.term.Kind != "format" {
			p.term = t
		}
	case "city":
		p.city = t
	default:
		p.places++
	}
}

// piece goes one piece left from p.
func (s *scan) piece(p, from int, parts *eventParts) int {
	if m, ok := s.identityAt(p); ok && m.Start >= from {
		parts.take(m.Term)
		return s.party(m, from, parts)
	}
	text := s.text[from:p]
	if n := ordinalEnding(text); n > 0 {
		parts.ordinal = text[len(text)-n:]
		return p - n
	}
	if n := quotedEnding(text); n > 0 {
		s.quoted(p-n, p, parts)
		return p - n
	}
	if n := latinEnding(text); n > 0 {
		if word := text[len(text)-n:]; strings.Contains(word, "+") && parts.core == "" {
			parts.core = word // C5+1
		}
		return p - n
	}
	longest := 0
	for _, w := range nameWords {
		if len(w) > longest && strings.HasSuffix(text, w) {
			longest = len(w)
		}
	}
	return p - longest
}

// joiners stand between the parties of a format: 中国—中亚.
var joiners = []string{"-", "—", "–", "－", "+", "＋", "同", "与", "和"}

// party goes left over "A—" before the party m; the parties together are the
// core of the name.
func (s *scan) party(m Mention, from int, parts *eventParts) int {
	text := strings.TrimRight(s.text[from:m.Start], "—-")
	for _, j := range joiners {
		rest := strings.TrimSuffix(s.text[from:m.Start], j)
		if strings.Trim(j, "—-") == "" {
			rest = text
		}
		left, ok := s.identityAt(from + len(rest))
		if len(rest) < m.Start-from && ok && isParty(left.Term) && isParty(m.Term) {
			parts.take(left.Term)
			parts.core = s.text[left.Start:m.End]
			return left.Start
		}
	}
	return m.Start
}

func isParty(t *Term) bool {
	return slices.Contains([]string{"country", "place", "organisation"}, t.Kind)
}

// quoted reads the parties or the organisation out of “…” or （…）.
func (s *scan) quoted(start, end int, parts *eventParts) {
	for _, m := range s.within(sentence{start, end}) {
		if isParty(m.Term) || m.Term.Kind == "format" || m.Term.Kind == "programme" {
			parts.take(m.Term)
		}
	}
	inner := strings.Trim(s.text[start:end], "“”\"‘’「」『』")
	joined := strings.ContainsAny(inner, "-—–+＋") && (parts.places > 0 || latinEnding(inner) == len(inner))
	if len(inner) < end-start && joined && parts.core == "" {
		parts.core = inner
	}
}

// ordinalEnding is the length of such an ordinal at the end of text.
func ordinalEnding(text string) int {
	if w, ok := hasSuffix(text, firstOrdinals); ok {
		return len(w)
	}
	unit, ok := hasSuffix(text, ordinalUnits)
	start := strings.TrimRightFunc(text[:len(text)-len(unit)], isOrdinalDigit)
	if !ok || !strings.HasSuffix(start, "第") || len(start) == len(text)-len(unit) {
		return 0
	}
	return len(text) - len(start) + len("第")
}

// quotedEnding is the length of “…”, （…） at the end of text.
func quotedEnding(text string) int {
	for _, p := range quotePairs[:6] {
		if !strings.HasSuffix(text, p[1]) {
			continue
		}
		from := max(0, len(text)-80)
		open := strings.LastIndex(text[from:len(text)-len(p[1])], p[0])
		if open >= 0 {
			return len(text) - from - open
		}
	}
	return 0
}

// latinEnding is the length of C5+1, BRICS, 2025 at the end of text.
func latinEnding(text string) int {
	n := 0
	for n < len(text) && n < 24 {
		c := text[len(text)-1-n]
		if (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '+' && c != '.' {
			break
		}
		n++
	}
	return n
}

// framed finds the name of an organisation nobody has told us of, where the
// sentence shows its beginning: 出席…峰会, 在…峰会上, 第二届…峰会. Where it does
// not, the name is marked as a fragment.
func (s *scan) framed(p, from, head int, parts *eventParts) int {
	before := clauseBefore(s.text[from:p], p-from, 24)
	start := -1
	for i := range before {
		word, ok := hasPrefix(before[i:], []string{"出席", "参加", "在"})
		if ok && word == "在" && strings.ContainsRune("存正现所", lastRune(before[:i])) {
			ok = false
		}
		if ordinalAt(before[i:]) > 0 {
			word, ok = "", true
		}
		if ok && isNameLike(before[i+len(word):]) {
			start = i + len(word)
		}
	}
	if start < 0 {
		parts.fragment = unicode.Is(unicode.Han, lastRune(before)) && !strings.ContainsRune("在于出席加对为是的与和及至到以会", lastRune(before))
		return p
	}
	unknown := before[start:]
	n := ordinalAt(unknown)
	parts.ordinal += unknown[:n]
	body := s.text[p-len(unknown)+n : head]
	if _, ok := hasSuffix(body, bodies); ok {
		parts.core = body
	}
	return p - len(unknown)
}

// bodies end the names of organisations.
var bodies = listed("body-end")

// isNameLike reports whether a stretch of text may be a name: it is not empty
// and has no words of a sentence.
func isNameLike(s string) bool {
	_, sentence := hasAny(s, listed("sentence-word"))
	return s != "" && !sentence
}

// ordinalAt is the length of 首届, 第二届, 第25次 at the beginning of s.
func ordinalAt(s string) int {
	if w, ok := hasPrefix(s, firstOrdinals); ok {
		return len(w)
	}
	rest, ok := strings.CutPrefix(s, "第")
	trimmed := strings.TrimLeftFunc(rest, isOrdinalDigit)
	unit, counted := hasPrefix(trimmed, ordinalUnits)
	if !ok || !counted || len(trimmed) == len(rest) {
		return 0
	}
	return len(s) - len(trimmed) + len(unit)
}

var firstOrdinals = listed("first-ordinal")

var ordinalUnits = []string{"届", "次", "轮"}

func isOrdinalDigit(r rune) bool { return digitValue(r) >= 0 || r == '百' }

// trimName drops what only links a name to the words before it.
func (s *scan) trimName(p, head int) int {
	if strings.HasPrefix(s.text[p:head], "（") {
		p += strings.Index(s.text[p:head], "）") + len("）") // a dateline, or a remark
	}
	links := []string{"暨", "级", "首都", "水", "-", "—", "+", "）", ")", " "}
	for p < head {
		i := slices.IndexFunc(links, func(w string) bool { return strings.HasPrefix(s.text[p:head], w) })
		if i < 0 {
			break
		}
		p += len(links[i])
	}
	return p
}
