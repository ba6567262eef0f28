package e2e_test

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"fenghui/build/repository"
)

// picture is the one in README: what several summits tell of one thing, and
// that they do not agree.
const picture = "build/page.png"

// With UPDATE=1 the picture is taken anew. It is not held against the page
// pixel by pixel, for letters look otherwise wherever other fonts are.
func TestThePictureInTheReadmeIsOfThePage(t *testing.T) {
	t.Parallel()
	root, err := repository.Root()
	if err != nil {
		t.Fatal(err)
	}
	x := explore(t)
	x.Run(chromedp.EmulateViewport(1280, 960))
	x.visit("#/compare?kind=series&measure=transit.share")
	x.visit(x.findings()[0].Address)
	x.Do(`document.activeElement.blur()`)
	taken := bytesOf(t, x.Screenshot("page"))
	file := filepath.Join(root, picture)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, taken, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if kept, now := sizeOf(t, bytesOf(t, file)), sizeOf(t, taken); kept != now {
		t.Errorf("%s is %v, the page %v; UPDATE=1 takes it anew", picture, kept, now)
	}
	if !bytes.Contains(bytesOf(t, filepath.Join(root, "README.md")), []byte("]("+picture+")")) {
		t.Errorf("README does not show %s", picture)
	}
}

func bytesOf(t *testing.T, file string) []byte {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// sizeOf is the width and height of a picture, in pixels.
func sizeOf(t *testing.T, picture []byte) [2]int {
	t.Helper()
	c, err := png.DecodeConfig(bytes.NewReader(picture))
	if err != nil {
		t.Fatal(err)
	}
	return [2]int{c.Width, c.Height}
}
