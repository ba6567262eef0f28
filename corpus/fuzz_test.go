package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func FuzzReadArticle(f *testing.F) {
	articles, _ := filepath.Glob("testdata/articles/*.txt")
	for _, path := range articles {
		text, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Add(" date 2024-10-19 托卡耶夫在东京峰会上说：“好。”\n\nФото: Ақорда\n\n# 题\n**题**\n（完）")
	f.Add("title: x\nurl: https://example.org\n来源：\xff\n———\n第二届“中亚—”峰会（）会议")
	f.Add("\xac：日\n\xac日\n***摄影：** 丽")
	f.Add("-9\n-9.")
	names := smallGlossary(f)
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := readArticle(names, "a.txt", text)
		if err != nil {
			return
		}
		checkPassages(t, text, doc)
		again, err := readArticle(names, "b.txt", "\uFEFF"+strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", " \r\n"))
		if err != nil || again.ID != doc.ID {
			t.Fatalf("ID %s became %v (%v)", doc.ID, again, err)
		}
	})
}

func FuzzReadRecord(f *testing.F) {
	f.Add(goodRecord)
	f.Add("---\nid: a\n- x\ndate: 2025-01-01\n---\n## 题\n一段 {¶1}\n")
	f.Fuzz(func(t *testing.T, text string) {
		doc, err := ReadRecord("r.md", text)
		if err != nil {
			if doc != nil {
				t.Fatal("a document and an error")
			}
			return
		}
		checkPassages(t, text, doc)
		for _, p := range doc.Passages {
			if p.Kind == Text && p.Ref == "" {
				t.Fatalf("paragraph %q without its source", p.Text)
			}
		}
	})
}

func FuzzParseGlossary(f *testing.F) {
	small, err := os.ReadFile("testdata/glossary.tsv")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(small), "托卡耶夫在 Kazakhstan，“中亚——俄罗斯”")
	f.Add(glossaryHeader+"\ncity\t东|\u200B|京都\tA\n", "东京都 A a")
	f.Fuzz(func(t *testing.T, tsv, text string) {
		g, _ := ParseGlossary("g.tsv", strings.NewReader(tsv))
		end := 0
		for _, m := range g.Find(text) {
			if m.Start < end || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("mention %v after %d in %d bytes", m, end, len(text))
			}
			end = m.End
			if _, ok := g.Lookup(text[m.Start:m.End]); !ok {
				t.Fatalf("%q was found but cannot be looked up", text[m.Start:m.End])
			}
		}
		for _, term := range g.Terms() {
			if _, ok := g.Lookup(term.Name()); !ok && foldName(term.Name()) != "" {
				t.Fatalf("%q cannot be looked up", term.Name())
			}
		}
		_ = glossaryMistakes(g)
	})
}
