package figure

import (
	"strings"
	"unicode/utf8"
)

// gathered is what a stretch of text names: parties first, and what counts only
// where no party is named.
type gathered struct {
	list   []string // countries, organisations, regions, words for them
	cities []string // their countries
	wide   []string // programmes, companies, continents
	titled []string // named in the title of a document
}

// partyNames are the parties named in from:to, in order.
func (p *passage) partyNames(from, to int) []string {
	var g gathered
	for _, m := range p.mentionsIn(from, to) {
		if p.isNoParty(&m) {
			continue
		}
		if p.inBrackets(m.start, m.end) {
			g.titled = append(g.titled, m.names...)
			continue
		}
		g.take(p, &m)
		if p.isBuilder(&m) {
			g.add(p.home)
		}
	}
	return g.parties()
}

// isBuilder: 意大利企业承建的水电站 stands in the country the text speaks for.
func (p *passage) isBuilder(m *mention) bool {
	if p.home == "" || m.kind != "country" || m.name == p.home {
		return false
	}
	firm, ok := hasPrefix(p.low[m.end:], "企业", "公司", "财团", "投资者")
	_, builds := hasPrefix(p.low[m.end+len(firm):], listed("builds")...)
	return ok && builds
}

func (g *gathered) take(p *passage, m *mention) {
	switch {
	case m.kind == "corridor" && p.home == "" || m.kind == "place" && p.isAboutPlace(m):
		g.wide = added(g.wide, m.name)
	case m.kind == "person" || m.kind == "corridor" || m.value == "world" || m.kind == "place" && !isRegion(m.name) && !isContinent(m.name):
	case m.kind == "format":
		g.add(p.partsOf(m.name)...)
	case m.kind == "city" && p.isAboutPlace(m):
		g.wide = added(g.wide, m.name)
	case m.kind == "city":
		if t, ok := p.document.names.LookupKind(m.name, "city"); ok && len(t.Of) > 0 {
			g.cities = added(g.cities, t.Of[0])
		}
	case m.kind == "organisation" && isMedia(m.name):
	case m.kind == "organisation" && isBody(m.name):
		if owner := p.ownerOf(m); owner != "" {
			g.add(owner)
			return
		}
		g.wide = added(g.wide, m.name)
	case isContinent(m.name) || m.kind == "programme" || m.kind == "company":
		g.wide = added(g.wide, m.name)
	default:
		g.add(m.names...)
	}
}

func (g *gathered) add(names ...string) {
	for _, n := range names {
		g.list = added(g.list, n)
	}
}

func (g *gathered) parties() []string {
	switch {
	case len(g.list) < 2 && len(g.cities) > 0:
		list := g.list
		for _, c := range g.cities {
			list = added(list, c)
		}
		return list
	case len(g.list) > 0:
		return g.list
	case len(g.wide) > 0:
		return g.wide
	}
	return g.titled
}

// isAboutPlace: a text that speaks for no country tells of a city, a port or a
// province itself, unless it is about the country it lies in.
func (p *passage) isAboutPlace(m *mention) bool {
	t, ok := p.document.names.LookupKind(m.name, "city", "place")
	if p.home != "" || !ok || len(t.Of) == 0 || isRegion(m.name) || isContinent(m.name) || strings.HasSuffix(p.low[:m.start], "首都") {
		return false
	}
	if len(p.topics) == 0 {
		return true
	}
	topic := p.topicAt(m.start)
	return !contains(topic, t.Of[0]) && (t.Kind == "city" || contains(topic, m.name))
}

// isNoParty tells names that stand for no party: what is used (基于美国技术),
// who reports, names within other names, and where something takes place.
func (p *passage) isNoParty(m *mention) bool {
	return p.isDateline(m) || p.isWhole(m) || p.isMeans(m) || p.isIssuer(m) || p.isPartOfName(m) || p.isVenue(m) || p.isMarket(m) || p.isCurrency(m)
}

// isDateline: 塔什干11月16日电 tells where a dispatch was written, not of whom.
func (p *passage) isDateline(m *mention) bool {
	if m.kind != "city" && m.kind != "country" && m.kind != "place" && m.kind != "organisation" {
		return false
	}
	if m.start > datelineReach || isWire(p.low[m.end:]) {
		return m.start <= datelineReach
	}
	k := p.quantityIndex(m.end)
	return k < len(p.quantities) && p.quantities[k].Time != nil && p.quantities[k].Span.Start-m.end <= len("（") && isWire(withoutBrackets(p.low[p.quantities[k].Span.End:min(len(p.low), p.quantities[k].Span.End+datelineReach)]))
}

// isWhole: 占全国, 居世界 name what something is a part of.
func (p *passage) isWhole(m *mention) bool {
	if m.value != "nation" && m.value != "world" {
		return false
	}
	_, whole := hasSuffix(p.low[:m.start], listed("whole")...)
	return whole
}

// isMeans: 基于美国技术 is no matter of the United States.
func (p *passage) isMeans(m *mention) bool {
	_, means := hasSuffix(p.low[:m.start], listed("means")...)
	return means
}

// isPartOfName: 北京时间, 中国式现代化.
func (p *passage) isPartOfName(m *mention) bool {
	if m.kind == "refer" || m.value == "short" {
		return false
	}
	if next, _ := utf8.DecodeRuneInString(p.low[m.end:]); m.kind == "company" && (isLatin(next) || next >= '0' && next <= '9') {
		return true // 波音787
	}
	_, part := hasPrefix(p.low[m.end:], listed("name")...)
	if m.kind == "city" && !part {
		_, part = hasPrefix(p.low[m.end:], listed("street")...)
	}
	return part
}

// isMarket: 销往欧洲 tells where goods go, not whose they are.
func (p *passage) isMarket(m *mention) bool {
	_, market := hasSuffix(p.low[:m.start], listed("market")...)
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
	behind := p.low[m.end:min(len(p.low), m.end+issuerReach)]
	if i := strings.IndexAny(behind, "，。；：,;"); i >= 0 {
		behind = behind[:i]
	}
	if _, cited := hasSuffix(p.low[:m.start], listed("cited")...); cited && (m.kind == "organisation" || m.kind == "company") {
		if _, counts := containsAny(behind, listed("source")...); counts {
			return true // 据世界银行数据
		}
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
	before, behind := p.low[:m.start], p.low[m.end:min(len(p.low), m.end+issuerReach)]
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

// isBody tells ministries, centres and the like from organisations of states.
func isBody(name string) bool {
	_, body := hasSuffix(name, listed("body")...)
	return body
}

// isMedia tells who prints the news.
func isMedia(name string) bool {
	_, media := hasSuffix(name, listed("media")...)
	return media
}

// ownerOf is the country or the organisation whose body a mention names.
func (p *passage) ownerOf(m *mention) string {
	t, ok := p.document.names.LookupKind(m.name, m.kind)
	if !ok || len(t.Of) == 0 {
		return ""
	}
	if o, ok := p.document.names.LookupKind(t.Of[0], "country"); ok {
		return o.Name()
	}
	if strings.HasPrefix(m.name, t.Of[0]) {
		return t.Of[0]
	}
	return ""
}

// isRegion tells parts of the world from waters, ports and lines.
func isRegion(name string) bool {
	_, region := hasSuffix(name, listed("region")...)
	return region
}

// partsOf splits 中亚-俄罗斯 into its two.
func (p *passage) partsOf(name string) []string {
	d := document{doc: p.doc, names: p.document.names, group: name}
	return d.meeting()
}

func added(list []string, name string) []string {
	if name == "" || contains(list, name) {
		return list
	}
	return append(list, name)
}

// inBrackets tells that start:end lies in the title 《…》 of a document.
func (p *passage) inBrackets(start, end int) bool {
	before := p.low[max(0, start-titleReach):start]
	open := strings.LastIndex(before, "《")
	if open < 0 || strings.Contains(before[open:], "》") {
		return false
	}
	return strings.Contains(p.low[end:min(len(p.low), end+titleReach)], "》")
}

func containsAny(s string, list ...string) (string, bool) {
	for _, w := range list {
		if strings.Contains(s, w) {
			return w, true
		}
	}
	return "", false
}
