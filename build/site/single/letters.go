package single

// letters writes bytes in base 91: 13 bits of them as two letters from "!" to
// "{", with "|" for "<", which could end the block they stand in. Base 64 would
// make the page an eighth larger, and more than it may weigh. The last bits are
// filled up with zeros.
func letters(data []byte) string {
	text := make([]byte, 0, (len(data)*8+12)/13*2)
	bits, count := 0, 0
	for _, b := range data {
		bits, count = bits<<8|int(b), count+8
		if count >= 13 {
			count -= 13
			text = append(text, letter((bits>>count)/91), letter((bits>>count)%91))
			bits &= 1<<count - 1
		}
	}
	if count > 0 {
		bits <<= 13 - count
		text = append(text, letter(bits/91), letter(bits%91))
	}
	return string(text)
}

func letter(value int) byte {
	if l := '!' + byte(value); l != '<' {
		return l
	}
	return '|'
}
