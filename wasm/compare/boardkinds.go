package compare

// isJoint tells what each has for itself, and several are told of together: their
// output, their people.
func (l *library) isJoint(i *item) bool {
	return len(i.f.Parties) > 1 && (field(i.measureID()) == "gdp" || i.measureID() == "people.population")
}

// isForeign tells the trade of one with all the world.
func (i *item) isForeign() bool {
	return len(i.f.Parties) == 1 && i.f.Scope != "within" && field(i.measureID()) == "trade" && !ofShares(i.measure)
}

// isLine tells routes, firms and programmes from countries and groups of them.
func (l *library) isLine(party string) bool {
	t := l.term(party)
	return t != nil && (t.Kind == "corridor" || t.Kind == "company" || t.Kind == "programme")
}
