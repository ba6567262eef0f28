package corpus

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// officeHolder is a person named with an office: 哈萨克斯坦总统托卡耶夫.
type officeHolder struct {
	owner  *Term  // country or organisation
	office string // as it stands: 哈萨克斯坦总统
	name   string // canonical if known, else as it stands
	known  bool   // by the glossary
}

// offices are the words offices end in, longer ones first.
var offices = listed("office")

// officeEnding is the office a text ends in.
func officeEnding(s string) string {
	office, _ := hasSuffix(s, offices)
	return office
}

// styles may stand between a country and an office.
var styles = listed("style")

// officeAt is the length of the office at the beginning of s, with the words
// of style before it.
func officeAt(s string) int {
	n := 0
	if style, ok := hasPrefix(s, styles); ok {
		n = len(style)
	}
	if o, ok := hasPrefix(s[n:], offices); ok {
		return n + len(o)
	}
	return 0
}

// pairs finds the persons named with their offices in part of a passage.
func (s *scan) pairs(in sentence) []officeHolder {
	var found []officeHolder
	held := -1 // where the person begins whose office is already known
	for _, m := range s.within(in) {
		switch m.Term.Kind {
		case "country", "organisation":
			n := officeAt(s.text[m.End:in.end])
			if n == 0 || isFormer(s.text[:m.Start]) {
				continue
			}
			at := m.End + n
			rest := strings.TrimLeft(s.text[at:in.end], " 　")
			if name, known := s.personAt(in.end-len(rest), in.end); name != "" {
				held = in.end - len(rest)
				found = append(found, officeHolder{m.Term, s.text[m.Start:at], name, known})
			}
		case "person":
			// 国家主席习近平: at home the country goes without saying.
			before := s.text[in.start:m.Start]
			office := officeEnding(before)
			before = strings.TrimSuffix(before, office)
			if _, styled := hasSuffix(before, styles); office != "" && m.Start != held && !styled && !isFormer(before) {
				found = append(found, officeHolder{nil, office, m.Term.Name(), true})
			}
		}
	}
	return found
}

// isFormer reports whether the office named behind before is held no more.
func isFormer(before string) bool {
	_, former := hasSuffix(before, listed("former"))
	return former
}

// personAt reads a name that begins at i: one the glossary knows, else what
// looks like one.
func (s *scan) personAt(i, end int) (name string, known bool) {
	k, ok := slices.BinarySearchFunc(s.mentions, i, func(m Mention, at int) int { return m.Start - at })
	if ok && s.mentions[k].Term.Kind == "person" {
		return s.mentions[k].Term.Name(), true
	}
	return s.text[i : i+unknownName(s.text[i:min(end, i+90)])], false
}

// afterNames are the words a name ends before.
var afterNames = listed("behind-name")

// notNames occur in words that follow an office without being a name:
// 总统新闻秘书.
var notNames = listed("no-name")

// unknownName is the length of the name s begins with, or 0. A name with a
// dot may be of any length; one without must be of two to four characters.
// Either must be followed by a word or sign that cannot belong to it.
func unknownName(s string) int {
	end, dotted, runes := 0, false, 0
	for i, r := range s {
		if _, stop := hasPrefix(s[i:], afterNames); stop || !unicode.Is(unicode.Han, r) && !strings.ContainsRune("·•・-", r) {
			break
		}
		dotted = dotted || strings.ContainsRune("·•・", r)
		end = i + utf8.RuneLen(r)
		runes++
	}
	next, _ := utf8.DecodeRuneInString(s[end:])
	_, followed := hasPrefix(s[end:], afterNames)
	_, other := hasAny(s[:end], notNames)
	switch {
	case end < len(s) && !followed && !strings.ContainsRune("、，,。；;）)（( 　", next) || other && !dotted:
		return 0
	case dotted && runes >= 4 && runes <= 24, !dotted && runes >= 2 && (runes <= 4 || runes <= 8 && isSpelled(s[:end])):
		return end
	}
	return 0
}

// isSpelled reports whether s consists of characters foreign names are spelled
// with.
func isSpelled(s string) bool {
	return strings.Trim(s, spelling) == ""
}

const spelling = "阿埃艾安奥巴贝别比宾伯布查达德迪蒂丁杜多厄恩尔法菲费夫弗福盖格古哈海赫胡霍基吉加贾杰金津居卡凯坎科克肯库奎拉莱兰劳勒雷利里林列隆卢鲁伦" +
	"罗洛马玛麦曼梅门蒙米莫姆穆纳娜内尼妮涅宁努诺欧帕潘佩皮普齐奇钱乔切丘茹萨塞桑森沙舍申什施舒斯苏索塔泰坦汤特滕提图托瓦万维韦温文沃乌伍西希夏谢辛休许雅亚扬耶叶伊易尤于约扎泽詹哲珍朱祖佐兹"

// attendWords say that those a sentence lists took part.
var attendWords = listed("attends")

// setPeople fills in speaker and participants.
func (a *article) setPeople(scans []*scan, h host) {
	all := a.signed
	for _, s := range scans {
		all = append(all, s.pairs(sentence{0, len(s.text)})...)
	}
	if a.doc.Speaker == "" {
		a.doc.Speaker = speaker(scans, all)
	}
	present := []string{a.doc.Speaker, h.person}
	if h.person != "" && a.doc.Summit.Host == "" {
		present = present[:1]
	}
	for _, s := range scans {
		present = append(present, s.attending()...)
	}
	for _, name := range present {
		known := slices.ContainsFunc(a.doc.Participants, func(p Participant) bool { return p.Name == name })
		if name == "" || known || len(a.doc.Participants) == maxParticipants {
			continue
		}
		p := Participant{Name: name}
		p.Office = officeOf(name, all)
		a.doc.Participants = append(a.doc.Participants, p)
	}
}

// officeOf is the fullest office the text gives for a person.
func officeOf(name string, all []officeHolder) string {
	office := ""
	for _, o := range all {
		if o.name == name && (office == "" || o.owner != nil && !strings.Contains(office, o.owner.Name())) {
			office = o.office
			if o.owner != nil {
				break
			}
		}
	}
	return office
}

// maxParticipants is more than any family photo holds.
const maxParticipants = 60

// attending lists the persons of sentences that say that they took part; one
// list of at least two makes the single ones beside it credible.
func (s *scan) attending() []string {
	var names []string
	longest := 0
	for _, in := range s.sentences {
		pairs := s.pairs(in)
		_, attend := hasAny(s.text[in.start:in.end], attendWords)
		_, other := hasAny(s.text[in.start:in.end], listed("earlier"))
		if !attend || other {
			continue
		}
		longest = max(longest, len(pairs))
		for _, p := range pairs {
			names = append(names, p.name)
		}
	}
	if longest < 2 {
		return nil
	}
	return names
}
