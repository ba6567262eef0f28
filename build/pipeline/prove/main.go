// Command prove builds one library twice, on its own and as a pipeline, and
// holds one against the other: documents, rows and figures byte for byte,
// segments by what they say.
//
//	go run -C build/pipeline -tags ne ./prove -documents 20000
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"fenghui/build/packs"
	"fenghui/build/pipeline/sample"
	"fenghui/build/repository"
)

func main() {
	documents := flag.Int("documents", 20_000, "how many articles")
	flag.Parse()
	if err := prove(context.Background(), *documents); err != nil {
		fmt.Fprintln(os.Stderr, "prove:", err)
		os.Exit(1)
	}
}

func prove(ctx context.Context, documents int) (err error) {
	root, err := repository.Root()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "fenghui-pipeline-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	articles := filepath.Join(dir, "articles")
	count, err := sample.Write(articles, documents, filepath.Join(root, "..", "shared", "retrieval"))
	if err != nil {
		return err
	}
	fmt.Printf("%d articles of %s sentences, %.1f MB, and %d bad files\n", count.Documents, kind(count), float64(count.Bytes)/1e6, count.Bad)

	alone, beamed := filepath.Join(dir, "alone"), filepath.Join(dir, "beamed")
	pipeline := filepath.Join(root, "build", "pipeline")
	if err := build(ctx, "plain build", root, "./build", dir, "packs", "-corpus", articles, "-out", alone); err != nil {
		return err
	}
	if err := build(ctx, "pipeline on prism", pipeline, ".", dir, "-corpus", articles, "-out", beamed); err != nil {
		return err
	}
	if err := packs.Same(alone, beamed); err != nil {
		return err
	}
	contents, err := packs.ReadContents(beamed)
	if err != nil {
		return err
	}
	if len(contents.Refused) != count.Bad {
		return fmt.Errorf("%d files refused, %d were bad", len(contents.Refused), count.Bad)
	}
	fmt.Println("equal: documents, passages, figures and refusals byte for byte, segments by their dumps")
	return nil
}

func kind(c sample.Count) string {
	if c.Invented {
		return "invented"
	}
	return "public"
}

// build compiles a command in its own module, runs it, and tells how long it
// ran.
func build(ctx context.Context, what, module, pkg, dir string, args ...string) error {
	program := filepath.Join(dir, filepath.Base(module)+"-program")
	compile := exec.CommandContext(ctx, "go", "build", "-tags", "ne", "-buildvcs=false", "-o", program, pkg)
	compile.Dir, compile.Stderr = module, os.Stderr
	if err := compile.Run(); err != nil {
		return fmt.Errorf("%s: compile: %w", what, err)
	}
	run := exec.CommandContext(ctx, program, args...)
	run.Dir = module
	start := time.Now()
	output, err := run.Output()
	if err != nil {
		var failed *exec.ExitError
		if errors.As(err, &failed) {
			return fmt.Errorf("%s: %w\n%s", what, err, failed.Stderr)
		}
		return fmt.Errorf("%s: %w", what, err)
	}
	state := run.ProcessState
	fmt.Printf("%s: %s  in %.1f s, %.1f s of processor time%s\n", what, output[len(args[len(args)-1])+2:],
		time.Since(start).Seconds(), (state.UserTime() + state.SystemTime()).Seconds(), memory(state))
	return nil
}

// memory is the most a command had at a time, where the system tells it.
func memory(state *os.ProcessState) string {
	usage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok || runtime.GOOS != "linux" {
		return ""
	}
	return fmt.Sprintf(", at most %d MB", usage.Maxrss>>10)
}
