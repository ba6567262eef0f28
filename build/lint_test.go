package main

import (
	"strings"
	"testing"

	"fenghui/build/filetest"
)

func TestLintOfFolders(t *testing.T) {
	dir := t.TempDir()
	const good = "---\nid: one\ntitle: 甲\nevent: 乙\norganisation: 独联体\nformat: 峰会\ndate: 2024-01-02\ncity: 莫斯科\ncountry: 俄罗斯\n" +
		"participants:\n- 普京\nsource: 丙\nsource_link: https://example.org/\nsource_date: 2024-01-02\ntopics:\n- 贸易\n" +
		"figures:\n- 文件数｜独联体｜12份文件｜2024-01-02或2024或未定｜现状\n---\n\n独联体国家签署了12份文件。 {¶1}\n"
	filetest.Write(t, dir, "good.md", good)
	stdout, stderr, code := call(t, "lint", dir)
	if code != 0 || stderr != "" || stdout != "1 documents: 1 of 1 listed figures read as meant, 0 otherwise for a reason given, 0 findings, 0 hints\n" {
		t.Errorf("code %d: %s%s", code, stdout, stderr)
	}
	filetest.Write(t, dir, "broken.md", strings.Replace(good, "format:", "from:", 1))
	filetest.Write(t, dir, "other.md", strings.NewReplacer("id: one", "id: two", "12份文件｜", "13份文件｜", "https://example.org/", "http://example.org/").Replace(good))
	stdout, stderr, code = call(t, "lint", "-hints", dir)
	for _, want := range []string{
		`corpus: broken.md:6: unknown key "from"`, "other.md:18: 文件数: 13份文件: no such figure is read in the text\n", "other.md: hint: not listed: ",
		"2 documents: 1 of 2 listed figures read as meant, 0 otherwise for a reason given, 2 findings, 1 hints (front 1, value 1)\n",
	} {
		if !strings.Contains(stdout, want) {
			t.Errorf("no %q in %s", want, stdout)
		}
	}
	if code != 1 || !strings.Contains(stderr, "build lint: 2 findings") {
		t.Errorf("code %d: %s", code, stderr)
	}
}
