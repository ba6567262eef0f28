package quantity

import (
	"fmt"
	"math/bits"
	"strings"
)

// rule turns a sequence of tokens into one. pattern names the classes of the
// tokens, "a|b" for either, "a?" for one that may be missing. The tokens must
// touch each other.
//
// make looks at what matched and may still refuse. Then it must leave the tokens
// as they were, for the next rule. It may also give the last of them back to
// other rules; the token it returns replaces the rest.
type rule struct {
	name    string
	pattern string
	make    func(m *match) (token, bool)

	elements []element
	starts   class
	needs    []class // of the elements that may not be missing
}

type element struct {
	want     class
	optional bool
}

// What a match and the set of a stage's rules have room for.
const (
	maxElements = 9
	maxRules    = 64
)

// match is what a pattern matched: at holds a token for each element, nil for
// one that is missing.
type match struct {
	s        *scanner
	rule     *rule
	at       [maxElements]*token
	before   *token // the token that touches from the left, if any
	rest     []token
	start    int
	end      int
	consumed int
}

// compile reads the patterns of a stage. More of them than there is room for
// are a mistake in the program's own rules.
func (st stage) compile() stage {
	if len(st.rules) > maxRules {
		panic(fmt.Sprintf("quantity: %s: %d rules, at most %d", st.name, len(st.rules), maxRules))
	}
	for k := range st.rules {
		st.rules[k].compile()
		st.starts = st.starts.or(st.rules[k].starts)
	}
	return st
}

// compile reads the pattern of a rule.
func (r *rule) compile() {
	fields := strings.Fields(r.pattern)
	if len(fields) > maxElements {
		panic(fmt.Sprintf("quantity: %s: %d elements, at most %d", r.name, len(fields), maxElements))
	}
	leading := true
	for _, field := range fields {
		name, optional := strings.CutSuffix(field, "?")
		e := element{want: classes(name), optional: optional}
		r.elements = append(r.elements, e)
		if leading {
			r.starts = r.starts.or(e.want)
		}
		if !optional {
			r.needs = append(r.needs, e.want)
		}
		leading = leading && optional
	}
}

// apply goes over the tokens once. At each the first rule that fits replaces
// what it matched; what came out is looked at again only in stages that say so.
// present is the union of the classes of the tokens: most stages have nothing
// to do with most runs of tokens.
func (s *scanner) apply(st *stage, tokens []token, present *class) []token {
	possible := st.possible(*present)
	if possible == 0 {
		return tokens
	}
	out := tokens[:0]
	for i := 0; i < len(tokens); {
		t, n := s.applyAt(st, possible, tokens[i:], out)
		if n == 0 {
			if i != len(out) {
				out = append(out, tokens[i])
			} else {
				out = out[:i+1]
			}
			i++
			continue
		}
		*present = present.or(t.class)
		i += n
		if st.again && n > 1 {
			i--
			tokens[i] = t
			possible = st.possible(*present)
			continue
		}
		out = append(out, t)
	}
	return out
}

// possible returns a bit for each rule whose tokens are all present.
func (st *stage) possible(present class) uint64 {
	var set uint64
	for k := range st.rules {
		fits := true
		for _, c := range st.rules[k].needs {
			if !present.has(c) {
				fits = false
				break
			}
		}
		if fits {
			set |= 1 << k
		}
	}
	return set
}

// applyAt tries the rules at the first of tokens and returns what came out and
// how many tokens it replaces.
func (s *scanner) applyAt(st *stage, possible uint64, tokens, done []token) (token, int) {
	if !tokens[0].class.has(st.starts) {
		return token{}, 0
	}
	m := &s.match
	s.steps += bits.OnesCount64(possible)
	for left := possible; left != 0; left &= left - 1 {
		r := &st.rules[bits.TrailingZeros64(left)]
		if !tokens[0].class.has(r.starts) {
			continue
		}
		m.consumed = 0
		if !m.fill(r.elements, 0, tokens, tokens[0].start) {
			continue
		}
		clear(m.at[len(r.elements):])
		m.s, m.rule, m.start = s, r, tokens[0].start
		m.rest, m.before = tokens[m.consumed:], nil
		if len(done) > 0 && done[len(done)-1].end == tokens[0].start {
			m.before = &done[len(done)-1]
		}
		if t, ok := r.make(m); ok {
			return t, m.consumed
		}
	}
	return token{}, 0
}

// fill matches the elements from k on; one that may be missing is taken when
// that leads to a match.
func (m *match) fill(elements []element, k int, tokens []token, at int) bool {
	if k == len(elements) {
		m.end = at
		return m.consumed > 0
	}
	e := elements[k]
	if m.consumed < len(tokens) {
		if t := &tokens[m.consumed]; t.start == at && t.class.has(e.want) {
			m.at[k] = t
			m.consumed++
			if m.fill(elements, k+1, tokens, t.end) {
				return true
			}
			m.consumed--
		}
	}
	m.at[k] = nil
	return e.optional && m.fill(elements, k+1, tokens, at)
}

// giveBack leaves element k, the last one that matched, to other rules.
func (m *match) giveBack(k int) {
	m.end = m.at[k].start
	m.at[k] = nil
	m.consumed--
}

// next returns the token that touches from the right, n further on; nil when
// there is none.
func (m *match) next(n int) *token {
	end := m.end
	for k := range m.rest {
		if m.rest[k].start != end {
			return nil
		}
		if k == n {
			return &m.rest[k]
		}
		end = m.rest[k].end
	}
	return nil
}

// follows reports whether a token of class c touches from the right.
func (m *match) follows(c class) bool {
	t := m.next(0)
	return t != nil && t.class.has(c)
}

// says returns the word of element k for class c; one that says nothing when
// the element is missing.
func (m *match) says(k int, c class) *word { return m.at[k].says(c) }

// small returns the number of element k when it is whole and small.
func (m *match) small(k int) (int, bool) {
	if m.at[k] == nil || m.at[k].num == nil {
		return 0, false
	}
	return small(m.at[k].num.value)
}
