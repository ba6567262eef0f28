package main

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"fenghui/build/filetest"
)

// fishery writes two articles, one of which tells no date.
func fishery(t *testing.T) (dated, undated string) {
	t.Helper()
	dir := t.TempDir()
	dated = filetest.Write(t, dir, "dated.txt", " date 2024-03-05 渔业峰会闭幕\n\n去年捕捞量超过1200万吨，占10%。\n")
	undated = filetest.Write(t, dir, "undated.txt", "港口笔记\n\n去年吞吐量为\t-300万吨。\n")
	return dated, undated
}

func TestFiguresAsLinesOfJSON(t *testing.T) {
	dated, undated := fishery(t)
	stdout, stderr, code := call(t, "figures", "-format", "jsonl", "-lang", "en", dated, undated)
	lines := strings.Split(strings.TrimSpace(stdout), "\n")
	if code != 0 || len(lines) != 3 {
		t.Fatalf("exit %d, %d lines, %s", code, len(lines), stderr)
	}
	var first struct {
		Doc, Quote, Kind, Unit, Bound, Period string
		Start, End                            int
		Value                                 json.Number
		Why                                   []string
	}
	if err := json.Unmarshal([]byte(lines[0]), &first); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(dated)
	if err != nil {
		t.Fatal(err)
	}
	if at := string([]rune(string(text))[first.Start:first.End]); at != first.Quote || first.Quote != "超过1200万吨" {
		t.Errorf("%d to %d is %q, the quotation %q", first.Start, first.End, at, first.Quote)
	}
	if first.Doc != "dated" || first.Kind != "mass" || first.Value != "12000000" || first.Unit != "t" || first.Bound != "over" || first.Period != "2023" {
		t.Errorf("got %+v", first)
	}
	if len(first.Why) == 0 || !strings.Contains(strings.Join(first.Why, " "), "Arabic digits") {
		t.Errorf("reasons %q", first.Why)
	}
}

func TestFiguresOfFilesInOtherFormats(t *testing.T) {
	dir := t.TempDir()
	const sentence = "去年捕捞量超过1200万吨。"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String("渔业峰会闭幕\n\n" + sentence)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"gb.txt": gb, "page.html": "<title>渔业峰会闭幕</title><script>var a = 70;</script><p>" + sentence + "</p>",
	} {
		file := filetest.Write(t, dir, name, text)
		stdout, stderr, code := call(t, "figures", "-date", "gb=2024-03-05", "-date", "page=2024-03-05", file)
		if code != 0 || strings.Count(stdout, "\n") != 1 || !strings.Contains(stdout, "超过1200万吨") || !strings.Contains(stdout, "2023") || strings.ContainsAny(stdout, "<>") {
			t.Errorf("%s: exit %d, %s%s", name, code, stdout, stderr)
		}
		stdout, stderr, code = call(t, "compare", "-draft", file, "-date", "draft=2024-03-05", north+"a-reykjavik.txt")
		if code != 0 || !strings.Contains(stdout, "1200万吨") || strings.ContainsAny(stdout, "<>") {
			t.Errorf("%s as a draft: exit %d, %s%s", name, code, stdout, stderr)
		}
	}
	if _, stderr, code := call(t, "figures", filetest.Write(t, dir, "photo.txt", "\x89PNG\r\n\x1a\n\x00\xff")); code != 1 || !strings.Contains(stderr, "photo.txt") {
		t.Errorf("a picture: exit %d, %s", code, stderr)
	}
}

func TestFiguresAsATableForSpreadsheets(t *testing.T) {
	dated, undated := fishery(t)
	stdout, stderr, code := call(t, "figures", "-format", "csv", dated, undated)
	text, marked := strings.CutPrefix(stdout, "\uFEFF")
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if code != 0 || err != nil || !marked || len(rows) != 4 {
		t.Fatalf("exit %d, %d rows, marked %v, %v %s", code, len(rows), marked, err, stderr)
	}
	if !strings.Contains(stdout, "\r\n") {
		t.Error("lines do not end as spreadsheets expect")
	}
	for i, row := range rows {
		if len(row) != len(columns) || i == 0 && strings.Join(row, ",") != strings.Join(columns, ",") {
			t.Errorf("row %d: %q", i, row)
		}
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+@\t", rune(cell[0])) {
				t.Errorf("a spreadsheet would calculate %q", cell)
			}
		}
	}
}

func TestFiguresAsATableToRead(t *testing.T) {
	dated, _ := fishery(t)
	stdout, stderr, code := call(t, "figures", dated)
	if code != 0 || !strings.Contains(stdout, "dated  超过1200万吨") || !strings.Contains(stdout, "12000000 t") || strings.Count(stdout, "\n") != 2 {
		t.Errorf("exit %d, %s%s", code, stdout, stderr)
	}
}

func TestFiguresOfADocumentGivenADate(t *testing.T) {
	dated, undated := fishery(t)
	stdout, _, code := call(t, "figures", "-format", "jsonl", "-date", "undated=2020-05-06", "-date", "dated=1999-01-01", dated, undated)
	if code != 0 || !strings.Contains(stdout, `"period":"2019"`) || !strings.Contains(stdout, `"period":"2023"`) || strings.Contains(stdout, `"1998"`) {
		t.Errorf("exit %d, %s", code, stdout)
	}
}

func TestFiguresCommandRefuses(t *testing.T) {
	dated, _ := fishery(t)
	for _, c := range []struct {
		args   string
		code   int
		stderr string
	}{
		{"figures", exitUsage, "name the files to read"},
		{"figures -h", exitDone, "figures [-format F]"},
		{"figures -nonsense " + dated, exitUsage, "flag provided but not defined"},
		{"figures -format xml " + dated, exitUsage, `no format "xml"; there are jsonl, csv and table`},
		{"figures -date dated=yesterday " + dated, exitUsage, "want NAME=YYYY-MM-DD"},
		{"figures -date =2024-01-01 " + dated, exitUsage, "want NAME=YYYY-MM-DD"},
		{"figures -date dated=2024-02-30 " + dated, exitUsage, "want NAME=YYYY-MM-DD"},
		{"figures " + dated + ".gone", exitFailed, "dated.txt.gone"},
	} {
		t.Run(c.args, func(t *testing.T) {
			stdout, stderr, code := call(t, strings.Fields(c.args)...)
			if code != c.code || !strings.Contains(stdout+stderr, c.stderr) {
				t.Errorf("exit %d, %q", code, stdout+stderr)
			}
		})
	}
}

// A cell that a spreadsheet would take for a formula gets an apostrophe;
// numbers stay numbers.
func TestGuarded(t *testing.T) {
	for cell, want := range map[string]string{
		"": "", "贸易额": "贸易额", "=1+1": "'=1+1", "@sum": "'@sum", "+7": "'+7", "-5": "-5", "-5.5": "-5.5", "-": "'-", "-cmd": "'-cmd", "\tx": "'\tx", "\nx": "'\nx", "＝1+1": "'＝1+1", "－5": "'－5",
	} {
		if got := guarded(cell); got != want {
			t.Errorf("%q becomes %q, want %q", cell, got, want)
		}
	}
}
