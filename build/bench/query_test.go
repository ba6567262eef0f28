package bench

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fenghui/wasm/library"
	"fenghui/wasm/library/sitefile"
	"fenghui/wasm/search"
	"fenghui/wasm/store"
)

// BenchmarkQuery asks the questions natively, of an eighth, a quarter, half and
// all of the articles, with facets: of each question the quickest of all rounds.
// It is the quick way to see what a change of the search does.
func BenchmarkQuery(b *testing.B) {
	var sizes, medians []float64
	for part := 8; part >= 1; part /= 2 {
		p := newPool(b, *articles/part)
		l := openPool(b, p)
		best := make([]float64, min(timed, len(p.questions)))
		for range *runs {
			askNatively(b, l, p.texts(timed), best)
		}
		size := l.Size()
		name := fmt.Sprintf("%s/%d", ourName, len(sizes))
		found.add("native-query-p50", name, "ms", median(best))
		found.add("native-query-p95", name, "ms", quantile(best, 0.95))
		found.add("native-index/text", name, "", float64(size.IndexBytes)/float64(size.TextBytes))
		sizes, medians = append(sizes, float64(p.passages)), append(medians, median(best))
	}
	found.add("exponent-native-query-p50", ourName, "", exponent(sizes, medians))
}

// askNatively notes how many ms each question took, if it was quicker than before.
func askNatively(b *testing.B, l *library.Snapshot, questions []string, best []float64) {
	b.Helper()
	for i, q := range questions {
		start := time.Now()
		if _, err := search.Run(b.Context(), l, search.Request{Query: q, Facets: true}); err != nil {
			b.Fatal(err)
		}
		if took := time.Since(start).Seconds() * 1000; best[i] == 0 || took < best[i] {
			best[i] = took
		}
	}
}

// openPool opens a library of the pool as a page would. Its pack is kept for the
// next run: reading the figures of the largest takes minutes.
func openPool(b *testing.B, p *pool) *library.Snapshot {
	b.Helper()
	small := smallDictionary(b, p)
	texts, err := sitefile.Documents{List: p.documents}.Encode()
	if err != nil {
		b.Fatal(err)
	}
	pack, hash := keptPack(b, p, small)
	files := map[string][]byte{"pack": pack, "documents": texts}
	l, err := library.Open(b.Context(), library.Options{
		Store: store.NewMemory(), Site: library.Site{Pack: "pack", PackHash: hash, Documents: "documents"},
		Fetch: func(_ context.Context, address string) ([]byte, error) { return files[address], nil },
	})
	if err != nil {
		b.Fatal(err)
	}
	return l.Snapshot()
}

func keptPack(b *testing.B, p *pool, small []byte) (pack []byte, hash string) {
	b.Helper()
	hash, err := library.PackHash(p.documents, small)
	if err != nil {
		b.Fatal(err)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		b.Fatal(err)
	}
	file := filepath.Join(cache, "fenghui", "bench", hash+".pack")
	if pack, err = os.ReadFile(file); !errors.Is(err, fs.ErrNotExist) {
		if err != nil {
			b.Fatal(err)
		}
		return pack, hash
	}
	if pack, hash, err = library.Pack(b.Context(), p.documents, small); err != nil {
		b.Fatal(err)
	}
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, pack, 0o644)); err != nil {
		b.Fatal(err)
	}
	return pack, hash
}
