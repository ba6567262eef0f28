package e2e

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

// installability is what keeps a page from being installed.
type installability struct {
	Errors []struct {
		ID        string `json:"errorId"`
		Arguments []struct{ Name, Value string }
	} `json:"installabilityErrors"`
}

// appManifest is what the browser made of a web app manifest.
type appManifest struct {
	URL    string `json:"url"`
	Errors []struct{ Message string }
}

// WantInstallable fails the test for whatever keeps the browser from offering
// to install the page, and for every mistake in its manifest.
func (p *Page) WantInstallable() {
	p.b.t.Helper()
	for _, e := range call[installability](p, "Page.getInstallabilityErrors").Errors {
		p.b.t.Errorf("cannot be installed: %s %v", e.ID, e.Arguments)
	}
	manifest := call[appManifest](p, "Page.getAppManifest")
	if manifest.URL == "" {
		p.b.t.Error("the page has no manifest")
	}
	for _, e := range manifest.Errors {
		p.b.t.Errorf("%s: %s", manifest.URL, e.Message)
	}
}

// call asks the page's browser for something that takes no parameters.
func call[T any](p *Page, method string) (answer T) {
	p.b.t.Helper()
	p.Run(chromedp.Func(func(ctx context.Context, t *chromedp.Target) (err error) {
		answer, err = cdp.Call(ctx, t, cdp.Command[cdp.Empty, T]{Method: method}, cdp.Empty{})
		return err
	}))
	return answer
}
