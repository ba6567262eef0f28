package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fenghui/wasm/text"
)

// peopleKept is how many people that no list has are kept in mind of a text.
const peopleKept = 64

// findPeople lists who is introduced by an office: 外交部发言人李四.
func (d *document) findPeople() {
	for _, p := range d.passages {
		for _, h := range p.hits {
			if h.class != "office" || len(d.people) >= peopleKept {
				continue
			}
			if name := p.nameBehind(h.end); name != "" && !slices.Contains(d.people, name) {
				d.people = append(d.people, name)
			}
		}
	}
}

// nameBehind is the name behind an office, up to the verb or what stands before
// it: 神田真人 of 行长神田真人在会上表示. Names the glossary has are found otherwise.
func (p *passage) nameBehind(at int) string {
	clause := p.around(p.clauses, max(at-1, 0), reach)
	s := p.simple[at:max(at, clause.End)]
	name := s[:nameLength(s)]
	if name == "" || len(p.mentionsIn(max(0, at-1), at+len(name))) > 0 || !isPersonal(name) {
		return ""
	}
	return name
}

// nameLength is how many bytes of Chinese characters and dots s begins with, up
// to a word that ends a name; 0 where nothing ends it.
func nameLength(s string) int {
	if endsName(s) {
		return 0
	}
	for i, r := range s {
		if i >= 2*len("字") && endsName(s[i:]) {
			return i
		}
		if r != '·' && !text.IsIdeograph(r) {
			return 0
		}
	}
	return len(s)
}

// endsName reports whether s begins with what stands behind a name: the verb, a
// preposition, a time or the end of the clause.
func endsName(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if s == "" || strings.ContainsRune("，：、（(。；0123456789“” ", r) {
		return true
	}
	_, ends := hasPrefix(s, listed("behind-name")...)
	_, says := hasPrefix(s, sayVerbs()...)
	return ends || says
}

// isPersonal tells a name behind an office from other words there: it begins
// with a surname, is written as foreign ones are, or has three or four
// characters of which none is a word of grammar (神田真人).
func isPersonal(s string) bool {
	if _, noun := hasSuffix(s, listed("no-name")...); noun {
		return false
	}
	n := utf8.RuneCountInString(s)
	if strings.Contains(s, "·") {
		return n >= 4 && n <= 16
	}
	_, surname := hasPrefix(s, listed("surname")...)
	switch {
	case surname && n >= 2 && n <= 3, isTransliterated(s):
		return true
	}
	return n >= 3 && n <= 4 && !strings.ContainsAny(s, notInNames)
}

// notInNames are characters that hardly any name is written with.
const notInNames = "的了是有为和与及在他她它我你们这那会议谈示强调指出提认说称参加极弘扬赞访问就将把被对向等并还也都所其各本该一二三四五六七八九十不没每从到受请让使给因之者组部局办处室"

// transliterating are the characters that foreign names are mostly written with.
const transliterating = "阿埃艾奥巴贝比波博布查茨达德迪杜多厄尔法费菲弗夫戈格古哈赫霍基吉加贾金卡凯科克库拉莱兰雷里利列林鲁罗洛玛马麦曼梅米姆穆娜纳内尼诺努帕佩普奇切乔热萨塞瑟沙什舍圣斯苏塔泰特托瓦维韦温沃乌西希谢辛雅亚耶伊尤约泽扎詹朱兹娅莎"

// isTransliterated: 米哈伊洛娃.
func isTransliterated(s string) bool {
	known := 0
	for _, r := range s {
		if strings.ContainsRune(transliterating, r) {
			known++
		}
	}
	n := utf8.RuneCountInString(s)
	return n >= 3 && n <= 9 && 4*known >= 3*n
}

// personIn is who speaks in from:to of those introduced by an office, or who by
// the look of the name; not whom somebody only meets.
func (p *passage) personIn(from, to int) string {
	lead := afterWire(p.simple[from:to])
	best, at := "", len(lead)
	for _, name := range p.people {
		if i := strings.Index(lead, name); i >= 0 && i < at {
			best, at = name, i
		}
	}
	if _, met := containsAny(lead[:at], listed("meets")...); best != "" && !met {
		return best
	}
	return plainName(strings.TrimLeft(afterHeads(lead), " “"))
}

// plainName is the name s begins with, told without an office: a surname and two
// more characters before what stands behind a name.
func plainName(s string) string {
	name := s[:nameLength(s)]
	if utf8.RuneCountInString(name) != 3 || !isPersonal(name) || strings.ContainsAny(name, notInNames) {
		return ""
	}
	_, noun := hasSuffix(name, listed("no-person")...)
	_, surname := hasPrefix(name, listed("surname")...)
	if noun || !surname {
		return ""
	}
	return name
}

// afterWire leaves out the dateline and the reporters a dispatch opens with.
func afterWire(s string) string {
	for _, w := range []string{"）", ")", "】"} {
		if i := strings.LastIndex(s, w); i >= 0 {
			s = s[i+len(w):]
		}
	}
	for _, w := range wires {
		if i := strings.LastIndex(s, w); i >= 0 && isWire(s[i:]) && (strings.HasSuffix(s[:i], "日") || strings.HasSuffix(s[:i], "社")) {
			s = s[i+len(w):]
		}
	}
	return s
}
