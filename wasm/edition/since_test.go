package edition_test

import (
	"fmt"
	"strings"
	"testing"

	"fenghui/corpus"
	"fenghui/wasm/compare"
	"fenghui/wasm/edition"
	"fenghui/wasm/figure"
)

// report is a record of a summit of one format that says a sentence.
func report(t *testing.T, date, text string) compare.Input {
	t.Helper()
	doc, err := corpus.ReadRecord(date+".md", fmt.Sprintf("---\nid: %s-fish\ntitle: 渔业对话\nevent: 渔业对话\norganisation: 北极理事会\nformat: 对话\ndate: %s\ncity: 奥斯陆\n"+
		"country: 挪威\nspeaker: 甲\nparticipants:\n- 甲｜挪威代表\nsource: 某报\nsource_link: https://example.org\nsource_date: %s\ntopics:\n- 贸易\n---\n\n## 贸易\n\n%s {¶1}\n", date, date, date, text))
	if err != nil {
		t.Fatal(err)
	}
	return compare.Input{Document: doc, Figures: figure.Extract(doc, corpus.Names())}
}

// whatMoved are what two summits say, and what moved between them.
var whatMoved = []struct{ old, new, want string }{
	{"2022年，挪威与冰岛贸易额为20亿欧元。", "2024年，挪威与冰岛贸易额为25亿欧元。", "moved rose"},
	{"2022年，挪威与冰岛贸易额为20亿欧元。", "2024年，挪威与冰岛贸易额为15亿欧元。", "moved fell"},
	{"2022年，挪威与冰岛贸易额为20亿欧元。", "2024年，挪威与冰岛贸易额为20亿欧元。", "moved same"},
	{"2022年，挪威与冰岛贸易额为20亿欧元。", "2022年，挪威与冰岛贸易额为22亿欧元。", "moved differs"},
	{"2022年，挪威与冰岛贸易额超过20亿欧元。", "2022年，挪威与冰岛贸易额为22亿欧元。", "moved restated"},
	{"2022年，挪威与冰岛贸易额超过20亿欧元。", "2024年，挪威与冰岛贸易额接近22亿欧元。", "moved unsettled"},
	{"2022年，挪威与冰岛贸易额为20亿欧元。", "2019年，挪威与冰岛贸易额为18亿欧元。", "moved earlier"},
	{"2022年，挪威与冰岛贸易额为20亿欧元。", "2024年，挪威与瑞典贸易额为25亿欧元。", ""},
	{"2022年，挪威与冰岛贸易额为20亿欧元，双方力争把贸易额提高到30亿欧元。", "2024年，挪威与冰岛贸易额为32亿欧元。", "moved rose, aim met"},
	{"2022年，挪威与冰岛贸易额为20亿欧元，双方力争把贸易额提高到30亿欧元。", "2024年，挪威与冰岛贸易额为30亿欧元。", "moved rose, aim met"},
	{"2022年，挪威与冰岛贸易额为20亿欧元，双方力争把贸易额提高到30亿欧元。", "2024年，挪威与冰岛贸易额接近30亿欧元。", "moved rose, aim short"},
	{"2022年，挪威与冰岛贸易额为20亿欧元，双方力争把贸易额提高到30亿欧元。", "2024年，挪威与冰岛贸易额为25亿欧元。", "moved rose, aim short"},
	{"2022年，挪威与冰岛贸易额为20亿欧元，双方力争把贸易额提高到30亿欧元。", "2024年，挪威与冰岛贸易额为25亿欧元，双方力争把贸易额提高到40亿欧元。", "moved rose, aim replaced"},
	{"2022年，挪威与冰岛贸易额为20亿欧元，双方力争把贸易额提高到30亿欧元。", "2024年，挪威与冰岛贸易额为25亿欧元，双方力争把贸易额提高到30亿欧元。", "moved rose, aim kept"},
	{"2022年，挪威与冰岛贸易额为20亿欧元，双方力争把贸易额提高到30亿欧元。", "各方谈到了渔业。", "aim silent"},
	{"2022年，挪威与冰岛贸易额为20亿欧元，双方力争到2024年把贸易额提高到30亿欧元。", "2024年，挪威与冰岛贸易额为25亿欧元。", "moved rose, aim missed"},
	{"2022年，挪威占全球鲱鱼产量的三分之一。", "2024年，挪威占全球鲱鱼产量的30%。", "moved unsettled"},
	{"2022年，挪威占全球鲱鱼产量的35%。", "2024年，挪威占全球鲱鱼产量的30%。", "moved fell"},
	{"他提议制定《鲱鱼资源保护公约》。", "会议通过《鲱鱼资源保护公约》，并选定下次会议的地点。", "proposal done"},
	{"他提议制定《鲱鱼资源保护公约》。", "他再次提议制定《鲱鱼资源保护公约》。", "proposal recurs"},
	{"他提议制定《鲱鱼资源保护公约》。", "各方谈到了渔业。", "proposal gone"},
	{"会议通过《鲱鱼资源保护公约》，并选定下次会议的地点。", "各方谈到了渔业。", ""},
	{"各方谈到了渔业。", "他提议制定《鲱鱼资源保护公约》。", "proposal new"},
	{"各方谈到了渔业。", "挪威恪守《鲱鱼资源保护公约》，主张团结打击偷渔。", ""},
}

func TestWhatMoved(t *testing.T) {
	for _, c := range whatMoved {
		t.Run(c.old+c.new, func(t *testing.T) {
			docs := []compare.Input{report(t, "2023-03-05", c.old), report(t, "2025-03-05", c.new)}
			formats := edition.Formats(docs)
			if len(formats) != 1 {
				t.Fatalf("%d formats", len(formats))
			}
			old, new := formats[0].Pair("", "")
			found := edition.Since(compare.Run(docs, corpus.Names()), docs, old, new)
			var got []string
			for _, m := range found.Moved {
				got = append(got, "moved "+m.Verdict)
			}
			for _, a := range found.Aims {
				got = append(got, "aim "+a.Verdict)
			}
			for _, p := range found.Proposals {
				got = append(got, "proposal "+p.Verdict)
			}
			if s := strings.Join(got, ", "); s != c.want {
				t.Errorf("%q, want %q", s, c.want)
			}
		})
	}
}

func TestEditionsAreFoundByTheirDates(t *testing.T) {
	docs := []compare.Input{report(t, "2025-03-05", "各方谈到了渔业。"), report(t, "2023-03-05", "各方谈到了渔业。"), report(t, "2024-03-05", "各方谈到了渔业。")}
	f := edition.Formats(docs)[0]
	for asked, want := range map[[2]string]string{
		{"", ""}:                     "2024-03-05 2025-03-05",
		{"2023-03-05", "2025-03-05"}: "2023-03-05 2025-03-05",
		{"2025-03-05", "2023-03-05"}: "2023-03-05 2025-03-05",
		{"2023-03-05", "2023-03-05"}: "2024-03-05 2025-03-05",
		{"2023-03-05", "2019-01-01"}: "2024-03-05 2025-03-05",
	} {
		if old, new := f.Pair(asked[0], asked[1]); old.Date+" "+new.Date != want {
			t.Errorf("%v: %s %s, want %s", asked, old.Date, new.Date, want)
		}
	}
	if n := len(edition.Formats(docs[:1])); n != 0 {
		t.Errorf("%d formats of one summit", n)
	}
}
