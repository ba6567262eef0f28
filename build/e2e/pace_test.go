package e2e_test

import (
	"testing"

	"fenghui/build/e2e"
)

func TestPaceInABrowser(t *testing.T) {
	t.Parallel()
	g := e2e.CompileTest(t, "./wasm/pace")
	b := e2e.Launch(t)
	for _, place := range []e2e.Place{e2e.InPage, e2e.InWorker} {
		t.Run(string(place), func(t *testing.T) {
			g.Run(b.For(t).Open(g.URL), place, "-test.bench=.", "-test.benchtime=300ms")
		})
	}
}
