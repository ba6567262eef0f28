package install

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fenghui/build/filetest"
)

func TestTheNamedBrowserIsUsed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "browser")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv(variable, path)
	if got, err := FindChromium(); got != path || err != nil {
		t.Errorf("found %s, %v; want %s", got, err, path)
	}
}

func TestABrowserOfAnyUsualNameIsFound(t *testing.T) {
	t.Setenv(variable, "")
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), name)
			if err := os.WriteFile(path, []byte("#!/bin/sh\n"), 0o755); err != nil {
				t.Fatal(err)
			}
			t.Setenv("PATH", filepath.Dir(path))
			if got, err := FindChromium(); got != path || err != nil {
				t.Errorf("found %s, %v; want %s", got, err, path)
			}
		})
	}
}

func TestANamedBrowserThatIsMissingIsNotReplacedByAnother(t *testing.T) {
	t.Setenv(variable, "/nowhere/chromium")
	for _, find := range []func() (string, error){FindChromium, func() (string, error) { return Chromium(t.Context(), t.Output()) }} {
		if got, err := find(); !errors.Is(err, errMissing) || !strings.Contains(err.Error(), "/nowhere/chromium") {
			t.Errorf("found %s, %v; want errMissing and the name", got, err)
		}
	}
}

func TestAMissingBrowserIsToldWithWhatToDo(t *testing.T) {
	t.Setenv(variable, "")
	t.Setenv("PATH", t.TempDir())
	saved := places
	places = nil
	defer func() { places = saved }()
	_, err := FindChromium()
	if !errors.Is(err, errMissing) || !strings.Contains(err.Error(), "apt-get install chromium") {
		t.Errorf("error %v", err)
	}
}

func TestOnlyDebianItselfIsDebian(t *testing.T) {
	for release, want := range map[string]bool{
		"NAME=x\nID=debian\n":          true,
		"ID=\"debian\"":                true,
		"ID=ubuntu\nID_LIKE=debian\n":  false,
		"ID_LIKE=debian\nID=raspbian":  false,
		"":                             false,
		"VERSION_ID=debian\nID=fedora": false,
	} {
		t.Run(release, func(t *testing.T) {
			if got := debian(release); got != want {
				t.Errorf("got %v", got)
			}
		})
	}
}

// elsewhere has the test run on a system that is not Debian, with no programs.
func elsewhere(t *testing.T) {
	t.Helper()
	t.Setenv(variable, "")
	t.Setenv("PATH", t.TempDir())
	saved, former := release, places
	release, places = filetest.Write(t, t.TempDir(), "os-release", "ID=ubuntu\n"), nil
	t.Cleanup(func() { release, places = saved, former })
}

func TestElsewhereNothingIsInstalledAndTheErrorSaysWhatIsMissing(t *testing.T) {
	elsewhere(t)
	if path, err := Chromium(t.Context(), t.Output()); !errors.Is(err, errMissing) {
		t.Errorf("Chromium is %s, %v", path, err)
	}
	if path, err := Command(t.Context(), t.Output(), "Xvfb", "xvfb", "fonts"); err == nil || !strings.Contains(err.Error(), "install xvfb and fonts") {
		t.Errorf("Xvfb is %s, %v", path, err)
	}
	dir := t.TempDir()
	if err := Modules(t.Context(), t.Output(), dir); err == nil || !strings.Contains(err.Error(), "package-lock.json") {
		t.Errorf("without a list of packages: %v", err)
	}
	filetest.Write(t, dir, "package-lock.json", "{}")
	if err := Modules(t.Context(), t.Output(), dir); err == nil || !strings.Contains(err.Error(), "install npm") {
		t.Errorf("without npm: %v", err)
	}
	filetest.Write(t, dir, "node_modules/.installed-lock", "{}")
	if err := Modules(t.Context(), t.Output(), dir); err != nil {
		t.Errorf("what is there is not left alone: %v", err)
	}
}
