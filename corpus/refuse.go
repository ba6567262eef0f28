package corpus

import (
	"fmt"
	"strings"
	"unicode"
)

// MaxArticleBytes is the size beyond which a text is not read: no speech is
// that long, and a page must not freeze over a file dropped by mistake.
const MaxArticleBytes = 8 << 20

// Reasons a text is refused for.
const (
	Empty       = "empty"       // nothing to read in it
	Binary      = "binary"      // not text
	TooLarge    = "too-large"   // more than MaxArticleBytes
	Undecodable = "undecodable" // bytes in no encoding we know
	Malformed   = "format"      // a record that breaks the rules of records
)

// RefusedError says that a text was not taken in, and why.
type RefusedError struct {
	Name   string // of the file
	Reason string // one of the constants above
	Detail string // for people; may be empty
}

func (e *RefusedError) Error() string {
	if e.Detail == "" {
		return fmt.Sprintf("corpus: %s: refused: %s", e.Name, e.Reason)
	}
	return fmt.Sprintf("corpus: %s: refused: %s: %s", e.Name, e.Reason, e.Detail)
}

// CheckText says whether text can be read at all. The error is a
// *RefusedError.
func CheckText(name, text string) error {
	if len(text) > MaxArticleBytes {
		detail := fmt.Sprintf("%.1f MB, at most %d MB", float64(len(text))/(1<<20), MaxArticleBytes>>20)
		return &RefusedError{name, TooLarge, detail}
	}
	if strings.TrimFunc(text, isBlank) == "" {
		return &RefusedError{name, Empty, ""}
	}
	return checkBinary(name, text)
}

// checkBinary counts what does not occur in texts. A few stray signs are
// forgiven: a text damaged in one place can still be read.
func checkBinary(name, text string) error {
	var all, control, strange int
	for _, r := range text {
		all++
		switch {
		case r == 0:
			return &RefusedError{name, Binary, "zero bytes"}
		case unicode.IsControl(r) && !unicode.IsSpace(r):
			control++
		case r == unicode.ReplacementChar || unicode.Is(unicode.Co, r):
			strange++
		}
	}
	switch {
	case control*10 > all:
		return &RefusedError{name, Binary, "control characters"}
	case strange*4 > all:
		return &RefusedError{name, Binary, "undefined characters"}
	}
	return nil
}
