package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"fenghui/build/input"
	"fenghui/build/repository"
)

// folders is a flag that may be given several times.
type folders []string

func (f *folders) String() string { return strings.Join(*f, ",") }

func (f *folders) Set(dir string) error {
	if dir == "" {
		return errors.New("the name of a folder is needed")
	}
	*f = append(*f, dir)
	return nil
}

// libraryFlags are those of commands that read our records and other folders.
func libraryFlags(set *flag.FlagSet, dirs *folders) (records *bool) {
	set.Var(dirs, "corpus", "`folder` of articles and records (.md, .txt, .html, .docx) to add, may be given\nseveral times; a document with the id of another replaces it")
	return set.Bool("records", true, "take our own records as well; -records=false leaves them out")
}

// tellRefused names the files that a command could not read, each on its line.
func tellRefused(w io.Writer, command string, refused error) {
	for _, err := range input.Errors(refused) {
		fmt.Fprintf(w, "%s: left out: %v\n", command, err)
	}
}

// defaultOut is where sites are built and served from, relative to the repository.
const defaultOut = "build/out"

// siteFolder is the folder that was named, or else the default one.
func siteFolder(named string) (string, error) {
	if named != "" {
		return named, nil
	}
	root, err := repository.Root()
	return filepath.Join(root, filepath.FromSlash(defaultOut)), err
}
