package e2e

import (
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/chromedp/chromedp"
)

// noisy says something in every place there is.
var noisy = fstest.MapFS{
	"index.html": {Data: []byte(`<!doctype html><script type="module">
		console.error('error of the page');
		Promise.reject(new Error('rejection of the page'));
		setTimeout(() => { throw new Error('exception of the page'); });
		new Worker('worker.js', {type: 'module'});
		window.registered = navigator.serviceWorker.register('service.js').then(() => navigator.serviceWorker.ready).then(() => true);
	</script>`)},
	"worker.js": {Data: []byte(`
		console.error('error of the worker');
		Promise.reject(new Error('rejection of the worker'));
		setTimeout(() => { throw new Error('exception of the worker'); });`)},
	"service.js": {Data: []byte(`
		console.error('error of the service worker');
		Promise.reject(new Error('rejection of the service worker'));
		setTimeout(() => { throw new Error('exception of the service worker'); });`)},
}

func TestErrorsOfPagesAndWorkersAreHeard(t *testing.T) {
	t.Parallel()
	b := Launch(t)
	b.Expect(`(error|rejection|exception) of the `)
	p := b.Open(Serve(t, noisy).URL)
	p.Do("window.registered")
	for _, place := range []string{"page", "worker", "service worker"} {
		for _, kind := range []string{"error", "rejection", "exception"} {
			b.Hear(fmt.Sprintf("%s of the %s", kind, place))
		}
	}
	if all := b.Errors(); len(all) != 9 {
		t.Errorf("%d errors counted, want 9:\n%s", len(all), strings.Join(all, "\n"))
	}
}

func TestAnErrorNobodyExpectedIsReported(t *testing.T) {
	var c console
	c.add("page", chromedp.ConsoleMessage{Type: chromedp.ConsoleWarning, Text: "a warning"})
	c.add("page", chromedp.ConsoleMessage{Type: chromedp.ConsoleError, Text: "awaited"})
	c.add("page", chromedp.ConsoleMessage{Type: chromedp.ConsoleException, Text: "a surprise"})
	c.expected = []*regexp.Regexp{regexp.MustCompile("awaited")}
	var r reports
	c.report(&r)
	if len(r.errors) != 1 || !strings.Contains(r.errors[0], "a surprise") {
		t.Errorf("reported %q", r.errors)
	}
}

func TestWhatIsRepeatedIsCountedOnce(t *testing.T) {
	var c console
	said := chromedp.ConsoleMessage{Type: chromedp.ConsoleError, Text: "broken", URL: "worker.js", Time: time.Unix(1, 0)}
	c.add("one", said)
	c.add("one", said)
	c.add("two", said)
	said.Time = time.Unix(1, 1000)
	c.add("one", said)
	if len(c.errors) != 3 || len(c.messages) != 3 {
		t.Errorf("%d errors of %d messages, want 3: one was repeated", len(c.errors), len(c.messages))
	}
}

// reports is a test that notes what fails it.
type reports struct {
	testing.TB
	errors []string
}

func (r *reports) Errorf(format string, args ...any) {
	r.errors = append(r.errors, fmt.Sprintf(format, args...))
}

func TestARequestIsAnsweredAsTold(t *testing.T) {
	t.Parallel()
	s := Serve(t, fstest.MapFS{"index.html": {Data: []byte("<p>file</p>")}, "a.wasm": {Data: []byte("x")}})
	b := Launch(t)
	p := b.Open(s.URL)
	if got := p.Text("p"); got != "file" {
		t.Errorf("the page shows %q", got)
	}
	if kind := Eval[string](p, "(await fetch('a.wasm')).headers.get('Content-Type')"); kind != "application/wasm" {
		t.Errorf("a.wasm is %s", kind)
	}
	s.Forget()
	s.Answer("/a.wasm", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTeapot) })
	b.Expect("418")
	if status := Eval[int](p, "(await fetch('a.wasm')).status"); status != http.StatusTeapot {
		t.Errorf("status %d", status)
	}
	if n := s.Requested("a.wasm"); n != 1 {
		t.Errorf("%d requests", n)
	}
}

func TestTheNetworkCanBeTakenAway(t *testing.T) {
	t.Parallel()
	s := Serve(t, fstest.MapFS{"index.html": {Data: []byte("<p>file</p>")}})
	b := Launch(t)
	b.Expect("Failed to load resource")
	p := b.Open(s.URL)
	reached := func() bool { return p.Try("fetch('/')") == nil }
	p.Offline(true)
	if reached() || Eval[bool](p, "navigator.onLine") {
		t.Error("offline, and yet the server was reached")
	}
	p.Offline(false)
	if !reached() {
		t.Error("on line again, and yet the server was not reached")
	}
	s.Stop()
	if reached() {
		t.Error("stopped, and yet the server was reached")
	}
	s.Start()
	if !reached() {
		t.Error("started again, and yet the server was not reached")
	}
}

func TestAProfileOutlivesTheBrowser(t *testing.T) {
	t.Parallel()
	s := Serve(t, fstest.MapFS{"index.html": {Data: []byte("<p>file</p>")}})
	b := Launch(t)
	for i, end := range []func(){b.Restart, func() { b.Kill(); b.Restart() }, func() { b.Offstage(func(string) {}) }} {
		p := b.Open(s.URL)
		if n := Eval[int](p, "(await caches.keys()).length"); n != i {
			t.Errorf("%d caches, want %d", n, i)
		}
		p.Do(fmt.Sprintf("caches.open('cache %d')", i))
		end()
	}
	if n := Eval[int](b.Open(s.URL), "(await caches.keys()).length"); n != 3 {
		t.Errorf("%d caches in the end", n)
	}
}

func TestAPageIsWaitedForWithoutLookingAgainAndAgain(t *testing.T) {
	t.Parallel()
	s := Serve(t, fstest.MapFS{"index.html": {Data: []byte("<p></p>")}})
	p := Launch(t).Open(s.URL)
	p.Do("void setTimeout(() => { document.querySelector('p').textContent = 'there'; }, 50)")
	p.Until("document.querySelector('p').textContent === 'there'")
	if got := p.Text("p"); got != "there" {
		t.Errorf("the page shows %q", got)
	}
	if path := p.Screenshot("there"); !strings.HasSuffix(path, "there.png") {
		t.Errorf("screenshot at %s", path)
	}
}

func TestWhatAPageThrowsIsTold(t *testing.T) {
	t.Parallel()
	s := Serve(t, fstest.MapFS{"index.html": {Data: []byte("<p></p>")}})
	err := Launch(t).Open(s.URL).Try("Promise.reject(new TypeError('no such thing'))")
	if err == nil || !strings.Contains(err.Error(), "no such thing") {
		t.Errorf("error %v", err)
	}
}

func TestAxeFindsWhatIsNotAccessible(t *testing.T) {
	t.Parallel()
	s := Serve(t, fstest.MapFS{
		"index.html": {Data: []byte(`<!doctype html><html lang="zh"><title>页</title><style>
			@media (prefers-color-scheme: dark) { body { background: #222; color: #333 } }</style><main><h1>页 page</h1></main>`)},
		"bad.html": {Data: []byte(`<!doctype html><html><img src="data:,"><main>x</main>`)},
	})
	p := Launch(t).Open(s.URL)
	p.WantAccessible()
	p.Media("prefers-color-scheme", "dark")
	if !Eval[bool](p, "matchMedia('(prefers-color-scheme: dark)').matches") {
		t.Error("the page is not dark")
	}
	wantViolations(t, p, "color-contrast")
	p.Go(s.URL + "bad.html")
	wantViolations(t, p, "document-title", "html-has-lang", "image-alt", "page-has-heading-one", "region")
}

func wantViolations(t *testing.T, p *Page, want ...string) {
	t.Helper()
	var got []string
	for _, v := range p.Axe() {
		got = append(got, v.ID)
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("violations %q, want %q", got, want)
	}
}
