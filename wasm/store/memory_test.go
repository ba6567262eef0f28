package store_test

import (
	"testing"

	"fenghui/wasm/store"
	"fenghui/wasm/store/storetest"
)

func TestMemory(t *testing.T) {
	storetest.Run(t, func(*testing.T) store.Store { return store.NewMemory() })
}

func TestMemoryIsNotKept(t *testing.T) {
	if store.NewMemory().Kept() {
		t.Error("memory says it outlives the tab")
	}
}
