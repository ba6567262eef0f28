package sitefile

import (
	"errors"
	"fmt"

	"fenghui/corpus/sha256"
)

// A pack is a prebuilt library as one file, a headed one: its body are the
// sections that the header lists, one after another. The texts are not in it: the
// program carries a few records, and the site has all others in a documents file
// beside the pack.
const packMagic = "FHPACK1\n"

type packHeader struct {
	InputHash string        `json:"inputHash"`
	Sections  []packSection `json:"parts"`
}

type packSection struct {
	Name   string `json:"name"`
	Size   int    `json:"size"`
	SHA256 string `json:"sha256"`
}

// ErrBadPack is the error for a pack that is cut short, changed, or of another
// kind.
var ErrBadPack = errors.New("sitefile: not a sound pack")

// Section is a part of a pack. Its format is the affair of who made it.
type Section struct {
	Name string
	Data []byte
}

// Names of sections.
const (
	Dictionary = "dictionary" // of the words that the texts and queries are cut into; a year has that of the first pack
	Segment    = "segment"    // of the index
	Figures    = "figures"    // a table of them
	Mentions   = "names"      // what the passages name
)

// EncodePack gives the bytes of a pack. The hash is that of its inputs.
func EncodePack(hash string, sections []Section) ([]byte, error) {
	header := packHeader{InputHash: hash}
	for _, s := range sections {
		header.Sections = append(header.Sections, packSection{s.Name, len(s.Data), sha256.Hex(s.Data)})
	}
	pack, err := appendHeader(packMagic, header)
	if err != nil {
		return nil, fmt.Errorf("sitefile: pack: %w", err)
	}
	for _, s := range sections {
		pack = append(pack, s.Data...)
	}
	return pack, nil
}

// DecodePack returns the data of the sections of a pack with that input hash, by
// name, each proved undamaged unless it is proved already: in a browser that takes
// longer than all the rest of opening a library. The error is an ErrBadPack.
func DecodePack(data []byte, hash string, proved bool) (map[string][]byte, error) {
	var header packHeader
	rest, err := readHeader(data, packMagic, &header)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrBadPack, err)
	}
	if header.InputHash != hash {
		return nil, fmt.Errorf("%w: it is of another library (%.12s, want %.12s)", ErrBadPack, header.InputHash, hash)
	}
	sections := map[string][]byte{}
	for _, s := range header.Sections {
		if s.Size < 0 || s.Size > len(rest) {
			return nil, fmt.Errorf("%w: section %s is cut short", ErrBadPack, s.Name)
		}
		data := rest[:s.Size:s.Size]
		if !proved && sha256.Hex(data) != s.SHA256 {
			return nil, fmt.Errorf("%w: section %s is damaged", ErrBadPack, s.Name)
		}
		sections[s.Name], rest = data, rest[s.Size:]
	}
	return sections, nil
}
