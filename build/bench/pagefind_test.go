package bench

import (
	"fmt"
	"html"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"fenghui/corpus"
)

// pagefind has Pagefind read a page for each document, as it reads a finished
// site. Its program comes with its npm package; where there is none for this
// machine, Pagefind is left out.
func (f *field) pagefind(b *testing.B, p *pool) bool {
	programs, err := filepath.Glob("node_modules/@pagefind/*/bin/pagefind_extended*")
	if err != nil || len(programs) == 0 {
		b.Log("pagefind: its npm package brings no program for this machine")
		return false
	}
	out := f.index("pagefind")
	if _, err := os.Stat(out); err != nil {
		pages := b.TempDir()
		for _, d := range p.documents {
			if err := os.WriteFile(filepath.Join(pages, d.ID+".html"), []byte(page(d.Title, d.Passages)), 0o644); err != nil {
				b.Fatal(err)
			}
		}
		start := time.Now()
		if told, err := exec.Command(programs[0], "--site", pages, "--output-path", out, "--force-language", "zh").CombinedOutput(); err != nil {
			b.Fatalf("pagefind: %v\n%s", err, told)
		}
		b.Logf("pagefind: index built in %.1f s", time.Since(start).Seconds())
	}
	found.add("index-bytes", "pagefind", "B", float64(size(b, out)))
	return true
}

func size(b *testing.B, dir string) (bytes int64) {
	err := filepath.WalkDir(dir, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			bytes += info.Size()
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return bytes
}

func page(title string, passages []corpus.Passage) string {
	body := fmt.Sprintf("<h1>%s</h1>", html.EscapeString(title))
	for _, p := range passages {
		body += fmt.Sprintf("<p>%s</p>", html.EscapeString(p.Text))
	}
	return fmt.Sprintf(`<!doctype html><html lang="zh"><meta charset="utf-8"><title>%s</title><body data-pagefind-body>%s</body></html>`, html.EscapeString(title), body)
}
