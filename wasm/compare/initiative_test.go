package compare

import (
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
