package corpus

import "strings"

// page is a web page being read.
type page struct {
	plainLines
	articles int    // open <article> and <main>
	verses   int    // open <pre>: line breaks count
	hidden   string // name of the element being left out
	level    int    // how many of that name are open
	naming   bool   // within <title>
	links    int    // open <a>
	about    struct{ title, shared, date, source, link string }
}

// Elements that a reader sees nothing of or that are no part of an article,
// elements that stand on lines of their own, and elements without content.
const (
	hiddenElements = " head script style noscript template textarea iframe noembed noframes xmp svg math canvas nav footer aside form button select object audio video dialog "
	lineElements   = " p div section article main header h1 h2 h3 h4 h5 h6 ul ol li dl dt dd thead tbody caption blockquote figure figcaption address pre hr br body html "
	emptyElements  = " img br hr input meta link wbr source area base col embed param track "
)

const longestTitle = 2000 // bytes, and a piece of text

func plainPage(markup string) string {
	p := &page{}
	eachToken(markup, p.text, p.element)
	p.end()
	return p.header() + join(p.body())
}

func (p *page) text(s string) {
	switch {
	case p.naming:
		if len(p.about.title) < longestTitle { // one without an end takes in all the rest, piece by piece
			p.about.title += s
		}
	case p.hidden != "":
	case p.verses > 0:
		for i, line := range strings.Split(s, "\n") {
			if i > 0 {
				p.end()
			}
			p.current.WriteString(line)
		}
	default:
		p.current.WriteString(s)
		if p.links > 0 {
			p.now.linked += len(strings.TrimSpace(s))
		}
	}
}

func (p *page) element(t tag) {
	p.ofItself(t)
	switch {
	case p.hidden != "":
		p.leaveHidden(t)
	case !t.end && !t.selfEnd && p.isHidden(t):
		p.hidden, p.level = t.name, 1
	case t.name == "a":
		p.links = max(p.links+step(t), 0)
	case isOneOf(" table tr td th ", t.name):
		p.table(t.name, t)
	case isOneOf(lineElements, t.name):
		p.end()
		p.line(t)
	}
}

// step is how an element changes the number of its kind that are open.
func step(t tag) int {
	if t.end {
		return -1
	}
	return 1
}

// leaveHidden counts, so that an element within one of its name does not end
// it. A body ends whatever is open, since heads may go without an end.
func (p *page) leaveHidden(t tag) {
	switch {
	case t.name == "body":
		p.level = 0
	case t.name != p.hidden || t.selfEnd:
	case t.end:
		p.level--
	default:
		p.level++
	}
	if p.level == 0 {
		p.hidden = ""
	}
}

func (p *page) isHidden(t tag) bool {
	switch {
	case isOneOf(emptyElements, t.name):
		return false
	case isOneOf(hiddenElements, t.name), t.name == "header" && p.articles == 0:
		return true
	case t.attributes == "":
		return false
	}
	style := strings.ToLower(strings.ReplaceAll(t.attribute("style"), " ", ""))
	return t.attribute("hidden") != "" || t.attribute("aria-hidden") == "true" || strings.Contains(style, "display:none")
}

// line begins a line, or ends what it was part of.
func (p *page) line(t tag) {
	switch t.name {
	case "article", "main":
		p.articles = max(p.articles+step(t), 0)
	case "pre":
		p.verses = max(p.verses+step(t), 0)
	case "h1":
		p.now.mark = "# "
	case "h2", "h3", "h4", "h5", "h6":
		p.now.mark = "## "
	}
	if p.now.main = p.articles > 0; t.end {
		p.now.mark = ""
	}
}

// ofItself takes what a page says of itself, wherever that stands.
func (p *page) ofItself(t tag) {
	switch t.name {
	case "title":
		p.naming = !t.end && p.about.title == "" && (p.hidden == "" || p.hidden == "head")
	case "meta":
		name := strings.ToLower(t.attribute("property") + t.attribute("name") + t.attribute("itemprop"))
		p.takeMeta(name, strings.TrimSpace(t.attribute("content")))
	case "link":
		if strings.EqualFold(t.attribute("rel"), "canonical") {
			p.takeMeta("og:url", t.attribute("href"))
		}
	case "time":
		p.takeMeta("date", t.attribute("datetime"))
	}
}

// metaNames are the names that the properties of pages go under.
var metaNames = map[string]string{
	"og:title": "title", "twitter:title": "title", "articletitle": "title", "og:site_name": "source", "contentsource": "source", "og:url": "link",
	"article:published_time": "date", "og:published_time": "date", "datepublished": "date", "date": "date", "pubdate": "date",
	"publishdate": "date", "publish_date": "date", "dc.date": "date", "dc.date.issued": "date", "publish_time": "date",
}

// takeMeta keeps the first of a kind that can be used.
func (p *page) takeMeta(name, value string) {
	field := map[string]*string{"title": &p.about.shared, "source": &p.about.source, "link": &p.about.link, "date": &p.about.date}[metaNames[name]]
	if field == nil || *field != "" || value == "" {
		return
	}
	if field == &p.about.date {
		value, _, _ = leadingDate(value)
	}
	if field == &p.about.link && !isLink(value) {
		return
	}
	*field = strings.Join(strings.Fields(value), " ")
}

// title is the first heading if the page calls itself so too, else what it
// calls itself, without the name of the site.
func (p *page) title() string {
	title := strings.Join(strings.Fields(p.about.title), " ")
	for _, l := range p.lines {
		if l.mark == "# " && (title == "" || strings.Contains(title, l.text)) {
			return l.text
		}
	}
	if p.about.shared != "" {
		return p.about.shared
	}
	for _, mark := range []string{"_", " - ", " – ", " — ", "|", "｜", "-"} {
		head, site, ok := strings.Cut(title, mark)
		if ok && columns(head, clauseRunes) >= clauseRunes && (mark != "-" || hasHan(site)) {
			return strings.TrimSpace(head)
		}
	}
	return title
}

// header is metadata as an article begins with it; the title stands there as a
// line too.
func (p *page) header() string {
	var b strings.Builder
	title := p.title()
	for _, pair := range [][2]string{{"title: ", title}, {"date: ", p.about.date}, {"source: ", p.about.source}, {"url: ", p.about.link}} {
		if pair[1] != "" {
			b.WriteString(pair[0] + pair[1] + "\n")
		}
	}
	if title != "" {
		b.WriteString("# " + title + "\n")
	}
	return b.String()
}

// body is the article if the page says which part that is, else all of it but
// what stands beside it; without the line that is the title already.
func (p *page) body() []plainLine {
	var main []plainLine
	inMain, inAll := 0, 0
	for _, l := range p.lines {
		inAll += len(l.text)
		if l.main {
			inMain += len(l.text)
			main = append(main, l)
		}
	}
	if 4*inMain < inAll {
		main = p.lines
	}
	dropNavigation(main, p.title())
	return main
}
