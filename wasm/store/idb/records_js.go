package idb

import (
	"context"
	"errors"
	"fmt"
	"syscall/js"

	indexeddb "github.com/hack-pad/go-indexeddb/idb"
)

// records is an object store within one transaction.
type records struct {
	ctx     context.Context
	objects *indexeddb.ObjectStore
}

// get reads one record, undefined when there is none.
func (r *records) get(key string) (js.Value, error) {
	values, err := r.getAll([]string{key})
	if err != nil {
		return js.Undefined(), err
	}
	return values[0], nil
}

// getAll reads records, in the order of their keys. Requests of a transaction
// are answered in order, so only the last is waited for. A request's result
// must not be touched before it is done: its getter throws, and js.Value.Get
// does not catch.
func (r *records) getAll(keys []string) ([]js.Value, error) {
	if len(keys) == 0 {
		return nil, nil
	}
	requests := make([]*indexeddb.Request, len(keys))
	for i, key := range keys {
		var err error
		if requests[i], err = r.objects.Get(js.ValueOf(key)); err != nil {
			return nil, err
		}
	}
	if err := r.await(requests[len(requests)-1]); err != nil {
		return nil, err
	}
	values := make([]js.Value, len(keys))
	for i, request := range requests {
		if state, err := request.ReadyState(); err != nil || state != "done" {
			return nil, fmt.Errorf("a request was left behind: %s %w", state, err)
		}
		var err error
		if values[i], err = request.Result(); err != nil {
			return nil, err
		}
	}
	return values, nil
}

// await guards go-indexeddb's Await, which returns no error at all when the
// context ends first.
func (r *records) await(request *indexeddb.Request) error {
	_, err := request.Await(r.ctx)
	return errors.Join(err, r.ctx.Err())
}

// keys lists the keys that are text, in the order of their UTF-16 units.
func (r *records) keys() ([]string, error) {
	request, err := r.objects.GetAllKeys()
	if err != nil {
		return nil, err
	}
	values, err := request.Await(r.ctx)
	if err := errors.Join(err, r.ctx.Err()); err != nil {
		return nil, err
	}
	var keys []string
	for _, v := range values {
		if v.Type() == js.TypeString {
			keys = append(keys, v.String())
		}
	}
	return keys, nil
}

// putOrDelete puts data with its hash, or, without data, deletes.
func (r *records) putOrDelete(key string, data []byte) error {
	if len(data) == 0 {
		return r.delete(key)
	}
	return r.put(key, sealAtOnce(data))
}

// put and delete only ask: whether it worked is known when the transaction is
// complete.
func (r *records) put(key string, value js.Value) error {
	_, err := r.objects.PutKey(js.ValueOf(key), value)
	return err
}

// delete removes one key, or all of a range that prefix gave.
func (r *records) delete(key any) error {
	_, err := r.objects.Delete(js.ValueOf(key))
	return err
}

// prefix is the range of the keys that begin with p, itself included. No key
// of ours has a unit above U+FFFE where p ends.
func prefix(p string) js.Value {
	return js.Global().Get("IDBKeyRange").Call("bound", p, p+"\uffff")
}

// field reads a property of what may be anything: the database belongs to the
// reader, who can change it.
func field(v js.Value, name string) js.Value {
	if v.Type() != js.TypeObject {
		return js.Undefined()
	}
	return v.Get(name)
}
