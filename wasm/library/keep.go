package library

import (
	"context"
	"errors"
	"fmt"

	"fenghui/wasm/store"
)

// checking tells what is wrong with the bytes of a file. Those of the store are
// proved: it gives back only what it was given.
type checking func(data []byte, proved bool) error

// keep finds a file of the site in the store or fetches it, checks it, and
// sees that the store has it from now on. origin is "store" or "pack" (the
// site). A kept copy that fails the check is fetched again.
func (l *Library) keep(ctx context.Context, key, address, stage string, check checking) (origin string, err error) {
	data, err := l.options.Store.Blob(ctx, key)
	if err == nil {
		if err = check(data, true); err == nil {
			return "store", nil
		}
	}
	if !errors.Is(err, store.ErrNotFound) && ctx.Err() == nil {
		l.options.Notice(Notice{StoreDamaged, fmt.Sprintf("%s: %v", key, err)})
	}
	if data, err = l.fetch(ctx, address, stage); err != nil {
		return "", err
	}
	if err := check(data, false); err != nil {
		return "", err
	}
	if err := l.options.Store.PutBlob(ctx, key, data); err != nil && ctx.Err() == nil {
		l.options.Log(fmt.Sprintf("library: keep %s: %v", key, err)) // fetched again next time; nothing is lost
		if errors.Is(err, store.ErrQuota) && !l.tooLarge {
			l.tooLarge = true
			l.options.Notice(Notice{Code: TooLarge})
		}
	}
	return "pack", nil
}

func (l *Library) fetch(ctx context.Context, address, stage string) ([]byte, error) {
	if l.options.Fetch == nil {
		return nil, errors.New("library: fetch: nothing to fetch with")
	}
	l.progress(Progress{Stage: stage})
	data, err := l.options.Fetch(ctx, address)
	if err != nil {
		return nil, fmt.Errorf("library: fetch %s: %w", address, err)
	}
	return data, nil
}
