package figure

// runeSet is a set of runes, asked faster than a map. Those beyond the plane
// that Chinese is written in are all one to it.
type runeSet [1<<16/64 + 1]uint64

func (s *runeSet) add(r rune) {
	i := min(uint32(r), 1<<16)
	s[i/64] |= 1 << (i % 64)
}

func (s *runeSet) has(r rune) bool {
	i := min(uint32(r), 1<<16)
	return s[i/64]&(1<<(i%64)) != 0
}

// hasOf reports whether one of the runes of a text is in the set.
func (s *runeSet) hasOf(text string) bool {
	for _, r := range text {
		if s.has(r) {
			return true
		}
	}
	return false
}
