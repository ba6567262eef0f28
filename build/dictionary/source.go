package dictionary

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"fenghui/wasm/text"
)

const (
	sourceModule = "github.com/go-ego/gse"
	sourceFile   = "data/dict/zh/s_1.txt"
	sourceHash   = "2b3063ec552327520bee3c0c5819d6e131ab3db50a60b94641ec90f611c24bcd" // SHA-256, gse v0.80.3
)

// sourceWords reads gse's dictionary, checks that it is the known one, and
// returns the words of at least the frequency cut.
func sourceWords(cut int) ([]text.Word, error) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", sourceModule).Output()
	if err != nil {
		return nil, fmt.Errorf("dictionary: go list %s: %w", sourceModule, err)
	}
	file := filepath.Join(strings.TrimSpace(string(dir)), filepath.FromSlash(sourceFile))
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("dictionary: %w (go mod download %s fetches it)", err, sourceModule)
	}
	sum := sha256.Sum256(data)
	if got := hex.EncodeToString(sum[:]); got != sourceHash {
		return nil, fmt.Errorf("dictionary: %s of %s has SHA-256 %s, want %s", sourceFile, sourceModule, got, sourceHash)
	}
	return parseSource(data, cut)
}

// parseSource reads lines of a word, its frequency and its part of speech.
func parseSource(data []byte, cut int) ([]text.Word, error) {
	var words []text.Word
	lines := bufio.NewScanner(bytes.NewReader(data))
	for number := 1; lines.Scan(); number++ {
		fields := strings.Fields(lines.Text())
		if len(fields) < 2 {
			return nil, fmt.Errorf("dictionary: %s:%d: no word and frequency: %q", sourceFile, number, lines.Text())
		}
		frequency, err := strconv.ParseUint(fields[1], 10, 32)
		if err != nil {
			return nil, fmt.Errorf("dictionary: %s:%d: %w", sourceFile, number, err)
		}
		if frequency >= uint64(cut) && isDivisible(fields[0]) {
			words = append(words, text.Word{Text: fields[0], Frequency: frequency})
		}
	}
	return words, lines.Err()
}

// isDivisible reports whether word is made of characters that are indexed in
// pairs, too. Only such words may be one term: the 4s in 4s店 or the union in
// European Union could otherwise not be found alone.
func isDivisible(word string) bool {
	return word != "" && strings.IndexFunc(text.Fold(word), func(r rune) bool { return !text.IsIdeograph(r) }) < 0
}
