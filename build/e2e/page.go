package e2e

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"
)

// Page is one tab. Its methods end the test when the page cannot do as told.
type Page struct {
	Patience time.Duration // how long any one step may take

	b      *Browser
	ctx    context.Context
	cancel context.CancelFunc
}

// NewPage opens an empty tab.
func (b *Browser) NewPage() *Page {
	b.t.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx)
	p := &Page{patience, b, ctx, cancel}
	b.listen(ctx)
	p.Run()
	return p
}

// Open opens a tab at an address and returns when the page has loaded.
func (b *Browser) Open(url string) *Page {
	b.t.Helper()
	p := b.NewPage()
	p.Go(url)
	return p
}

// Run runs chromedp actions, for all that has no method here.
func (p *Page) Run(steps ...chromedp.Action[chromedp.Void]) {
	p.b.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, p.Patience)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		p.b.t.Fatalf("e2e: %v", err)
	}
}

// Go navigates and returns when the page has loaded.
func (p *Page) Go(url string) {
	p.b.t.Helper()
	p.Run(chromedp.Navigate(url))
}

// Reload is what F5 does.
func (p *Page) Reload() {
	p.b.t.Helper()
	p.Run(chromedp.Reload())
}

// BeforeScripts has js run in every document from now on, before its own
// scripts: to take away what a browser may lack.
func (p *Page) BeforeScripts(js string) {
	p.b.t.Helper()
	p.Run(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, page.AddScriptToEvaluateOnNewDocument,
			page.AddScriptToEvaluateOnNewDocumentParams{Source: js})
		return err
	}))
}

// Close closes the tab.
func (p *Page) Close() { p.cancel() }

// Quit ends the browser that the page is in.
func (p *Page) Quit() { p.b.stop() }

// Eval gives the value of a JavaScript expression, which may contain await.
func Eval[T any](p *Page, js string) T {
	p.b.t.Helper()
	v, err := eval[T](p, js)
	if err != nil {
		p.b.t.Fatalf("e2e: %.200s: %v", js, err)
	}
	return v
}

// Do is Eval for what has no value.
func (p *Page) Do(js string) {
	p.b.t.Helper()
	if err := p.Try(js); err != nil {
		p.b.t.Fatalf("e2e: %.200s: %v", js, err)
	}
}

// Try is Do that gives back what the page threw.
func (p *Page) Try(js string) error {
	_, err := eval[chromedp.Void](p, js)
	return err
}

func eval[T any](p *Page, js string) (T, error) {
	ctx, cancel := context.WithTimeout(p.ctx, p.Patience)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T]("(async () => ("+js+"\n))()", chromedp.EvalAwaitPromise))
	var thrown *chromedp.ExceptionError
	if errors.As(err, &thrown) && thrown.Exception != nil {
		return v, errors.New(thrown.Exception.Description)
	}
	return v, err
}

// Until waits for a condition on the document: it is looked at now and
// whenever the document changes.
func (p *Page) Until(condition string) {
	p.b.t.Helper()
	p.Do(fmt.Sprintf(`new Promise(resolve => {
		const observer = new MutationObserver(look);
		function look() { if (%s) { observer.disconnect(); resolve(); } }
		observer.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
		look();
	})`, condition))
}

// Comes waits for a condition within a frame or another element's shadow, where
// no change of this document announces it: it is checked before every drawing of
// the page.
func (p *Page) Comes(condition string) {
	p.b.t.Helper()
	p.Do(fmt.Sprintf(`new Promise((resolve) => {
		const look = () => (%s) ? resolve() : requestAnimationFrame(look);
		look();
	})`, condition))
}

// Screenshot writes what is seen to NAME.png among the test's artifacts
// (`go test -artifacts` keeps them) and returns the path.
func (p *Page) Screenshot(name string) string {
	p.b.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, p.Patience)
	defer cancel()
	png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.b.t.Fatalf("e2e: screenshot: %v", err)
	}
	path := filepath.Join(p.b.t.ArtifactDir(), name+".png")
	if err := os.WriteFile(path, png, 0o644); err != nil {
		p.b.t.Fatalf("e2e: screenshot: %v", err)
	}
	return path
}

// Quota limits what the page's origin may store, in bytes; 0 lifts the limit.
// Set it before the page stores anything: Chromium asks for the quota anew only
// when what it last knew to be free is used up or half a minute old.
func (p *Page) Quota(bytes int) {
	p.b.t.Helper()
	params := storage.OverrideQuotaForOriginParams{Origin: Eval[string](p, "location.origin")}
	if limit := float64(bytes); bytes > 0 {
		params.QuotaSize = &limit
	}
	p.Run(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, storage.OverrideQuotaForOrigin, params)
		return err
	}))
}

// networkConditions is older than the protocol package, and still understood.
type networkConditions struct {
	Offline    bool    `json:"offline"`
	Latency    float64 `json:"latency"`
	Download   float64 `json:"downloadThroughput"`
	Upload     float64 `json:"uploadThroughput"`
	Connection string  `json:"connectionType,omitempty"`
}

var emulateNetwork = cdp.Command[networkConditions, cdp.Empty]{Method: "Network.emulateNetworkConditions"}

// Offline takes the tab off the network and back on. Workers of their own, a
// service worker for one, keep theirs: for those use Server.Stop.
func (p *Page) Offline(offline bool) {
	p.b.t.Helper()
	p.Run(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulateNetwork, networkConditions{Offline: offline, Download: -1, Upload: -1})
		return err
	}))
}

// Resize makes the window's inside so large and returns when the page has been
// told: its media queries have answered anew.
func (p *Page) Resize(width, height int64, options ...chromedp.EmulateViewportOption) {
	p.b.t.Helper()
	p.Run(chromedp.EmulateViewport(width, height, options...))
	p.Do(fmt.Sprintf(`new Promise((told) => {
		const look = () => {
			if (innerWidth !== %d || innerHeight !== %d) return;
			removeEventListener("resize", look);
			requestAnimationFrame(() => requestAnimationFrame(told)); // the first frame tells, the second has heard
		};
		addEventListener("resize", look);
		look();
	})`, width, height))
}

// Hide puts the page out of sight, as a minimised window is: the browser gives
// it no frames, and its timers little time.
func (p *Page) Hide() {
	p.b.t.Helper()
	p.Run(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		window, err := cdp.Call(ctx, t, browser.GetWindowForTarget, browser.GetWindowForTargetParams{})
		if err != nil {
			return err
		}
		minimized := browser.SetWindowBoundsParams{WindowID: window.WindowID, Bounds: &browser.Bounds{WindowState: browser.WindowStateMinimized}}
		_, err = cdp.Call(ctx, t, browser.SetWindowBounds, minimized)
		return err
	}))
	p.Do(`new Promise((hidden) => {
		const look = () => document.visibilityState === "hidden" && hidden();
		document.addEventListener("visibilitychange", look);
		look();
	})`)
}

// Text is the visible text of the page, or of the first match of a selector.
func (p *Page) Text(selector string) string {
	p.b.t.Helper()
	return strings.TrimSpace(Eval[string](p, fmt.Sprintf("document.querySelector(%q).innerText", selector)))
}
