package library

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"fenghui/corpus/sha256"
	"fenghui/wasm/pace"
	"fenghui/wasm/store"
)

// An export is what a reader has imported and corrected, as lines of text. Each line is the
// SHA-256 of what follows it, in hex, a space, and JSON: the first says what
// the file is and how many records follow, every other one is a record of the
// store as it is kept. So one damaged line is known, and takes no other with
// it.
type exportHead struct {
	Kind    string `json:"fenghui"` // exportKind
	Version int    `json:"version"`
	Records int    `json:"records"`
	Sums    string `json:"sums"` // SHA-256 of the sums of all records, in order
}

type exportRecord struct {
	Key  string          `json:"key"`
	Data json.RawMessage `json:"data"`
}

const (
	exportKind    = "library"
	exportVersion = 1
	sumLength     = 2 * sha256.Size
)

// Export writes all that the reader has imported and corrected: what the store
// holds now, what other tabs have added too. Damaged articles are not in it. n counts
// what is. The error is that of ctx, of the store or of w.
func (l *Library) Export(ctx context.Context, w io.Writer) (n int, err error) {
	kept, err := l.options.Store.Articles(ctx)
	if ctx.Err() != nil || len(kept) == 0 && err != nil && !errors.As(err, new(*store.DamagedError)) {
		return 0, fmt.Errorf("library: export: %w", errors.Join(ctx.Err(), err))
	}
	var lines [][]byte
	all := sha256.New()
	for _, k := range kept {
		if err := pace.Yield(ctx); err != nil {
			return 0, err
		}
		data, err := json.Marshal(exportRecord{k.Key, k.Data})
		if err != nil {
			continue // it is not what was put: damaged in a way the store does not see
		}
		line := summed(data)
		all.Write(line[:sumLength])
		lines = append(lines, line)
	}
	head, err := json.Marshal(exportHead{exportKind, exportVersion, len(lines), hex.EncodeToString(all.Sum(nil))})
	if err != nil {
		return 0, fmt.Errorf("library: export: %w", err)
	}
	for _, line := range append([][]byte{summed(head)}, lines...) {
		if _, err := w.Write(line); err != nil {
			return 0, fmt.Errorf("library: export: %w", err)
		}
	}
	return len(lines), nil
}

func summed(data []byte) []byte { return []byte(sha256.Hex(data) + " " + string(data) + "\n") }
