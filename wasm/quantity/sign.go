package quantity

import "fenghui/wasm/text"

// role says what a sign does in a number, see data/numerals.tsv.
type role uint8

const (
	noRole role = iota
	digitRole
	twoRole // 两
	tensRole
	placeRole
	fewRole
	pairRole
	romanRole
)

var roleNames = map[string]role{"digit": digitRole, "formal": digitRole, "two": twoRole, "tens": tensRole, "place": placeRole,
	"few": fewRole, "pair": pairRole, "roman": romanRole}

// sign is one character that numbers are written with: a digit of the value,
// or a place with that many zeros.
type sign struct {
	role   role
	value  int
	formal bool // 壹, a digit of cheques
}

func (s sign) zero() bool { return s.role == digitRole && s.value == 0 }

// readSigns reads data/numerals.tsv.
func (x *lexicon) readSigns() {
	for _, row := range rows("numerals.tsv") {
		for _, r := range row[0] {
			x.addSign(text.FoldRune(r), sign{roleNames[row[1]], number(row[2]), row[1] == "formal"})
		}
	}
}
