package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestQuantitiesOfLines(t *testing.T) {
	for _, c := range []struct {
		what, in string
		code     int
		stdout   []string
		stderr   string
	}{
		{"two lines", `{"id":"a","text":"贸易额70亿美元"}` + "\n" + `{"id":"b","text":"去年","ref":"2025-10-09"}` + "\n", 0,
			[]string{`"id":"a"`, `7000000000`, `"id":"b"`, `2024`}, ""},
		{"nothing", "", 0, nil, ""},
		{"a line that is no JSON", `{"id":"a","text":"5公里"}` + "\nfive\n", 1, nil, "line 2: "},
	} {
		t.Run(c.what, func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			code := run(t.Context(), []string{"quantities"}, strings.NewReader(c.in), &stdout, &stderr)
			if code != c.code || !strings.Contains(stderr.String(), c.stderr) {
				t.Errorf("exit %d, %s", code, stderr.String())
			}
			for _, want := range c.stdout {
				if !strings.Contains(stdout.String(), want) {
					t.Errorf("no %s in %s", want, stdout.String())
				}
			}
		})
	}
}
