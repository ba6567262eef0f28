package e2e_test

import (
	"fmt"
	"strings"
	"testing"
)

// The browser itself has no room for more: its quota is set low.
func anImportThatHasNoRoomIsRefused(t *testing.T) {
	x := serve(t)
	x.Page = x.browser.Open(x.server.URL + strings.TrimPrefix(x.address("base"), "/") + "first.css") // of the origin, and stores nothing
	x.Quota(3_000_000)
	x.BeforeScripts(`Object.defineProperty(Navigator.prototype, "serviceWorker", {value: undefined})`) // it would want the room for the site
	x.Go(x.server.URL)
	x.ready()
	if got := x.drop(article(1)); got[0] != "added ocean-1.txt" {
		t.Fatalf("with room: %q", got)
	}
	var files []file
	for n := range 24 { // twice what there is room for, whatever the browser makes of them
		files = append(files, file{name: fmt.Sprintf("big-%d.txt", n), bytes: fmt.Sprintf(`"渔业年鉴\n\n" + Array.from({length: 90_000}, (_, n) => String.fromCharCode(0x4e00 + (n * n + %d) %% 20_000)).join("")`, n)})
	}
	refused := 0
	for _, status := range x.drop(files...) {
		if strings.HasPrefix(status, "refused ") {
			refused++
		}
	}
	if told := x.Text(".import-results"); refused == 0 || !strings.Contains(told, word(t, "zh", "refused.quota")) || !sizesTold.MatchString(told) {
		t.Errorf("%d refused; the reader is told: %.300s", refused, told)
	}
	x.Quota(0)
	x.Reload()
	if l := x.ready(); len(l.Documents) != records()+1+len(files)-refused {
		t.Errorf("%d documents, want the records, the one of before and the %d that had room", len(l.Documents), len(files)-refused)
	}
	x.wantFound("蓝色走廊")
}
