package main

import (
	"context"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"strconv"

	"fenghui/build/install"
	"fenghui/build/repository"
	"fenghui/build/site/program"
)

// runBench measures. What it measures is in build/bench, as benchmarks of Go:
// they share the browser of the tests.
func runBench(ctx context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) error {
	set := flags("bench [-only NAME] [-docs N] [-runs N] [-engines LIST]", "Measures Fenghui beside other engines in a headless Chromium and writes build/bench/RESULTS.md\n"+
		"and results.json; what is not measured again stays in them. Needs npm, for the engines.", stderr)
	only := set.String("only", "", "measure only this: a `pattern` of the names Engines Start …")
	docs := set.Int("docs", 4000, "articles of the large library, of five passages each; 20000 takes half an hour")
	runs := set.Int("runs", 3, "how often each measure is taken")
	engines := set.String("engines", "", "only these engines, by name, separated by commas")
	if err := parse(set, args); err != nil {
		return err
	}
	root, err := repository.Root()
	if err != nil {
		return err
	}
	if _, err := install.Chromium(ctx, stderr); err != nil {
		return err
	}
	if err := install.Modules(ctx, stderr, filepath.Join(root, "build", "bench")); err != nil {
		return err
	}
	if *only == "" {
		*only = "."
	}
	cmd := exec.CommandContext(ctx, "go", "test", "-tags", program.Tags, "-run", "^$", "-bench", *only, "-benchtime", "1x", "-timeout", "3h",
		"./build/bench", "-docs", strconv.Itoa(*docs), "-runs", strconv.Itoa(*runs), "-engines", *engines)
	cmd.Dir, cmd.Stdout, cmd.Stderr = root, stdout, stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("bench: %w", err)
	}
	return nil
}
