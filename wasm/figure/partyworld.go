package figure

func partiesWorld(r *reading) bool {
	if r.Kind == "rank" || r.Kind == "anniversary" { // 居世界第三 compares with the world
		return false
	}
	return r.worldIn(r.sentence.Start, r.sentence.End)
}

// worldIn takes the world where it is told of, not where something is a part
// of it.
func (r *reading) worldIn(from, to int) bool {
	for _, m := range r.p.mentionsIn(from, to) {
		if m.value == "world" && !r.p.isNoParty(&m) {
			r.Parties = m.names
			return true
		}
	}
	return false
}

// wholeWorld is the party of what is told of all.
const wholeWorld = "全球"
