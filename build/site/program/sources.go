package program

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// overlay is what go build reads in place of files, by their paths.
type overlay map[string]string

// sources is a folder with what stands in for sources that bring more than we
// use, until it is removed.
type sources struct {
	dir   string
	flags []string // that make the go command read it
}

func lighterSources(ctx context.Context, root string) (*sources, error) {
	dir, err := os.MkdirTemp("", "fenghui-")
	if err != nil {
		return nil, fmt.Errorf("program: %w", err)
	}
	s := &sources{dir: dir}
	if s.flags, err = lighterFlags(ctx, root, dir); err != nil {
		s.remove()
		return nil, err
	}
	return s, nil
}

func (s *sources) remove() { os.RemoveAll(s.dir) }

func lighterFlags(ctx context.Context, root, dir string) ([]string, error) {
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
