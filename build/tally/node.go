package tally

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strconv"
)

var nodeCount = regexp.MustCompile(`(?m)^# (pass|fail|cancelled|skipped) (\d+)$`)

// Node reads what `node --test --test-reporter=tap` writes, and shows it when
// a test failed.
func Node(r io.Reader, w io.Writer) (Count, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return Count{}, fmt.Errorf("tally: %w", err)
	}
	var c Count
	found := nodeCount.FindAllSubmatch(text, -1)
	for _, f := range found {
		n, err := strconv.Atoi(string(f[2]))
		if err != nil {
			return c, fmt.Errorf("tally: node: %w", err)
		}
		switch string(f[1]) {
		case "pass":
			c.Passed += n
		case "skipped":
			c.Skipped += n
		default:
			c.Failed += n
		}
	}
	if len(found) == 0 {
		return c, fmt.Errorf("tally: node: no counts in its output: %s", bytes.TrimSpace(text))
	}
	if c.Failed > 0 {
		fmt.Fprintf(w, "FAIL web: %v\n", c)
		indent(w, string(text))
	} else {
		fmt.Fprintf(w, "ok   web: %v\n", c)
	}
	return c, nil
}
