// Package program compiles the program for the browser. The flags are here and
// nowhere else, so that what is built, what is tested and what is measured
// cannot differ.
//
//	wasm, err := program.Compile(ctx, root)
//	script, err := program.Runtime(ctx, root) // Go's own wasm_exec.js
//	imports, err := program.Imports(ctx, root)
package program

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"fenghui/build/site/lighten"
)

// Tags of every build: without "ne", gse embeds 32 MB of dictionaries.
const Tags = "ne"

// Module is what the paths of our packages begin with.
const Module = "fenghui/"

// mainPackage is what is compiled, relative to the repository.
const mainPackage = "./wasm"

// inlined are the packages whose small functions are written out where they
// are called; everywhere else a call stays a call, which takes 4 % off what a
// first visit fetches. These three are loops over characters and postings, which
// run up to twice as fast in the browser for it. Inlined as well, the runtime
// would add 2 % to the download and the rest of bleve and the standard library
// another 2 %, for no more speed than one run differs from the next.
var inlined = []string{"fenghui/wasm/text", "fenghui/wasm/index", "github.com/RoaringBitmap/..."}

// flags of the compiler. No path and no state of version control gets into the
// file, so the same sources give the same bytes anywhere: modinfo and the build
// ID go too, which tell of the folder that gse is copied to.
func flags(version string) []string {
	list := []string{"-tags", Tags, "-trimpath", "-buildvcs=false", "-ldflags", "-s -w -buildid= -X runtime.modinfo= -X main.build=" + version, "-gcflags=all=-l"}
	for _, pattern := range inlined {
		list = append(list, "-gcflags="+pattern+"=")
	}
	return list
}

// Compile returns the bytes of the compiled program, lightened. The program
// knows its Version. A Go that lays programs out in another way than the one
// lighten knows gives a program that is as heavy as it was.
func Compile(ctx context.Context, root string) ([]byte, error) {
	version, err := Version(os.DirFS(root))
	if err != nil {
		return nil, err
	}
	lighter, err := lighterSources(ctx, root)
	if err != nil {
		return nil, err
	}
	defer lighter.remove()
	file := filepath.Join(lighter.dir, "fenghui.wasm")
	args := slices.Concat([]string{"build", "-o", file}, lighter.flags, flags(version))
	if _, err := run(ctx, root, append(args, mainPackage)...); err != nil {
		return nil, err
	}
	wasm, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("program: %w", err)
	}
	light, err := lighten.Program(wasm, Module)
	if errors.Is(err, lighten.ErrUnknown) {
		return wasm, nil
	}
	return light, err
}

// Runtime returns the script that connects the program with JavaScript. It
// belongs to the version of Go, so it is never kept in the repository.
func Runtime(ctx context.Context, root string) ([]byte, error) {
	goroot, err := run(ctx, root, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	script, err := os.ReadFile(filepath.Join(strings.TrimSpace(goroot), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return nil, fmt.Errorf("program: wasm_exec.js of this Go: %w", err)
	}
	return script, nil
}

// Imports lists the packages that get into the program.
func Imports(ctx context.Context, root string) ([]string, error) {
	lighter, err := lighterSources(ctx, root)
	if err != nil {
		return nil, err
	}
	defer lighter.remove()
	args := slices.Concat([]string{"list", "-deps", "-tags", Tags}, lighter.flags, []string{mainPackage})
	out, err := run(ctx, root, args...)
	return strings.Fields(out), err
}

// Version is 12 hex digits of what the program is made of: the files of
// corpus/ and wasm/, tests left out, and the versions of the modules used.
func Version(root fs.FS) (string, error) {
	sum := sha256.New()
	for _, top := range []string{"go.mod", "go.sum", "corpus", "wasm"} {
		err := fs.WalkDir(root, top, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return skipTestdata(entry, err)
			}
			if strings.HasSuffix(name, "_test.go") {
				return nil
			}
			return addFile(sum, root, name)
		})
		if err != nil {
			return "", fmt.Errorf("program: version: %w", err)
		}
	}
	return hex.EncodeToString(sum.Sum(nil))[:12], nil
}

func skipTestdata(entry fs.DirEntry, err error) error {
	if err == nil && entry.Name() == "testdata" {
		return fs.SkipDir
	}
	return err
}

// addFile adds name and content, each with its length, so that no two lists
// of files give the same bytes.
func addFile(w io.Writer, root fs.FS, name string) error {
	text, err := fs.ReadFile(root, name)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%d %s %d %s", len(name), name, len(text), text)
	return err
}

// run runs the go command for the browser's platform. GOFLAGS of the caller
// is put aside: all flags are the ones above.
func run(ctx context.Context, root string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=")
	var out, told bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &told
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		if errors.Is(err, exec.ErrNotFound) {
			return "", fmt.Errorf("program: no go command on the path: %w", err)
		}
		return "", fmt.Errorf("program: go %s: %w\n%s", args[0], err, bytes.TrimSpace(told.Bytes()))
	}
	return out.String(), nil
}
