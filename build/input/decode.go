// Package input reads files people bring: bytes in any encoding Chinese texts
// come in become text. It follows web/import/decode.js rule for rule, so that a folder
// given to a command and the same files dropped on the page are read alike.
//
//	text, err := input.Decode("a.txt", data)
//	docs, err := input.Folder("articles")
package input

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"fenghui/corpus"
)

var (
	markUTF8    = []byte("\xef\xbb\xbf")
	markLittle  = []byte("\xff\xfe")
	markBig     = []byte("\xfe\xff")
	undecodable = "neither UTF-8, nor UTF-16, nor GB18030"
	others      = []string{"%PDF-", "{\\rtf", "\xd0\xcf\x11\xe0", "From: <Saved", "MIME-Version"} // Office before 2007, pages saved as one file
)

// Decode turns the bytes of a file into text: UTF-8, UTF-16 with a mark, else
// UTF-16 or GB18030 if what comes out reads like Chinese. Byte order marks are
// dropped; a few damaged bytes become U+FFFD. Of web pages and .docx files comes
// what corpus.Plain makes of them, of Markdown the words without their marks. The error is a *corpus.RefusedError.
func Decode(name string, data []byte) (string, error) {
	if len(data) > corpus.MaxArticleBytes {
		detail := fmt.Sprintf("%d MB, at most %d MB", len(data)>>20, corpus.MaxArticleBytes>>20)
		return "", &corpus.RefusedError{Name: name, Reason: corpus.TooLarge, Detail: detail}
	}
	if isZip(data) {
		document, err := wordDocument(data)
		if err != nil {
			return "", &corpus.RefusedError{Name: name, Reason: corpus.Undecodable, Detail: err.Error()}
		}
		data = document
	}
	if slices.ContainsFunc(others, func(o string) bool { return bytes.HasPrefix(data, []byte(o)) }) {
		return "", &corpus.RefusedError{Name: name, Reason: corpus.Undecodable, Detail: "PDF, RTF, .mhtml or a .doc: to be saved as text, a page or .docx first"}
	}
	text, ok := decode(data)
	if !ok {
		return "", &corpus.RefusedError{Name: name, Reason: corpus.Undecodable, Detail: undecodable}
	}
	text = corpus.Plain(name, plainMarkdown(name, text))
	if err := corpus.CheckText(name, text); err != nil {
		return "", err
	}
	return text, nil
}

func decode(data []byte) (string, bool) {
	switch {
	case bytes.HasPrefix(data, markLittle):
		return decodeUTF16(binary.LittleEndian, data[2:])
	case bytes.HasPrefix(data, markBig):
		return decodeUTF16(binary.BigEndian, data[2:])
	case bytes.IndexByte(data, 0) >= 0:
		return unmarked(data)
	case utf8.Valid(data):
		return string(bytes.TrimPrefix(data, markUTF8)), true
	}
	gb, _ := simplifiedchinese.GB18030.NewDecoder().Bytes(data) // what is none of it becomes U+FFFD
	if !bytes.ContainsRune(gb, utf8.RuneError) {
		return string(gb), plausible(string(gb))
	}
	for _, text := range []string{strings.ToValidUTF8(string(data), "\uFFFD"), string(gb)} {
		if 100*strings.Count(text, "\uFFFD") <= utf8.RuneCountInString(text) && plausible(text) {
			return text, true
		}
	}
	return "", false
}

// unmarked is UTF-16 without a mark, if one way round reads like Chinese. A text
// in UTF-8 that holds a zero byte is left to be refused.
func unmarked(data []byte) (string, bool) {
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		if text, ok := decodeUTF16(order, data); ok && plausible(text) {
			return text, true
		}
	}
	return string(data), utf8.Valid(data)
}

// decodeUTF16 accepts whole units and whole pairs only.
func decodeUTF16(order binary.ByteOrder, data []byte) (string, bool) {
	if len(data)%2 != 0 {
		return "", false
	}
	var text strings.Builder
	for len(data) > 0 {
		r := rune(order.Uint16(data))
		data = data[2:]
		if utf16.IsSurrogate(r) {
			if len(data) == 0 {
				return "", false
			}
			if r = utf16.DecodeRune(r, rune(order.Uint16(data))); r == utf8.RuneError {
				return "", false
			}
			data = data[2:]
		}
		text.WriteRune(r)
	}
	return text.String(), true
}

// common are the most frequent characters of Chinese; web/import/decode.js says why.
const common = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年同工也能"

// judged characters are what a text is judged by.
const judged = 100_000

// plausible reports whether a text is Chinese, and not bytes of another
// encoding that happen to be GB18030, as nearly all bytes are.
func plausible(text string) bool {
	var size, hans, frequent, others int
	for _, r := range text {
		if size++; size > judged {
			size--
			break
		}
		switch {
		case r <= 0x08 || 0x0e <= r && r <= 0x1f:
			return false
		case 0x4e00 <= r && r <= 0x9fff:
			hans++
			if strings.ContainsRune(common, r) {
				frequent++
			}
		case readable(r):
			others++
		}
	}
	if 100*(hans+others) < 95*size {
		return false
	}
	return hans < 40 || 100*frequent >= 5*hans
}

// readable is what stands between Han characters in a Chinese text.
func readable(r rune) bool {
	switch {
	case unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.N), unicode.IsSpace(r):
		return true
	case 0x21 <= r && r <= 0x7e, 0x2010 <= r && r <= 0x2027, 0x3000 <= r && r <= 0x303f, 0xff00 <= r && r <= 0xffef:
		return true
	}
	return r == '·'
}
