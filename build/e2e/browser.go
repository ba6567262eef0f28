// Package e2e drives a real Chromium in tests: this file and its neighbours
// are the harness, the _test.go files use it.
//
// What a page writes to its console goes to the test log; an error or an
// uncaught exception there, in a page or a worker, fails the test at its end
// unless it was expected. A test awaits promises of the page and never sleeps
// until something may have come about; it waits a while only where the wait is
// itself the case (guest_test.go, focus_test.go). Without Chromium a test fails
// and says what to do.
//
//	b := e2e.Launch(t)
//	p := b.Open(e2e.Serve(t, os.DirFS("site")).URL)
//	if n := e2e.Eval[int](p, `(await window.ready).documents`); n != 5 { … }
package e2e

import (
	"context"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"fenghui/build/install"
)

// patience is how long any one step may take. It is for a machine under
// load: nothing is ever expected to come near it.
const patience = 2 * time.Minute

// InsecureHost is a name the browser takes for this machine, and for an
// origin that is not secure, unlike 127.0.0.1.
const InsecureHost = "fenghui.test"

// Browser is one Chromium with a profile of its own.
type Browser struct {
	t testing.TB // ended by what fails
	*process
}

// For is the same browser within a subtest.
func (b *Browser) For(t testing.TB) *Browser { return &Browser{t, b.process} }

// process is shared by the views of a browser.
type process struct {
	log     testing.TB // of the whole browser
	profile string
	flags   []chromedp.ExecAllocatorOption
	console console

	// Of the running process; made anew by Restart.
	ctx    context.Context // of its first tab, which stays blank
	cancel context.CancelFunc
	work   *sync.WaitGroup // what listens to it
}

// Launch starts a browser that ends with the test. Flags are Chromium's
// switches without dashes, such as "name" or "name=value".
func Launch(t testing.TB, flags ...string) *Browser {
	t.Helper()
	path, err := install.FindChromium()
	if err != nil {
		t.Fatal(err)
	}
	profile, err := os.MkdirTemp("", "fenghui-e2e-")
	if err != nil {
		t.Fatal(err)
	}
	b := &Browser{t, &process{log: t, profile: profile, flags: options(path, profile, flags)}}
	t.Cleanup(func() {
		b.stop()
		b.console.report(t)
		if err := os.RemoveAll(profile); err != nil {
			t.Logf("the profile stays behind: %v", err)
		}
	})
	b.start()
	return b
}

// leftOut are features of the browser's own window that no test looks at; the
// list under its address bar, for one, is drawn by pages that take a second to
// start. chromedp leaves out the first two as well.
const leftOut = "Translate,BlinkGenPropertyTrees,WebUIOmniboxPopup,WebUIOmniboxAimPopup"

// options leaves out what would have the browser call home.
func options(path, profile string, flags []string) []chromedp.ExecAllocatorOption {
	o := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.UserDataDir(profile),
		chromedp.WSURLReadTimeout(patience),
		chromedp.NoSandbox,
		chromedp.DisableGPU,
		chromedp.Flag("disable-features", leftOut),
		chromedp.Flag("host-resolver-rules", "MAP "+InsecureHost+" 127.0.0.1"),
		chromedp.Flag("lang", "zh-CN"),
	)
	for _, flag := range append(flags, "disable-quic", "disable-component-update", "disable-crash-reporter") {
		if name, value, ok := strings.Cut(flag, "="); ok {
			o = append(o, chromedp.Flag(name, value))
			continue
		}
		o = append(o, chromedp.Flag(flag, true))
	}
	return o
}

func (b *Browser) start() {
	b.t.Helper()
	allocator, end := chromedp.NewExecAllocator(context.Background(), b.flags...)
	ctx, cancel := chromedp.NewContext(allocator, chromedp.WithLogf(b.log.Logf), chromedp.WithErrorf(quiet))
	b.ctx, b.work = ctx, new(sync.WaitGroup)
	b.cancel = func() { cancel(); end() }
	if err := chromedp.Do(ctx); err != nil {
		b.t.Fatalf("e2e: start Chromium: %v", err)
	}
	b.listenToWorkers()
}

// quiet drops chromedp's own complaints, about events newer than it above all.
func quiet(string, ...any) {}

// stop ends the browser as a user would, so that its files are written.
func (b *Browser) stop() {
	if b.ctx == nil {
		return
	}
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	if err := chromedp.Cancel(ctx); err != nil && b.ctx.Err() == nil {
		b.t.Logf("e2e: stop Chromium: %v", err)
	}
	cancel()
	b.release()
}

// release waits for all that listens to the browser.
func (b *Browser) release() {
	b.cancel()
	b.work.Wait()
	b.ctx = nil
}

// Kill ends the browser by SIGKILL, as a crash or a power cut would.
func (b *Browser) Kill() {
	b.t.Helper()
	if err := chromedp.FromContext(b.ctx).Browser.Process().Kill(); err != nil {
		b.t.Fatalf("e2e: kill Chromium: %v", err)
	}
	b.release()
}

// Restart starts the browser again on the same profile, after ending it
// properly if it still runs. Pages of before are gone.
func (b *Browser) Restart() {
	b.t.Helper()
	b.stop()
	b.start()
}

// Offstage stops the browser, has change work on its files, and starts it again.
func (b *Browser) Offstage(change func(profile string)) {
	b.t.Helper()
	b.stop()
	change(b.profile)
	b.start()
}
