// Package storetest says what every store.Store must do, as tests.
//
// The same suite runs natively on store.Memory and, compiled to WebAssembly,
// on store/idb inside a page and a worker of a real browser. A new promise of
// the Store interface is a new case here, never a test of one store alone.
//
//	func TestMemory(t *testing.T) {
//		storetest.Run(t, func(*testing.T) store.Store { return store.NewMemory() })
//	}
package storetest

import (
	"testing"

	"fenghui/wasm/store"
)

// test is one promise; its name is a sentence.
type test struct {
	name string
	run  func(t *testing.T, s store.Store)
}

// Run checks the store that open makes. open is called once for each case and
// must return an empty store; Run closes it.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	for _, group := range [][]test{manifests, blobs, articles, general} {
		for _, c := range group {
			t.Run(c.name, func(t *testing.T) {
				s := open(t)
				defer func() {
					if err := s.Close(); err != nil {
						t.Errorf("close: %v", err)
					}
				}()
				c.run(t, s)
			})
		}
	}
}
