// Command opencc writes the table of characters that text.Fold treats as one:
// traditional Chinese with simplified, and Unicode's compatibility forms with
// the usual ones.
//
// The Chinese part comes from OpenCC's TSCharacters (BYVoid/OpenCC, Apache
// License 2.0, as is this project). On Debian it is in the packages
// libopencc1.1 and libopencc-data, its reader in the package opencc. Of
// several simplified forms OpenCC's first is taken, so a character whose first
// form is itself (覆 藉 瞭) stays, and so does 著, which is two words in
// simplified text (著 and 着) and in no table of single characters. The other
// way round a rare standard character joins a common one (乾→干, 於→于): texts,
// words and queries are folded alike, so that adds a hit now and then and
// loses none. A table of phrases would need more than one character at a
// time, which the mapping of offsets in text.Folding rules out.
//
//	go run ./build/opencc                       # writes wasm/text/chars.tsv
//	go run ./build/opencc -in characters.txt    # from OpenCC's text form
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

func main() {
	in := flag.String("in", "/usr/share/opencc/TSCharacters.ocd2", "OpenCC's TSCharacters, .ocd2 or text")
	out := flag.String("out", "wasm/text/chars.tsv", "the table to write")
	flag.Parse()
	if err := run(*in, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(in, out string) error {
	source, err := read(in)
	if err != nil {
		return err
	}
	table, err := build(source)
	if err != nil {
		return fmt.Errorf("opencc: %s: %w", in, err)
	}
	if err := os.WriteFile(out, table, 0o644); err != nil {
		return fmt.Errorf("opencc: %w", err)
	}
	return nil
}

// read returns the dictionary in its text form. OpenCC's own tool unpacks the
// binary form: its marisa trie is not worth a second reader.
func read(in string) ([]byte, error) {
	if filepath.Ext(in) != ".ocd2" {
		return os.ReadFile(in)
	}
	dir, err := os.MkdirTemp("", "opencc")
	if err != nil {
		return nil, fmt.Errorf("opencc: %w", err)
	}
	defer os.RemoveAll(dir)
	plain := filepath.Join(dir, "characters.txt")
	cmd := exec.Command("opencc_dict", "-i", in, "-o", plain, "-f", "ocd2", "-t", "text")
	if msg, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("opencc: opencc_dict %s: %w: %s (Debian: apt-get install opencc)", in, err, msg)
	}
	return os.ReadFile(plain)
}
