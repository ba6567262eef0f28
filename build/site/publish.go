package site

import (
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"fenghui/build/site/squeeze"
	"fenghui/wasm/library"
)

// leftover begins the names of folders that are being written or removed.
const leftover = ".fenghui-"

func isLeftover(name string) bool { return strings.HasPrefix(name, leftover) }

var folderName = regexp.MustCompile(`^v-[0-9a-f]{12}$`)

// IsVersion reports whether a folder of a site holds one version of it, so that
// nothing in it ever changes.
func IsVersion(name string) bool { return folderName.MatchString(name) }

// build makes what prepare put off, and writes the version folder.
func (p *plan) build(ctx context.Context, o Options, m *material) error {
	o.step("indexing %d documents", len(m.documents))
	if err := p.buildPacks(ctx); err != nil {
		return err
	}
	o.step("compressing")
	files, err := compress(ctx, o, p.files)
	if err != nil {
		return err
	}
	if files[contentsFile], err = listContents(p.version, o.squeezer().Quality, files); err != nil {
		return err
	}
	return writeFolder(o.Out, p.folder(), files)
}

// buildPacks builds the packs side by side: making an index takes one processor.
func (p *plan) buildPacks(ctx context.Context) error {
	built := make([][]byte, len(p.packs))
	work, ctx := errgroup.WithContext(ctx)
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i, planned := range p.packs {
		work.Go(func() (err error) {
			built[i], err = planned.build(ctx, p.words.small)
			return err
		})
	}
	if err := work.Wait(); err != nil {
		return err
	}
	for i, planned := range p.packs {
		if err := p.add(planned.name, built[i]); err != nil {
			return err
		}
	}
	return nil
}

func (planned packPlan) build(ctx context.Context, dictionary []byte) ([]byte, error) {
	build := library.Pack
	if planned.year {
		build = library.PackYear
	}
	pack, hash, err := build(ctx, planned.documents, dictionary)
	if err != nil {
		return nil, fmt.Errorf("site: %w", err)
	}
	if hash != planned.hash {
		return nil, fmt.Errorf("site: pack: its hash is %s, foretold was %s", hash, planned.hash)
	}
	return pack, nil
}

// writeFolder writes all files beside the folder and then moves them into
// place as one.
func writeFolder(out, folder string, files map[string][]byte) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	temporary, err := os.MkdirTemp(out, leftover)
	if err != nil {
		return fmt.Errorf("site: %w", err)
	}
	defer os.RemoveAll(temporary)
	fresh := filepath.Join(temporary, "new")
	for _, name := range sorted(files) {
		if err := writeFile(filepath.Join(fresh, filepath.FromSlash(name)), files[name]); err != nil {
			return err
		}
	}
	place := filepath.Join(out, folder)
	if err := os.Rename(place, filepath.Join(temporary, "old")); err != nil && !os.IsNotExist(err) {
		return fmt.Errorf("site: %w", err)
	}
	if err := os.Rename(fresh, place); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	return nil
}

func writeFile(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	return nil
}

// publish writes the files beside the folder, the page first and the service
// worker last, and then removes what no page asks for any more.
func (p *plan) publish(ctx context.Context, o Options) error {
	for _, name := range []string{manifestFile, explorerFile, indexFile, serviceWorkerFile} {
		if err := replace(ctx, o, name, p.beside[name]); err != nil {
			return err
		}
	}
	o.squeezer().Sweep()
	return sweep(o.Out, p.folder())
}

// replace swaps a file that servers may be reading. Its compressed forms are
// removed before it changes and written afterwards, so that no server ever
// sends a form that does not belong to the text.
func replace(ctx context.Context, o Options, name string, data []byte) error {
	forms, err := o.squeezer().Forms(ctx, data)
	if err != nil {
		return err
	}
	file := filepath.Join(o.Out, name)
	for _, suffix := range []string{".br", ".gz"} {
		if err := os.Remove(file + suffix); err != nil && !os.IsNotExist(err) {
			return fmt.Errorf("site: %w", err)
		}
	}
	for _, form := range append([]squeeze.Form{{Data: data}}, forms...) {
		if err := swap(file+form.Suffix, form.Data); err != nil {
			return err
		}
	}
	return nil
}

func swap(file string, data []byte) error {
	temporary := filepath.Join(filepath.Dir(file), leftover+path.Base(file))
	if err := writeFile(temporary, data); err != nil {
		return err
	}
	if err := os.Rename(temporary, file); err != nil {
		return fmt.Errorf("site: %w", err)
	}
	return nil
}

// sweep removes the folders of earlier builds, and what builds left behind that
// were stopped an hour ago or more; anything younger may still be in use.
func sweep(out, keep string) error {
	entries, err := os.ReadDir(out)
	if err != nil {
		return fmt.Errorf("site: %w", err)
	}
	for _, entry := range entries {
		info, err := entry.Info()
		stale := err == nil && isLeftover(entry.Name()) && time.Since(info.ModTime()) > time.Hour
		if stale || IsVersion(entry.Name()) && entry.Name() != keep {
			if err := os.RemoveAll(filepath.Join(out, entry.Name())); err != nil {
				return fmt.Errorf("site: %w", err)
			}
		}
	}
	return nil
}
