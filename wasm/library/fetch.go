package library

import (
	"context"
	"errors"
	"fmt"

	"fenghui/wasm/store"
)

// fileCheck reports what is wrong with the bytes of a file. Bytes from the
// store are proved: it has checked that they are what was put there.
type fileCheck func(data []byte, proved bool) error

// siteFile takes a file of the site from the store, or fetches it and puts it
// there. origin is fromStore or fromSite. A kept copy that fails the
// check is fetched again.
func (l *Library) siteFile(ctx context.Context, key, address, stage string, check fileCheck) (origin string, err error) {
	data, err := l.options.Store.Blob(ctx, key)
	if err == nil {
		if err = check(data, true); err == nil {
			return fromStore, nil
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
	return fromSite, nil
}

// siteFileTwice is siteFile, but fetches a file a second time when it came cut
// short or changed, under another address, since the browser might return its
// cached copy again.
func (l *Library) siteFileTwice(ctx context.Context, key, address, stage string, check fileCheck) (origin string, err error) {
	origin, err = l.siteFile(ctx, key, address, stage, check)
	if err == nil || ctx.Err() != nil || errors.Is(err, store.ErrNotFound) {
		return origin, err
	}
	l.options.Log(fmt.Sprintf("library: once more: %v", err))
	return l.siteFile(ctx, key, address+"?again", stage, check)
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
