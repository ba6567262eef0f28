package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"fenghui/build/install"
	"fenghui/build/repository"
	"fenghui/build/site/program"
	"fenghui/build/tally"
)

// slowTests are left out by -unit: they start a browser, or compile and
// compress the whole program.
var slowTests = []string{browserTests, budgetTests}

const (
	browserTests = "fenghui/build/e2e"
	budgetTests  = "fenghui/build/site/budget"
)

// browsersAtOnce is one more than the cores of a small machine: a browser that
// waits leaves one idle.
const browsersAtOnce = "3"

// runTest runs all tests there are and counts them.
func runTest(ctx context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) error {
	set := flags("test [-unit]", "Runs the tests of all packages, of the page's modules (where there is node) and,\n"+
		"in a real Chromium, of the whole. On Debian a missing Chromium or npm is installed.\n"+
		"The last line says how many passed and failed.", stderr)
	unit := set.Bool("unit", false, "only what is quick and needs no browser")
	if err := parse(set, args); err != nil {
		return err
	}
	root, err := repository.Root()
	if err != nil {
		return err
	}
	t := tester{ctx: ctx, root: root, out: stdout}
	if !*unit { // what has run in a known order and has not changed, the go command would not run again
		t.flags = []string{"-shuffle", "on"}
	}
	t.packages(t.unitPackages()...)
	if *unit {
		t.modules()
	} else {
		t.parquet()
		t.vetForBrowser()
		t.browser(stderr)
	}
	fmt.Fprintln(stdout, t.count)
	if t.count.Failed > 0 {
		return errors.New("tests failed")
	}
	return ctx.Err()
}

// tester runs suites one after another. Whatever keeps a suite from running
// counts as a failed test, so that nothing is ever passed over in silence. Only
// the quick tests do without node where there is none, and say so.
type tester struct {
	ctx   context.Context
	root  string
	out   io.Writer
	flags []string // of go test
	count tally.Count
}

func (t *tester) fail(what string, err error) {
	fmt.Fprintf(t.out, "FAIL %s: %v\n", what, err)
	t.count.Failed++
}

// unitPackages are all but the slow ones.
func (t *tester) unitPackages() []string {
	out, err := t.command("go", "list", "-tags", program.Tags, "./...").Output()
	if err != nil {
		t.fail("go list", err)
		return nil
	}
	return slices.DeleteFunc(strings.Fields(string(out)), func(p string) bool {
		return slices.ContainsFunc(slowTests, func(slow string) bool { return p == slow || strings.HasPrefix(p, slow+"/") })
	})
}

// packages runs the tests of Go packages; flags stand before them.
func (t *tester) packages(list ...string) {
	if len(list) == 0 {
		return
	}
	args := slices.Concat([]string{"test", "-json", "-tags", program.Tags, "-timeout", "20m"}, t.flags, list)
	t.follow(t.command("go", args...), tally.Go)
}

// follow counts the tests of a command while it runs. A command that fails
// without a failed test has not run them.
func (t *tester) follow(cmd *exec.Cmd, read func(io.Reader, io.Writer) (tally.Count, error)) {
	cmd.Stderr = t.out
	pipe, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.fail(cmd.Path, err)
		return
	}
	count, err := read(pipe, t.out)
	t.count.Add(count)
	if ended := cmd.Wait(); err == nil && count.Failed == 0 {
		err = ended
	}
	if err != nil {
		t.fail(strings.Join(cmd.Args[:2], " "), err)
	}
}

// modules runs the tests of the page's modules. They need node, which none of
// the other quick tests does, so without it they are left out.
func (t *tester) modules() {
	files, err := filepath.Glob(filepath.Join(t.root, "web", "test", "*.test.js"))
	if err != nil || len(files) == 0 {
		return
	}
	node, err := exec.LookPath("node")
	if err != nil {
		fmt.Fprintf(t.out, "web: %d files of tests left out, there is no node here\n", len(files))
		return
	}
	t.follow(t.command(node, append([]string{"--test", "--test-reporter=tap"}, files...)...), tally.Node)
}

// parquet runs the tests of the export that stands in the module of the
// pipeline. Those of the pipeline itself take a minute to compile, so only
// `make pipeline` runs them.
func (t *tester) parquet() {
	cmd := t.command("go", "test", "-json", "-tags", program.Tags, "./parquet")
	cmd.Dir = filepath.Join(t.root, "build", "pipeline")
	t.follow(cmd, tally.Go)
}

// vetForBrowser vets the files that only compile for the browser, which `go vet
// ./...` silently passes over.
func (t *tester) vetForBrowser() {
	cmd := t.command("go", "vet", "-tags", program.Tags, "./wasm/...", "./corpus/...")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.fail("go vet for js/wasm", fmt.Errorf("%w\n%s", err, out))
		return
	}
	fmt.Fprintln(t.out, "ok   go vet for js/wasm")
	t.count.Passed++
}

// browser runs the slow tests, with what they need installed first, and those
// of modules: node comes with npm.
func (t *tester) browser(log io.Writer) {
	if _, err := install.Chromium(t.ctx, log); err != nil {
		t.fail("Chromium", err)
		return
	}
	if err := install.Modules(t.ctx, log, filepath.Join(t.root, "build", "e2e")); err != nil {
		t.fail("npm packages", err)
		return
	}
	t.modules()
	t.packages(budgetTests)
	t.packages("-parallel", browsersAtOnce, browserTests)
}

func (t *tester) command(name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(t.ctx, name, args...)
	cmd.Dir = t.root
	return cmd
}
