package idb

import (
	"context"
	"strings"
)

// writingLock is shared by all that write blobs.
func (s *Store) writingLock() string { return s.name + "-blobs" }

// Sweep removes the blobs keep does not want, and chunks that belong to no
// head: a tab was killed while it wrote them. It does nothing while another
// tab writes a blob; the next start will. keep may read the manifest of this
// store, and should do so only when it is called: then no tab is at work on it.
func (s *Store) Sweep(ctx context.Context, keep func(key string) bool) error {
	if err := s.begin(ctx, "sweep"); err != nil {
		return err
	}
	unlock, alone := tryLock(ctx, s.writingLock())
	defer unlock()
	if !alone {
		return s.explain(ctx, "sweep", 0, ctx.Err())
	}
	keys, err := s.BlobKeys(ctx)
	for i := 0; i < len(keys) && err == nil; i++ {
		if !keep(keys[i]) {
			err = s.DeleteBlob(ctx, keys[i])
		}
	}
	if err == nil {
		err = s.transact(ctx, writing, blobStore, deleteOrphans)
	}
	return s.explain(ctx, "sweep", 0, err)
}

// deleteOrphans keeps of every key the generation its head names.
func deleteOrphans(r *records) error {
	stored, err := r.keys()
	if err != nil {
		return err
	}
	current := map[string]string{}
	for _, key := range blobKeys(stored) {
		v, err := r.get(escape.Replace(key))
		if err != nil {
			return err
		}
		if h, ok := readHead(v); ok {
			current[escape.Replace(key)] = h.generation
		}
	}
	for _, k := range stored {
		parts := strings.Split(k, "/")
		if generation, ok := current[parts[0]]; ok && (len(parts) == 1 || parts[1] == generation) {
			continue
		}
		if err := r.delete(k); err != nil {
			return err
		}
	}
	return nil
}
