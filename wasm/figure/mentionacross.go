package figure

import (
	"slices"
	"unicode/utf8"

	"fenghui/corpus"
)

// isAcross: 其中国内, 同意大利用 and 18日本次 hold no names. Of 其中亚洲 it leaves the name
// that begins with the second letter.
func (p *passage) isAcross(m *corpus.Mention) bool {
	first, size := utf8.DecodeRuneInString(p.simple[m.Start:])
	_, last := utf8.DecodeLastRuneInString(p.simple[:m.End])
	at := m.End - last
	if shortWords()["across"].prefix(p.simple[at:]) == "" {
		return false
	}
	if at == m.Start+size && p.simple[at:m.End] == "国" && p.simple[m.Start:m.End] != m.Term.Name() {
		m.End = at // 吉国内生产总值
		return false
	}
	if !p.endsWord(short{m.Start, m.Start + size, first}) {
		return false
	}
	behind := p.document.names.Find(p.simple[at:min(len(p.simple), at+reach)])
	if len(behind) == 0 || behind[0].Start > 0 || !slices.Contains(partyKinds, behind[0].Term.Kind) {
		return true
	}
	m.Term, m.Start, m.End = behind[0].Term, at, at+behind[0].End
	return false
}
