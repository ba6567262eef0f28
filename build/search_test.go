package main

import (
	"path/filepath"
	"strings"
	"testing"

	"fenghui/build/filetest"
)

func TestSearchCommand(t *testing.T) {
	stdout, stderr, code := call(t, "search", "贸易额", `"接近700亿美元"`)
	if code != 0 || !strings.Contains(stdout, "[接近700亿美元]") || !strings.Contains(stdout, "2025-09-01-sco-tianjin") {
		t.Errorf("exit %d, %s%s", code, stdout, stderr)
	}
}

func TestSearchMeasuresASetOfQueries(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string { return filetest.Write(t, dir, name, text) }
	docs := write("docs.jsonl", `{"id":"sea","title":"海洋","text":"港口吞吐量增长。"}`+"\n"+`{"id":"air","title":"航空","text":"机场货运量下降。"}`+"\n")
	queries := write("queries.jsonl", `{"id":"q1","text":"机场的货运量"}`+"\n"+`{"id":"q2","text":"没有"}`+"\n")
	stdout, stderr, code := call(t, "search", "-docs", docs, "-queries", queries, "-k", "1")
	if want := "{\"hits\":[\"air\"],\"id\":\"q1\"}\n{\"hits\":[],\"id\":\"q2\"}\n"; code != 0 || stdout != want {
		t.Errorf("exit %d, %s%s, want %s", code, stdout, stderr, want)
	}
	broken := write("broken.jsonl", "{}\nnot JSON\n")
	if _, stderr, code := call(t, "search", "-docs", broken, "-queries", queries); code != 1 || !strings.Contains(stderr, "broken.jsonl:2:") {
		t.Errorf("exit %d, %s", code, stderr)
	}
}

func TestSearchWantsAQuery(t *testing.T) {
	for _, args := range [][]string{{"search"}, {"search", "-docs", "x"}} {
		if _, stderr, code := call(t, args...); code != exitUsage || stderr == "" {
			t.Errorf("%q: exit %d, %s", args, code, stderr)
		}
	}
}

func TestSearchInAFolder(t *testing.T) {
	dated, _ := fishery(t)
	dir := filepath.Dir(dated)
	filetest.Write(t, dir, "photo.txt", "\x89PNG\r\n\x1a\n\x00\xff")
	stdout, stderr, code := call(t, "search", "-corpus", dir, "吞吐量")
	if code != 0 || !strings.Contains(stdout, "1 passages in 1 documents") || !strings.Contains(stderr, "photo.txt") {
		t.Errorf("exit %d, %s%s", code, stdout, stderr)
	}
	if stdout, stderr, code := call(t, "search", "-corpus", dir+"-missing", "吞吐量"); code != 1 || !strings.Contains(stderr, "-missing") {
		t.Errorf("a folder that is not there: exit %d, %s%s", code, stdout, stderr)
	}
}
