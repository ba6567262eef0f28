package e2e_test

import (
	"strings"
	"testing"

	"fenghui/build/e2e"
)

// The program is lightened after it is compiled. Panics, growing stacks,
// goroutines and the collection of garbage must not notice.
func TestALightenedProgramRuns(t *testing.T) {
	t.Parallel()
	g := e2e.CompileLightTest(t, "./build/site/lighten/running")
	p := e2e.Launch(t).For(t).Open(g.URL)
	defer p.Close()
	r := g.Run(p, e2e.InWorker)
	if strings.Contains(r.Output, "running_test.go:") {
		t.Errorf("it tells lines, so it is not lightened:\n%s", r.Output)
	}
	if !strings.Contains(r.Output, "called at ?:0") {
		t.Errorf("no line was asked for:\n%s", r.Output)
	}
}
