package compare

import (
	"strings"
	"testing"

	"fenghui/corpus"
)

// Two reports that tell one proposal, and two that tell two of one sort.
func TestWhoseInitiativesAre(t *testing.T) {
	for _, c := range []struct {
		name, first, second, title string
	}{
		{"one centre, told twice", "他提议在奥斯陆设立鲱鱼资源研究中心。", "他再次建议设立鲱鱼资源研究中心。", "鲱鱼资源研究中心"},
		{"plans of other parties", "他主张制定挪威与中国的渔业合作计划。", "他建议制定日本与芬兰的渔业合作计划。", ""},
		{"declarations of two meetings in one city", "会议通过了《卑尔根港口宣言》。", "会议通过了《奥斯陆港口宣言》。", ""},
		{"road maps for other years", "会议通过2022—2024年渔港合作路线图。", "会议通过2025—2027年渔港合作路线图。", ""},
		{"a noun that describes another", "他提议建立渔港与冷链物流中心伙伴网络。", "会议将在渔港与冷链物流中心负责人论坛上举行。", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var docs []Input
			for k, text := range []string{c.first, c.second} {
				in, err := ReadDraft(text, []string{"2024-06-01", "2025-06-01"}[k], corpus.Names())
				if err != nil {
					t.Fatal(err)
				}
				docs = append(docs, in)
			}
			title := ""
			for _, i := range Run(docs, corpus.Names()).Initiatives {
				title += i.Title.Zh
			}
			if title != c.title {
				t.Errorf("found %q, want %q", title, c.title)
			}
		})
	}
}

// How far a proposal is, by the words around its name, which stands in ⟦⟧.
func TestStages(t *testing.T) {
	for sentence, want := range map[string]string{
		"他提议设立⟦渔港中心⟧。":               "proposed",
		"对于此前提出的⟦鲱鱼路线⟧，挪威表示支持。":      "proposed",
		"会议通过⟦《渔港宪章》⟧，并选定下次会议的地点。":   "done",
		"会议通过2025—2027年⟦渔港合作路线图⟧。":   "done",
		"各方签署⟦渔港合作协定⟧。":              "done",
		"明年的论坛将签署⟦渔港合作协定⟧。":          "planned",
		"他建议各国通过⟦《渔港宪章》⟧。":           "proposed",
		"他还说，⟦《渔港战略》⟧今天将获通过，务须全面落实。": "planned",
		"⟦渔港大学⟧也开始筹建。":               "prepared",
		"⟦渔港大学⟧已经落成。":                "done",
		"挪威恪守⟦《渔港宪章》⟧，主张团结打击偷渔。":     "",
		"⟦《渔港条约》⟧签署十周年，各国在奥斯陆开会。":    "",
		"⟦“渔路”⟧倡议有百余国支持，潜力巨大。":       "",
		"落实⟦《渔港协定》⟧，可为合作奠定基础。":       "planned",
		"各国通过⟦“渔路”⟧倡议加强合作。":          "",
	} {
		t.Run(sentence, func(t *testing.T) {
			before, rest, _ := strings.Cut(sentence, "⟦")
			name, behind, _ := strings.Cut(rest, "⟧")
			bare := strings.Trim(name, "《》“”")
			from := len(before) + strings.Index(name, bare)
			if got, _ := stageAt(before+name+behind, from, from+len(bare), true); got != want {
				t.Errorf("stage %q, want %q", got, want)
			}
		})
	}
}
