package lint

import (
	"fmt"
	"strings"
	"testing"

	"fenghui/corpus"
)

const frame = `---
id: 2024-05-06-test
title: 试验峰会
event: 第一次试验峰会
organisation: 上海合作组织
format: 元首理事会
date: 2024-05-06
city: 阿斯塔纳
country: 哈萨克斯坦
host: 哈斯穆-卓玛尔特·托卡耶夫
participants:
- 哈斯穆-卓玛尔特·托卡耶夫｜哈萨克斯坦总统
sources:
- S1｜某通讯社｜https://example.org/a｜2024-05-06｜zh
topics:
- 贸易
figures:
FIGURES---

## 贸易

TEXT {S1}
`

const text = "2023年，哈萨克斯坦与蒙古国的贸易额超过3亿美元，增长12%。双方力争到2030年将贸易额提高到10亿美元。"

// record makes a record of a list of figures and a paragraph.
func record(figures, text string) string {
	lines := ""
	for _, f := range strings.Split(figures, "\n") {
		lines += "- " + f + "\n"
	}
	return strings.NewReplacer("FIGURES", lines, "TEXT", text).Replace(frame)
}

func check(t *testing.T, record string) Result {
	t.Helper()
	doc, err := corpus.ReadRecord("r.md", record)
	if err != nil {
		t.Fatal(err)
	}
	return Check(doc, corpus.Names())
}

const meant = `贸易额｜哈萨克斯坦、蒙古国｜超过3亿美元｜2023｜现状
贸易额增幅｜蒙古、哈萨克斯坦｜增长12%｜2023｜现状
贸易额目标｜哈萨克斯坦、蒙古国｜10亿美元｜2030｜目标或计划`

func TestGoodRecord(t *testing.T) {
	r := check(t, record(meant, text))
	for _, f := range r.Findings {
		t.Error(f)
	}
	if r.Listed != 3 || r.Matched != 3 {
		t.Errorf("%d of %d matched", r.Matched, r.Listed)
	}
}

// What is changed in a good record, and what is then reported.
func TestBadRecords(t *testing.T) {
	for _, c := range []struct{ what, old, new, class, want string }{
		{"another bound", "｜超过3亿美元", "｜3亿美元", "bound", "r.md:18: 贸易额: 3亿美元: bound over, meant exact"},
		{"another period", "超过3亿美元｜2023", "超过3亿美元｜2022", "period", "r.md:18: 贸易额: 超过3亿美元: period 2023, meant 2022 ("},
		{"a period in words", "超过3亿美元｜2023", "超过3亿美元｜2023年", "period", "period 2023, meant 2023年; write 2022, 2022-09, 2022-09-15, 2022-01/2022-09 or 未定 ("},
		{"a status by another name", "｜2023｜现状\n- 贸易额增幅", "｜2023｜实际\n- 贸易额增幅", "status", "status actual, meant 实际; write 现状, 历史, 目标,"},
		{"no period meant", "超过3亿美元｜2023", "超过3亿美元｜未定", "period", "period 2023, meant 未定"},
		{"inferred period", "超过3亿美元｜2023", "超过3亿美元｜2023 推断", "inferred", "period not marked as inferred"},
		{"other parties", "｜蒙古、哈萨克斯坦", "｜哈萨克斯坦", "parties", "r.md:19: 贸易额增幅: 增长12%: of 哈萨克斯坦、蒙古国, meant 哈萨克斯坦"},
		{"another status", "｜目标或计划", "｜预测", "status", "r.md:20: 贸易额目标: 10亿美元: status target, meant 预测"},
		{"a fall", "｜增长12%", "｜下降12%", "sense", "read as change increase, meant as a decrease"},
		{"another unit", "｜10亿美元", "｜10亿欧元", "value", "the text has 提高到10亿美元, read as money USD"},
		{"another value", "｜增长12%", "｜增长13%", "value", "r.md:19: 贸易额增幅: 增长13%: no such figure is read in the text"},
		{"no value", "｜增长12%", "｜增长很多", "value", "r.md:19: 增长很多: not one value"},
		{"two values", "｜10亿美元", "｜10亿至12亿美元，5年", "value", "not one value"},
		{"unknown party", "｜蒙古、哈萨克斯坦", "｜蒙古、哈萨克斯坦或无名国", "name", `r.md:19: party "无名国" is not in the glossary`},
		{"unknown person", "host: 哈斯穆-卓玛尔特·托卡耶夫", "host: 无名氏", "name", `r.md: host "无名氏" is not in the glossary`},
		{"unknown organisation", "organisation: 上海合作组织", "organisation: 无名会", "name", `r.md: organisation "无名会" is not in the glossary`},
		{"no city", "city: 阿斯塔纳\n", "", "front", "r.md: front matter: no city"},
		{"no topics", "topics:\n- 贸易\n", "", "front", "r.md: front matter: no topics"},
	} {
		t.Run(c.what, func(t *testing.T) {
			good := record(meant, text)
			bad := strings.Replace(good, c.old, c.new, 1)
			if bad == good {
				t.Fatalf("%q does not occur", c.old)
			}
			r := check(t, bad)
			if len(r.Findings) == 0 || !strings.Contains(r.Findings[len(r.Findings)-1].String()+r.Findings[0].String(), c.want) {
				t.Errorf("got %v, want %s", r.Findings, c.want)
			}
			for _, f := range r.Findings {
				if f.Class != c.class && !f.Hint {
					t.Errorf("also %v", f)
				}
			}
		})
	}
}

func TestHints(t *testing.T) {
	for _, c := range []struct{ what, old, new, want string }{
		{"a figure is not listed", "\n贸易额目标｜哈萨克斯坦、蒙古国｜10亿美元｜2030｜目标或计划", "", "r.md: hint: not listed: 哈萨克斯坦与蒙古国"},
		{"a source without address", "https://example.org/a", "", "r.md: hint: 某通讯社 has no address"},
		{"a source without date", "｜2024-05-06｜zh", "｜｜zh", "r.md: hint: 某通讯社 has no date"},
	} {
		t.Run(c.what, func(t *testing.T) {
			r := check(t, strings.Replace(strings.Replace(record(meant, text), "- "+strings.TrimPrefix(c.old, "\n")+"\n", "", 1), c.old, c.new, 1))
			if len(r.Findings) != 1 || !r.Findings[0].Hint || !strings.HasPrefix(r.Findings[0].String(), c.want) {
				t.Errorf("got %v, want %s", r.Findings, c.want)
			}
		})
	}
}

// What differs for a reason is told as a hint; a reason nothing differs for is
// a finding.
func TestReasons(t *testing.T) {
	for _, c := range []struct {
		what, figure, want string
		excepted           int
	}{
		{"it differs", "增长12%｜2022｜现状｜年份为推断", "r.md:19: hint: 贸易额增幅: 增长12%: period 2023, meant 2022", 1},
		{"it is not read", "增长13%｜2023｜现状｜年份为推断", "r.md:19: hint: 贸易额增幅: 增长13%: not read in the text (年份为推断)", 1},
		{"nothing differs", "增长12%｜2023｜现状｜年份为推断", "r.md:19: 贸易额增幅: 增长12%: read as meant: take the reason away", 0},
	} {
		t.Run(c.what, func(t *testing.T) {
			r := check(t, record(strings.Replace(meant, "增长12%｜2023｜现状", c.figure, 1), text))
			if !strings.Contains(fmt.Sprint(r.Findings), c.want) {
				t.Errorf("got %v, want %s", r.Findings, c.want)
			}
			if r.Excepted != c.excepted || r.Matched+r.Excepted != r.Listed {
				t.Errorf("%d matched, %d excepted of %d", r.Matched, r.Excepted, r.Listed)
			}
		})
	}
}

// Equal values are told apart by what else they say.
func TestEqualValues(t *testing.T) {
	r := check(t, record("对蒙古贸易｜哈萨克斯坦、蒙古国｜3亿美元｜2023｜现状\n对印度贸易｜哈萨克斯坦、印度｜3亿美元｜2022｜现状",
		"2022年，哈萨克斯坦与印度的贸易额为3亿美元。2023年，哈萨克斯坦与蒙古国的贸易额为3亿美元。"))
	if r.Matched != 2 || len(r.Findings) > 0 {
		t.Errorf("%d matched, %v", r.Matched, r.Findings)
	}
}

// Changes, multiples and times are meant in their own ways.
func TestValues(t *testing.T) {
	for _, c := range []struct{ text, figure string }{
		{"五年来，哈萨克斯坦与蒙古国的贸易额增至3倍。", "贸易额｜哈萨克斯坦、蒙古国｜增至3倍｜2019/2024｜现状"},
		{"去年，哈萨克斯坦与蒙古国的贸易额下降3.7%。", "贸易额｜哈萨克斯坦、蒙古国｜下降3.7%｜2023｜现状"},
		{"哈萨克斯坦的铁路集装箱运量2023年达到5.65万标箱。", "集装箱｜哈萨克斯坦｜5.65万标箱｜2023｜现状"},
		{"上海合作组织于2001年成立。", "成立年份｜上海合作组织｜2001年｜2001｜历史"},
	} {
		t.Run(c.text, func(t *testing.T) {
			if r := check(t, record(c.figure, c.text)); r.Matched != 1 {
				t.Errorf("got %v", r.Findings)
			}
		})
	}
}

// Our records say what their editors mean, or why they are read otherwise.
func TestOurRecords(t *testing.T) {
	docs, err := corpus.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	var sum Result
	for _, doc := range docs {
		r := Check(doc, corpus.Names())
		for _, f := range r.Findings {
			if !f.Hint {
				t.Error(f)
			}
		}
		sum.Listed, sum.Matched, sum.Excepted = sum.Listed+r.Listed, sum.Matched+r.Matched, sum.Excepted+r.Excepted
	}
	t.Logf("%d records: %d of %d listed figures read as meant, %d otherwise for a reason given", len(docs), sum.Matched, sum.Listed, sum.Excepted)
	if sum.Excepted > sum.Listed/50 {
		t.Errorf("%d of %d are read otherwise", sum.Excepted, sum.Listed)
	}
}
