package engine

import (
	"context"

	"fenghui/wasm/library"
	"fenghui/wasm/search"
	"fenghui/wasm/text"
)

// This file turns what the packages say into what the protocol says.

// mostListed of the documents that came with the site: a page with a row for
// each of 20,000 would stand still.
const mostListed = 500

func state(l *library.Library) LibraryState {
	s := l.Snapshot()
	size := s.Size()
	st := LibraryState{
		Documents: []DocumentHead{}, Passages: size.Passages, TextBytes: size.TextBytes, IndexBytes: size.IndexBytes,
		Segments: size.Segments, Kept: l.Kept(), Origin: size.Origin,
	}
	for _, d := range s.Documents {
		if d.BuiltIn && len(st.Documents) >= mostListed {
			st.More++
			continue
		}
		st.Documents = append(st.Documents, head(d))
	}
	st.Pending = pendingYears(s)
	for _, d := range s.Damaged {
		st.Damaged = append(st.Damaged, Damaged(d))
	}
	return st
}

func head(d *library.Document) DocumentHead {
	return DocumentHead{
		ID: d.ID, Kind: string(d.Kind), Name: d.Name, Title: d.Title, TitleFrom: string(d.TitleFrom),
		Event: d.Summit.Event, EventFrom: string(d.Summit.EventFrom), Organisation: d.Summit.Organisation,
		Date: d.Summit.Date, DateFrom: string(d.Summit.DateFrom), City: d.Summit.City, Country: d.Summit.Country,
		Speaker: d.Speaker, Passages: len(d.Passages), Bytes: d.Bytes, BuiltIn: d.BuiltIn,
	}
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

func runs(list []text.Run) []Run {
	out := make([]Run, 0, len(list))
	for _, r := range list {
		run := Run{Text: r.Text, Kind: r.Kind}
		if r.Number > 0 {
			ordinal := r.Number - 1
			run.Figure = &ordinal
		}
		out = append(out, run)
	}
	return out
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
