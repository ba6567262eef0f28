package corpus

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

//go:embed all:records
var records embed.FS

// BuiltIn reads all our records. An error is a mistake in one of them, which a
// test finds first.
func BuiltIn() ([]*Document, error) {
	return Load(records)
}

//go:embed records/2025-09-01-sco-tianjin.md
//go:embed records/2025-10-09-ca-russia-dushanbe.md
//go:embed records/2025-10-10-cis-dushanbe.md
//go:embed records/2025-11-16-ca-consultative-tashkent.md
//go:embed records/2025-12-20-ca-japan-tokyo.md
var carried embed.FS

// Carried reads the records that are embedded in the program for the browser,
// for when it can fetch nothing from its site. They are few because each makes
// every first visit heavier; a site's documents file has all of them.
func Carried() ([]*Document, error) {
	return Load(carried)
}

// Read reads a record if the text begins with front matter, else an article. The
// errors are those of ReadRecord and ReadArticle.
func Read(name, text string) (*Document, error) {
	if IsRecord(text) {
		return ReadRecord(name, text)
	}
	return ReadArticle(name, text)
}

// extensions of the files that Load reads.
var extensions = []string{".md", ".txt", ".html", ".htm", ".docx"}

// Load reads all texts of a folder and its subfolders, in order of their paths:
// .md, .txt and .html files in UTF-8. What cannot be read is reported, joined into
// one error (that of a file is a *FileError); the documents that could be read are
// returned all the same. Of files with the same content only the first is kept.
func Load(fsys fs.FS) ([]*Document, error) {
	return LoadDecoded(fsys, func(name string, data []byte) (string, error) {
		if !utf8.Valid(data) {
			return "", &RefusedError{name, Undecodable, "not UTF-8"}
		}
		return Plain(name, string(data)), nil
	})
}

// LoadDecoded is Load for files in any encoding that decode understands, .docx
// among them if it does.
func LoadDecoded(fsys fs.FS, decode func(name string, data []byte) (string, error)) ([]*Document, error) {
	paths, err := Paths(fsys)
	var docs []*Document
	errs := []error{err}
	first := map[string]string{}
	for _, p := range paths {
		doc, err := LoadFile(fsys, p, decode)
		if err == nil && first[doc.ID] != "" {
			err = SameAs(p, first[doc.ID])
		}
		if err != nil {
			errs = append(errs, &FileError{p, err})
			continue
		}
		first[doc.ID] = p
		docs = append(docs, doc)
	}
	return docs, errors.Join(errs...)
}

// FileError is why a file of a folder is left out.
type FileError struct {
	Path string // in the folder
	Err  error
}

func (e *FileError) Error() string { return e.Err.Error() }
func (e *FileError) Unwrap() error { return e.Err }

// SameAs says that the document at a path is left out for an earlier one.
func SameAs(path, earlier string) error {
	return fmt.Errorf("corpus: %s: same content or id as %s", path, earlier)
}

// Paths are those of the files that Load reads, in its order.
func Paths(fsys fs.FS) ([]string, error) {
	var paths []string
	err := fs.WalkDir(fsys, ".", func(p string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !entry.IsDir() && slices.Contains(extensions, strings.ToLower(path.Ext(p))) {
			paths = append(paths, p)
		}
		return nil
	})
	if err != nil {
		err = fmt.Errorf("corpus: list files: %w", err)
	}
	slices.Sort(paths)
	return paths, err
}

// LoadFile reads one file; one that is too large is refused unread.
func LoadFile(fsys fs.FS, p string, decode func(string, []byte) (string, error)) (*Document, error) {
	name := path.Base(p)
	info, err := fs.Stat(fsys, p)
	if err == nil && info.Size() > 2*MaxArticleBytes {
		return nil, &RefusedError{name, TooLarge, fmt.Sprintf("%d MB", info.Size()>>20)}
	}
	data, err := fs.ReadFile(fsys, p)
	if err != nil {
		return nil, fmt.Errorf("corpus: read %s: %w", p, err)
	}
	text, err := decode(name, data)
	if err != nil {
		return nil, err
	}
	return Read(name, text)
}
