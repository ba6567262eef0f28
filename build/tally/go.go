package tally

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// event is a line of `go test -json`.
type event struct {
	Action      string
	Package     string
	ImportPath  string // of build output, which belongs to no package yet
	Test        string
	Elapsed     float64
	Output      string
	FailedBuild string
}

// run follows the tests of several packages at once.
type run struct {
	w        io.Writer
	count    Count
	packages map[string]*suite
	builds   map[string]string // output of the compiler
}

// suite is the tests of a package so far.
type suite struct {
	count    Count
	order    []string          // tests in the order they were started
	ended    map[string]string // action they ended with
	output   map[string]string // by test; "" is the package
	children map[string]bool   // tests that have tests of their own
}

// Go reads what `go test -json` writes.
func Go(r io.Reader, w io.Writer) (Count, error) {
	t := run{w: w, packages: map[string]*suite{}, builds: map[string]string{}}
	lines := bufio.NewReader(r)
	for {
		line, err := lines.ReadString('\n')
		if line != "" {
			t.line(line)
		}
		if err == io.EOF {
			return t.count, nil
		}
		if err != nil {
			return t.count, fmt.Errorf("tally: %w", err)
		}
	}
}

// line takes an event. Other lines come from the go command itself and are
// shown as they are.
func (t *run) line(line string) {
	var e event
	if json.Unmarshal([]byte(line), &e) != nil {
		fmt.Fprint(t.w, line)
		return
	}
	switch e.Action {
	case "build-output":
		t.builds[e.ImportPath] += e.Output
	case "build-fail":
	default:
		t.event(e)
	}
}

func (t *run) event(e event) {
	s := t.packages[e.Package]
	if s == nil {
		s = &suite{ended: map[string]string{}, output: map[string]string{}, children: map[string]bool{}}
		t.packages[e.Package] = s
	}
	switch e.Action {
	case "run":
		s.order = append(s.order, e.Test)
		if i := strings.LastIndex(e.Test, "/"); i >= 0 {
			s.children[e.Test[:i]] = true
		}
	case "output":
		switch {
		case strings.HasPrefix(e.Output, "=== "):
		case strings.HasPrefix(strings.TrimSpace(e.Output), "--- "):
			s.output[e.Test] = e.Output + s.output[e.Test] // a headline
		default:
			s.output[e.Test] += e.Output
		}
	case "pass", "fail", "skip":
		if e.Test != "" {
			s.ended[e.Test] = e.Action
			return
		}
		t.finish(e, s)
		delete(t.packages, e.Package)
	}
}

// finish counts and shows a package that has ended.
func (t *run) finish(e event, s *suite) {
	s.tally()
	if e.Action == "fail" && s.count.Failed == 0 {
		s.count.Failed = 1 // it did not compile, or ended outside any test
	}
	t.count.Add(s.count)
	switch {
	case e.Action == "fail":
		fmt.Fprintf(t.w, "FAIL %s: %v\n", e.Package, s.count)
		indent(t.w, t.builds[e.FailedBuild])
		s.show(t.w, "fail")
		indent(t.w, s.output[""])
	case len(s.order) > 0:
		fmt.Fprintf(t.w, "ok   %s: %v, %.1f s\n", e.Package, s.count, e.Elapsed)
	}
	s.show(t.w, "skip")
}

// tally counts the tests that have none of their own. One that has, and
// failed though all of those passed, counts as well. A test that never ended
// took its package with it.
func (s *suite) tally() {
	for _, test := range s.order {
		if s.ended[test] == "" {
			s.ended[test] = "fail"
		}
	}
	for _, test := range s.order {
		switch {
		case s.ended[test] == "fail" && !s.failedBelow(test):
			s.count.Failed++
		case s.children[test]:
		case s.ended[test] == "pass":
			s.count.Passed++
		case s.ended[test] == "skip":
			s.count.Skipped++
		}
	}
}

func (s *suite) failedBelow(test string) bool {
	return slices.ContainsFunc(s.order, func(other string) bool {
		return strings.HasPrefix(other, test+"/") && s.ended[other] == "fail"
	})
}

// show writes the output of the tests that ended like that.
func (s *suite) show(w io.Writer, action string) {
	for _, test := range s.order {
		if s.ended[test] == action {
			indent(w, s.output[test])
		}
	}
}

func indent(w io.Writer, text string) {
	for line := range strings.Lines(text) {
		fmt.Fprint(w, "    ", line)
	}
	if text != "" && !strings.HasSuffix(text, "\n") {
		fmt.Fprintln(w)
	}
}
