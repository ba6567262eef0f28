package sitefile

import (
	"bytes"
	"errors"
	"testing"
)

func TestASectionThatIsDamagedOrOfNoSizeIsRefused(t *testing.T) {
	pack, err := EncodePack("h", []Section{{Dictionary, []byte("d")}, {Segment, []byte("s")}})
	if err != nil {
		t.Fatal(err)
	}
	damaged := append(bytes.Clone(pack[:len(pack)-1]), 'x')
	if _, err := DecodePack(damaged, "h", false); !errors.Is(err, ErrBadPack) {
		t.Errorf("not proved: %v", err)
	}
	if sections, err := DecodePack(damaged, "h", true); err != nil || string(sections[Segment]) != "x" {
		t.Errorf("proved before: %q, %v", sections, err)
	}
	below, err := appendHeader(packMagic, packHeader{InputHash: "h", Sections: []packSection{{Name: Segment, Size: -1}}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := DecodePack(below, "h", true); !errors.Is(err, ErrBadPack) {
		t.Errorf("a size below nothing: %v", err)
	}
}

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
