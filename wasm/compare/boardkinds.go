package compare

// isJoint reports whether a figure names several parties but measures something
// that each has for itself: output, people.
func (l *library) isJoint(i *item) bool {
	return len(i.f.Parties) > 1 && (field(i.measureID()) == "gdp" || i.measureID() == "people.population")
}

// isForeign reports whether a figure is the trade of one party with the whole
// world.
func (i *item) isForeign() bool {
	return len(i.f.Parties) == 1 && i.f.Scope != "within" && field(i.measureID()) == "trade" && !ofShares(i.measure)
}

// isLine reports whether a party is a route, a firm or a programme, not a
// country or a group of countries.
func (l *library) isLine(party string) bool {
	t := l.term(party)
	return t != nil && (t.Kind == "corridor" || t.Kind == "company" || t.Kind == "programme")
}
