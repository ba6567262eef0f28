package figure

// Cues are the words that name the measure, as the text has them.
func (m *Measure) Cues() []string { return m.cues }

// Fits reports whether the measure is told in figures of a kind.
func (m *Measure) Fits(kind string) bool { return m.kinds[kind] }
