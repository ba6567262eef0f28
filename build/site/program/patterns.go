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

// gse cuts words. It also has regular expressions that are compiled when the
// program starts, whether they are used or not, and we use none: they are for
// its ways of cutting that guess at unknown words. Yet they bring package
// regexp and its tables of all scripts, a thirtieth of what a first visit
// fetches.
const gse = "github.com/go-ego/gse"

// noPatterns stands in for package regexp in gse. Its patterns match nothing.
const noPatterns = `package regexp

type Regexp struct{}

func MustCompile(string) *Regexp                         { return nil }
func (*Regexp) MatchString(string) bool                  { return false }
func (*Regexp) FindStringIndex(string) []int             { return nil }
func (*Regexp) FindAllString(string, int) []string       { return nil }
func (*Regexp) ReplaceAllString(text, _ string) string   { return text }
`

// withoutPatterns writes into dir a go.mod like that of root, but with gse
// from a folder where noPatterns stands in for package regexp.
func withoutPatterns(ctx context.Context, root, dir string) (modFile string, err error) {
	found, err := run(ctx, root, "list", "-m", "-f", "{{.Dir}}", gse)
	if err != nil {
		return filepath.Join(root, "go.mod"), nil // it is not needed
	}
	copied := filepath.Join(dir, "gse")
	if err := copySources(os.DirFS(strings.TrimSpace(found)), copied); err != nil {
		return "", err
	}
	if err := write(filepath.Join(copied, "regexp", "regexp.go"), []byte(noPatterns)); err != nil {
		return "", err
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			return "", fmt.Errorf("program: %w", err)
		}
		if name == "go.mod" {
			text = fmt.Appendf(text, "\nreplace %s => %s\n", gse, copied)
		}
		if err := write(filepath.Join(dir, name), text); err != nil {
			return "", err
		}
	}
	return filepath.Join(dir, "go.mod"), nil
}

// copySources copies the Go files of a module, each written lighter.
func copySources(module fs.FS, to string) error {
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
		return write(filepath.Join(to, filepath.FromSlash(name)), []byte(lighter.Replace(string(source))))
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

// lighter writes the same otherwise: two scripts by their names, as asking the
// list of all scripts for them keeps all; and the stand-in for the patterns.
var lighter = strings.NewReplacer(
	`unicode.Scripts["Hiragana"]`, `unicode.Hiragana`,
	`unicode.Scripts["Katakana"]`, `unicode.Katakana`,
	"\t\"regexp\"\n", "\t\""+gse+"/regexp\"\n",
)
