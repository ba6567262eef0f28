package program

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
)

// overlay is what go build reads in place of files, by their paths.
type overlay map[string]string

// lighterSources writes into dir what stands in for sources that bring more
// than we use, and returns the flags that make the go command read it.
func lighterSources(ctx context.Context, root, dir string) (flags []string, err error) {
	modFile, err := withLighterModules(ctx, root, dir)
	if err != nil {
		return nil, err
	}
	instead := overlay{}
	if err := withoutRemarks(root, dir, instead); err != nil {
		return nil, err
	}
	file, err := instead.write(dir)
	if err != nil {
		return nil, err
	}
	return []string{"-modfile", modFile, "-overlay", file}, nil
}

// write puts the list for go build -overlay into dir.
func (o overlay) write(dir string) (file string, err error) {
	list, err := json.Marshal(map[string]any{"Replace": o})
	if err != nil {
		return "", fmt.Errorf("program: %w", err)
	}
	file = filepath.Join(dir, "overlay.json")
	return file, write(file, list)
}
