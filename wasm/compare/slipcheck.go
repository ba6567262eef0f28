package compare

import (
	"math"
	"strconv"
)

// slipChecks finds what two reports of a month tell of one measure and the same
// parties with numbers that are alike but for 千 or 万: one of them has most
// likely lost it.
func (l *library) slipChecks() []Check {
	told := map[bucketKey][]*item{}
	doubted := map[*item]bool{} // one doubt, however many reports tell the other number
	var list []Check
	for _, i := range l.items {
		l.yield()
		if i.value == nil || i.f.Kind != "count" || i.measureID() == "" || len(i.f.Parties) == 0 || i.derived {
			continue
		}
		key := bucketKey{measure: i.measureID(), unit: i.f.Unit, parties: partyKey(i.f), document: -1}
		for _, o := range told[key] {
			if !doubted[o] && o.ref.Document != i.ref.Document && o.beside(i) && lostThousand(o, i) {
				times := strconv.Itoa(int(math.Round(max(o.size, i.size) / min(o.size, i.size))))
				list = append(list, l.check(Suspect, "suspect.slip", []*item{o, i}, fill{"first", l.tell(o)}, fill{"last", l.tell(i)}, fill{"times", both(times)}))
				doubted[o], doubted[i] = true, true
				break
			}
		}
		if len(told[key]) < itemsBacked {
			told[key] = append(told[key], i)
		}
	}
	return list
}

// lostThousand reports whether one of two amounts is exactly a thousand or ten
// thousand times the other.
func lostThousand(a, b *item) bool {
	if !slip(a, b) {
		return false
	}
	power := math.Round(math.Log10(max(a.size, b.size) / min(a.size, b.size)))
	return power == 3 || power == 4
}
