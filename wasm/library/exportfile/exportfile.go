// Package exportfile is the format of an export: what a reader has imported and
// corrected, as lines of text. Each line is the SHA-256 of what follows it, in hex,
// a space, and JSON: the first says what the file is and how many records follow,
// every other one is a record of the store as it is kept. So one damaged line is
// known, and takes no other with it.
//
//	n, err := exportfile.Write(ctx, w, records)
//	contents, err := exportfile.Read(ctx, file, check)
package exportfile

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"fenghui/corpus/sha256"
	"fenghui/wasm/pace"
	"fenghui/wasm/store"
)

type head struct {
	Kind    string `json:"fenghui"` // headKind
	Version int    `json:"version"`
	Records int    `json:"records"`
	Sums    string `json:"sums"` // SHA-256 of the sums of all records, in order
}

type record struct {
	Key  string          `json:"key"`
	Data json.RawMessage `json:"data"`
}

const (
	headKind    = "library"
	headVersion = 1
	sumLength   = 2 * sha256.Size
)

// Write writes records and counts them; one that is no JSON is not among them.
// The error is that of ctx or of w.
func Write(ctx context.Context, w io.Writer, records []store.Article) (n int, err error) {
	var lines [][]byte
	all := sha256.New()
	for _, r := range records {
		if err := pace.Yield(ctx); err != nil {
			return 0, err
		}
		data, err := json.Marshal(record{r.Key, r.Data})
		if err != nil {
			continue // it is not what was put: damaged in a way the store does not see
		}
		line := summed(data)
		all.Write(line[:sumLength])
		lines = append(lines, line)
	}
	first, err := json.Marshal(head{headKind, headVersion, len(lines), hex.EncodeToString(all.Sum(nil))})
	if err != nil {
		return 0, err
	}
	for _, line := range append([][]byte{summed(first)}, lines...) {
		if _, err := w.Write(line); err != nil {
			return 0, err
		}
	}
	return len(lines), nil
}

func summed(data []byte) []byte { return []byte(sha256.Hex(data) + " " + string(data) + "\n") }

// Contents of an export.
type Contents struct {
	Records []store.Article // that are as they were written
	Total   int             // that the file says it has
	Damaged []string        // what is wrong with a line, "line 3: …"
}

// Read reads the lines that are as they were written, and whose records check
// finds nothing wrong with. The error is that of ctx, or tells why the file is no
// export.
func Read(ctx context.Context, file string, check func(store.Article) error) (Contents, error) {
	first, rest, _ := strings.Cut(strings.TrimPrefix(file, "\uFEFF"), "\n")
	h, err := readHead(strings.TrimRight(first, "\r"))
	if err != nil {
		return Contents{}, err
	}
	c := Contents{Total: h.Records}
	all := sha256.New()
	number := 1
	for line := range strings.Lines(rest) {
		if number++; number%16 == 0 {
			if err := pace.Yield(ctx); err != nil {
				return Contents{Total: c.Total, Damaged: c.Damaged}, err
			}
		}
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			continue
		}
		r, err := readRecord(line, check)
		if err != nil {
			c.Damaged = append(c.Damaged, fmt.Sprintf("line %d: %v", number, err))
			continue
		}
		all.WriteString(line[:sumLength])
		c.Records = append(c.Records, r)
	}
	switch missing := c.Total - len(c.Records) - len(c.Damaged); {
	case missing > 0:
		c.Damaged = append(c.Damaged, fmt.Sprintf("the end: %d of %d records are not there", missing, c.Total))
	case len(c.Damaged) == 0 && hex.EncodeToString(all.Sum(nil)) != h.Sums:
		c.Damaged = append(c.Damaged, "records are not those it was written with")
	}
	return c, nil
}

func readHead(line string) (h head, err error) {
	if data, ok := unsummed(line); !ok || json.Unmarshal(data, &h) != nil || h.Kind != headKind {
		return h, errors.New("it does not begin like one")
	}
	if h.Version != headVersion {
		return h, fmt.Errorf("it is of version %d, this program reads %d", h.Version, headVersion)
	}
	return h, nil
}

func readRecord(line string, check func(store.Article) error) (store.Article, error) {
	data, ok := unsummed(line)
	if !ok {
		return store.Article{}, errors.New("its bytes do not have the hash they were written with")
	}
	var r record
	if err := json.Unmarshal(data, &r); err != nil {
		return store.Article{}, err
	}
	if err := store.CheckKeys(r.Key); err != nil {
		return store.Article{}, err
	}
	kept := store.Article{Key: r.Key, Data: r.Data}
	return kept, check(kept)
}

func unsummed(line string) (data []byte, ok bool) {
	if len(line) <= sumLength || line[sumLength] != ' ' {
		return nil, false
	}
	data = []byte(line[sumLength+1:])
	return data, sha256.Hex(data) == line[:sumLength]
}
