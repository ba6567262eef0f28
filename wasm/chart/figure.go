package chart

import (
	"strconv"
	"strings"

	"fenghui/wasm/compare"
	"fenghui/wasm/scene"
)

// sourcesNamed is how many documents the source line names.
const sourcesNamed = 5

// figure puts a drawing between its title and its source.
func (o Options) figure(title string, p *plot, shown []compare.Member, notes []string) scene.Node {
	class := "chart chart-wide"
	if o.width() == Narrow {
		class = "chart chart-narrow"
	}
	children := []scene.Node{scene.El("figcaption", "chart-title", scene.Text(title))}
	if drawing, ok := p.draw(title, o.tellAll(shown)); ok {
		children = append(children, drawing)
	} else {
		notes = append([]string{o.say("nothing")}, notes...)
	}
	if len(notes) > 0 {
		var items []scene.Node
		for _, n := range notes {
			items = append(items, scene.El("li", "", scene.Text(n)))
		}
		children = append(children, scene.El("ul", "chart-notes", items...))
	}
	if source := o.source(shown); source != "" {
		children = append(children, scene.El("p", "chart-source", scene.Text(source)))
	}
	return scene.El("figure", class, children...)
}

// tellAll is the drawing in words: the same as its table has.
func (o Options) tellAll(shown []compare.Member) string {
	var list []string
	for _, m := range shown {
		said := o.in(m.Label) + o.say("colon") + o.in(m.Told)
		if meta := o.meta(&m); meta != "" {
			said += o.say("open") + meta + o.say("close")
		}
		list = append(list, said)
	}
	return strings.Join(list, o.say("semicolon"))
}

// meta is what is said beside a label: the time, and that it is no told fact.
func (o Options) meta(m *compare.Member) string {
	var parts []string
	if t := o.period(m.Period); t != "" {
		parts = append(parts, t)
	}
	if status := o.status(m); status != "" {
		parts = append(parts, status)
	}
	return strings.Join(parts, " · ")
}

func (o Options) period(iso string) string {
	if iso == "" {
		return ""
	}
	return o.in(compare.TellPeriod(iso))
}

// status names what is not a told fact.
func (o Options) status(m *compare.Member) string {
	switch {
	case m.Derived:
		return o.say("derived")
	case !m.Ahead:
		return ""
	case words[m.Status] != (compare.Words{}):
		return o.say(m.Status)
	}
	return o.say("plan")
}

// source names the documents of what is shown.
func (o Options) source(shown []compare.Member) string {
	var titles []string
	seen := map[int]bool{}
	for _, m := range shown {
		if m.Document < 0 || m.Document >= len(o.Documents) || o.Documents[m.Document] == "" || seen[m.Document] {
			continue
		}
		seen[m.Document] = true
		titles = append(titles, o.say("title", o.Documents[m.Document]))
	}
	if len(titles) == 0 {
		return ""
	}
	more := ""
	if n := len(titles); n > sourcesNamed {
		titles, more = titles[:sourcesNamed], o.say("more", strconv.Itoa(n))
	}
	return o.say("source") + strings.Join(titles, o.say("list")) + more
}
