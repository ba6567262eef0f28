package e2e

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// console collects what pages and workers say.
type console struct {
	mu       sync.Mutex
	messages []string // all, in order
	errors   []string
	heard    map[heard]bool
	expected []*regexp.Regexp
	changed  chan struct{} // closed and made anew by every message, once somebody waits
}

// heard is what makes a message the one it is: when, where and by whom it was
// said. Chromium repeats what was said before to whoever begins to listen, so
// that the same may come both at once and repeated.
type heard struct {
	by           target.ID
	at           time.Time
	text, url    string
	line, column int64
}

// add takes a message down, unless it has been heard already.
func (c *console) add(by target.ID, m chromedp.ConsoleMessage) (line string, first bool) {
	line = m.String()
	if m.URL != "" {
		line += fmt.Sprintf(" (%s:%d)", m.URL, m.Line+1)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	h := heard{by, m.Time, m.Text, m.URL, m.Line, m.Column}
	if c.heard[h] {
		return line, false
	}
	if c.heard == nil {
		c.heard = map[heard]bool{}
	}
	c.heard[h] = true
	c.messages = append(c.messages, m.Text)
	if m.IsException() || m.Type == chromedp.ConsoleError {
		c.errors = append(c.errors, line)
	}
	if c.changed != nil {
		close(c.changed)
		c.changed = nil
	}
	return line, true
}

// wait gives the channel that the next message closes, unless one that
// matches is there already.
func (c *console) wait(r *regexp.Regexp) <-chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	if slices.ContainsFunc(c.messages, r.MatchString) {
		return nil
	}
	if c.changed == nil {
		c.changed = make(chan struct{})
	}
	return c.changed
}

// report fails the test for every error nobody expected.
func (c *console) report(t testing.TB) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, line := range c.errors {
		if !slices.ContainsFunc(c.expected, func(r *regexp.Regexp) bool { return r.MatchString(line) }) {
			t.Errorf("the page said %s", line)
		}
	}
}

// Expect says that errors matching the pattern may be in the console: a test
// that breaks something hears it break.
func (b *Browser) Expect(pattern string) {
	b.console.mu.Lock()
	defer b.console.mu.Unlock()
	b.console.expected = append(b.console.expected, regexp.MustCompile(pattern))
}

// Hear waits until some page or worker has said something that matches.
func (b *Browser) Hear(pattern string) {
	b.t.Helper()
	r := regexp.MustCompile(pattern)
	late := time.After(patience)
	for {
		next := b.console.wait(r)
		if next == nil {
			return
		}
		select {
		case <-next:
		case <-late:
			b.t.Fatalf("e2e: nobody said %s", pattern)
		}
	}
}

// Errors returns all errors so far, expected or not.
func (b *Browser) Errors() []string {
	b.console.mu.Lock()
	defer b.console.mu.Unlock()
	return slices.Clone(b.console.errors)
}

// Console returns the texts of all messages so far, of all pages and workers.
func (b *Browser) Console() []string {
	b.console.mu.Lock()
	defer b.console.mu.Unlock()
	return slices.Clone(b.console.messages)
}

// listen hears the console of a page or worker until ctx ends.
func (b *Browser) listen(ctx context.Context) {
	messages := chromedp.Console(ctx)
	by := chromedp.FromContext(ctx).Target
	b.work.Go(func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			if line, first := b.console.add(by.TargetID, m); first {
				b.log.Log(line)
			}
		}
	})
}

// listenToWorkers hears the workers that no page speaks for.
func (b *Browser) listenToWorkers() {
	ctx, work := b.ctx, b.work
	events := chromedp.BrowserEvents(ctx, target.TargetCreated)
	work.Go(func() {
		for e, err := range events {
			if err != nil {
				return
			}
			if ownWorker(e.TargetInfo.Type) {
				work.Go(func() { b.attach(ctx, e.TargetInfo.TargetID) })
			}
		}
	})
}

// ownWorker reports whether a worker has a console of its own: what a dedicated
// worker says is said by its page too.
func ownWorker(kind string) bool { return kind == "shared_worker" || kind == "service_worker" }

// attach hears a worker, from its first word on: a domain repeats what was
// said before when it is enabled, and chromedp enables it too early.
func (b *Browser) attach(ctx context.Context, id target.ID) {
	ctx, cancel := chromedp.NewContext(ctx, chromedp.WithTargetID(id), chromedp.WithDetachOnCancel())
	context.AfterFunc(b.ctx, cancel)
	b.listen(ctx)
	t := chromedp.FromContext(ctx).Target
	if t == nil {
		return // it has ended already
	}
	for _, command := range []cdp.Command[cdp.Empty, cdp.Empty]{runtime.Disable, log.Disable, runtime.Enable, log.Enable} {
		if _, err := cdp.Call(ctx, t, command, cdp.Empty{}); err != nil {
			return
		}
	}
}
