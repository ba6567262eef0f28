package input

import (
	"fmt"
	"os"

	"fenghui/corpus"
)

// Folder reads all texts (.md, .txt, .html, .docx) of a folder and its subfolders. What
// cannot be read is named in the error; the documents that could be read are
// returned all the same.
func Folder(dir string) ([]*corpus.Document, error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, fmt.Errorf("input: %w", err)
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("input: %s: not a folder", dir)
	}
	return corpus.LoadDecoded(os.DirFS(dir), Decode)
}
