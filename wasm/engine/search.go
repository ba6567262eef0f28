package engine

import (
	"context"

	"fenghui/wasm/library"
	"fenghui/wasm/search"
)

func runSearch(ctx context.Context, l *library.Library, c call, args SearchArgs) (SearchAnswer, error) {
	s := l.Snapshot()
	told := 0
	found := func(a *search.Answer) {
		hits := searchAnswer(a)
		told = len(hits.Groups)
		c.emit(Event{Hits: &hits})
	}
	a, err := search.Run(ctx, s, search.Request{
		Early: args.Early, Found: found, Query: args.Query, From: args.From, To: args.To, Summits: args.Summit,
		Places: args.Country, Persons: args.Person, Topics: args.Topic, Kinds: args.Kind, Speeches: args.Speech,
		Document: args.Document, Sort: args.Sort, Literal: args.Literal, Explain: args.Explain, Facets: args.Offset == 0, // further hits are of the same
		Offset: args.Offset, Limit: args.Limit, Language: args.Language, Progress: c.progress,
	})
	if err != nil {
		return SearchAnswer{}, err
	}
	go s.ReadAhead(context.WithoutCancel(ctx)) // after the first answer, which is waited for
	a.Groups = a.Groups[told:]
	answer := searchAnswer(a)
	answer.Missing = missing(s, a.Query)
	return answer, nil
}

func searchAnswer(a *search.Answer) SearchAnswer {
	answer := SearchAnswer{
		Query: a.Query.String(), Documents: a.Documents, Passages: a.Passages, Groups: []Group{},
		Facets: hitFacets(a.Facets), Excluding: a.Excluding, Excluded: a.Excluded,
	}
	for _, i := range a.Query.Ignored {
		answer.Ignored = append(answer.Ignored, Ignored(i))
	}
	for _, x := range a.Expanded {
		answer.Expanded = append(answer.Expanded, Expansion(x))
	}
	for _, r := range a.Relaxed {
		answer.Relaxed = append(answer.Relaxed, Relaxed(r))
	}
	for _, g := range a.Groups {
		answer.Groups = append(answer.Groups, group(g))
	}
	return answer
}

func hitFacets(f search.HitFacets) HitFacets {
	return HitFacets{
		Dates: facetCounts(f.Dates), Summits: facetCounts(f.Summits), Countries: facetCounts(f.Places), Persons: facetCounts(f.Persons),
		Topics: facetCounts(f.Topics), Kinds: facetCounts(f.Kinds), Speeches: facetCounts(f.Speeches), Among: f.Among,
	}
}

func group(g search.Group) Group {
	out := Group{Document: head(g.Document), Total: g.Total}
	for _, h := range g.Hits {
		section := g.Document.Passages[h.Ordinal].Section
		hit := Hit{Passage: h.Ordinal, Section: section, Runs: runs(h.Runs), Score: h.Score}
		for _, p := range h.Parts {
			hit.Parts = append(hit.Parts, Part(p))
		}
		out.Hits = append(out.Hits, hit)
	}
	return out
}

func suggest(ctx context.Context, l *library.Library, _ call, args SuggestArgs) (SuggestAnswer, error) {
	answer := SuggestAnswer{Suggestions: []Suggestion{}}
	list, err := search.Suggest(ctx, l.Snapshot(), args.Query)
	for _, s := range list {
		answer.Suggestions = append(answer.Suggestions, Suggestion(s))
	}
	return answer, err
}

func readDocument(ctx context.Context, l *library.Library, c call, args DocumentArgs) (DocumentAnswer, error) {
	s, d, err := findDocument(ctx, l, c, args.ID)
	if err != nil {
		return DocumentAnswer{}, err
	}
	return documentAnswer(ctx, d, search.NewMarker(s, args.Query)), nil
}

func documentAnswer(ctx context.Context, d *library.Document, marker *search.Marker) DocumentAnswer {
	a := DocumentAnswer{
		Head: head(d), DateNote: d.Summit.DateNote, Host: d.Summit.Host, Format: d.Summit.Format,
		Source: Source(d.Source), Topics: d.Topics, Passages: []Passage{},
	}
	for _, p := range d.Participants {
		a.Participants = append(a.Participants, Participant(p))
	}
	for i, p := range d.Passages {
		a.Passages = append(a.Passages, Passage{Kind: string(p.Kind), Runs: runs(marker.Mark(ctx, d, i)), Ref: p.Ref})
	}
	return a
}
