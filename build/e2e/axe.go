package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Violation is a rule of accessibility that a page breaks.
type Violation struct {
	ID     string `json:"id"`
	Impact string `json:"impact"` // minor moderate serious critical
	Help   string `json:"help"`
	Nodes  []struct {
		Target  json.RawMessage `json:"target"` // selectors, nested in frames
		HTML    string          `json:"html"`
		Summary string          `json:"failureSummary"`
	} `json:"nodes"`
}

func (v Violation) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s): %s", v.ID, v.Impact, v.Help)
	for _, n := range v.Nodes {
		fmt.Fprintf(&b, "\n  %s %s\n    %s", n.Target, n.HTML, strings.ReplaceAll(n.Summary, "\n", "\n    "))
	}
	return b.String()
}

// Colours are the rules that a scheme of colours alone can break.
var Colours = []string{"color-contrast", "link-in-text-block"}

// Axe has axe-core look at the page as it is now: by the rules named, or else
// by WCAG 2.2 AA and its own best practices.
func (p *Page) Axe(rules ...string) []Violation {
	p.b.t.Helper()
	if !Eval[bool](p, "'axe' in window") {
		p.bringAxe()
	}
	by := rules
	if len(by) == 0 {
		by = []string{"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"}
	}
	return Eval[[]Violation](p, fmt.Sprintf("(await axe.run(document, {runOnly: '%s'.split(' '), resultTypes: ['violations']})).violations", strings.Join(by, " ")))
}

// AxeInFrames has axe-core in every document that is opened from now on, so that
// Axe looks into frames as well.
func (p *Page) AxeInFrames() {
	p.b.t.Helper()
	p.BeforeScripts(p.axe())
}

func (p *Page) bringAxe() {
	p.b.t.Helper()
	source := p.axe()
	p.Run(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := chromedp.Run(ctx, chromedp.Evaluate[chromedp.Void](source))
		return err
	}))
}

// axe is the script of axe-core.
func (p *Page) axe() string {
	p.b.t.Helper()
	source, err := os.ReadFile(filepath.Join(root(p.b.t), "build/e2e/node_modules/axe-core/axe.min.js"))
	if err != nil {
		p.b.t.Fatalf("e2e: axe-core is missing: run `make test`, or `npm ci --ignore-scripts` in build/e2e: %v", err)
	}
	return string(source)
}

// WantAccessible fails the test for every violation.
func (p *Page) WantAccessible() {
	p.b.t.Helper()
	for _, v := range p.Axe() {
		p.b.t.Errorf("not accessible: %s", v)
	}
}

// Media sets what a media query asks for, until the tab closes:
// Media("prefers-color-scheme", "dark").
func (p *Page) Media(feature, value string) {
	p.b.t.Helper()
	p.Run(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: feature, Value: value}},
		})
		return err
	}))
}
