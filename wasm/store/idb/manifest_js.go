package idb

import (
	"context"
)

const manifestKey = "manifest"

// Manifest treats a damaged manifest as none: what it lists can be fetched again.
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

// UpdateManifest is one transaction, so the browser already lets no other one in
// between. The lock on top of it keeps tabs from queueing transactions behind
// each other; if it is refused, or takes too long, the update goes on without.
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
		return r.putOrDelete(manifestKey, changed)
	})
	return s.explain(ctx, "update manifest", written, err)
}

// readManifest takes a damaged one for none.
func readManifest(r *records) ([]byte, error) {
	value, err := r.get(manifestKey)
	if err != nil {
		return nil, err
	}
	data, err := unsealAtOnce(value)
	if err != nil {
		return nil, nil
	}
	return data, nil
}
