package engine

import (
	"cmp"
	"context"

	"fenghui/corpus"
	"fenghui/wasm/library"
	"fenghui/wasm/overview"
)

// comparedAtOnce is how many bytes of text are compared for the first view
// without being asked to wait: a hundred reports, a second or two.
const comparedAtOnce = 400 << 10

func (e *Engine) viewOverview(ctx context.Context, l *library.Library, _ call, args OverviewArgs) (Overview, error) {
	s := l.Snapshot()
	found := e.comparisons.cached(s)
	if found == nil && (args.Wait || s.Size().TextBytes <= comparedAtOnce) {
		// Without progress: the view that the site came with is there meanwhile.
		var err error
		if found, err = e.comparisons.findings(ctx, s, func(library.Progress) {}); err != nil {
			return Overview{}, err
		}
	}
	var docs []*corpus.Document
	for _, d := range s.Documents {
		docs = append(docs, d.Document)
	}
	language := cmp.Or(args.Language, "zh")
	if found == nil {
		return Overview{View: overview.Build(docs, nil, language)}, nil
	}
	return Overview{View: overview.Build(docs, &overview.Found{Result: found.result, Inputs: found.inputs}, language), Whole: true}, nil
}
