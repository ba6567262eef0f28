package figure

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"fenghui/corpus"
)

// mention is a party, a place or a programme named in a passage: by its name, by
// a short form in a compound (哈俄), or by a word that refers to it (两国).
type mention struct {
	start, end int
	name       string   // canonical, of the first
	names      []string // all of them: 两国 are two
	kind       string   // of the glossary; "refer" for words that refer
	value      string   // of words that refer: self, both, group …
}

// partyKinds are the kinds that can be parties of a figure.
var partyKinds = []string{"country", "organisation", "place", "format", "city", "programme", "company", "corridor"}

// findMentions finds the names and short forms.
func (p *passage) findMentions() {
	for _, m := range p.document.names.Find(p.low) {
		if !slices.Contains(partyKinds, m.Term.Kind) && m.Term.Kind != "person" || m.Lang != "zh" && m.End-m.Start < 3 {
			continue
		}
		p.mentions = append(p.mentions, mention{m.Start, m.End, m.Term.Name(), []string{m.Term.Name()}, m.Term.Kind, ""})
		p.seen[m.Term.Name()] = true
		p.noteSaid(m.Term, p.low[m.Start:m.End])
	}
	p.findUnnamed()
	named := len(p.mentions)
	p.findShorts(named)
	sort.SliceStable(p.mentions, func(a, b int) bool { return p.mentions[a].start < p.mentions[b].start })
}

// findUnnamed finds countries that are not named: 某国, 中亚某国.
func (p *passage) findUnnamed() {
	const word = "某国"
	for at := 0; ; at += len(word) {
		i := strings.Index(p.low[at:], word)
		if i < 0 {
			break
		}
		at += i
		m := mention{at, at + len(word), word, []string{word}, "country", ""}
		k := slices.IndexFunc(p.mentions, func(b mention) bool { return b.end == at && b.kind == "place" })
		if k < 0 {
			p.mentions = append(p.mentions, m)
			continue
		}
		m.start, m.name = p.mentions[k].start, p.mentions[k].name+word
		m.names = []string{m.name}
		p.mentions[k] = m
	}
	sort.SliceStable(p.mentions, func(a, b int) bool { return p.mentions[a].start < p.mentions[b].start })
}

// noteSaid remembers the short name a text uses for an organisation: 上合组织.
func (p *passage) noteSaid(t *corpus.Term, said string) {
	n := utf8.RuneCountInString(said)
	if t.Kind != "organisation" || n < 3 || !slices.Contains(t.Zh, said) {
		return
	}
	if _, whole := hasSuffix(said, "峰会", "家庭", "国家", "成员国", "机制"); whole {
		return
	}
	if old := p.said[t.Name()]; old == "" || n < utf8.RuneCountInString(old) {
		p.said[t.Name()] = said
	}
}

// shortForms maps 哈, 俄 … to their countries.
func shortForms(names *corpus.Glossary) map[rune]*corpus.Term {
	m := map[rune]*corpus.Term{}
	terms := names.Terms()
	for i := range terms {
		for _, s := range terms[i].Short {
			r, size := utf8.DecodeRuneInString(s)
			if _, taken := m[r]; size == len(s) && !taken {
				m[r] = &terms[i]
			}
		}
	}
	return m
}

// findShorts finds 哈俄, 对哈, 在哈, 哈方: two short forms side by side, or one
// between words that only countries go with.
func (p *passage) findShorts(named int) {
	k, last, lastAt := 0, (*corpus.Term)(nil), -1
	for i, r := range p.low {
		for k < named && p.mentions[k].end <= i {
			k++
		}
		t := p.shorts[r]
		if t == nil || k < named && p.mentions[k].start <= i {
			last = nil
			continue
		}
		size := utf8.RuneLen(r)
		switch {
		case last != nil && lastAt+3 == i && last != t && p.goesWithPair(lastAt, i+size):
			p.addShort(last, lastAt, lastAt+3)
			p.addShort(t, i, i+size)
		case !strings.HasSuffix(p.low[:i+size], "同意") && shortAlone(p.low[:i], p.low[i+size:]):
			end := i + size
			if w, more := hasPrefix(p.low[end:], "方", "国"); more {
				end += len(w)
			}
			p.addShort(t, i, end)
		}
		last, lastAt = t, i
	}
}

func (p *passage) addShort(t *corpus.Term, start, end int) {
	p.mentions = append(p.mentions, mention{start, end, t.Name(), []string{t.Name()}, t.Kind, "short"})
}

// goesWithPair: what stands around 哈俄 in 哈俄贸易额 and 中哈两国.
func (p *passage) goesWithPair(start, end int) bool {
	if _, word := hasSuffix(p.low[:start], "其", "集", "当", "心", "之", "途", "手", "年", "高", "初", "发", "会", "程"); word {
		return false
	}
	_, ok := hasPrefix(p.low[end:], "两国", "双", "贸", "关系", "合作", "间", "之间", "产业", "投资", "边", "经", "三国", "战略", "项目", "铁路", "公路", "在", "签", "企业", "联合", "共同", "政府", "商", "货", "能源", "文化", "人", "领导人", "元首", "乌", "俄", "吉", "中", "农", "医", "科", "教", "交", "运", "物流", "过境", "核", "原油", "天然气", "石油", "已", "将", "要", "就", "将在", "。", "，", "、", "旅", "青年", "媒体", "友")
	return ok
}

// shortAlone: 对哈投资, 在哈运营, 哈方.
func shortAlone(before, after string) bool {
	if _, ok := hasPrefix(after, "方", "国"); ok {
		_, word := hasSuffix(before, "其", "对方", "我", "各", "多", "双", "地", "东", "南", "西", "北", "甲", "乙")
		return !word && !strings.HasPrefix(after, "方面军")
	}
	if _, word := hasSuffix(before, "同", "今", "当", "次", "即"); word && strings.HasPrefix(after, "，") {
		return false // 同日，
	}
	if _, ok := hasSuffix(before, "对", "在", "访", "赴", "来", "驻", "经", "向", "从", "与", "同", "由", "占", "是", "为"); !ok {
		return false
	}
	_, ok := hasPrefix(after, "投资", "贸易", "出口", "进口", "直接", "运营", "经营", "累计", "援助", "的投资", "的出口", "关系", "合作", "实施", "落地", "企业", "贷款", "，", "。", "工作", "学习", "留学", "注册", "设立", "过境", "期间", "供", "输", "游客", "项目", "对外", "外贸", "最大", "经济", "国内")
	return ok
}

// mentionsIn returns the mentions inside from:to.
func (p *passage) mentionsIn(from, to int) []mention {
	lo := sort.Search(len(p.mentions), func(k int) bool { return p.mentions[k].start >= from })
	hi := lo
	for hi < len(p.mentions) && p.mentions[hi].end <= to {
		hi++
	}
	return p.mentions[lo:hi]
}
