// Package repository finds the folder that everything is built from, wherever
// below it a command or a test was started.
//
//	root, err := repository.Root()
package repository

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
)

// Root is the folder of the repository: the nearest one at or above the
// working directory whose go.mod is this module's.
func Root() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("repository: %w", err)
	}
	for {
		mod, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil && bytes.HasPrefix(mod, []byte("module fenghui\n")) {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", fmt.Errorf("repository: not inside the repository (no go.mod of module fenghui here or above)")
		}
		dir = parent
	}
}
