package lint

import (
	"strings"

	"fenghui/corpus"
)

// front reports what the front matter leaves out. What a record cannot do
// without at all is an error of reading it already.
func (c *checker) front() {
	d := c.doc
	missing := func(key, value string) {
		if value == "" {
			c.found(0, "front", "front matter: no %s", key)
		}
	}
	if d.Category != "background" {
		if !strings.Contains(d.Summit.Format, "视频") { // who meets on screens meets in no city
			missing("city", d.Summit.City)
			missing("country", d.Summit.Country)
		}
		if len(d.Participants) == 0 {
			c.found(0, "front", "front matter: no participants")
		}
	}
	if len(d.Topics) == 0 {
		c.found(0, "front", "front matter: no topics")
	}
	if d.Category == "" || d.Category == "summit" {
		missing("format", d.Summit.Format)
	}
	c.sources()
}

// sources reports what a reader could not look up. Agencies take articles
// down, so a source without an address is only a hint.
func (c *checker) sources() {
	all := []corpus.Source{c.doc.Source}
	for _, r := range c.doc.Sources {
		if r.Source != c.doc.Source {
			all = append(all, r.Source)
		}
	}
	for _, s := range all {
		if s.Link == "" {
			c.hint(0, "front", "%s has no address", s.Name)
		}
		if s.Date == "" {
			c.hint(0, "front", "%s has no date", s.Name)
		}
	}
}

// namesKnown reports the names that no search in another language could find.
func (c *checker) namesKnown() {
	for _, name := range c.names.UnknownNames(c.doc) {
		c.found(0, "name", "%s is not in the glossary, corpus/glossary.tsv", name)
	}
	for _, e := range c.doc.Expected {
		c.partiesKnown(e)
	}
}

// partiesKnown reports parties of the list that the glossary has not.
func (c *checker) partiesKnown(e corpus.Expected) {
	for _, answer := range strings.Split(e.Parties, "或") {
		for _, name := range strings.Split(answer, "、") {
			name = strings.TrimSpace(name)
			if _, ok := c.names.Lookup(name); !ok && name != nobody && name != "全球" {
				c.found(e.Line, "name", "party %q is not in the glossary", name)
			}
		}
	}
}
