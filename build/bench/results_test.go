package bench

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"fenghui/build/cache"
	"fenghui/build/site/squeeze"
)

// results is all that has been measured, this time or before.
type results struct {
	Machine  string            `json:"machine"`
	Versions map[string]string `json:"versions"`
	Pools    map[int]poolSize  `json:"pools"` // by number of articles
	Measures []*measure        `json:"measures"`

	fresh map[string]*measure // of this process
}

// poolSize says what text the engines were given.
type poolSize struct {
	Source                     string
	Documents, Passages, Bytes int
	Questions                  int
}

// measure is one number of one engine, taken several times.
type measure struct {
	Name     string    `json:"name"`
	Engine   string    `json:"engine,omitempty"`
	Unit     string    `json:"unit,omitempty"`
	Values   []float64 `json:"values"`
	Articles int       `json:"articles,omitempty"` // of the library it was taken with, if one was
	Date     string    `json:"date"`
}

// found is what this process measures.
var found = &results{Pools: map[int]poolSize{}, fresh: map[string]*measure{}}

func (r *results) pool(p *pool) {
	r.Pools[*articles] = poolSize{p.source, len(p.documents), p.passages, p.bytes, len(p.questions)}
}

// small are the measures that no large library has a part in, by how they begin.
var small = regexp.MustCompile(`^(wire|cold|warm|first-paint|records|sets|import|figures|(long-tasks|longest-task)-import)`)

func (m *measure) key() string { return fmt.Sprintf("%s %s %d", m.Name, m.Engine, m.Articles) }

// add notes values of a measure, beside those noted in this process before.
func (r *results) add(name, engine, unit string, values ...float64) {
	m := &measure{Name: name, Engine: engine, Unit: unit, Articles: *articles, Date: time.Now().UTC().Format(time.DateOnly)}
	if small.MatchString(name) {
		m.Articles = 0
	}
	if known := r.fresh[m.key()]; known != nil {
		m = known
	}
	r.fresh[m.key()] = m
	m.Values = append(m.Values, values...)
	fmt.Fprintf(os.Stderr, "  %-18s %-18s %v %s\n", name, engine, values, unit)
}

// get gives the median of a measure, and whether it has been taken at all; of
// several libraries in the largest.
func (r *results) get(name, engine string) (float64, bool) {
	values := r.values(name, engine, r.largest(name, engine))
	return median(values), len(values) > 0
}

func (r *results) largest(name, engine string) (articles int) {
	for _, m := range r.Measures {
		if m.Name == name && m.Engine == engine {
			articles = max(articles, m.Articles)
		}
	}
	return articles
}

func (r *results) values(name, engine string, articles int) []float64 {
	for _, m := range r.Measures {
		if m.Name == name && m.Engine == engine && m.Articles == articles {
			return m.Values
		}
	}
	return nil
}

// save is write for what takes long: what is measured stays, even if the rest
// of the run is given up.
func (r *results) save(tb testing.TB) {
	if err := r.write("."); err != nil {
		tb.Error(err)
	}
}

// write puts what is new among what was measured before, and tells it in both
// files of the folder. Without anything new it leaves them alone.
func (r *results) write(dir string) error {
	if len(r.fresh) == 0 {
		return nil
	}
	all, err := readResults(filepath.Join(dir, "results.json"))
	if err != nil {
		return err
	}
	all.take(r)
	var data bytes.Buffer
	encoder := json.NewEncoder(&data)
	encoder.SetIndent("", "\t")
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(all); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "results.json"), data.Bytes(), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "RESULTS.md"), []byte(all.report()), 0o644)
}

func readResults(file string) (*results, error) {
	all := &results{}
	data, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return all, nil
	}
	if err != nil {
		return nil, err
	}
	return all, json.Unmarshal(data, all)
}

func (r *results) take(fresh *results) {
	r.Machine, r.Versions = machine(), versions()
	if r.Pools == nil {
		r.Pools = map[int]poolSize{}
	}
	maps.Copy(r.Pools, fresh.Pools)
	r.Measures = slices.DeleteFunc(r.Measures, func(m *measure) bool { return fresh.fresh[m.key()] != nil })
	for _, key := range slices.Sorted(maps.Keys(fresh.fresh)) {
		r.Measures = append(r.Measures, fresh.fresh[key])
	}
	slices.SortFunc(r.Measures, func(a, b *measure) int { return strings.Compare(a.key(), b.key()) })
}

// brotli is the size after compressing as for a site that is published, but
// for what is so large that it would take minutes.
func brotli(tb testing.TB, data []byte) int {
	tb.Helper()
	quality := squeeze.Best
	if len(data) > 8<<20 {
		quality = squeeze.Quick
	}
	out, err := squeeze.Squeezer{Cache: cache.Default(), Quality: quality}.Brotli(tb.Context(), data)
	if err != nil {
		tb.Fatal(err)
	}
	return len(out)
}

func TestWhatIsMeasuredAgainReplacesWhatWas(t *testing.T) {
	dir := t.TempDir()
	for _, values := range [][]float64{{1, 2, 3}, {7}} {
		r := &results{fresh: map[string]*measure{}}
		r.add("load", ourName, "ms", values...)
		if err := r.write(dir); err != nil {
			t.Fatal(err)
		}
	}
	all, err := readResults(filepath.Join(dir, "results.json"))
	if err != nil {
		t.Fatal(err)
	}
	if got, ok := all.get("load", ourName); !ok || got != 7 || len(all.Measures) != 1 {
		t.Errorf("load %v of %d measures", got, len(all.Measures))
	}
	if report, err := os.ReadFile(filepath.Join(dir, "RESULTS.md")); err != nil || !strings.Contains(string(report), "| load") {
		t.Errorf("the report lacks it: %v\n%s", err, report)
	}
}
