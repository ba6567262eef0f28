package figure

import (
	"strings"
	"unicode/utf8"
)

// isNoParty tells names that stand for no party: what is used (基于美国技术),
// who reports, names within other names, and where something takes place.
func (p *passage) isNoParty(m *mention) bool {
	return p.isDateline(m) || p.ranksAmong(m) || p.isStrife(m) || p.isCompared(m) || p.isWhole(m) || p.isMeans(m) || p.isIssuer(m) || p.isPartOfName(m) || p.isVenue(m) || p.isMarket(m) || p.isCurrency(m)
}

// isDateline: 塔什干11月16日电 tells where a dispatch was written, not of whom.
func (p *passage) isDateline(m *mention) bool {
	if m.kind != "city" && m.kind != "country" && m.kind != "place" && m.kind != "organisation" {
		return false
	}
	if m.start > datelineReach {
		return false
	}
	_, rule := hasPrefix(p.simple[m.end:], "——", "--")
	if isWire(p.simple[m.end:]) || rule && strings.HasSuffix(p.simple[:m.start], "社") {
		return true // 某社河内——12月27日
	}
	k := p.quantityIndex(m.end)
	if p.opensAlone(m, k) {
		return true
	}
	return k < len(p.quantities) && p.quantities[k].Time != nil && opensWire(p.simple[m.end:p.quantities[k].Span.Start]) && isWire(withoutBrackets(p.simple[p.quantities[k].Span.End:min(len(p.simple), p.quantities[k].Span.End+datelineReach)]))
}

// opensAlone: 某城。10月9日。 at the beginning of a passage says where and when, as agencies
// open without a word for it.
func (p *passage) opensAlone(m *mention, k int) bool {
	if k >= len(p.quantities) || p.quantities[k].Time == nil || m.kind != "city" || strings.TrimSpace(p.simple[:m.start]) != "" {
		return false
	}
	q := p.quantities[k].Span
	return strings.Trim(p.simple[m.end:q.Start], "。，,. 　") == "" && strings.HasPrefix(p.simple[q.End:], "。")
}

// opensWire tells what may stand between a place and the day of a dispatch: nothing
// but a bracket, or the rest of an agency's name.
func opensWire(between string) bool {
	return len(between) <= len("（") || strings.HasSuffix(between, "社") && utf8.RuneCountInString(between) <= 4
}

// datelineEnd is where the words end that a dispatch opens with: 某社塔什干11月16日电（记者
// 某某）; 0 without them.
func (p *passage) datelineEnd() int {
	if p.place > 2 || len(p.quantities) == 0 {
		return 0
	}
	q := &p.quantities[0]
	end := q.Span.End
	if q.Time == nil || q.Span.Start > datelineReach || !isWire(p.simple[end:]) {
		return 0
	}
	w, _ := hasPrefix(p.simple[end:], wires...)
	end += len(w)
	lead := len(p.simple[end:]) - len(strings.TrimLeft(p.simple[end:], " 　"))
	rest := p.simple[end+lead:]
	if _, open := hasPrefix(rest, "（", "("); open {
		if i := strings.IndexAny(rest[:min(len(rest), datelineReach)], "）)"); i >= 0 {
			_, size := utf8.DecodeRuneInString(rest[i:])
			return end + lead + i + size
		}
	}
	return end
}

// isWhole: 占全国, 居世界 name what something is a part of.
func (p *passage) isWhole(m *mention) bool {
	if m.value != "nation" && m.value != "world" {
		return false
	}
	_, whole := hasSuffix(p.simple[:m.start], listed("whole")...)
	return whole
}

// ranksAmong: 在独联体国家中居首 tells among whom somebody is first.
func (p *passage) ranksAmong(m *mention) bool {
	behind := p.simple[m.end:]
	of, _ := hasPrefix(behind, "成员国", "各成员国", "国家", "各国")
	in, among := hasPrefix(behind[len(of):], "中", "当中", "之中", "里")
	_, ranks := hasPrefix(behind[len(of)+len(in):], listed("first-among")...)
	return among && ranks && strings.HasSuffix(p.simple[:m.start], "在")
}

// isMeans: 基于美国技术 is no matter of the United States.
func (p *passage) isMeans(m *mention) bool {
	_, means := hasSuffix(p.simple[:m.start], listed("means")...)
	return means
}

// isCompared: 仅次于新加坡 and 为泰国的三分之一 tell what something is compared with.
func (p *passage) isCompared(m *mention) bool {
	if _, beside := hasSuffix(p.simple[:m.start], listed("beside")...); beside {
		return true
	}
	if _, past := hasSuffix(p.simple[:m.start], listed("outdoes")...); past {
		if _, mean := hasPrefix(p.simple[m.end:], "平均", "的平均", "整体水平", "水平"); mean {
			return true // 高出世界平均水平0.6个百分点
		}
	}
	c := p.around(p.clauses, m.start, reach)
	if _, is := hasSuffix(p.simple[c.Start:m.start], "是", "为", "相当于"); is && strings.Contains(p.simple[m.end:max(m.end, c.End)], "倍") {
		return true
	}
	if !strings.HasPrefix(p.simple[m.end:], "的") {
		return false
	}
	k := p.quantityIndex(m.end)
	if k >= len(p.quantities) || p.quantities[k].Unit != "%" && p.quantities[k].Unit != "x" || p.quantities[k].Span.Start-m.end > len("的") {
		return false
	}
	_, is := containsAny(p.simple[c.Start:m.start], "为", "是", "相当于")
	return is
}

// isStrife: 俄乌战争 is no matter of its sides, 加勒比海危机 none of the Caribbean.
func (p *passage) isStrife(m *mention) bool {
	end := m.end
	for _, next := range p.mentionsIn(m.end, m.end+issuerReach) {
		if next.start == end && next.value == "short" {
			end = next.end
		}
	}
	_, strife := hasPrefix(p.simple[end:], listed("strife")...)
	_, crisis := hasPrefix(p.simple[end:], "金融危机", "金融风暴")
	return strife && (m.kind == "country" || m.kind == "place" && !isContinent(m.name)) || crisis && m.kind == "place"
}

// isPartOfName: 北京时间, 中国式现代化.
func (p *passage) isPartOfName(m *mention) bool {
	if m.kind == "refer" || m.value == "short" {
		return false
	}
	if next, _ := utf8.DecodeRuneInString(p.simple[m.end:]); m.kind == "company" && (isLatin(next) || next >= '0' && next <= '9') {
		return true // 波音787
	}
	_, part := hasPrefix(p.simple[m.end:], listed("name")...)
	if m.kind == "city" && !part {
		_, part = hasPrefix(p.simple[m.end:], listed("street")...)
	}
	return part
}

// isMarket: 销往欧洲 tells where goods go, not whose they are.
func (p *passage) isMarket(m *mention) bool {
	_, market := hasSuffix(p.simple[:m.start], listed("market")...)
	return market && isContinent(m.name)
}

// isCurrency: 瑞士法郎 is no matter of Switzerland.
func (p *passage) isCurrency(m *mention) bool {
	k := p.quantityIndex(m.start)
	return k > 0 && p.quantities[k-1].Core.End >= m.end
}

// issuerReach is how far behind its name what a body reports is told.
const issuerReach = 36

// isIssuer: 国家统计局公布的数据显示 tells who counted, not of whom.
func (p *passage) isIssuer(m *mention) bool {
	if m.kind == "refer" || m.kind == "person" || m.kind == "programme" || m.kind == "format" {
		return false
	}
	behind := p.simple[m.end:min(len(p.simple), m.end+issuerReach)]
	if i := strings.IndexAny(behind, "，。；：,;"); i >= 0 {
		behind = behind[:i]
	}
	if _, cited := hasSuffix(p.simple[:m.start], listed("cited")...); cited && p.isSource(m, behind) {
		return true // 据世界银行数据
	}
	at := len(behind)
	for _, w := range listed("report") {
		if i := strings.Index(behind, w); i >= 0 && i < at {
			at = i
		}
	}
	if at == len(behind) {
		return false
	}
	between := behind[:at]
	if h, told := p.lastCue("rate", m.end, m.end+at); told && h.end == m.end+at {
		return false // 该组织平均增速预计为3%
	}
	if m.kind == "organisation" || m.kind == "company" {
		return !strings.ContainsAny(between, "的与和同、")
	}
	_, agent := containsAny(between, listed("agent")...)
	return agent && !strings.ContainsAny(between, "的与和同、")
}

// isVenue: 在阿斯塔纳举行 tells where.
func (p *passage) isVenue(m *mention) bool {
	if m.kind != "city" && m.kind != "country" && m.kind != "place" {
		return false
	}
	before, behind := p.simple[:m.start], p.simple[m.end:min(len(p.simple), m.end+issuerReach)]
	if _, from := hasSuffix(before, "来自"); m.kind == "city" && !from {
		if _, moves := hasSuffix(before, listed("from")...); moves {
			return !isPair(behind)
		}
	}
	if _, at := hasSuffix(before, "在", "于"); !at {
		return false
	}
	if i := strings.IndexAny(behind, "，。；：,;"); i >= 0 {
		behind = behind[:i]
	}
	_, held := hasPrefix(behind, listed("held")...)
	return held
}

// isPair: 从阿拉木图到莫斯科 names the two ends of a line.
func isPair(behind string) bool {
	_, pair := hasPrefix(behind, "到", "至", "—", "-", "－")
	return pair
}

// isSource: behind 据 stand a body and its numbers, or a country, one of its
// bodies and its numbers: 据哈萨克斯坦交通部的数据.
func (p *passage) isSource(m *mention, behind string) bool {
	if _, counts := containsAny(behind, listed("source")...); !counts {
		return false
	}
	if m.kind == "organisation" || m.kind == "company" {
		return true
	}
	_, agent := containsAny(behind, listed("agent")...)
	_, body := containsAny(behind, listed("bureau")...)
	return m.kind == "country" && (agent || body)
}
