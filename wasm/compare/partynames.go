package compare

import "strings"

// nameOf is a party in both languages.
func (l *library) nameOf(party string) Words {
	t := l.term(party)
	if t == nil {
		return Words{party, party}
	}
	w := Words{party, party}
	if len(t.En) > 0 {
		w.En = t.En[0]
	}
	if t.Kind == "organisation" {
		w.En = "the " + w.En
	}
	if s := shortName(t.Zh); t.Kind == "organisation" && s != "" && len([]rune(party)) > 5 {
		w.Zh = s
	}
	return w
}

// shortName is the common short name of an organisation: 独联体, 上合组织. The
// second name of the glossary's row is the usual one.
func shortName(names []string) string {
	if len(names) < 2 {
		return ""
	}
	return names[1]
}

// namesOf joins parties: 哈萨克斯坦与日本.
func (l *library) namesOf(parties []string, scope string) Words {
	var zh, en []string
	for _, p := range parties {
		w := l.nameOf(p)
		zh, en = append(zh, w.Zh), append(en, w.En)
	}
	switch {
	case len(parties) == 2 && scope == "toward":
		return Words{zh[0] + "对" + zh[1], en[0] + " in " + en[1]}
	case len(parties) > 2:
		return Words{strings.Join(zh, "、"), strings.Join(en, ", ")}
	}
	return Words{strings.Join(zh, "与"), strings.Join(en, " and ")}
}
