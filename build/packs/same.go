package packs

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"fenghui/build/export"
	"fenghui/wasm/index"
	"fenghui/wasm/library/sitefile"
)

// Same compares two folders of packs: the documents, rows and contents byte
// for byte, dictionaries and tables of figures too, and segments by what they
// say, whatever their bytes. The error names the first difference.
func Same(a, b string) error {
	contents, err := ReadContents(a)
	if err != nil {
		return err
	}
	if err := sameFile(a, b, contentsFile); err != nil {
		return err
	}
	for _, pack := range contents.Packs {
		for _, name := range []string{documentsFile, export.PassagesFile, export.FiguresFile} {
			if err := sameFile(a, b, filepath.Join(pack.Name, name)); err != nil {
				return err
			}
		}
		if err := samePack(filepath.Join(a, pack.Name, packFile), filepath.Join(b, pack.Name, packFile), pack.Hash); err != nil {
			return fmt.Errorf("packs: %s: %w", pack.Name, err)
		}
	}
	return nil
}

func sameFile(a, b, name string) error {
	one, err := os.ReadFile(filepath.Join(a, name))
	if err != nil {
		return fmt.Errorf("packs: %w", err)
	}
	other, err := os.ReadFile(filepath.Join(b, name))
	if err != nil {
		return fmt.Errorf("packs: %w", err)
	}
	if at := differAt(one, other); at >= 0 {
		return fmt.Errorf("packs: %s differs from byte %d on:\n%s\n%s", name, at, around(one, at), around(other, at))
	}
	return nil
}

// differAt is the first place where two texts differ; -1 when they do not.
func differAt(a, b []byte) int {
	if bytes.Equal(a, b) {
		return -1
	}
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}

func around(text []byte, at int) []byte {
	return bytes.ToValidUTF8(text[max(0, at-60):min(len(text), at+60)], nil)
}

func samePack(a, b, hash string) error {
	one, err := unpack(a, hash)
	if err != nil {
		return err
	}
	other, err := unpack(b, hash)
	if err != nil {
		return err
	}
	for _, name := range []string{sitefile.Dictionary, sitefile.Figures, sitefile.Mentions} {
		if !bytes.Equal(one[name], other[name]) {
			return fmt.Errorf("%s differs", name)
		}
	}
	first, err := dumpSum(one[sitefile.Segment])
	if err != nil {
		return err
	}
	second, err := dumpSum(other[sitefile.Segment])
	if err != nil {
		return err
	}
	if !slices.Equal(first, second) {
		return fmt.Errorf("the segments say different things")
	}
	return nil
}

func unpack(file, hash string) (map[string][]byte, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return sitefile.DecodePack(data, hash, false)
}

// dumpSum is a hash of what a segment says.
func dumpSum(data []byte) ([]byte, error) {
	segment, err := index.Open(data)
	if err != nil {
		return nil, err
	}
	h := sha256.New()
	if err := segment.Dump(h); err != nil {
		return nil, err
	}
	return h.Sum(nil), nil
}
