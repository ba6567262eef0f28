package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"fenghui/build/input"
	"fenghui/build/lint"
	"fenghui/corpus"
)

// runLint checks records for their editors.
func runLint(_ context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) error {
	set := flags("lint [-hints] [FOLDER]...", "Checks records, ours or those of folders: front matter, sources, names, and whether\n"+
		"the figures listed in the front matter are read as meant.", stderr)
	hints := set.Bool("hints", false, "also tell what is no mistake, but may have been forgotten")
	if err := parseFlags(set, args); err != nil {
		return err
	}
	docs, broken := lintedDocuments(set.Args())
	t := &lintTally{classes: map[string]int{}}
	out := bufio.NewWriter(stdout)
	for _, err := range input.Errors(broken) {
		fmt.Fprintln(out, err)
		t.add("front", 1)
	}
	for _, doc := range docs {
		t.tell(out, lint.Check(doc, corpus.Names()), *hints)
	}
	fmt.Fprintln(out, t.summary(len(docs)))
	if err := out.Flush(); err != nil {
		return err
	}
	if t.findings > 0 {
		return fmt.Errorf("%d findings", t.findings)
	}
	return nil
}

// lintedDocuments reads our records, or folders; what cannot be read is in the
// error.
func lintedDocuments(dirs []string) ([]*corpus.Document, error) {
	if len(dirs) == 0 {
		return corpus.BuiltIn()
	}
	var docs []*corpus.Document
	var errs []error
	for _, dir := range dirs {
		read, err := input.Folder(dir)
		docs, errs = append(docs, read...), append(errs, err)
	}
	return docs, errors.Join(errs...)
}

// lintTally counts what the records gave.
type lintTally struct {
	listed, matched, excepted, findings, hints int
	classes                                    map[string]int
}

func (t *lintTally) add(class string, n int) {
	t.findings += n
	t.classes[class] += n
}

func (t *lintTally) tell(w io.Writer, r lint.Result, hints bool) {
	t.listed += r.Listed
	t.matched += r.Matched
	t.excepted += r.Excepted
	for _, f := range r.Findings {
		if f.Hint {
			t.hints++
		} else {
			t.add(f.Class, 1)
		}
		if !f.Hint || hints {
			fmt.Fprintln(w, f)
		}
	}
}

func (t *lintTally) summary(documents int) string {
	s := fmt.Sprintf("%d documents: %d of %d listed figures read as meant, %d otherwise for a reason given, %d findings, %d hints", documents, t.matched, t.listed, t.excepted, t.findings, t.hints)
	var parts []string
	for class, n := range t.classes {
		parts = append(parts, fmt.Sprintf("%s %d", class, n))
	}
	slices.Sort(parts)
	if len(parts) > 0 {
		s += " (" + strings.Join(parts, ", ") + ")"
	}
	return s
}
