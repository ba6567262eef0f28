package e2e_test

import (
	"testing"

	"fenghui/build/e2e"
)

func TestPromisesInABrowser(t *testing.T) {
	g := e2e.CompileTest(t, "./wasm/promise")
	g.Run(e2e.Launch(t).Open(g.URL), e2e.InPage)
}
