package quantity

// stage is a list of rules that are tried together, in order: of those that
// fit at a place the first one is used.
type stage struct {
	name  string
	rules []rule
	again bool // what came out may be taken up by the same stage once more

	starts class // with which its rules begin
}

// stages are applied one after the other, from numbers to whole expressions.
var stages = []stage{
	stage{name: "numbers", rules: numberRules}.compile(),
	stage{name: "years", rules: yearRules}.compile(),
	stage{name: "months", rules: monthRules}.compile(),
	stage{name: "days", rules: dayRules}.compile(),
	stage{name: "clock", rules: clockRules}.compile(),
	stage{name: "durations", rules: durationRules}.compile(),
	stage{name: "joined durations", rules: joinedRules, again: true}.compile(),
	stage{name: "times by the moon", rules: lunarRules}.compile(),
	stage{name: "time ranges", rules: timeRangeRules}.compile(),
	stage{name: "counted times", rules: countedRules}.compile(),
	stage{name: "shares", rules: shareRules}.compile(),
	stage{name: "measures", rules: measureRules}.compile(),
	stage{name: "joined measures", rules: compoundRules, again: true}.compile(),
	stage{name: "ranges", rules: rangeRules}.compile(),
	stage{name: "bare numbers", rules: bareRules}.compile(),
	stage{name: "bounds", rules: boundRules, again: true}.compile(),
	stage{name: "pairs of bounds", rules: pairRules}.compile(),
}
