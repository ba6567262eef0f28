// Command build makes and serves the site, and runs the program's parts
// natively. Each command is a file of this package named after it.
//
//	go run -tags ne ./build             # lists the commands
//	go run -tags ne ./build site        # the site into build/out
//	go run -tags ne ./build serve -h    # the flags of one command
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// command is one row of the table of commands.
type command struct {
	name string
	help string // one line for the list
	run  func(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) error
}

var commands = []command{
	{"site", "make the site, one static folder", runSite},
	{"serve", "serve a site on this machine", runServe},
	{"search", "search our records or a folder; or measure a set of queries", runSearch},
	{"test", "run all tests and count them", runTest},
	{"bench", "measure beside other engines, in a browser, into build/bench/RESULTS.md", runBench},
	{"browsers", "try the page in Chromium, Firefox and WebKitGTK", runBrowsers},
	{"figures", "print the figures of articles and records", runFigures},
	{"compare", "line up the figures of articles and records: series, boards, checks, initiatives", runCompare},
	{"lint", "check records for their editors: front matter, names, figures read as meant", runLint},
	{"export", "write passages and figures as NDJSON, Parquet and documents of OpenSearch", runExport},
	{"packs", "build a library in packs, one for each year", runPacks},
	{"words", "write the dictionary of our records, for tests and commands", runWords},
	{"protocol", "write web/engine/protocol.js from wasm/engine/protocol.go", runProtocol},
	{"quantities", "print the numbers, units and times of texts", runQuantities},
}

// Exit codes: what was asked for is done, it failed, it was not understood.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run finds the command of the first argument and gives it the rest.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		usage(stderr)
		return exitUsage
	}
	name, rest := args[0], args[1:]
	if name == "help" && len(rest) > 0 {
		name, rest = rest[0], []string{"-h"}
	}
	switch name {
	case "help", "-h", "-help", "--help":
		usage(stdout)
		return exitDone
	}
	for _, c := range commands {
		if c.name == name {
			return exitCode(c.name, c.run(ctx, rest, stdin, stdout, stderr), stderr)
		}
	}
	fmt.Fprintf(stderr, "build: no command %q\n\n", name)
	usage(stderr)
	return exitUsage
}

// exitCode reports err, unless it has been told already.
func exitCode(name string, err error, stderr io.Writer) int {
	var misuse usageError
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return exitDone
	case errors.As(err, &misuse):
		if !misuse.told {
			fmt.Fprintf(stderr, "build %s: %v\n", name, err)
		}
		return exitUsage
	}
	fmt.Fprintf(stderr, "build %s: %v\n", name, err)
	return exitFailed
}

// usageError is an error in how a command was called. The flag package tells
// its own errors; those are not told again.
type usageError struct {
	what string
	told bool
}

func (e usageError) Error() string { return e.what }

// usage lists the commands; it is the manual.
func usage(w io.Writer) {
	fmt.Fprint(w, "Usage: go run -tags ne ./build COMMAND [flags]\n\nCommands:\n")
	for _, c := range commands {
		fmt.Fprintf(w, "  %-10s %s\n", c.name, c.help)
	}
	fmt.Fprint(w, "\nThe flags of a command: go run -tags ne ./build COMMAND -h\n")
}

// flags makes the flag set of a command; synopsis begins with its name.
func flags(synopsis, about string, stderr io.Writer) *flag.FlagSet {
	set := flag.NewFlagSet(synopsis, flag.ContinueOnError)
	set.SetOutput(stderr)
	set.Usage = func() {
		fmt.Fprintf(stderr, "Usage: go run -tags ne ./build %s\n\n%s\n\n", synopsis, about)
		set.PrintDefaults()
	}
	return set
}

// parse reads flags only; anything that is left over is a mistake.
func parse(set *flag.FlagSet, args []string) error {
	if err := parseFlags(set, args); err != nil {
		return err
	}
	if set.NArg() > 0 {
		return usageError{what: fmt.Sprintf("unexpected argument %q", set.Arg(0))}
	}
	return nil
}

// parseFlags is for commands that take further arguments.
func parseFlags(set *flag.FlagSet, args []string) error {
	if err := set.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return err
		}
		return usageError{what: err.Error(), told: true}
	}
	return nil
}
