package corpus

import "fmt"

// UnknownNames lists the people, places and organisations of a document's
// metadata that the glossary does not know, each with what it is: a search in
// another language cannot find them.
func (g *Glossary) UnknownNames(d *Document) []string {
	var unknown []string
	check := func(what, name string, kinds ...string) {
		if _, ok := g.LookupKind(name, kinds...); name != "" && !ok {
			unknown = append(unknown, fmt.Sprintf("%s %q", what, name))
		}
	}
	check("organisation", d.Summit.Organisation, "organisation", "format", "corridor")
	check("city", d.Summit.City, "city")
	check("country", d.Summit.Country, "country")
	check("host", d.Summit.Host, "person")
	check("speaker", d.Speaker, "person")
	for _, p := range d.Participants {
		check("participant", p.Name, "person")
	}
	return unknown
}
