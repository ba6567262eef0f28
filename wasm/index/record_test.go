package index

import (
	"bytes"
	"slices"
	"testing"
)

func TestFrequenciesAreWrittenAsTheFormatSays(t *testing.T) {
	docs, frequencies := []uint32{3, 7, 9}, []uint32{1, 2, 5}
	record := appendFrequencies(nil, docs, frequencies)
	if want := []byte{14, 5, 2}; !bytes.Equal(record, want) {
		t.Errorf("written as %v, not %v", record, want)
	}
	read := make([]uint32, len(docs))
	reader := frequencyReader{rest: record}
	if reader.fill(read, docs); !slices.Equal(read, frequencies) {
		t.Errorf("read back as %v", read)
	}
}
