package input

import (
	"fmt"
	"os"

	"fenghui/corpus"
)

// Folder reads all texts (.md, .txt, .html, .docx) of a folder and its
// subfolders. What cannot be read is named in the error; the documents that
// could be read are returned all the same.
func Folder(dir string) ([]*corpus.Document, error) {
	if err := isFolder(dir); err != nil {
		return nil, err
	}
	return corpus.LoadDecoded(os.DirFS(dir), Decode)
}

// Paths are those of the files that Folder reads, in its order.
func Paths(dir string) ([]string, error) {
	if err := isFolder(dir); err != nil {
		return nil, err
	}
	return corpus.Paths(os.DirFS(dir))
}

// File reads one file of a folder as Folder does.
func File(dir, path string) (*corpus.Document, error) {
	return corpus.LoadFile(os.DirFS(dir), path, Decode)
}

func isFolder(dir string) error {
	info, err := os.Stat(dir)
	if err != nil {
		return fmt.Errorf("input: %w", err)
	}
	if !info.IsDir() {
		return fmt.Errorf("input: %s: not a folder", dir)
	}
	return nil
}
