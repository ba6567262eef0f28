package input

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"

	"fenghui/corpus"
)

func isZip(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

// wordDocument is the text, as XML, of a .docx file. However much it says it
// unpacks to, no more is read than a text may have.
func wordDocument(data []byte) ([]byte, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("a zip file that cannot be opened: %w", err)
	}
	file, err := archive.Open("word/document.xml")
	if err != nil {
		return nil, errors.New("a zip file, and no .docx")
	}
	defer file.Close()
	document, err := io.ReadAll(io.LimitReader(file, corpus.MaxArticleBytes+1))
	if err != nil || len(document) > corpus.MaxArticleBytes {
		return nil, fmt.Errorf("its text is damaged, or more than %d MB: %v", corpus.MaxArticleBytes>>20, err)
	}
	return document, nil
}
