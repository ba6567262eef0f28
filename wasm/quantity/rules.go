package quantity

// stage is a list of rules that are tried together, in order: of those that
// fit at a place the first one is used.
type stage struct {
	name  string
	rules []rule
	again bool // what came out may be taken up by the same stage once more
}

// stages are applied one after the other, from numbers to whole expressions.
var stages = []stage{
	{name: "numbers", rules: compile(numberRules)},
	{name: "years", rules: compile(yearRules)},
	{name: "months", rules: compile(monthRules)},
	{name: "days", rules: compile(dayRules)},
	{name: "clock", rules: compile(clockRules)},
	{name: "durations", rules: compile(durationRules)},
	{name: "joined durations", rules: compile(joinedRules), again: true},
	{name: "time ranges", rules: compile(timeRangeRules)},
	{name: "counted times", rules: compile(countedRules)},
	{name: "shares", rules: compile(shareRules)},
	{name: "measures", rules: compile(measureRules)},
	{name: "joined measures", rules: compile(compoundRules), again: true},
	{name: "ranges", rules: compile(rangeRules)},
	{name: "bare numbers", rules: compile(bareRules)},
	{name: "bounds", rules: compile(boundRules), again: true},
	{name: "pairs of bounds", rules: compile(pairRules)},
}
