package e2e_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fenghui/build/e2e"
)

// dated opens the site of our records with a calendar that onDay sets.
func dated(t *testing.T) *explorer {
	t.Helper()
	x := serve(t)
	x.Page = x.browser.NewPage()
	x.BeforeScripts(`self.Date = class extends Date {
		constructor(...given) { given.length > 0 ? super(...given) : super(localStorage.today ?? "2025-12-25T12:00"); }
		static now() { return new Date().getTime(); }
	};`)
	x.Go(x.server.URL)
	return x
}

// onDay opens the overview on a day that does not pass.
func (x *explorer) onDay(day string) {
	x.t.Helper()
	x.Do(fmt.Sprintf("localStorage.today = %q", day+"T12:00"))
	x.Reload()
	x.ready()
	x.visit("#/")
}

// ends are the times of the overview that a selector finds.
func (x *explorer) ends(selector string) []string {
	x.t.Helper()
	return e2e.Eval[[]string](x.Page, fmt.Sprintf(`[...document.querySelectorAll("fenghui-overview %s time")].filter((time) => time.parentElement.checkVisibility({contentVisibilityAuto: false}) || time.closest("details")).map((time) => time.dateTime)`, selector))
}

// A plan told for a day that has passed lies ahead of nobody who reads today.
func TestDatesAheadAreAheadOfTheReader(t *testing.T) {
	t.Parallel()
	x := dated(t)
	for day, want := range map[string]struct{ ahead, due bool }{"2025-12-25": {true, false}, "2026-05-01": {true, true}, "2099-01-01": {false, true}} {
		t.Run(day, func(t *testing.T) {
			x.onDay(day)
			ahead, due := x.ends("ul.ahead"), x.ends(".due")
			behind := func(end string) bool { return end < day[:len(end)] }
			if slices.ContainsFunc(ahead, behind) || slices.ContainsFunc(due, func(end string) bool { return !behind(end) }) || len(ahead) > 6 {
				t.Errorf("ahead %q, due %q", ahead, due)
			}
			if len(ahead) > 0 != want.ahead || len(due) > 0 != want.due {
				t.Errorf("%d dates ahead, %d due", len(ahead), len(due))
			}
			if len(due) == 0 {
				return
			}
			x.Do(`document.querySelector(".due summary").click()`)
			if text := x.Text(".due"); !strings.HasPrefix(text, fmt.Sprintf("已到期（%d）", len(due))) || !strings.Contains(text, "（计划）") {
				t.Errorf("what is due is told as\n%s", text)
			}
		})
	}
	x.onDay("2026-05-01")
	x.Do(`document.querySelector(".due summary").click()`)
	x.WantAccessible()
}
