package site

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fenghui/build/filetest"
)

func TestTheSameInputsGiveTheSameVersion(t *testing.T) {
	o := workshop(t)
	first := build(t, o)
	before := listing(t, o.Out)
	second := build(t, o)
	if second.Version != first.Version || first.Unchanged || !second.Unchanged {
		t.Errorf("first %+v, second %+v", first, second)
	}
	if after := listing(t, o.Out); !sameFiles(before, after) {
		t.Error("the second build changed a file")
	}
	o.Out = filepath.Join(t.TempDir(), "elsewhere")
	if third := build(t, o); third.Version != first.Version {
		t.Errorf("elsewhere: version %s, want %s", third.Version, first.Version)
	}
}

func sameFiles(a, b map[string]string) bool {
	if len(a) != len(b) {
		return false
	}
	for name := range a {
		if a[name] != b[name] {
			return false
		}
	}
	return true
}

func TestAnyChangeGivesAnotherVersion(t *testing.T) {
	first := build(t, workshop(t)).Version
	for _, c := range []struct {
		name   string
		change func(*Options)
	}{
		{"a module", func(o *Options) { filetest.Write(t, o.Root, "web/app.js", "changed();\n") }},
		{"a new module", func(o *Options) { filetest.Write(t, o.Root, "web/new.js", "x();") }},
		{"the page", func(o *Options) { extend(t, o.Root, "web/index.html", "<!-- changed -->") }},
		{"the service worker", func(o *Options) { extend(t, o.Root, "web/sw.js", "// changed") }},
		{"the program", func(o *Options) {
			o.Program = func(context.Context, string) ([]byte, error) { return []byte("\x00asm other"), nil }
		}},
		{"the dictionary", func(o *Options) { o.Dictionary = dictionaryOf("峰会", "铁路") }},
		{"more documents", func(o *Options) { o.Corpus = []string{articles(t)} }},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := workshop(t)
			c.change(&o)
			if got := build(t, o).Version; got == first {
				t.Errorf("still %s", got)
			}
		})
	}
}

func extend(t *testing.T, root, name, more string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	filetest.Write(t, root, name, string(text)+more)
}

func TestANewBuildTakesThePlaceOfTheOld(t *testing.T) {
	o := workshop(t)
	first := build(t, o)
	filetest.Write(t, o.Out, leftover+"123/new/app.js", "of a build under way")
	filetest.Write(t, o.Root, "web/app.js", "changed();\n")
	second := build(t, o)
	if _, err := os.Stat(filepath.Join(o.Out, "v-"+first.Version)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the old folder: %v", err)
	}
	if files := listing(t, o.Out); files["v-"+second.Version+"/app.js"] != "changed();\n" {
		t.Error("the new folder is not there")
	}
	if _, err := os.Stat(filepath.Join(o.Out, leftover+"123")); err != nil {
		t.Errorf("the work of another build: %v", err)
	}
}

func TestADamagedFolderIsBuiltAgain(t *testing.T) {
	for _, c := range []struct {
		name   string
		damage func(dir string)
	}{
		{"a changed file", func(dir string) { filetest.Write(t, dir, "app.js", "flipped") }},
		{"a missing file", func(dir string) { _ = os.Remove(filepath.Join(dir, programFile)) }},
		{"no list", func(dir string) { _ = os.Remove(filepath.Join(dir, contentsFile)) }},
		{"a list that is none", func(dir string) { filetest.Write(t, dir, contentsFile, "{") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := workshop(t)
			first := build(t, o)
			c.damage(filepath.Join(o.Out, "v-"+first.Version))
			second := build(t, o)
			files := listing(t, o.Out)
			if second.Unchanged || second.Version != first.Version {
				t.Errorf("got %+v after %+v", second, first)
			}
			folder := "v-" + first.Version + "/"
			if files[folder+programFile] == "" || files[folder+contentsFile] == "" || strings.Contains(files[folder+"app.js"], "flipped") {
				t.Error("not repaired")
			}
		})
	}
}

func TestAQuickBuildIsCompressedAgainForReal(t *testing.T) {
	o := workshop(t)
	quick := build(t, o)
	o.Quick = false
	if best := build(t, o); best.Unchanged || best.Version != quick.Version {
		t.Errorf("got %+v after %+v", best, quick)
	}
	o.Quick = true
	if again := build(t, o); !again.Unchanged {
		t.Error("what was compressed well is compressed again")
	}
}

func TestFoldersOfOthersAreLeftAlone(t *testing.T) {
	o := workshop(t)
	file := filetest.Write(t, o.Out, "index.html", "<p>somebody's page</p>")
	if _, err := Build(t.Context(), o); err == nil || !strings.Contains(err.Error(), "holds other files") {
		t.Errorf("got %v", err)
	}
	if text, _ := os.ReadFile(file); string(text) != "<p>somebody's page</p>" {
		t.Error("the page was changed")
	}
	o.Out = file
	if _, err := Build(t.Context(), o); err == nil {
		t.Error("built into a file")
	}
}

func TestAnInterruptedBuildChangesNothing(t *testing.T) {
	o := workshop(t)
	build(t, o)
	before := listing(t, o.Out)
	filetest.Write(t, o.Root, "web/app.js", strings.Repeat("changed();\n", 10000))
	ctx, cancel := context.WithCancel(t.Context())
	o.Program = func(context.Context, string) ([]byte, error) {
		cancel()
		return []byte("\x00asm"), nil
	}
	if _, err := Build(ctx, o); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if !sameFiles(before, listing(t, o.Out)) {
		t.Error("something was changed")
	}
}
