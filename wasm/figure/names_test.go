package figure

import (
	"bytes"
	"os"
	"sync"
	"testing"

	"fenghui/corpus"
)

// testNames is the glossary with the invented persons of testdata/persons.tsv,
// so that no real person is quoted with figures made up for a test.
func testNames(t testing.TB) *corpus.Glossary {
	t.Helper()
	g, err := readTestNames()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

var readTestNames = sync.OnceValues(func() (*corpus.Glossary, error) {
	all, err := os.ReadFile("../../corpus/glossary.tsv")
	if err != nil {
		return nil, err
	}
	persons, err := os.ReadFile("testdata/persons.tsv")
	if err != nil {
		return nil, err
	}
	_, rows, _ := bytes.Cut(persons, []byte("\n"))
	return corpus.ParseGlossary("glossary.tsv", bytes.NewReader(append(append(all, '\n'), rows...)))
})
