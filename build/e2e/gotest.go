package e2e

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fenghui/build/repository"
	"fenghui/build/site/lighten"
	"fenghui/build/site/program"
)

// gotest is the page that runs Go tests.
//
//go:embed gotest
var gotest embed.FS

// Place is where in a browser a Go program runs.
type Place string

const (
	InPage   Place = "inPage"
	InWorker Place = "inWorker"
)

// compile runs `go ARGS` for js/wasm at the root of the repository.
func compile(t testing.TB, args ...string) {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir = root(t)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=-tags=ne")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("e2e: go %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// goEnv asks the go command.
func goEnv(t testing.TB, name string) string {
	t.Helper()
	out, err := exec.Command("go", "env", name).Output()
	if err != nil {
		t.Fatalf("e2e: go env %s: %v", name, err)
	}
	return strings.TrimSpace(string(out))
}

// root is the folder of the repository.
func root(t testing.TB) string {
	t.Helper()
	dir, err := repository.Root()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// site copies a folder of harness files, puts wasm_exec.js beside them, has add
// compile what else they need, and serves it all.
func site(t testing.TB, files fs.FS, add func(dir string)) *Server {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, files); err != nil {
		t.Fatal(err)
	}
	glue, err := os.ReadFile(filepath.Join(goEnv(t, "GOROOT"), "lib/wasm/wasm_exec.js"))
	if err != nil {
		t.Fatalf("e2e: %v", err)
	}
	if err := os.WriteFile(filepath.Join(dir, "wasm_exec.js"), glue, 0o644); err != nil {
		t.Fatal(err)
	}
	add(dir)
	return Serve(t, os.DirFS(dir))
}

// GoTest is a package's test, compiled for the browser and served.
type GoTest struct{ *Server }

// CompileTest compiles the test of a package, named as `go test` names it.
func CompileTest(t testing.TB, pkg string) *GoTest {
	t.Helper()
	return goTest(t, pkg, func(string) {})
}

// CompileLightTest is CompileTest, and lightened as the program itself is.
func CompileLightTest(t testing.TB, pkg string) *GoTest {
	t.Helper()
	return goTest(t, pkg, func(file string) {
		wasm, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if wasm, err = lighten.Program(wasm, program.Module); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, wasm, 0o644); err != nil {
			t.Fatal(err)
		}
	})
}

// goTest compiles a test, and has change work on the compiled file.
func goTest(t testing.TB, pkg string, change func(file string)) *GoTest {
	t.Helper()
	files, err := fs.Sub(gotest, "gotest")
	if err != nil {
		t.Fatal(err)
	}
	return &GoTest{site(t, files, func(dir string) {
		file := filepath.Join(dir, "test.wasm")
		compile(t, "test", "-c", "-o", file, pkg)
		change(file)
	})}
}

// Result is what a Go test said in a browser.
type Result struct {
	Code   int    `json:"code"`
	Output string `json:"output"`
}

// Run runs the test on a page that shows s.URL or s.Insecure. args are flags
// of test binaries such as -test.run=X. A test that fails fails this one.
func (g *GoTest) Run(p *Page, where Place, args ...string) Result {
	p.b.t.Helper()
	list := `"-test.v"`
	for _, a := range args {
		list += fmt.Sprintf(", %q", a)
	}
	r := Eval[Result](p, fmt.Sprintf("window.%s('test.wasm', [%s])", where, list))
	if r.Code != 0 || !r.Passed() {
		p.b.t.Errorf("%s: the Go test ended with code %d and did not pass", where, r.Code)
	}
	return r
}

var (
	passLine = regexp.MustCompile(`(?m)^PASS$`)
	failLine = regexp.MustCompile(`(?m)^\s*(--- )?FAIL\b`)
	runLine  = regexp.MustCompile(`(?m)^=== RUN +(\S+)$`)
)

// Passed wants a PASS at the end and no FAIL anywhere.
func (r Result) Passed() bool {
	return passLine.MatchString(r.Output) && !failLine.MatchString(r.Output)
}

// Subtests lists what ran below a test, without its name.
func (r Result) Subtests(test string) []string {
	var names []string
	for _, m := range runLine.FindAllStringSubmatch(r.Output, -1) {
		if name, below := strings.CutPrefix(m[1], test+"/"); below {
			names = append(names, name)
		}
	}
	return names
}

// StorePage serves testdata/storepage: a page that calls store/idb directly.
func StorePage(t testing.TB) *Server {
	t.Helper()
	const folder = "build/e2e/testdata/storepage"
	return site(t, os.DirFS(filepath.Join(root(t), folder)), func(dir string) {
		compile(t, "build", "-o", filepath.Join(dir, "store.wasm"), "./"+folder)
	})
}
