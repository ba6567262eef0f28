package idb

import (
	"bytes"
	"context"
	"errors"
	"syscall/js"

	"fenghui/corpus/sha256"
	"fenghui/wasm/promise"
)

// smallest is the size in bytes from which on crypto.subtle, which works
// beside this thread, is quicker than Go's own code in spite of the detour.
const smallest = 64 << 10

var uint8Array = js.Global().Get("Uint8Array")

// toJS copies bytes in one go.
func toJS(data []byte) js.Value {
	array := uint8Array.New(len(data))
	js.CopyBytesToJS(array, data)
	return array
}

// isBytes reports whether v can be given to toGo.
func isBytes(v js.Value) bool { return v.Type() == js.TypeObject && v.InstanceOf(uint8Array) }

func toGo(array js.Value) []byte {
	data := make([]byte, array.Length())
	js.CopyBytesToGo(data, array)
	return data
}

// hash is a SHA-256 on its way.
type hash struct {
	done []byte                 // computed here and now, or
	end  <-chan promise.Settled // coming from crypto.subtle
}

// startHash hashes the same bytes, seen from either side. Browsers offer
// crypto.subtle to secure origins only; elsewhere Go does it.
func startHash(data []byte, array js.Value) hash {
	subtle := field(js.Global().Get("crypto"), "subtle")
	if len(data) < smallest || subtle.Type() != js.TypeObject {
		sum := sha256.Sum256(data)
		return hash{done: sum[:]}
	}
	return hash{end: promise.Settle(subtle.Call("digest", "SHA-256", array))}
}

// sum waits for the 32 bytes. Never call it within a transaction.
func (h hash) sum(ctx context.Context) ([]byte, error) {
	if h.done != nil {
		return h.done, nil
	}
	select {
	case s := <-h.end:
		if s.Err != nil {
			return nil, s.Err
		}
		return toGo(uint8Array.New(s.Value)), nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// seal makes a record of data and its hash.
func seal(ctx context.Context, data []byte) (js.Value, error) {
	array := toJS(data)
	sum, err := startHash(data, array).sum(ctx)
	if err != nil {
		return js.Undefined(), err
	}
	return record(map[string]any{"data": array, "sum": toJS(sum)}), nil
}

// record makes an object; maps go over property by property.
func record(properties map[string]any) js.Value { return js.ValueOf(properties) }

var errDamaged = errors.New("its bytes do not have the hash they were stored with")

// unseal gives the data of a record that seal made. With an error that is
// errDamaged come the bytes all the same.
func unseal(ctx context.Context, r js.Value) ([]byte, error) {
	data, sum, err := opened(r)
	if err != nil {
		return nil, err
	}
	got, err := startHash(data, field(r, "data")).sum(ctx)
	if err != nil {
		return nil, err
	}
	return data, compare(got, sum)
}

// sealAtOnce and unsealAtOnce turn no event loop, and so may be called within
// a transaction.
func sealAtOnce(data []byte) js.Value {
	sum := sha256.Sum256(data)
	return record(map[string]any{"data": toJS(data), "sum": toJS(sum[:])})
}

func unsealAtOnce(r js.Value) ([]byte, error) {
	data, sum, err := opened(r)
	if err != nil {
		return nil, err
	}
	got := sha256.Sum256(data)
	return data, compare(got[:], sum)
}

// opened takes a record apart, unchecked.
func opened(r js.Value) (data, sum []byte, err error) {
	array, hash := field(r, "data"), field(r, "sum")
	if !isBytes(array) || !isBytes(hash) {
		return nil, nil, errors.New("it is not a record of data and hash")
	}
	return toGo(array), toGo(hash), nil
}

func compare(got, want []byte) error {
	if !bytes.Equal(got, want) {
		return errDamaged
	}
	return nil
}
