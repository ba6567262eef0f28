package packs

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"fenghui/build/export"
	"fenghui/build/input"
)

// The files of a pack, in a folder of its name, beside those of package export.
const (
	packFile      = "pack.bin"
	documentsFile = "documents.bin"
)

// contentsFile lists the packs of a folder.
const contentsFile = "contents.json"

// Contents is what a library in packs holds, and what was left out of it.
type Contents struct {
	Packs   []Summary `json:"packs"`
	Refused []Refusal `json:"refused,omitempty"`
}

// WriteAll builds a library and writes it into a folder, as many packs at a
// time as there are processors.
func WriteAll(ctx context.Context, dir string, l *input.Library, full []byte) (Contents, error) {
	parts := split(l.Documents)
	c := Contents{Packs: make([]Summary, len(parts)), Refused: Refused(l.Refused)}
	work, ctx := errgroup.WithContext(ctx)
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i, part := range parts {
		work.Go(func() error {
			pack, err := build(ctx, part, full)
			if err != nil {
				return err
			}
			c.Packs[i] = pack.Summary
			return pack.Write(dir)
		})
	}
	if err := work.Wait(); err != nil {
		return c, err
	}
	return c, c.Write(dir)
}

// files are those of a pack, by their names.
func (p *Pack) files() map[string][]byte {
	return map[string][]byte{packFile: p.Bytes, documentsFile: p.Documents, export.PassagesFile: p.Passages, export.FiguresFile: p.Figures}
}

// Write writes the pack into a folder of its name below dir. Written twice, by
// two machines even, it is there once.
func (p *Pack) Write(dir string) error {
	place := filepath.Join(dir, p.Name)
	if err := os.MkdirAll(place, 0o755); err != nil {
		return fmt.Errorf("packs: %w", err)
	}
	for name, data := range p.files() {
		if err := replace(filepath.Join(place, name), data); err != nil {
			return fmt.Errorf("packs: %w", err)
		}
	}
	return nil
}

// replace writes a file as a whole or not at all.
func replace(name string, data []byte) error {
	part, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*.part")
	if err != nil {
		return err
	}
	defer os.Remove(part.Name()) // does nothing once it is renamed
	_, err = part.Write(data)
	if err = errors.Join(err, part.Chmod(0o644), part.Close()); err != nil {
		return err
	}
	return os.Rename(part.Name(), name)
}

// Write writes the contents of a folder of packs; it comes last, so that where
// it is everything is. Packs and refusals may be in any order.
func (c Contents) Write(dir string) error {
	slices.SortFunc(c.Packs, func(a, b Summary) int { return cmp.Compare(a.Name, b.Name) })
	slices.SortFunc(c.Refused, func(a, b Refusal) int { return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Reason, b.Reason)) })
	data, err := json.MarshalIndent(c, "", "  ")
	if err == nil {
		err = os.MkdirAll(dir, 0o755)
	}
	if err == nil {
		err = replace(filepath.Join(dir, contentsFile), append(data, '\n'))
	}
	if err != nil {
		return fmt.Errorf("packs: contents: %w", err)
	}
	return nil
}

// ReadContents reads what Contents.Write wrote.
func ReadContents(dir string) (c Contents, err error) {
	data, err := os.ReadFile(filepath.Join(dir, contentsFile))
	if err == nil {
		err = json.Unmarshal(data, &c)
	}
	if err != nil {
		return c, fmt.Errorf("packs: contents: %w", err)
	}
	return c, nil
}

// EachRows calls each with the rows of every document of all packs of a folder.
func EachRows(dir string, each func(export.Rows) error) error {
	c, err := ReadContents(dir)
	if err != nil {
		return err
	}
	for _, p := range c.Packs {
		if err := export.ReadFolder(filepath.Join(dir, p.Name), each); err != nil {
			return err
		}
	}
	return nil
}

// Total adds up the packs.
func (c Contents) Total() (all Summary) {
	for _, p := range c.Packs {
		all.Documents += p.Documents
		all.Passages += p.Passages
		all.Figures += p.Figures
		all.Unreadable = append(all.Unreadable, p.Unreadable...)
	}
	return all
}

// String counts.
func (c Contents) String() string {
	all := c.Total()
	s := fmt.Sprintf("%d packs, %d documents, %d passages, %d figures, %d files refused", len(c.Packs), all.Documents, all.Passages, all.Figures, len(c.Refused))
	if n := len(all.Unreadable); n > 0 {
		s += fmt.Sprintf(", %d documents without figures", n)
	}
	return s
}
