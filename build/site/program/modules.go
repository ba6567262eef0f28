package program

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// lighterModule is a module of others that brings packages along for what we
// never ask of it, and how to write its files without them.
type lighterModule struct {
	path    string
	lighter *strings.Replacer
	added   map[string]string // files that stand in for what is left out
}

// gse cuts words. It also has regular expressions that are compiled when the
// program starts, whether they are used or not, and we use none: they are for
// its ways of cutting that guess at unknown words. Yet they bring package
// regexp and its tables of all scripts, a thirtieth of what a first visit
// fetches. The scripts it does ask for are named, as asking the list of all
// scripts for them keeps all.
var gse = lighterModule{
	path: "github.com/go-ego/gse",
	lighter: strings.NewReplacer(
		`unicode.Scripts["Hiragana"]`, `unicode.Hiragana`,
		`unicode.Scripts["Katakana"]`, `unicode.Katakana`,
		"\t\"regexp\"\n", "\t\"github.com/go-ego/gse/regexp\"\n",
	),
	added: map[string]string{"regexp/regexp.go": noPatterns},
}

// noPatterns stands in for package regexp in gse. Its patterns match nothing.
const noPatterns = `package regexp

type Regexp struct{}

func MustCompile(string) *Regexp                         { return nil }
func (*Regexp) MatchString(string) bool                  { return false }
func (*Regexp) FindStringIndex(string) []int             { return nil }
func (*Regexp) FindAllString(string, int) []string       { return nil }
func (*Regexp) ReplaceAllString(text, _ string) string   { return text }
`

// bleve_index_api says what a document of bleve is. A field of one may be an IP
// address, which no document of ours has; for the name of its type, which is
// that of bytes, all of package net comes along.
var bleveIndexAPI = lighterModule{
	path:    "github.com/blevesearch/bleve_index_api",
	lighter: strings.NewReplacer("\t\"net\"\n", "", "(net.IP, error)", "([]byte, error)"),
}

// withLighterModules writes into dir a go.mod like that of root, but with
// lighter copies of those modules that it needs.
func withLighterModules(ctx context.Context, root, dir string) (modFile string, err error) {
	var replaced strings.Builder
	for _, m := range []lighterModule{gse, bleveIndexAPI} {
		found, err := run(ctx, root, "list", "-m", "-f", "{{.Dir}}", m.path)
		if err != nil {
			continue // it is not needed
		}
		copied := filepath.Join(dir, path.Base(m.path))
		if err := m.copy(os.DirFS(strings.TrimSpace(found)), copied); err != nil {
			return "", err
		}
		fmt.Fprintf(&replaced, "\nreplace %s => %s\n", m.path, copied)
	}
	for name, more := range map[string]string{"go.mod": replaced.String(), "go.sum": ""} {
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return "", fmt.Errorf("program: %w", err)
		}
		if err := write(filepath.Join(dir, name), append(text, more...)); err != nil {
			return "", err
		}
	}
	return filepath.Join(dir, "go.mod"), nil
}

// copy copies the Go files of the module, each written lighter.
func (m *lighterModule) copy(module fs.FS, to string) error {
	for name, text := range m.added {
		if err := write(filepath.Join(to, filepath.FromSlash(name)), []byte(text)); err != nil {
			return err
		}
	}
	return fs.WalkDir(module, ".", func(name string, entry fs.DirEntry, err error) error {
		switch base := path.Base(name); {
		case errors.Is(err, fs.ErrNotExist), err == nil && entry.IsDir(), err == nil && base != "go.mod" && (path.Ext(base) != ".go" || strings.HasSuffix(base, "_test.go")):
			return nil
		case err != nil:
			return fmt.Errorf("program: %w", err)
		}
		source, err := fs.ReadFile(module, name)
		if err != nil {
			return fmt.Errorf("program: %w", err)
		}
		return write(filepath.Join(to, filepath.FromSlash(name)), []byte(m.lighter.Replace(string(source))))
	})
}

func write(file string, data []byte) error {
	err := os.MkdirAll(filepath.Dir(file), 0o755)
	if err == nil {
		err = os.WriteFile(file, data, 0o644)
	}
	if err != nil {
		return fmt.Errorf("program: %w", err)
	}
	return nil
}
