package library

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"fenghui/corpus/sha256"
	"fenghui/wasm/library/correction"
	"fenghui/wasm/pace"
	"fenghui/wasm/store"
)

// ErrBadExport is told of a file that is no export, or a damaged one.
var ErrBadExport = errors.New("library: not a sound export")

// Restored tells what became of an export.
type Restored struct {
	Records  int // that the file says it has
	Readable int // that it does have
	Added    int
	Known    int      // were here already, the same or changed: those stay as they are
	Damaged  []string // what is wrong with a line, "line 3: …"
}

// Restore adds what an export holds and is not here yet. A damaged file is
// refused, whole, with an error that is ErrBadExport and the damage in
// Restored; with partly, what can still be read of it is added. An article is
// added whole or not at all.
func (l *Library) Restore(ctx context.Context, file string, partly bool, progress func(Progress)) (Restored, error) {
	defer l.lock(progress)()
	records, told, err := readExport(ctx, file)
	if err != nil {
		return told, err
	}
	told.Readable = len(records)
	if len(told.Damaged) > 0 && !partly {
		return told, fmt.Errorf("%w: %s", ErrBadExport, told.Damaged[0])
	}
	missing := l.missing(records)
	told.Known = len(records) - len(missing)
	told.Added, err = l.restore(ctx, missing)
	if err != nil {
		err = fmt.Errorf("library: restore: %w", err)
	}
	return told, errors.Join(err, l.addRestored(ctx, missing[:told.Added]))
}

// missing are the records that the library has not, corrections last.
func (l *Library) missing(records []store.Article) []store.Article {
	var articles, corrections []store.Article
	known := l.Snapshot().byID
	taken := map[string]bool{}
	for _, r := range records {
		if known[r.Key] != nil || taken[r.Key] || l.knowsBetter(r) {
			continue
		}
		taken[r.Key] = true
		if correction.IsKey(r.Key) {
			corrections = append(corrections, r)
		} else {
			articles = append(articles, r)
		}
	}
	return append(articles, corrections...)
}

// knowsBetter tells that what a record says is said here already: by a document
// of the site, or by corrections made here of the same figures.
func (l *Library) knowsBetter(r store.Article) bool {
	if correction.IsKey(r.Key) {
		c, err := correction.Decode(r.Key, r.Data)
		here := l.corrections[c.Of].List
		return err != nil || len(correction.Join(here, c.List)) == len(here)
	}
	a, err := decodeArticle(r)
	return err != nil || a.isCopyOf(l.Snapshot().byID[a.stated])
}

// restore puts records into the store, some at a time, and tells how many.
func (l *Library) restore(ctx context.Context, records []store.Article) (done int, err error) {
	articles := 0
	for articles < len(records) && !correction.IsKey(records[articles].Key) {
		articles++
	}
	for done < articles {
		l.progress(Progress{Stage: "save", Done: done, Total: len(records)})
		end := min(done+saveAtOnce, articles)
		if _, err := l.storeRecords(ctx, records[done:end]); err != nil {
			return done, err
		}
		done = end
	}
	for ; done < len(records); done++ {
		if err := l.restoreCorrections(ctx, &records[done]); err != nil {
			return done, err
		}
	}
	return done, nil
}

// restoreCorrections adds those of a record to what is said here of the same
// document, by this tab or another one; the record then says both.
func (l *Library) restoreCorrections(ctx context.Context, r *store.Article) error {
	said, err := correction.Decode(r.Key, r.Data)
	if err != nil {
		return err
	}
	err = l.options.Store.UpdateArticle(ctx, r.Key, func(old []byte) ([]byte, error) {
		here, err := correction.Decode(r.Key, old)
		if err != nil {
			return r.Data, nil // there are none, or none that can be read
		}
		here.List = correction.Join(here.List, said.List)
		both, err := json.Marshal(here)
		r.Data = both
		return both, err
	})
	if errors.As(err, new(*store.DamagedError)) {
		err = l.options.Store.PutArticles(ctx, []store.Article{*r})
	}
	return err
}

// addRestored adds records that have just been saved to the library.
func (l *Library) addRestored(ctx context.Context, records []store.Article) error {
	var articles []*article
	for _, r := range records {
		if !correction.IsKey(r.Key) {
			if a, err := decodeArticle(r); err == nil {
				articles = append(articles, a)
			}
			continue
		}
		l.forgetDamaged([]string{r.Key})
		if said, err := correction.Decode(r.Key, r.Data); err == nil {
			l.setCorrections(said)
		}
	}
	err := l.addSaved(ctx, articles)
	l.publish()
	return err
}

// readExport reads the lines that are as they were written.
func readExport(ctx context.Context, file string) (records []store.Article, told Restored, err error) {
	first, rest, _ := strings.Cut(strings.TrimPrefix(file, "\uFEFF"), "\n")
	var head exportHead
	if data, ok := unsummed(strings.TrimRight(first, "\r")); !ok || json.Unmarshal(data, &head) != nil || head.Kind != exportKind {
		return nil, told, fmt.Errorf("%w: it does not begin like one", ErrBadExport)
	}
	if head.Version != exportVersion {
		return nil, told, fmt.Errorf("%w: it is of version %d, this program reads %d", ErrBadExport, head.Version, exportVersion)
	}
	told.Records = head.Records
	all := sha256.New()
	number := 1
	for line := range strings.Lines(rest) {
		if number++; number%16 == 0 {
			if err := pace.Yield(ctx); err != nil {
				return nil, told, err
			}
		}
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			continue
		}
		record, err := readRecord(line)
		if err != nil {
			told.Damaged = append(told.Damaged, fmt.Sprintf("line %d: %v", number, err))
			continue
		}
		io.WriteString(all, line[:sumLength])
		records = append(records, record)
	}
	switch missing := head.Records - len(records) - len(told.Damaged); {
	case missing > 0:
		told.Damaged = append(told.Damaged, fmt.Sprintf("the end: %d of %d records are not there", missing, head.Records))
	case len(told.Damaged) == 0 && hex.EncodeToString(all.Sum(nil)) != head.Sums:
		told.Damaged = append(told.Damaged, "records are not those it was written with")
	}
	return records, told, nil
}

func readRecord(line string) (store.Article, error) {
	data, ok := unsummed(line)
	if !ok {
		return store.Article{}, errors.New("its bytes do not have the hash they were written with")
	}
	var r exportRecord
	if err := json.Unmarshal(data, &r); err != nil {
		return store.Article{}, err
	}
	if err := store.CheckKeys(r.Key); err != nil {
		return store.Article{}, err
	}
	record := store.Article{Key: r.Key, Data: r.Data}
	var err error
	if correction.IsKey(record.Key) {
		_, err = correction.Decode(record.Key, record.Data)
	} else {
		_, err = decodeArticle(record)
	}
	return record, err
}

func unsummed(line string) (data []byte, ok bool) {
	if len(line) <= sumLength || line[sumLength] != ' ' {
		return nil, false
	}
	data = []byte(line[sumLength+1:])
	return data, sha256.Hex(data) == line[:sumLength]
}
