package export

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// bulkBytes is where another file of documents is begun: OpenSearch takes
// requests of 100 MB at most unless told otherwise.
const bulkBytes = 50 << 20

// bulk writes the documents of an index.
type bulk struct {
	dir, index string
	limit      int
	open       *file // nil before the first document
	files      int
	size       int // of the open one
	most       int // figures in one passage
}

// OpenSearch writes the documents of an index as files for _bulk, and what
// makes the index as IndexFile.
func OpenSearch(dir, index string) Writer { return &bulk{dir: dir, index: index, limit: bulkBytes} }

func (b *bulk) Add(r Rows) error {
	b.most = max(b.most, r.most())
	data, err := r.bulk(b.index)
	for err == nil && len(data) > 0 {
		request := data[:requestLen(data)]
		data = data[len(request):]
		err = b.write(request)
	}
	return err
}

// requestLen is the length of a request: what is to be done, and the document.
func requestLen(data []byte) int {
	action := bytes.IndexByte(data, '\n') + 1
	return action + bytes.IndexByte(data[action:], '\n') + 1
}

func (b *bulk) write(request []byte) error {
	if b.open == nil || b.size+len(request) > b.limit {
		if err := b.next(); err != nil {
			return err
		}
	}
	b.size += len(request)
	if _, err := b.open.Write(request); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}

func (b *bulk) next() error {
	err := b.open.close()
	b.files, b.size, b.open = b.files+1, 0, nil
	if err != nil {
		return err
	}
	b.open, err = create(b.dir, fmt.Sprintf(bulkFiles, b.files))
	return err
}

func (b *bulk) Close() error {
	index, err := Index(b.most)
	if err == nil {
		err = os.WriteFile(filepath.Join(b.dir, IndexFile), index, 0o644)
	}
	return errors.Join(b.open.close(), err)
}
