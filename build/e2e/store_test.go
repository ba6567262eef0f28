package e2e_test

import (
	"bytes"
	"os"
	"os/exec"
	"slices"
	"testing"

	"fenghui/build/e2e"
)

// The conformance suite and the tests of store/idb run where the store runs.
func TestStoreInABrowser(t *testing.T) {
	t.Parallel()
	g := e2e.CompileTest(t, "./wasm/store/idb")
	worker := e2e.ServeHandler(t, g) // an origin, and so databases, of its own
	native := nativeSubtests(t)
	b := e2e.Launch(t)
	for _, c := range []struct {
		name  string
		url   string
		place e2e.Place
	}{
		{"in a page", g.URL, e2e.InPage},
		{"in a module worker", worker.URL, e2e.InWorker},
		{"on an origin that is not secure", g.Insecure, e2e.InPage},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p := b.For(t).Open(c.url)
			defer p.Close()
			got := g.Run(p, c.place).Subtests("TestStore")
			if !slices.Equal(got, native) {
				t.Errorf("ran %d subtests, %d run natively:\n%q\n%q", len(got), len(native), got, native)
			}
		})
	}
}

// nativeSubtests runs the conformance suite on store.Memory.
func nativeSubtests(t *testing.T) []string {
	t.Helper()
	cmd := exec.Command("go", "test", "-v", "-count=1", "-run=^TestMemory$", "fenghui/wasm/store")
	cmd.Env = append(os.Environ(), "GOFLAGS=-tags=ne")
	out, err := cmd.CombinedOutput()
	r := e2e.Result{Output: string(bytes.TrimSpace(out))}
	if err != nil || !r.Passed() {
		t.Fatalf("natively: %v\n%s", err, out)
	}
	names := r.Subtests("TestMemory")
	if len(names) == 0 {
		t.Fatal("no subtest ran natively")
	}
	return names
}
