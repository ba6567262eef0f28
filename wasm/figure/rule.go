package figure

// rule says one thing of a figure. Of a stage's rules the first that fits is
// used.
type rule struct {
	name string // a key of data/rules.tsv, or the rule is not told as a reason

	// fits tells whether the rule is to be used. It may note what it found for
	// make: the words it rests on in step, a time in when. Anything in the Figure
	// it may set only when it holds: what one rule tried, the next must not see.
	fits func(r *reading) bool

	// make sets what the rule says. It cannot refuse any more.
	make func(r *reading)
}

// stage is a list of rules about one matter.
type stage struct {
	name  string
	rules []rule
}

// stages are gone through in this order for every quantity. A quantity that
// the first one drops is not looked at further. Each builds on those before it:
// whether something moved decides its bound, its time its status, and the status
// whether a time is inherited.
var stages = []stage{
	{"figure or not", selectRules},
	{"kind", kindRules},
	{"currency", currencyRules},
	{"counted", countedRules},
	{"change", changeRules},
	{"sign", signRules},
	{"multiple", multipleRules},
	{"bound", boundRules},
	{"per", perRules},
	{"time", periodRules},
	{"status", statusRules},
	{"inherited time", inheritRules},
	{"speech", speechRules},
	{"measure", measureRules},
	{"parties", partyRules},
	{"scope", scopeRules},
	{"indicator", indicatorRules},
}

// apply goes through the rules of a stage.
func (s stage) apply(r *reading) {
	for i := range s.rules {
		rule := &s.rules[i]
		r.step = Step{}
		if rule.fits(r) {
			r.step.Rule = rule.name
			rule.make(r)
			if r.p.trace != nil {
				r.p.trace(rule.name)
			}
			if _, told := labels()[rule.name]; told {
				r.Why = append(r.Why, r.step)
			}
			return
		}
	}
}

func always(*reading) bool { return true }
