package e2e

import (
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// NetworkLog is every request that a tab has made, its frames and dedicated
// workers included.
type NetworkLog struct {
	mu   sync.Mutex
	urls []string
}

// Network logs the requests of the tab from now on.
func (p *Page) Network() *NetworkLog {
	p.b.t.Helper()
	l := &NetworkLog{}
	events := chromedp.Events(p.ctx, network.RequestWillBeSent)
	p.b.work.Go(func() {
		for e, err := range events {
			if err != nil {
				return
			}
			l.mu.Lock()
			l.urls = append(l.urls, e.Request.URL)
			l.mu.Unlock()
		}
	})
	p.Run(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, network.Enable, network.EnableParams{})
		return err
	}))
	return l
}

// URLs are the addresses asked for so far, in order.
func (l *NetworkLog) URLs() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.urls)
}

// Outside are those that lead away from an origin; data and blobs lead nowhere.
func (l *NetworkLog) Outside(origin string) []string {
	return slices.DeleteFunc(l.URLs(), func(url string) bool {
		return strings.HasPrefix(url, origin) || strings.HasPrefix(url, "data:") || strings.HasPrefix(url, "blob:") || url == "about:blank"
	})
}
