package corpus

import (
	"testing"
	"time"
)

// What a page says of the day on which it appeared is not the day of the
// meeting, where the text tells that.
func TestTheDayOfTheMeeting(t *testing.T) {
	for text, want := range map[string]string{
		"9月12日，海洋国家峰会在甲城举行，各方签署公报。":                 "2024-09-12",
		"海洋国家峰会12日在甲城举行，各方签署公报。":                    "2024-09-12",
		"2024年9月11日，海洋国家峰会在甲城闭幕，各方签署公报。":            "2024-09-11",
		"2023年9月12日，海洋国家峰会在甲城闭幕，各方签署公报。":            "2024-09-13", // of another year
		"海洋报甲城9月13日电（记者 某某）海洋国家峰会12日在甲城举行，各方签署公报。":  "2024-09-12",
		"9月11日至12日，海洋国家峰会在甲城举行，各方签署公报。":             "2024-09-13",
		"9月11日，海洋国家峰会在甲城举行，12日各方签署公报。":              "2024-09-13",
		"9月30日，海洋国家峰会在甲城举行，各方签署公报。":                 "2024-09-13", // not yet
		"7月1日，海洋国家峰会在甲城举行，各方签署公报。":                  "2024-09-13", // long ago
		"9月12日，某国总统抵达甲城，出席海洋国家峰会，各方欢迎。":             "2024-09-13",
		"9月12日，海洋国家峰会将在甲城举行，各方将签署公报，筹备已经完成。":        "2024-09-13",
		"海洋国家峰会在甲城举行。9月12日，各方签署公报，其他事项以后再议，渔业也在其中。": "2024-09-13",
	} {
		t.Run(text, func(t *testing.T) {
			d, err := ReadArticle("a.txt", "date: 2024-09-13\n海洋国家公报\n"+text)
			if err != nil || d.Summit.Date != want || d.Source.Date != "2024-09-13" {
				t.Errorf("got %+v, published %s, %v, want %s", d.Summit, d.Source.Date, err, want)
			}
			if (want == "2024-09-13") != (d.Summit.DateFrom == Stated) {
				t.Errorf("the date is said to be known from %s", d.Summit.DateFrom)
			}
		})
	}
}

// A report names the day of what was held up to thirteen days before it.
func TestDayBefore(t *testing.T) {
	published := time.Date(2025, 10, 20, 0, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{
		"会议20日举行":  "2025-10-20",
		"会议9日举行":   "2025-10-09",
		"会议7日举行":   "2025-10-07",
		"会议6日举行":   "",
		"会议21日举行":  "",
		"会议9日至10日": "",
		"会议举行":     "",
	} {
		t.Run(text, func(t *testing.T) {
			if got, ok := dayBefore(text, published); got != want || ok != (want != "") {
				t.Errorf("got %q, %v; want %q", got, ok, want)
			}
		})
	}
}
