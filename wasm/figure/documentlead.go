package figure

import "slices"

// leadTimes is how often a text must name the country it is mainly about, and
// how much more often than any other.
const leadTimes = 2

// findLead finds the country that a text names far more often than any other,
// itself, by its cities or by its people: the one it is mainly about.
func (d *document) findLead() {
	times := map[string]int{}
	for _, p := range d.passages {
		for k := range p.mentions {
			m := &p.mentions[k]
			if name := d.countryOf(m); name != "" && m.kind != "refer" && !p.isPartOfName(m) && !p.isDateline(m) {
				times[name]++
			}
		}
	}
	best, second := "", 0
	for name, n := range times {
		switch {
		case best == "" || n > times[best] || n == times[best] && name < best:
			best, second = name, max(second, times[best])
		default:
			second = max(second, n)
		}
	}
	if times[best] >= leadTimes && times[best] >= leadTimes*second {
		d.lead = best
	}
}

// countryOf is the country that a mention names or lies in.
func (d *document) countryOf(m *mention) string {
	if m.kind == "country" || slices.Contains(listed("land"), m.name) {
		return m.name
	}
	if m.kind != "city" && m.kind != "person" {
		return ""
	}
	t, ok := d.names.LookupKind(m.name, m.kind)
	if !ok || len(t.Of) == 0 {
		return ""
	}
	if c, ok := d.names.LookupKind(t.Of[0], "country"); ok {
		return c.Name()
	}
	return ""
}
