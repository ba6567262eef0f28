package corpus

import (
	"strings"
	"testing"
)

func TestLeadingDate(t *testing.T) {
	for text, want := range map[string]string{
		"2025-10-19": "2025-10-19", "2025/10/19": "2025-10-19", "2025.10.19 18:30": "2025-10-19", "2025年10月19日": "2025-10-19",
		"2025年10月19号": "2025-10-19", "二〇二五年十月十九日": "2025-10-19", "二○二五年十二月二十八日": "2025-12-28", "２０２５年１月２日": "2025-01-02",
		"19.10.2025": "2025-10-19", "9.1.2024": "2024-01-09", "2024-02-29": "2024-02-29", "二〇二五年二十月九日": "",
		"2025-02-29": "", "2025-13-01": "", "2025-00-10": "", "31.11.2025": "", "2025年10月": "", "10月9日": "", "2025": "", "": "",
		"1025-10-09": "", "20251009": "", "2025-10-1912": "", "2025年十十月9日": "", "2025年10月十一二日": "", "2025年10月一二十日": "", "3.5亿": "", "2025-": "",
	} {
		t.Run(text, func(t *testing.T) {
			if got, _, _ := leadingDate(text); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

// A date is stated, read from the text, or unknown; it is never completed.
func TestDateOfArticle(t *testing.T) {
	names := smallGlossary(t)
	for text, want := range map[string]string{
		" date 2024-10-19 会议开始。\n会议结束。":                                                   "2024-10-19 stated",
		"Date: 2025-10-19\n会议开始。":                                                         "2025-10-19 stated",
		"date: 2025-10-19T10:20:00Z\n会议开始。":                                               "2025-10-19 stated",
		"日期：2025年10月19日 18:30\n会议开始。":                                                     "2025-10-19 stated",
		"发布时间：2025-10-19 08:44\n来源：某社\n会议开始。":                                             "2025-10-19 stated",
		"一个题目\n2025年10月19日 10:15 | 来源：某网\n会议开始。":                                          "2025-10-19 stated",
		"date 2025-13-09 会议开始。":                                                           " unknown",
		"日期：昨天\n会议开始。":                                                                    " unknown",
		"2025年10月19日，峰会在杜尚别举行。":                                                           "2025-10-19 text",
		"新华社杜尚别2025年10月19日电 会议开始。":                                                        "2025-10-19 text",
		"新华社杜尚别10月19日电 会议开始。":                                                             " unknown",
		"自2022年10月14日首届峰会举行以来，贸易翻了一番。":                                                    " unknown",
		"2022年10月14日签署的条约今天在峰会上得到肯定，会议在杜尚别举行。":                                            " unknown",
		"峰会10月19日在杜尚别举行。":                                                                 " unknown",
		"2025年10月19日，天气晴朗。":                                                               "2025-10-19 text",
		"2024年3月5日，海洋国家联盟公布了渔业数字。":                                                        "2024-03-05 text",
		"1991年12月16日，这个国家宣布独立。":                                                           " unknown",
		"2024年3月5日的会议记录。":                                                                 " unknown",
		"---\ntitle: 渔业笔记\nlayout: post\ndate: 2024-03-05 08:00\ntags: [鱼]\n---\n\n港口扩建。": "2024-03-05 stated",
		"---\ntitle: \"渔业笔记\"\ndate: 2024-13-05\n---\n港口扩建。":                              " unknown",
		"2025年10月19日和2025年11月9日，两次会议先后举行。":                                                " unknown",
		"会议开始。\n2025年10月19日，峰会在杜尚别举行。":                                                    " unknown",
		"会议于二〇二五年十月十九日在杜尚别召开。":                                                            "2025-10-19 text",
	} {
		t.Run(text, func(t *testing.T) {
			doc, err := readArticle(names, "a.txt", text)
			if err != nil {
				t.Fatal(err)
			}
			if got := doc.Summit.Date + " " + string(doc.Summit.DateFrom); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

// A day may stand beneath the title or open a text with a city that no list has.
func TestDateBesideACity(t *testing.T) {
	names := smallGlossary(t)
	for text, want := range map[string]string{
		"丙城2025年10月19日电 会议开始。": "2025-10-19 text",
		"丙城10月19日电 会议开始。":      " unknown",
		"共话渔业\n——在论坛上的致辞\n（2025年10月19日，丙城）\n各位来宾：\n会议开始。": "2025-10-19 stated",
		"渔业条例\n（2025年10月19日起施行，另有规定的除外）\n会议开始。":           " unknown",
	} {
		t.Run(text, func(t *testing.T) {
			doc, err := readArticle(names, "a.txt", text)
			if got := doc.Summit.Date + " " + string(doc.Summit.DateFrom); err != nil || got != want {
				t.Errorf("got %q, %v, want %q", got, err, want)
			}
		})
	}
}

// What is given for a date and is none is told, and is no title.
func TestADateThatIsNone(t *testing.T) {
	for text, want := range map[string]string{
		"date: 2024-02-30\n港口扩建按期进行。":                        "2024-02-30",
		"日期：2024年13月1日\n港口笔记\n港口扩建按期进行，泊位已经启用。":              "2024年13月1日",
		"---\ntitle: 港口笔记\ndate: \"2024-13-05\"\n---\n港口扩建。": "2024-13-05",
		"date: 2024-02-28\n港口扩建按期进行。":                        "",
		"时间：3小时\n港口扩建按期进行。":                                  "",
	} {
		t.Run(text, func(t *testing.T) {
			doc, err := ReadArticle("a.txt", text)
			if err != nil || doc.Summit.DateNote != want || strings.Contains(doc.Title, "2024") {
				t.Errorf("note %q, title %q, %v; want %q", doc.Summit.DateNote, doc.Title, err, want)
			}
		})
	}
}

func TestFrontMatterOfOtherPrograms(t *testing.T) {
	text := "---\nid: intro\ntitle: '渔业笔记'\nlayout: post\ndate: 2024-03-05\nsource: 海洋网\ncanonical: x\nlink: https://example.org/a\ntags:\n  - 鱼\n---\n\n## 捕捞\n\n去年捕捞量为三万吨。\n"
	if IsRecord(text) {
		t.Error("taken for a record")
	}
	doc, err := Read("a.md", text)
	if err != nil || doc.Kind != Article || doc.Title != "渔业笔记" || doc.Summit.Date != "2024-03-05" || doc.Source.Link != "https://example.org/a" || len(doc.Passages) != 2 {
		t.Errorf("%+v, %v", doc, err)
	}
}
