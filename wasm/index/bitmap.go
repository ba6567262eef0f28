package index

import (
	"bytes"
	"encoding/binary"

	"github.com/RoaringBitmap/roaring/v2"
)

// Numbers of roaring's format.
const (
	roaringCookie   = 12347 // of the header that has a bit for "runs" for each container
	roaringMaxArray = 4096  // members of a container that is an array
)

// appendBitmap writes docs as a roaring bitmap. Most have a few passages in
// one container (65,536 passages have the same upper half of their numbers).
// For these it uses the short header, 9 bytes and not 16, which roaring itself
// writes only where there are runs but reads always.
func appendBitmap(out []byte, docs []uint32) []byte {
	first, last := docs[0], docs[len(docs)-1]
	runs := countRuns(docs)
	asRuns := 2+4*runs < 2*len(docs)
	if first>>16 != last>>16 || len(docs) > roaringMaxArray && !asRuns {
		return appendRoaring(out, docs)
	}
	out = binary.LittleEndian.AppendUint32(out, roaringCookie) // upper half: containers - 1
	if asRuns {
		out = append(out, 1)
	} else {
		out = append(out, 0)
	}
	out = binary.LittleEndian.AppendUint16(out, uint16(first>>16))
	out = binary.LittleEndian.AppendUint16(out, uint16(len(docs)-1))
	if asRuns {
		return appendRuns(out, docs, runs)
	}
	for _, d := range docs {
		out = binary.LittleEndian.AppendUint16(out, uint16(d))
	}
	return out
}

func countRuns(docs []uint32) int {
	runs := 1
	for i := 1; i < len(docs); i++ {
		if docs[i] != docs[i-1]+1 {
			runs++
		}
	}
	return runs
}

// appendRuns writes the number of runs, and the start and length - 1 of each.
func appendRuns(out []byte, docs []uint32, runs int) []byte {
	out = binary.LittleEndian.AppendUint16(out, uint16(runs))
	for i := 0; i < len(docs); {
		j := i + 1
		for j < len(docs) && docs[j] == docs[j-1]+1 {
			j++
		}
		out = binary.LittleEndian.AppendUint16(out, uint16(docs[i]))
		out = binary.LittleEndian.AppendUint16(out, uint16(j-i-1))
		i = j
	}
	return out
}

func appendRoaring(out []byte, docs []uint32) []byte {
	b := roaring.BitmapOf(docs...)
	b.RunOptimize()
	buf := bytes.NewBuffer(out)
	b.WriteTo(buf) // to memory: cannot fail
	return buf.Bytes()
}
