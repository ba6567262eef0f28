package site

import (
	"context"
	"path"
	"runtime"
	"sync"

	"fenghui/build/site/squeeze"
)

// slow is the size from which compressing is worth a line of progress.
const slow = 1 << 20

// compress returns the files with their compressed forms beside them.
func compress(ctx context.Context, o Options, files map[string][]byte) (map[string][]byte, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	all := make(map[string][]byte, 3*len(files))
	var mu sync.Mutex
	var workers sync.WaitGroup
	queue := make(chan string)
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for name := range queue {
				forms, err := compressOne(ctx, o, name, files[name])
				if err != nil {
					cancel(err)
					continue
				}
				mu.Lock()
				for _, f := range forms {
					all[name+f.Suffix] = f.Data
					if len(files[name]) >= slow {
						o.step("  %s%s %.2f MB", name, f.Suffix, float64(len(f.Data))/1e6)
					}
				}
				mu.Unlock()
			}
		})
	}
	for _, name := range sorted(files) {
		queue <- name
	}
	close(queue)
	workers.Wait()
	return all, context.Cause(ctx)
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
