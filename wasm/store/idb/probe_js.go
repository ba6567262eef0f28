package idb

import (
	"errors"
	"fmt"
	"syscall/js"

	indexeddb "github.com/hack-pad/go-indexeddb/idb"
)

// classes are what go-indexeddb takes for granted once IndexedDB is there.
var classes = []string{"IDBRequest", "IDBObjectStore", "IDBIndex", "IDBKeyRange", "IDBTransaction"}

// probe finds IndexedDB without letting its absence end the program:
// go-indexeddb's Global panics, and a getter that throws (some browsers do so in
// sandboxed frames) would go right through js.Value.Get, which does not catch.
// A call made through Reflect.get is caught.
func probe() (factory *indexeddb.Factory, err error) {
	defer recoverAs(&err)
	reflect := js.Global().Get("Reflect")
	for _, class := range classes {
		if reflect.Call("get", js.Global(), class).Type() != js.TypeFunction {
			return nil, fmt.Errorf("no %s in this browser", class)
		}
	}
	value := reflect.Call("get", js.Global(), "indexedDB")
	if !value.Truthy() {
		return nil, errors.New("no IndexedDB in this browser")
	}
	return indexeddb.WrapFactory(value)
}

// recoverAs turns a panic, of a JavaScript exception above all, into an error.
func recoverAs(err *error) {
	switch p := recover().(type) {
	case nil:
	case error:
		*err = p
	default:
		*err = fmt.Errorf("%v", p)
	}
}
