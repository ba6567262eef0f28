package figure

import (
	"slices"
	"strings"
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
			if isMedia(m.name) { // 《…时报》 is a paper
				continue
			}
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
	firm, ok := hasPrefix(p.simple[m.end:], "企业", "公司", "财团", "投资者")
	_, builds := hasPrefix(p.simple[m.end+len(firm):], listed("builds")...)
	return ok && builds
}

func (g *gathered) take(p *passage, m *mention) {
	if members := p.members(m); len(members) > 1 {
		g.add(members...)
		return
	}
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
	case isContinent(m.name) && p.actsOn(m):
		g.add(m.name)
	case isContinent(m.name) && m.value != "short" || m.kind == "programme" || m.kind == "company":
		g.wide = added(g.wide, m.name)
	default:
		g.add(m.names...)
	}
}

// actsOn: of 欧洲对某国的投资 the continent is a side.
func (p *passage) actsOn(m *mention) bool {
	_, toward := hasPrefix(p.simple[m.end:], "对", "企业对", "国家对", "与", "同")
	return toward
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
	if p.home != "" || !ok || len(t.Of) == 0 || isRegion(m.name) || isContinent(m.name) || strings.HasSuffix(p.simple[:m.start], "首都") {
		return false
	}
	if len(p.topics) == 0 {
		return true
	}
	topic := p.topicAt(m.start)
	return !slices.Contains(topic, t.Of[0]) && (t.Kind == "city" || slices.Contains(topic, m.name))
}

// isBody reports whether a name is that of a ministry, a centre or the like,
// and not of an organisation of states.
func isBody(name string) bool {
	_, body := hasSuffix(name, listed("body")...)
	return body
}

// isMedia reports whether a name is that of a publisher of news.
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

// isRegion reports whether a name is that of a part of the world, and not of
// waters, a port or a line.
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
	if name == "" || slices.Contains(list, name) {
		return list
	}
	return append(list, name)
}

// inBrackets reports whether start:end lies in the title 《…》 of a document.
func (p *passage) inBrackets(start, end int) bool {
	before := p.simple[max(0, start-titleReach):start]
	open := strings.LastIndex(before, "《")
	if open < 0 || strings.Contains(before[open:], "》") {
		return false
	}
	return strings.Contains(p.simple[end:min(len(p.simple), end+titleReach)], "》")
}
