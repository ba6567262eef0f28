package figure

// scopeRules tell trade within a group from that of a member with the group
// and from that between two sides.
var scopeRules = []rule{
	{"scope.within", isWithin, func(r *reading) { r.Scope = "within" }},
	{"scope.toward", func(r *reading) bool { return len(r.Parties) >= 2 && r.form() == "toward" }, towardScope},
	{"scope.between", func(r *reading) bool { return len(r.Parties) >= 2 }, func(r *reading) { r.Scope = "between" }},
	{"scope.none", always, func(*reading) {}},
}

func isWithin(r *reading) bool {
	if r.form() != "between" || len(r.Parties) != 1 || r.isCountry(r.Parties[0]) || r.isLine(r.Parties[0]) {
		return false
	}
	clause := r.p.simple[r.clause.Start:r.clause.End]
	_, abroad := containsAny(clause, "对外贸易", "外贸")
	_, summed := containsAny(r.left, listed("summed")...)
	_, among := containsAny(clause, "之间", "相互", "彼此", "内", "间的")
	return !abroad && (!summed || among)
}

// towardScope puts the one who invests, sells or takes in first: 俄罗斯对哈投资,
// 来自日本的投资, 自丹麦进口.
func towardScope(r *reading) {
	r.Scope = "toward"
	s := r.p.simple[r.sentence.Start:r.clause.End]
	for _, m := range r.p.mentionsIn(r.sentence.Start, r.clause.End) {
		_, to := hasSuffix(s[:m.start-r.sentence.Start], "对", "向", "在", "至", "到")
		if _, source := hasSuffix(s[:m.start-r.sentence.Start], "自", "从"); source && r.Measure == "trade.import" && m.start >= r.clause.Start {
			to = true
		}
		if to && len(r.Parties) == 2 && r.Parties[0] == m.name {
			r.Parties = []string{r.Parties[1], r.Parties[0]}
		}
	}
}
