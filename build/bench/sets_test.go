package bench

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// nodePeers are the engines that also run outside a browser.
var nodePeers = []string{"minisearch-words", "minisearch-pairs", "orama", "flexsearch"}

// BenchmarkSets asks every engine all queries of each public set, its documents
// alone: MRR@10, and how much ours is above that of a peer.
func BenchmarkSets(b *testing.B) {
	for _, set := range sets {
		docs, err := filepath.Abs(filepath.Join(setsFolder, set, "docs.jsonl"))
		if err != nil {
			b.Fatal(err)
		}
		queries := filepath.Join(filepath.Dir(docs), "queries.jsonl")
		if _, err := os.Stat(queries); err != nil {
			b.Logf("%s is not at hand", set)
			continue
		}
		ours := ranksOf(b, queries, exec.Command("go", "run", "-tags", "ne", "..", "search", "-docs", docs, "-queries", queries))
		found.add("sets-"+set, ourName, "", average(ours))
		for _, engine := range nodePeers {
			if wanted(engine) {
				theirs := ranksOf(b, queries, exec.Command("node", "--no-warnings", "engines/ranks.mjs", engine, docs, queries))
				mean, low, high := difference(ours, theirs)
				found.add("sets-"+set, engine, "", average(theirs))
				found.add("sets-below-"+set, engine, "", mean, low, high)
			}
		}
	}
}

// ranksOf are the reciprocal ranks of the first relevant documents in a run.
func ranksOf(b *testing.B, queries string, run *exec.Cmd) (ranks []float64) {
	b.Helper()
	run.Stderr = os.Stderr
	out, err := run.Output()
	if err != nil {
		b.Fatalf("%v: %v", run.Args, err)
	}
	hits := map[string][]string{}
	for decoder := json.NewDecoder(bytes.NewReader(out)); decoder.More(); {
		var answer struct {
			ID   string
			Hits []string
		}
		if err := decoder.Decode(&answer); err != nil {
			b.Fatal(err)
		}
		hits[answer.ID] = answer.Hits[:min(len(answer.Hits), 10)]
	}
	err = eachLine(queries, func(l line) {
		at := slices.IndexFunc(hits[l.ID], func(id string) bool { return slices.Contains(l.Relevant, id) })
		rank := 0.0
		if at >= 0 {
			rank = 1 / float64(at+1)
		}
		ranks = append(ranks, rank)
	})
	if err != nil {
		b.Fatal(err)
	}
	return ranks
}

// ranking is the table of the sets.
func (r *results) ranking(b *strings.Builder) {
	fmt.Fprintf(b, "\n## Ranking: all queries of the public sets, MRR@10\n\nAnd how much Fenghui is above, with the interval that 95 of 100 resamplings of the queries lie in. Its weights were chosen on cmrc2018-trial and csl-title-dev and confirmed on the other two.\n\n")
	fmt.Fprintf(b, "| engine | %s | mean |\n|---%s|---|\n", strings.Join(sets, " | "), strings.Repeat("|---", len(sets)))
	for _, e := range engineNames {
		var cells []string
		sum := 0.0
		for _, set := range sets {
			v := r.values("sets-"+set, e.id, 0)
			if v == nil {
				continue
			}
			cell := fmt.Sprintf("%.4f", v[0])
			if d := r.values("sets-below-"+set, e.id, 0); len(d) == 3 {
				cell += fmt.Sprintf(" (%+.4f, %+.4f to %+.4f)", d[0], d[1], d[2])
			}
			cells, sum = append(cells, cell), sum+v[0]
		}
		if len(cells) == len(sets) {
			fmt.Fprintf(b, "| %s | %s | %.4f |\n", e.name, strings.Join(cells, " | "), sum/float64(len(sets)))
		}
	}
}
