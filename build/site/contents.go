package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"fenghui/build/site/squeeze"
)

// contentsFile lists what a version folder holds, so that a later build knows
// it for whole. No page asks for it.
const contentsFile = "contents.json"

type contents struct {
	Version string         `json:"version"`
	Quality int            `json:"quality"` // of the brotli files
	Files   []contentsItem `json:"files"`
}

type contentsItem struct {
	Name   string `json:"name"`
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
}

func (o Options) squeezer() squeeze.Squeezer {
	s := squeeze.Squeezer{Cache: o.Cache, Quality: squeeze.Best}
	if o.Quick {
		s.Quality = squeeze.Quick
	}
	return s
}

func listContents(version string, quality int, files map[string][]byte) ([]byte, error) {
	c := contents{Version: version, Quality: quality}
	for _, name := range sorted(files) {
		c.Files = append(c.Files, contentsItem{name, len(files[name]), fmt.Sprintf("%x", sha256.Sum256(files[name]))})
	}
	data, err := json.MarshalIndent(c, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("site: contents: %w", err)
	}
	return append(data, '\n'), nil
}

// isIn reports whether the folder of this version is there already, undamaged
// and compressed well enough. Then it is left alone: built again, its pack
// would have other bytes under an address that promises never to change.
func (p *plan) isIn(o Options) bool {
	dir := filepath.Join(o.Out, p.folder())
	data, err := os.ReadFile(filepath.Join(dir, contentsFile))
	var c contents
	if err != nil || json.Unmarshal(data, &c) != nil || c.Version != p.version || c.Quality < o.squeezer().Quality {
		return false
	}
	for _, item := range c.Files {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(item.Name)))
		if err != nil || fmt.Sprintf("%x", sha256.Sum256(data)) != item.SHA256 {
			return false
		}
	}
	return true
}

// checkOut refuses a folder that holds something other than a site of ours,
// since building removes files.
func checkOut(out string) error {
	entries, err := os.ReadDir(out)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("site: %w", err)
	}
	for _, entry := range entries {
		if isLeftover(entry.Name()) || IsVersion(entry.Name()) {
			return nil
		}
	}
	if index, err := os.ReadFile(filepath.Join(out, indexFile)); err == nil && bytes.Contains(index, []byte("<fenghui-app")) {
		return nil
	}
	if len(entries) > 0 {
		return fmt.Errorf("site: %s holds other files: give an empty folder, or one that a site was built into", out)
	}
	return nil
}
