package sitefile

import (
	"bytes"
	"errors"
	"testing"
)

func FuzzDecodePack(f *testing.F) {
	pack, err := EncodePack("h", []Section{{"dictionary", []byte("d")}, {"segment", []byte("s")}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(pack)
	f.Add([]byte(packMagic))
	f.Fuzz(func(t *testing.T, data []byte) {
		parts, err := DecodePack(data, "h", false)
		if err != nil && !errors.Is(err, ErrBadPack) {
			t.Errorf("error of another kind: %v", err)
		}
		for name, part := range parts {
			if err == nil && !bytes.Contains(data, part) {
				t.Errorf("section %s is not from the pack", name)
			}
		}
	})
}
