package engine

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Lines as gofmt leaves them: a request with what it takes and answers, who
// answers it, and what that function takes last and returns first.
var (
	declaredOp = regexp.MustCompile(`(?m)^\t(Op\w+) +Op = "(\w+)" +// (\w*) ?-> (\w+)`)
	answeredOp = regexp.MustCompile(`(?m)^\t(Op\w+): +\w+\((?:\(\*Engine\)\.)?(\w+)\),$`)
	signatures = regexp.MustCompile(`(?m)^func (?:\(e \*Engine\) )?(\w+)\(.* (\S+)\) \((\S+), error\) {$`)
)

// The comment of a request is what a page knows of its types. It must say what
// the handler says, and a transcript must show the request.
func TestEveryRequestIsAnsweredAsDeclared(t *testing.T) {
	source, shown := files(t, "*.go"), files(t, "testdata/*.txtar")
	handler, signature := map[string]string{}, map[string][]string{}
	for _, m := range answeredOp.FindAllStringSubmatch(source, -1) {
		handler[m[1]] = m[2]
	}
	for _, m := range signatures.FindAllStringSubmatch(source, -1) {
		signature[m[1]] = []string{strings.TrimPrefix(m[2], "none"), strings.Replace(m[3], "*none", "null", 1)}
	}
	declared := declaredOp.FindAllStringSubmatch(source, -1)
	if n := strings.Count(source, " Op = \""); len(declared) != n || len(handlers) != n {
		t.Errorf("%d requests, of which %d say what they take and answer; %d handlers", n, len(declared), len(handlers))
	}
	for _, d := range declared {
		says, want := strings.Join(signature[handler[d[1]]], " -> "), d[3]+" -> "+d[4]
		if handlers[Op(d[2])] == nil || says != want {
			t.Errorf("%s: %s, but its handler %q: %s", d[1], want, handler[d[1]], says)
		}
		if !strings.Contains(shown, `"op":"`+d[2]+`"`) {
			t.Errorf("%s is in no transcript", d[1])
		}
	}
}

// files are the contents of all files with such names.
func files(t *testing.T, pattern string) string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(data)
	}
	return all.String()
}
