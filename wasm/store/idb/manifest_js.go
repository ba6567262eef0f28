package idb

import (
	"bytes"
	"context"
	"crypto/sha256"
	"syscall/js"
)

const manifestKey = "manifest"

// Manifest takes a damaged manifest for none: what it lists can be had again.
func (s *Store) Manifest(ctx context.Context) (manifest []byte, err error) {
	if err := s.begin(ctx, "manifest"); err != nil {
		return nil, err
	}
	err = s.transact(ctx, reading, metaStore, func(r *records) error {
		manifest, err = readManifest(r)
		return err
	})
	return manifest, s.explain(ctx, "manifest", 0, err)
}

// UpdateManifest is one transaction, which the browser already lets no other
// one come between. The lock on top keeps tabs from queueing transactions
// behind each other, and is done without where it cannot be had.
func (s *Store) UpdateManifest(ctx context.Context, change func(old []byte) ([]byte, error)) error {
	if err := s.begin(ctx, "update manifest"); err != nil {
		return err
	}
	unlock, err := lock(ctx, s.name+"-manifest", exclusive)
	if err != nil {
		return s.explain(ctx, "update manifest", 0, err)
	}
	defer unlock()
	written := 0
	err = s.transact(ctx, writing, metaStore, func(r *records) error {
		old, err := readManifest(r)
		if err != nil {
			return err
		}
		changed, err := change(old)
		if err != nil {
			return err
		}
		written = len(changed)
		return writeManifest(r, changed)
	})
	return s.explain(ctx, "update manifest", written, err)
}

// readManifest hashes with Go's code: the transaction would end while
// crypto.subtle is at work.
func readManifest(r *records) ([]byte, error) {
	value, err := r.get(manifestKey)
	if err != nil {
		return nil, err
	}
	array, sum := field(value, "data"), field(value, "sum")
	if !isBytes(array) || !isBytes(sum) {
		return nil, nil
	}
	data := toGo(array)
	if got := sha256.Sum256(data); !bytes.Equal(got[:], toGo(sum)) {
		return nil, nil
	}
	return data, nil
}

func writeManifest(r *records, data []byte) error {
	if len(data) == 0 {
		return r.delete(js.ValueOf(manifestKey))
	}
	sum := sha256.Sum256(data)
	return r.put(manifestKey, record(map[string]any{"data": toJS(data), "sum": toJS(sum[:])}))
}
