package e2e_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fenghui/build/e2e"
)

// onDay opens the site of our records for a reader whose calendar stands still.
func onDay(t *testing.T, day string) *explorer {
	t.Helper()
	x := serve(t)
	x.Page = x.browser.NewPage()
	x.BeforeScripts(fmt.Sprintf(`self.Date = class extends Date {
		constructor(...given) { given.length > 0 ? super(...given) : super(%q); }
		static now() { return new Date().getTime(); }
	};`, day+"T12:00"))
	x.Go(x.server.URL)
	x.ready()
	x.visit("#/")
	return x
}

// ends are the times of the overview that a selector finds.
func (x *explorer) ends(selector string) []string {
	x.t.Helper()
	return e2e.Eval[[]string](x.Page, fmt.Sprintf(`[...document.querySelectorAll("fenghui-overview %s time")].filter((time) => time.parentElement.checkVisibility({contentVisibilityAuto: false}) || time.closest("details")).map((time) => time.dateTime)`, selector))
}

// A plan told for a day that has passed lies ahead of nobody who reads today.
func TestDatesAheadAreAheadOfTheReader(t *testing.T) {
	for day, over := range map[string]int{"2025-12-25": 0, "2026-04-30": 0, "2026-05-01": 2, "2027-06-01": 3, "2099-01-01": -1} {
		t.Run(day, func(t *testing.T) {
			x := onDay(t, day)
			ahead, due := x.ends("ul.ahead"), x.ends(".due")
			behind := func(end string) bool { return end < day[:len(end)] }
			if slices.ContainsFunc(ahead, behind) || slices.ContainsFunc(due, func(end string) bool { return !behind(end) }) || len(ahead) > 6 {
				t.Errorf("ahead %q, due %q", ahead, due)
			}
			if over >= 0 && (len(due) != over || len(ahead) == 0) || over < 0 && (len(due) < 6 || len(ahead) > 0) {
				t.Errorf("%d dates ahead, %d due", len(ahead), len(due))
			}
			if len(due) == 0 {
				return
			}
			x.Do(`document.querySelector(".due summary").click()`)
			if text := x.Text(".due"); !strings.HasPrefix(text, fmt.Sprintf("已到期（%d）", len(due))) || !strings.Contains(text, "（计划）") {
				t.Errorf("what is due is told as\n%s", text)
			}
			x.WantAccessible()
		})
	}
}
