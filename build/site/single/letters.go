package single

import (
	"encoding/binary"
	"slices"
)

// letters writes bytes in base 85: four of them as five letters from "!" on,
// with "v" for "<", which could end the block they stand in. Base 64 would make
// the page a sixteenth larger, and more than it may weigh. The last four are
// filled up with zeros.
func letters(data []byte) string {
	data = append(slices.Clone(data), make([]byte, (4-len(data)%4)%4)...)
	text := make([]byte, 0, len(data)/4*5)
	for ; len(data) > 0; data = data[4:] {
		var five [5]byte
		n := binary.BigEndian.Uint32(data)
		for i := 4; i >= 0; i-- {
			five[i] = '!' + byte(n%85)
			if five[i] == '<' {
				five[i] = 'v'
			}
			n /= 85
		}
		text = append(text, five[:]...)
	}
	return string(text)
}
