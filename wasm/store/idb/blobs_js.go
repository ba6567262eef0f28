package idb

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"syscall/js"

	"fenghui/wasm/store"
)

// chunkSize bounds what one transaction writes, and what is in memory twice.
const chunkSize = 2 << 20

// A blob has a head under its key and chunks under `key/generation/part`, part
// counting from 0. Every writing is a generation of its own, under a random
// name, and becomes the blob by its head alone, written last: so a tab killed
// half-way leaves the old blob, and two tabs writing one key do not mix.
//
// In keys "/" and "%" are written as %2F and %25.
var (
	escape   = strings.NewReplacer("%", "%25", "/", "%2F")
	unescape = strings.NewReplacer("%25", "%", "%2F", "/")
)

// head says what a blob consists of.
type head struct {
	generation string
	size       int
	sums       []byte // SHA-256 of each chunk, one after the other
}

func (h head) parts() int { return len(h.sums) / 32 }

func (h head) chunkKey(key string, part int) string {
	return fmt.Sprintf("%s%06d", h.chunks(key), part)
}

// chunks is what the keys of all chunks of a generation begin with.
func (h head) chunks(key string) string { return escape.Replace(key) + "/" + h.generation + "/" }

func (h head) record() js.Value {
	return record(map[string]any{"generation": h.generation, "size": h.size, "sums": toJS(h.sums)})
}

// readHead returns false for what is no head, or a damaged one.
func readHead(v js.Value) (h head, ok bool) {
	generation, size, sums := field(v, "generation"), field(v, "size"), field(v, "sums")
	if generation.Type() != js.TypeString || size.Type() != js.TypeNumber || !isBytes(sums) {
		return head{}, false
	}
	return head{generation.String(), size.Int(), toGo(sums)}, true
}

// Blob verifies every byte. Whatever is wrong with the stored parts, files of
// the browser's that are gone included, is ErrNotFound.
func (s *Store) Blob(ctx context.Context, key string) ([]byte, error) {
	if err := s.begin(ctx, "blob "+key, key); err != nil {
		return nil, err
	}
	h, chunks, err := s.readChunks(ctx, key)
	if err == nil {
		var data []byte
		if data, err = join(ctx, h, chunks); err == nil {
			return data, nil
		}
	}
	if ctx.Err() == nil && !errors.Is(err, store.ErrUnavailable) && !errors.Is(err, store.ErrClosed) {
		err = fmt.Errorf("%w: %v", store.ErrNotFound, err)
	}
	return nil, s.explain(ctx, "blob "+key, 0, err)
}

// readChunks reads head and chunks in one transaction, so they belong together.
func (s *Store) readChunks(ctx context.Context, key string) (h head, chunks []js.Value, err error) {
	err = s.transact(ctx, reading, blobStore, func(r *records) error {
		v, err := r.get(escape.Replace(key))
		if err != nil {
			return err
		}
		var ok bool
		if h, ok = readHead(v); !ok {
			return errors.New("no head")
		}
		keys := make([]string, h.parts())
		for i := range keys {
			keys[i] = h.chunkKey(key, i)
		}
		chunks, err = r.getAll(keys)
		return err
	})
	return h, chunks, err
}

// join checks the chunks, all at once, and puts them together.
func join(ctx context.Context, h head, chunks []js.Value) ([]byte, error) {
	size := 0
	for _, c := range chunks {
		if !isBytes(c) {
			return nil, errors.New("a chunk is missing")
		}
		size += c.Length()
	}
	if size != h.size {
		return nil, fmt.Errorf("%d bytes instead of %d", size, h.size)
	}
	data := make([]byte, size)
	var hashes []hash
	for rest := data; len(chunks) > 0; chunks = chunks[1:] {
		n := js.CopyBytesToGo(rest, chunks[0])
		hashes = append(hashes, startHash(rest[:n], chunks[0]))
		rest = rest[n:]
	}
	return data, verify(ctx, hashes, h.sums)
}

func verify(ctx context.Context, hashes []hash, sums []byte) error {
	for i, h := range hashes {
		sum, err := h.sum(ctx)
		if err != nil {
			return err
		}
		if !bytes.Equal(sum, sums[32*i:32*i+32]) {
			return fmt.Errorf("chunk %d: %w", i, errDamaged)
		}
	}
	return nil
}

// PutBlob writes the chunks one by one; the last one together with the head,
// taking the old generation away.
func (s *Store) PutBlob(ctx context.Context, key string, data []byte) error {
	what := "put blob " + key
	if err := s.begin(ctx, what, key); err != nil {
		return err
	}
	unlock, err := lock(ctx, s.writingLock(), shared)
	if err != nil {
		return s.explain(ctx, what, 0, err)
	}
	defer unlock()
	h := head{generation: fmt.Sprintf("%016x", rand.Uint64()), size: len(data)}
	if err = s.writeGeneration(ctx, key, h, data); err != nil && len(data) > chunkSize {
		s.undo(ctx, key, h)
	}
	return s.explain(ctx, what, len(data), err)
}

func (s *Store) writeGeneration(ctx context.Context, key string, h head, data []byte) error {
	chunks := slices.Collect(slices.Chunk(data, chunkSize))
	for i, chunk := range chunks {
		array := toJS(chunk)
		sum, err := startHash(chunk, array).sum(ctx)
		if err != nil {
			return err
		}
		h.sums = append(h.sums, sum...)
		put := func(r *records) error { return r.put(h.chunkKey(key, i), array) }
		if i == len(chunks)-1 {
			return s.writeHead(ctx, key, h, put)
		}
		if err := s.transact(ctx, writing, blobStore, put); err != nil {
			return err
		}
	}
	return s.writeHead(ctx, key, h, func(*records) error { return nil })
}

// writeHead makes a generation the blob, in one transaction with its last chunk.
func (s *Store) writeHead(ctx context.Context, key string, h head, putLast func(*records) error) error {
	return s.transact(ctx, writing, blobStore, func(r *records) error {
		v, err := r.get(escape.Replace(key))
		if err != nil {
			return err
		}
		if old, ok := readHead(v); ok && old.generation != h.generation {
			if err := r.delete(prefix(old.chunks(key))); err != nil {
				return err
			}
		}
		if err := putLast(r); err != nil {
			return err
		}
		return r.put(escape.Replace(key), h.record())
	})
}

// undo takes back a generation that did not become the blob. If that fails
// too, the next sweep does it.
func (s *Store) undo(ctx context.Context, key string, h head) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	_ = s.transact(ctx, writing, blobStore, func(r *records) error { return r.delete(prefix(h.chunks(key))) })
}

// DeleteBlob removes the head and the chunks of all generations.
func (s *Store) DeleteBlob(ctx context.Context, key string) error {
	if err := s.begin(ctx, "delete blob "+key, key); err != nil {
		return err
	}
	err := s.transact(ctx, writing, blobStore, func(r *records) error { return deleteBlob(r, key) })
	return s.explain(ctx, "delete blob "+key, 0, err)
}

func deleteBlob(r *records, key string) error {
	return errors.Join(r.delete(escape.Replace(key)), r.delete(prefix(escape.Replace(key)+"/")))
}

// BlobKeys lists a key also when nothing but chunks is left of the blob.
func (s *Store) BlobKeys(ctx context.Context) ([]string, error) {
	if err := s.begin(ctx, "blob keys"); err != nil {
		return nil, err
	}
	var stored []string
	err := s.transact(ctx, reading, blobStore, func(r *records) (err error) {
		stored, err = r.keys()
		return err
	})
	return blobKeys(stored), s.explain(ctx, "blob keys", 0, err)
}

// blobKeys makes keys of blobs out of those of heads and chunks.
func blobKeys(stored []string) []string {
	var keys []string
	for _, k := range stored {
		k, _, _ = strings.Cut(k, "/")
		keys = append(keys, unescape.Replace(k))
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}
