package bench

import (
	"os"
	"path/filepath"
	"sync"
	"testing"

	"fenghui/build/dictionary"
	"fenghui/build/repository"
	"fenghui/build/site"
	"fenghui/build/site/program"
	"fenghui/corpus"
)

// scratch is where sites are built; TestMain removes it.
var scratch = sync.OnceValue(func() string {
	dir, err := os.MkdirTemp("", "fenghui-bench-")
	if err != nil {
		panic(err)
	}
	return dir
})

// What every site has is made once.
var (
	root = sync.OnceValue(func() string {
		dir, err := repository.Root()
		if err != nil {
			panic(err)
		}
		return dir
	})
	fullDictionary = sync.OnceValues(func() ([]byte, error) { return dictionary.Full(dictionary.Cut) })
)

// build makes a site. One that is published is compressed as well as can be.
func build(tb testing.TB, name string, publish bool, docs []*corpus.Document) (dir string) {
	tb.Helper()
	dir = filepath.Join(scratch(), name)
	if _, err := os.Stat(dir); err == nil {
		return dir
	}
	_, err := site.Build(tb.Context(), site.Options{
		Root: root(), Out: dir, Add: docs, Records: len(docs) == 0, Quick: !publish,
		Program: program.Compile, Dictionary: fullDictionary, Log: os.Stderr,
	})
	if err != nil {
		tb.Fatal(err)
	}
	return dir
}
