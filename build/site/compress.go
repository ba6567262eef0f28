package site

import (
	"context"
	"path"
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"

	"fenghui/build/site/squeeze"
)

// slow is the size from which compressing is worth a line of progress.
const slow = 1 << 20

// compress returns the files with their compressed forms beside them.
func compress(ctx context.Context, o Options, files map[string][]byte) (map[string][]byte, error) {
	all := make(map[string][]byte, 3*len(files))
	var mu sync.Mutex
	work, ctx := errgroup.WithContext(ctx)
	work.SetLimit(runtime.GOMAXPROCS(0))
	for _, name := range sorted(files) {
		work.Go(func() error {
			forms, err := compressOne(ctx, o, name, files[name])
			if err != nil {
				return err
			}
			mu.Lock()
			defer mu.Unlock()
			for _, f := range forms {
				all[name+f.Suffix] = f.Data
				if len(files[name]) >= slow {
					o.step("  %s%s %.2f MB", name, f.Suffix, float64(len(f.Data))/1e6)
				}
			}
			return nil
		})
	}
	return all, work.Wait()
}

// compressOne returns the file itself and its compressed forms.
func compressOne(ctx context.Context, o Options, name string, data []byte) ([]squeeze.Form, error) {
	self := squeeze.Form{Data: data}
	if !squeeze.Compressible(path.Ext(name)) {
		return []squeeze.Form{self}, nil
	}
	forms, err := o.squeezer().Forms(ctx, data)
	if err != nil {
		return nil, err
	}
	return append(forms, self), nil
}
