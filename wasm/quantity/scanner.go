package quantity

import (
	"slices"
	"sync"
)

// scanner reads a text line by line.
type scanner struct {
	*lexicon
	*room
	ref      Date
	calendar Calendar
	source   string
	found    []*reading

	plainUntil int // see takeThousands
	listUntil  int // likewise, of commas that are no thousands
	tornUntil  int // see mend
	steps      int // runes looked up and rules tried, for the test of linearity
}

// room is what a scanner works with, anew for each line. What is found does not
// point into it, so that one text after another is read in the same.
type room struct {
	line   line
	tokens []token
	match  match
	digits []byte // for arabic and numeral
	terms  []term // likewise
}

var rooms = sync.Pool{New: func() any { return new(room) }}

// idleTokens is how many words without a number are kept in wait for one: more
// than any rule looks back, and few enough that a megabyte of 年 takes no room.
const idleTokens = 64

// readLine adds the quantities of source[start:end].
func (s *scanner) readLine(start, end int) {
	s.line.reset(s.source[start:end], start)
	s.plainUntil, s.listUntil, s.tornUntil = 0, 0, 0
	s.tokens = s.tokens[:0]
	first := len(s.found)
	useful := false
	for i := s.line.bullet(); i < s.line.len(); {
		if r := s.line.folded[i]; !s.at(r).starts && r != '.' {
			s.finish(useful)
			useful = false
			i++
			continue
		}
		before := len(s.tokens)
		i = s.token(i)
		if len(s.tokens) == before {
			s.finish(useful)
			useful = false
		} else if s.tokens[len(s.tokens)-1].class.has(keys) {
			useful = true
		} else if !useful && len(s.tokens) == idleTokens {
			s.tokens = s.tokens[:0]
		}
	}
	s.finish(useful)
	s.carryUnit(first)
}

// finish applies the rules to a run of tokens that touch each other.
func (s *scanner) finish(useful bool) {
	if useful {
		tokens := s.tokens
		var present class
		for k := range tokens {
			present = present.or(tokens[k].class)
		}
		for k := range stages {
			tokens = s.apply(&stages[k], tokens, &present)
		}
		s.collect(tokens)
	}
	s.tokens = s.tokens[:0]
}

// token appends the token at rune i, if there is one, and returns the rune to
// go on with.
func (s *scanner) token(i int) int {
	if end := s.numericDate(i); end > i {
		return end
	}
	if c := s.unitsAt(i); !c.empty() {
		if t := s.longest(&s.line, i, c); t.end > i && !s.neverBehindGe(t) {
			return s.add(t)
		}
	}
	t := s.longest(&s.line, i, anyClass)
	if s.neverBehindGe(t) || t.end == i+1 && s.differs(i) {
		return i + 1
	}
	if s.sign(i).zero() && s.joins(i) {
		return s.add(token{class: isAnd, start: i, end: i + 1, words: t.words})
	}
	if t.class.has(isLunarDay) && s.behindMonth() == i {
		return s.startOfMonth(t)
	}
	if t.class.has(isAside) {
		if end := s.aside(t); end > i {
			return end
		}
	}
	n, end := s.numeral(i)
	switch {
	case n != nil && t.class.has(isCover) && (s.behind(i, isMoney) || s.behind(i, isFen)):
		return s.add(token{class: isNum, start: i, end: end, num: n})
	case t.end > i && t.class.has(isCover) && (n == nil || end <= t.end):
		s.nameNumber(t)
		return t.end
	case t.end > i && (n == nil || end < t.end || end == t.end && end > i+1):
		return s.add(t)
	case n != nil:
		return s.add(token{class: isNum, start: i, end: end, num: n})
	}
	return max(end, i+1)
}

// behind reports whether a token of class c touches i from the left. Behind money
// follows a sum, even 三角 and 八角, and behind 分之 a number, even before 身高.
func (s *scanner) behind(i int, c class) bool {
	k := len(s.tokens) - 1
	return k >= 0 && s.tokens[k].end == i && s.tokens[k].class.has(c)
}

// joins reports whether the 零 at i joins two units: 十二个月零5天, 五块零五分.
func (s *scanner) joins(i int) bool {
	k := len(s.tokens) - 1
	return k >= 0 && s.tokens[k].end == i && s.tokens[k].class.has(isUnit) && !s.tokens[k].class.has(isOclock) &&
		(isDigit(s.line.next(i+1)) || s.sign(i+1).role == digitRole || s.sign(i+1).role == placeRole)
}

func (s *scanner) add(t token) int {
	s.tokens = append(s.tokens, t)
	return t.end
}

// unitsAt returns the classes of units that the token before rune i lets
// follow.
func (s *scanner) unitsAt(i int) class {
	if len(s.tokens) == 0 {
		return class{}
	}
	switch last := &s.tokens[len(s.tokens)-1]; {
	case last.end != i:
		return class{}
	case last.class.has(numberLike):
		return unitWords
	case last.class.has(isGe):
		return unitsBehindGe
	case last.class.has(isMoney):
		return isMoney
	}
	return class{}
}

// neverBehindGe reports whether t is a unit of one character behind 个. People say
// 三个月 and 三个平方, but never 三个天: what follows is another word then
// (三个天然气项目, 两个角色, 五个元素).
func (s *scanner) neverBehindGe(t token) bool {
	k := len(s.tokens) - 1
	return t.end == t.start+1 && k >= 0 && s.tokens[k].end == t.start && s.tokens[k].class.has(isGe) &&
		t.class.has(unitsBehindGe) && !t.class.has(behindGe)
}

// longest counts the runes that lexicon.longest looks at.
func (s *scanner) longest(l *line, i int, want class) token {
	t := s.lexicon.longest(l, i, want)
	s.steps += t.end - t.start + 1
	return t
}

// sign returns what the rune at i does in numbers.
func (s *scanner) sign(i int) sign {
	return s.tree.sign(s.line.rune(i))
}

// isMore reports whether 多, 余 or 来 stands at i and belongs to no other word.
func (s *scanner) isMore(i int) bool {
	r := s.line.next(i)
	if r == 0 && s.line.rune(i) != '来' && isDigit(s.line.rune(i-1)) && s.unitAt(i+1) {
		r = s.line.rune(i) // 50 多个领域
	}
	switch r {
	case '多', '余', '来':
		return !s.differs(i) && s.longest(&s.line, i, isMoreWord).end > i
	}
	return false
}

// comparedReach is how many runes before a difference 比 stands at most.
const comparedReach = 20

// differs reports whether the 多 at i says by how much something is more, and not
// that the number before it is exceeded: 比去年的30亿多出5亿, 比300万吨多20万吨.
func (s *scanner) differs(i int) bool {
	l := &s.line
	if l.rune(i) != '多' {
		return false
	}
	switch l.rune(i + 1) {
	case '出', '了':
	default:
		if !isDigit(l.rune(i+1)) && s.sign(i+1).role != digitRole {
			return false
		}
	}
	for k := i - 1; k >= max(0, i-comparedReach); k-- {
		switch l.rune(k) {
		case '比', '较':
			return true
		case ',', '，', '。', ';', '；', '、':
			return false
		}
	}
	return false
}

// unitAt reports whether a unit or a counting word stands at i.
func (s *scanner) unitAt(i int) bool {
	return s.longest(&s.line, i, unitWords).end > i
}

// longestIs reports whether a word of class c stands at i.
func (s *scanner) longestIs(i int, c class) bool {
	return s.longest(&s.line, i, c).end > i
}

// timeUnit reports whether 年, 月, 日 or 号 stands at i.
func (s *scanner) timeUnit(i int) bool {
	return slices.Contains([]rune{'年', '月', '日', '号'}, s.line.next(i))
}

// text returns what stands at runes start:end in the source.
func (s *scanner) text(start, end int) string {
	if start >= end {
		return ""
	}
	sp := s.line.span(start, end)
	return s.source[sp.Start:sp.End]
}
