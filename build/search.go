package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"fenghui/build/dictionary"
	"fenghui/build/input"
	"fenghui/corpus"
	"fenghui/wasm/library"
	"fenghui/wasm/library/sitefile"
	"fenghui/wasm/search"
	"fenghui/wasm/store"
)

// runSearch searches as the page does, for a look at one answer or for
// measuring many.
func runSearch(ctx context.Context, args []string, _ io.Reader, stdout, stderr io.Writer) error {
	set := flags("search [-corpus DIR]... [-sort ORDER] [-explain] QUERY\n       build search -docs FILE -queries FILE [-k N]",
		"Prints the passages that answer a query, best first; or, of a set of queries, the\n"+
			"documents that answer each: {\"id\", \"hits\"} a line, for {\"id\", \"text\"} in the files.", stderr)
	var dirs folders
	set.Var(&dirs, "corpus", "search this `folder` of articles, not our records; may be given several times")
	docs := set.String("docs", "", "`file` of documents, {\"id\", \"title\", \"text\"} a line")
	queries := set.String("queries", "", "`file` of queries, {\"id\", \"text\"} a line")
	k := set.Int("k", 10, "how many documents for a query of the set")
	explain := set.Bool("explain", false, "tell what the score of each passage is made of")
	order := set.String("sort", "", "`order` of the answer: date for the newest first, -date for the oldest; else the best first")
	if err := parseFlags(set, args); err != nil {
		return err
	}
	if (*docs == "") != (*queries == "") {
		return usageError{what: "-docs and -queries go together"}
	}
	if *docs != "" {
		return searchSet(ctx, *docs, *queries, *k, stdout)
	}
	if set.NArg() == 0 {
		return usageError{what: "what is to be searched for?"}
	}
	found, err := searchedDocuments(dirs, stderr)
	if err != nil {
		return err
	}
	return searchOnce(ctx, found, search.Request{Query: strings.Join(set.Args(), " "), Sort: *order, Explain: *explain}, stdout)
}

// searchedDocuments are those of the folders named, or else our records.
func searchedDocuments(dirs folders, stderr io.Writer) ([]*corpus.Document, error) {
	l, err := input.ReadAll(len(dirs) == 0, dirs)
	if err != nil {
		return nil, err
	}
	tellRefused(stderr, "search", l.Refused)
	return l.Documents, nil
}

func searchOnce(ctx context.Context, docs []*corpus.Document, r search.Request, stdout io.Writer) error {
	snapshot, err := openDocuments(ctx, docs)
	if err != nil {
		return err
	}
	answer, err := search.Run(ctx, snapshot, r)
	if err != nil {
		return err
	}
	for _, i := range answer.Query.Ignored {
		fmt.Fprintf(stdout, "ignored: %s (%s)\n", i.Part, i.Reason)
	}
	for _, x := range answer.Expanded {
		fmt.Fprintf(stdout, "%s: also %s\n", x.From, strings.Join(x.To, ", "))
	}
	fmt.Fprintf(stdout, "%s: %d passages in %d documents\n", answer.Query, answer.Passages, answer.Documents)
	for _, way := range answer.Relaxed {
		fmt.Fprintf(stdout, "without %s: %s: %d passages\n", way.Without, way.Query, way.Count)
	}
	for _, g := range answer.Groups {
		fmt.Fprintf(stdout, "\n%s  %s  %s\n", g.Document.Summit.Date, g.Document.ID, g.Document.Title)
		for _, h := range g.Hits {
			fmt.Fprintf(stdout, "  %d  %s\n", h.Ordinal+1, marked(h))
			for _, p := range h.Parts {
				fmt.Fprintf(stdout, "       %10.3f  %s %s\n", p.Score, p.Field, p.Term)
			}
		}
	}
	return nil
}

// marked is a hit as a terminal can show it.
func marked(h search.Hit) string {
	var b strings.Builder
	for _, r := range h.Runs {
		if r.Kind == "" {
			b.WriteString(r.Text)
		} else {
			b.WriteString("[" + r.Text + "]")
		}
	}
	return b.String()
}

// line is one document or one query of a set.
type line struct{ ID, Title, Text string }

func searchSet(ctx context.Context, docsFile, queriesFile string, k int, stdout io.Writer) error {
	docs, err := readLines(docsFile)
	if err != nil {
		return err
	}
	queries, err := readLines(queriesFile)
	if err != nil {
		return err
	}
	var list []*corpus.Document
	for _, d := range docs {
		passage := corpus.Passage{Kind: corpus.Text, Text: d.Text}
		list = append(list, &corpus.Document{ID: d.ID, Kind: corpus.Article, Title: d.Title, Passages: []corpus.Passage{passage}})
	}
	snapshot, err := openDocuments(ctx, list)
	if err != nil {
		return err
	}
	out := json.NewEncoder(stdout)
	for _, q := range queries {
		answer, err := search.Run(ctx, snapshot, search.Request{Query: q.Text, Limit: k})
		if err != nil {
			return err
		}
		hits := []string{}
		for _, g := range answer.Groups {
			hits = append(hits, g.Document.ID)
		}
		if err := out.Encode(map[string]any{"id": q.ID, "hits": hits}); err != nil {
			return err
		}
	}
	return nil
}

func readLines(file string) ([]line, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var list []line
	scanner := bufio.NewScanner(f)
	scanner.Buffer(nil, 16<<20)
	for n := 1; scanner.Scan(); n++ {
		var l line
		if err := json.Unmarshal(scanner.Bytes(), &l); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, n, err)
		}
		list = append(list, l)
	}
	return list, scanner.Err()
}

// openDocuments opens a library of these documents, as a page would from a
// site built of them.
func openDocuments(ctx context.Context, docs []*corpus.Document) (*library.Snapshot, error) {
	full, err := dictionary.Full(dictionary.Cut)
	if err != nil {
		return nil, err
	}
	small, err := dictionary.Small(full, dictionary.Texts(docs))
	if err != nil {
		return nil, err
	}
	pack, hash, err := library.Pack(ctx, docs, small)
	if err != nil {
		return nil, err
	}
	texts, err := sitefile.Documents{List: docs}.Encode()
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{"pack": pack, "documents": texts}
	l, err := library.Open(ctx, library.Options{
		Store: store.NewMemory(), Site: library.Site{Pack: "pack", PackHash: hash, Documents: "documents"},
		Fetch: func(_ context.Context, address string) ([]byte, error) { return files[address], nil },
	})
	if err != nil {
		return nil, err
	}
	return l.Snapshot(), nil
}
