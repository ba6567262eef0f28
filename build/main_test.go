package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fenghui/build/hosting"
)

// call runs the command line; what it wrote comes back with its exit code.
func call(t *testing.T, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	var out, told bytes.Buffer
	code = run(t.Context(), args, strings.NewReader(""), &out, &told)
	return out.String(), told.String(), code
}

func TestCommandLine(t *testing.T) {
	for _, c := range []struct {
		args   string
		code   int
		stdout string
		stderr string
	}{
		{"", 2, "", "Commands:"},
		{"help", 0, "Commands:", ""},
		{"-h", 0, "  site ", ""},
		{"nonsense", 2, "", `no command "nonsense"`},
		{"nonsense", 2, "", "  serve "},
		{"help protocol", 0, "", "Usage: go run -tags ne ./build protocol [-check]"},
		{"protocol -h", 0, "", "write nothing"},
		{"protocol -nonsense", 2, "", "flag provided but not defined: -nonsense"},
		{"protocol extra", 2, "", `build protocol: unexpected argument "extra"`},
		{"site -corpus", 2, "", "flag needs an argument"},
		{"site -corpus=", 2, "", "the name of a folder is needed"},
		{"site -records=perhaps", 2, "", "invalid boolean value"},
		{"serve -dir /nowhere/at/all", 1, "", "no site in /nowhere/at/all: build one"},
		{"site -out /dev/null", 1, "", "build site: "},
		{"export", 2, "", "-out DIR is needed"},
		{"export -out x -format xml", 2, "", `no format "xml"; there are ndjson, parquet and opensearch`},
		{"packs", 2, "", "-out DIR is needed"},
	} {
		t.Run(c.args, func(t *testing.T) {
			stdout, stderr, code := call(t, strings.Fields(c.args)...)
			if code != c.code {
				t.Errorf("exit code %d, want %d", code, c.code)
			}
			if !strings.Contains(stdout, c.stdout) || !strings.Contains(stderr, c.stderr) {
				t.Errorf("stdout %q, stderr %q", stdout, stderr)
			}
		})
	}
}

// Every command has a line in the list and a usage text that begins with its
// name and all its flags, and none does anything when asked for it.
func TestEveryCommandHasItsUsage(t *testing.T) {
	list, _, _ := call(t, "help")
	for _, c := range commands {
		stdout, stderr, code := call(t, c.name, "-h")
		if code != 0 || stdout != "" || !strings.HasPrefix(stderr, "Usage: go run -tags ne ./build "+c.name) {
			t.Errorf("%s -h: %d %q %q", c.name, code, stdout, stderr)
		}
		if !strings.Contains(list, "  "+c.name+" ") || c.help == "" {
			t.Errorf("%s is not in the list: %s", c.name, list)
		}
		synopsis, _, _ := strings.Cut(stderr, "\n\n")
		for line := range strings.Lines(stderr) {
			if flag, ok := strings.CutPrefix(line, "  -"); ok && !strings.Contains(synopsis, "[-"+strings.Fields(flag)[0]) && !strings.Contains(synopsis, " -"+strings.Fields(flag)[0]) {
				t.Errorf("%s: its first lines do not name -%s", c.name, strings.Fields(flag)[0])
			}
		}
	}
}

func TestMistakesAreToldOnce(t *testing.T) {
	for _, c := range commands {
		_, stderr, code := call(t, c.name, "-nonsense")
		if n := strings.Count(stderr, "not defined"); n != 1 || code != exitUsage {
			t.Errorf("%s: exit code %d, told %d times: %s", c.name, code, n, stderr)
		}
	}
}

// smallSite is enough of a site to be served.
func smallSite(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "index.html"), []byte("<page>"), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestServeUntilInterrupted(t *testing.T) {
	ctx, interrupt := context.WithCancel(t.Context())
	defer interrupt()
	reader, writer := io.Pipe()
	done := make(chan error, 1)
	go func() {
		done <- runServe(ctx, []string{"-addr", "127.0.0.1:0", "-dir", smallSite(t), "-prefix", "/portal/"}, nil, writer, io.Discard)
	}()
	line, err := bufio.NewReader(reader).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	address := strings.TrimSpace(line)
	if !strings.HasSuffix(address, "/portal/") {
		t.Errorf("told %q", address)
	}
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(response.Body)
	response.Body.Close()
	if err != nil || string(body) != "<page>" {
		t.Errorf("got %q, %v", body, err)
	}
	interrupt()
	if err := <-done; err != nil {
		t.Errorf("ended with %v", err)
	}
	if _, err := http.Get(address); err == nil {
		t.Error("still served")
	}
}

func TestServeAtABusyAddress(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	busy := listener.Addr().String()
	err = listen(t.Context(), busy, "/", hosting.Site{}, io.Discard)
	if err == nil || !strings.Contains(err.Error(), busy+" is in use") || !strings.Contains(err.Error(), "-addr 127.0.0.1:0") {
		t.Errorf("got %v", err)
	}
}

func TestTellRefused(t *testing.T) {
	var b strings.Builder
	tellRefused(&b, "packs", errors.Join(errors.New("a.txt: binary"), errors.Join(errors.New("b.md:7: date"), errors.New("b.md:9: city"))))
	want := "packs: left out: a.txt: binary\npacks: left out: b.md:7: date\npacks: left out: b.md:9: city\n"
	if b.String() != want {
		t.Errorf("got %s", b.String())
	}
}
