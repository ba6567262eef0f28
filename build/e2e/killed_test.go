package e2e_test

import (
	"fmt"
	"slices"
	"testing"

	"fenghui/build/e2e"
)

// A browser that is killed leaves what was whole before, and nothing half.

func aKilledImportHasAllOrNothing(t *testing.T) {
	s := e2e.StorePage(t)
	b := e2e.Launch(t)
	const size = 40
	saved := 0
	for round := range 4 {
		p := storePage(t, b, s.URL, 1)
		first := saved
		p.Do(fmt.Sprintf(`void (async () => {
			for (let i = %d; ; i++) {
				await store.putArticles('batch' + i, %d, 50_000);
				console.log('saved', i);
			}
		})()`, first, size))
		b.Hear(fmt.Sprintf("^saved %d$", first+round))
		b.Kill()
		saved = first + round + 1
		for slices.Contains(b.Console(), fmt.Sprint("saved ", saved)) {
			saved++
		}
		b.Restart()
		p = storePage(t, b, s.URL, 1)
		saved += wantSaved(t, p, saved, size)
		p.Close()
	}
}

// wantSaved wants all batches that were reported, whole, and perhaps more: what
// was said last may have been lost in the kill.
func wantSaved(t *testing.T, p *e2e.Page, saved, size int) (more int) {
	t.Helper()
	if n := len(articles(p).Keys); n > saved*size {
		more = (n - saved*size + size - 1) / size
	}
	var want []string
	for i := range saved + more {
		want = append(want, fmt.Sprint("batch", i))
	}
	wantBatches(t, p, size, want...)
	return more
}

func aKilledWritingLeavesNoOrphans(t *testing.T) {
	s := e2e.StorePage(t)
	b := e2e.Launch(t)
	p := storePage(t, b, s.URL, 1)
	const whole = 12 // records: a head and 11 chunks
	p.Do("store.putBlob('blob', 21_000_000)")
	p.Do(`void (() => { // the transaction of the fifth chunk never ends
		const put = IDBObjectStore.prototype.put;
		let chunks = 0;
		IDBObjectStore.prototype.put = function (value, key) {
			const request = put.call(this, value, key), stay = () => { this.count().onsuccess = stay; };
			if (String(key).includes('/') && ++chunks === 5) {
				stay();
				console.log('half-way');
			}
			return request;
		};
		store.putBlob('blob', 21_000_001);
	})()`)
	b.Hear("^half-way$")
	b.Kill()
	b.Restart()
	p = storePage(t, b, s.URL, 1)
	before := e2e.Eval[int](p, "records('fenghui-1', 'blobs')")
	p.Do("store.sweep()")
	after := e2e.Eval[int](p, "records('fenghui-1', 'blobs')")
	if before != whole+4 || after != whole {
		t.Errorf("%d records of blobs after the kill, %d after the sweep; want %d, and %d", before, after, whole+4, whole)
	}
	if size := e2e.Eval[int](p, "store.blob('blob')"); size != 21_000_000 {
		t.Errorf("the blob has %d bytes, want those of before", size)
	}
}
