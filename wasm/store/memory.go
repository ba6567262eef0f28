package store

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"
)

// Memory is a Store that is gone with the tab. It is what the program works
// with where the browser keeps nothing.
type Memory struct {
	mu       sync.Mutex
	manifest []byte
	blobs    map[string][]byte
	articles map[string][]byte
	closed   bool
}

// NewMemory returns an empty store.
func NewMemory() *Memory {
	return &Memory{blobs: map[string][]byte{}, articles: map[string][]byte{}}
}

// begin locks the store for one method, which unlocks it. The lock is not
// held when there is an error.
func (m *Memory) begin(ctx context.Context, keys ...string) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("store: %w", err)
	}
	m.mu.Lock()
	if m.closed {
		m.mu.Unlock()
		return fmt.Errorf("store: %w", ErrClosed)
	}
	if err := CheckKeys(keys...); err != nil {
		m.mu.Unlock()
		return err
	}
	return nil
}

func (m *Memory) Manifest(ctx context.Context) ([]byte, error) {
	if err := m.begin(ctx); err != nil {
		return nil, err
	}
	defer m.mu.Unlock()
	return bytes.Clone(m.manifest), nil
}

func (m *Memory) UpdateManifest(ctx context.Context, change func(old []byte) ([]byte, error)) error {
	if err := m.begin(ctx); err != nil {
		return err
	}
	defer m.mu.Unlock()
	changed, err := change(bytes.Clone(m.manifest))
	if err != nil {
		return fmt.Errorf("store: update manifest: %w", err)
	}
	if m.manifest = nil; len(changed) > 0 {
		m.manifest = bytes.Clone(changed)
	}
	return nil
}

func (m *Memory) Blob(ctx context.Context, key string) ([]byte, error) {
	if err := m.begin(ctx, key); err != nil {
		return nil, err
	}
	defer m.mu.Unlock()
	data, ok := m.blobs[key]
	if !ok {
		return nil, fmt.Errorf("store: blob %s: %w", key, ErrNotFound)
	}
	return bytes.Clone(data), nil
}

func (m *Memory) PutBlob(ctx context.Context, key string, data []byte) error {
	if err := m.begin(ctx, key); err != nil {
		return err
	}
	defer m.mu.Unlock()
	m.blobs[key] = append([]byte{}, data...)
	return nil
}

func (m *Memory) DeleteBlob(ctx context.Context, key string) error {
	if err := m.begin(ctx, key); err != nil {
		return err
	}
	defer m.mu.Unlock()
	delete(m.blobs, key)
	return nil
}

func (m *Memory) BlobKeys(ctx context.Context) ([]string, error) {
	if err := m.begin(ctx); err != nil {
		return nil, err
	}
	defer m.mu.Unlock()
	return slices.Sorted(maps.Keys(m.blobs)), nil
}

func (m *Memory) Articles(ctx context.Context) ([]Article, error) {
	if err := m.begin(ctx); err != nil {
		return nil, err
	}
	defer m.mu.Unlock()
	var articles []Article
	for _, key := range slices.Sorted(maps.Keys(m.articles)) {
		articles = append(articles, Article{key, bytes.Clone(m.articles[key])})
	}
	return articles, nil
}

func (m *Memory) PutArticles(ctx context.Context, articles []Article) error {
	if err := m.begin(ctx, Keys(articles)...); err != nil {
		return err
	}
	defer m.mu.Unlock()
	for _, a := range articles {
		m.articles[a.Key] = append([]byte{}, a.Data...)
	}
	return nil
}

func (m *Memory) AddArticles(ctx context.Context, articles []Article) (there []Article, err error) {
	if err := m.begin(ctx, Keys(articles)...); err != nil {
		return nil, err
	}
	defer m.mu.Unlock()
	for _, a := range articles {
		if old, ok := m.articles[a.Key]; ok {
			there = append(there, Article{a.Key, bytes.Clone(old)})
			continue
		}
		m.articles[a.Key] = append([]byte{}, a.Data...)
	}
	return there, nil
}

func (m *Memory) UpdateArticle(ctx context.Context, key string, change func(old []byte) ([]byte, error)) error {
	if err := m.begin(ctx, key); err != nil {
		return err
	}
	defer m.mu.Unlock()
	changed, err := change(bytes.Clone(m.articles[key]))
	switch {
	case err != nil:
		return fmt.Errorf("store: update article %s: %w", key, err)
	case len(changed) == 0:
		delete(m.articles, key)
	default:
		m.articles[key] = bytes.Clone(changed)
	}
	return nil
}

func (m *Memory) DeleteArticles(ctx context.Context, keys []string) error {
	if err := m.begin(ctx, keys...); err != nil {
		return err
	}
	defer m.mu.Unlock()
	for _, key := range keys {
		delete(m.articles, key)
	}
	return nil
}

func (m *Memory) Kept() bool { return false }

func (m *Memory) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.closed = true
	return nil
}

// Keys lists the keys of articles in their order.
func Keys(articles []Article) []string {
	keys := make([]string, len(articles))
	for i, a := range articles {
		keys[i] = a.Key
	}
	return keys
}
